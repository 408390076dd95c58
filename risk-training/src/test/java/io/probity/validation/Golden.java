package io.probity.validation;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** One case of reference values computed by independent tools: {@code golden/<name>/}. */
record Golden(String name) {

  JsonObject expected() {
    return json("expected.json").object("expected");
  }

  JsonObject json(String file) {
    return JsonObject.parse(bytes(file), name + "/" + file, JsonLimits.FILE);
  }

  double[] numbers(String file, String column) {
    return Arrays.stream(texts(file, column)).mapToDouble(Double::parseDouble).toArray();
  }

  int[] wholes(String file, String column) {
    return Arrays.stream(texts(file, column)).mapToInt(Integer::parseInt).toArray();
  }

  String[] texts(String file, String column) {
    List<String> lines = new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
    int position = List.of(lines.get(0).split(",")).indexOf(column);
    return lines.stream().skip(1).map(line -> line.split(",")[position]).toArray(String[]::new);
  }

  private byte[] bytes(String file) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + "/" + file)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
