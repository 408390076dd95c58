package io.probity.training.binning;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The golden files of this package. */
final class Golden {

  private Golden() {}

  static JsonObject json(String path) {
    return JsonObject.parse(bytes(path), path, JsonLimits.FILE);
  }

  static List<String> lines(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] bytes(String path) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
