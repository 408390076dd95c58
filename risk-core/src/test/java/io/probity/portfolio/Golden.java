package io.probity.portfolio;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One case of reference values computed by independent tools: {@code golden/<name>/}. */
record Golden(String name) {

  JsonObject expected() {
    return JsonObject.parse(bytes("expected.json"), name, JsonLimits.FILE).object("expected");
  }

  List<String[]> rows(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> line.split(","))
        .toList();
  }

  private byte[] bytes(String file) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + "/" + file)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
