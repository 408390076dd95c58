package io.probity.feature;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.schema.SchemaJson;
import io.probity.schema.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The texts of the catalogue for people, by feature and language, read from a resource. */
final class CatalogTexts {

  private static final String RESOURCE = "catalog-texts.json";

  private record Entry(Texts labels, Texts descriptions, Texts reasons) {}

  private final Map<String, Entry> byId;

  private CatalogTexts(Map<String, Entry> byId) {
    this.byId = byId;
  }

  static CatalogTexts load() {
    try (InputStream in = CatalogTexts.class.getResourceAsStream(RESOURCE)) {
      byte[] bytes = Objects.requireNonNull(in, RESOURCE).readAllBytes();
      return read(JsonObject.parse(bytes, RESOURCE, JsonLimits.FILE));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static CatalogTexts read(JsonObject json) {
    Map<String, Entry> byId = new HashMap<>();
    for (String id : json.keys()) {
      JsonObject texts = json.object(id);
      byId.put(
          id,
          new Entry(
              SchemaJson.readTexts(texts.object("label")),
              SchemaJson.readTexts(texts.object("description")),
              SchemaJson.readTexts(texts.object("reason"))));
      texts.finish();
    }
    return new CatalogTexts(byId);
  }

  Texts labels(String id) {
    return entry(id).labels();
  }

  Texts descriptions(String id) {
    return entry(id).descriptions();
  }

  Texts reasons(String id) {
    return entry(id).reasons();
  }

  /** Returns for how many features there are texts. */
  int size() {
    return byId.size();
  }

  private Entry entry(String id) {
    return Objects.requireNonNull(byId.get(id), id);
  }
}
