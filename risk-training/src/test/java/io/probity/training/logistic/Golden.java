package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The golden files of logistic regression, and comparison with them. */
final class Golden {

  static final List<String> GERMAN = List.of(
      "duration",
      "amount",
      "inst_rate",
      "age",
      "chk_lt0",
      "chk_none",
      "hist_critical",
      "sav_lt100");

  private Golden() {}

  static JsonObject json(String folder) {
    String path = folder + "/expected.json";
    return JsonObject.parse(bytes(path), path, JsonLimits.FILE);
  }

  /** Reads a CSV of numbers whose column y is the target. */
  static Csv csv(String path) {
    List<String> lines = new String(bytes(path), StandardCharsets.UTF_8).lines().toList();
    List<String> header = List.of(lines.get(0).split(","));
    double[][] columns = new double[header.size()][lines.size() - 1];
    for (int row = 0; row < lines.size() - 1; row++) {
      String[] cells = lines.get(row + 1).split(",");
      for (int j = 0; j < cells.length; j++) {
        columns[j][row] = Double.parseDouble(cells[j]);
      }
    }
    return new Csv(header, columns);
  }

  record Csv(List<String> header, double[][] columns) {

    int rows() {
      return columns[0].length;
    }

    double[] column(String name) {
      return columns[header.indexOf(name)];
    }

    int[] target() {
      return Arrays.stream(column("y")).mapToInt(value -> (int) value).toArray();
    }

    DesignMatrix design(List<String> names) {
      return DesignMatrix.of(names, names.stream().map(this::column).toArray(double[][]::new));
    }

    LogisticSample sample(List<String> names) {
      double[] ones = new double[rows()];
      Arrays.fill(ones, 1.0);
      return LogisticSample.of(design(names), target(), ones);
    }
  }

  static void assertRelative(double actual, double expected, double tolerance) {
    assertThat(Math.abs(actual - expected) / Math.abs(expected))
        .as("relative difference of %s from %s", actual, expected)
        .isLessThanOrEqualTo(tolerance);
  }

  static void assertRelative(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertRelative(actual[i], expected[i], tolerance);
    }
  }

  static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("difference of %s from %s at %s", actual[i], expected[i], i)
          .isLessThanOrEqualTo(tolerance);
    }
  }

  private static byte[] bytes(String path) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/01_logistic/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
