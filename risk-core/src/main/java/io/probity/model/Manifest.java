package io.probity.model;

import io.probity.file.Sha256;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first entry of a model file: what it is and the digest of every other entry.
 *
 * @param format the version of the file format
 * @param family the family of the predictor
 * @param library the version of the library that wrote it
 * @param catalogVersion the version of the feature catalogue it was trained with
 * @param data what it was trained on
 * @param entries the other entries in order, each with its length and SHA-256
 */
record Manifest(
    int format,
    String family,
    String library,
    int catalogVersion,
    TrainingData data,
    List<Entry> entries) {

  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  record Entry(String name, int bytes, String sha256) {}

  byte[] write() {
    JsonText out = JsonText.pretty().beginObject().put("format", format).put("family", family);
    out.put("library", library).put("catalogVersion", catalogVersion);
    out.beginObject("data").put("sha256", data.sha256());
    out.put("rows", data.rows()).put("bads", data.bads()).endObject();
    out.beginList("entries");
    for (Entry entry : entries) {
      out.beginObject().put("name", entry.name()).put("bytes", entry.bytes());
      out.put("sha256", entry.sha256()).endObject();
    }
    return out.endList().endObject().toBytes();
  }

  static Manifest read(JsonObject json) {
    int format = json.whole("format");
    if (format > FORMAT) {
      throw new ModelFormatException("the file has format "
          + format
          + ", which library "
          + json.text("library", "of a later version")
          + " wrote; this library reads up to format "
          + FORMAT
          + ", so use that version or a later one");
    }
    if (format < 1) {
      throw new ModelFormatException("there is no format " + format);
    }
    String family = json.text("family");
    String library = json.text("library");
    int catalogVersion = json.whole("catalogVersion");
    JsonObject data = json.object("data");
    TrainingData trainingData = data.build(() -> new TrainingData(
        data.text("sha256"), (long) data.number("rows"), (long) data.number("bads")));
    data.finish();
    List<Entry> entries = json.objects("entries").stream()
        .map(e -> new Entry(e.text("name"), e.whole("bytes"), e.text("sha256")))
        .toList();
    json.finish();
    return new Manifest(format, family, library, catalogVersion, trainingData, entries);
  }

  /** Returns the digests of entries, in order. */
  static List<Entry> describe(Map<String, byte[]> contents) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    contents.forEach(
        (name, bytes) -> entries.put(name, new Entry(name, bytes.length, Sha256.of(bytes))));
    return List.copyOf(entries.values());
  }
}
