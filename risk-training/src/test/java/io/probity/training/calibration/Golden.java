package io.probity.training.calibration;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The golden files of calibration. */
final class Golden {

  private final List<String> lines;

  private Golden(List<String> lines) {
    this.lines = lines;
  }

  static Golden csv(String folder) {
    return new Golden(
        new String(bytes(folder + "/input.csv"), StandardCharsets.UTF_8).lines().toList());
  }

  static JsonObject expected(String folder) {
    String path = folder + "/expected.json";
    return JsonObject.parse(bytes(path), path, JsonLimits.FILE).object("expected");
  }

  double[] column(String name) {
    int column = List.of(lines.get(0).split(",")).indexOf(name);
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(line.split(",")[column]))
        .toArray();
  }

  int[] target() {
    return Arrays.stream(column("y")).mapToInt(y -> (int) y).toArray();
  }

  static double[] ones(int rows) {
    double[] ones = new double[rows];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  static double[] logits(double[] pd) {
    return Arrays.stream(pd).map(p -> Math.log(p / (1 - p))).toArray();
  }

  private static byte[] bytes(String path) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
