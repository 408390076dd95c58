package io.probity.model;

import io.probity.file.Sha256;
import io.probity.input.JsonObject;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code .risk} file: a zip of JSON entries, in fixed order, the manifest first. */
final class RiskFile {

  private static final String SCHEMA = "schema.json";
  private static final String CALIBRATION = "calibration.json";
  private static final String SCALE = "scale.json";
  private static final String GRADES = "grades.json";
  private static final String REFERENCE = "reference.json";
  private static final String VERIFICATION = "verification.json";
  private static final String PLAN = "plan.json";

  private RiskFile() {}

  /** The bytes of a file and the id of the model in it. */
  static final class Written {

    private final byte[] bytes;
    private final String id;

    Written(byte[] bytes, String id) {
      this.bytes = bytes;
      this.id = id;
    }

    byte[] bytes() {
      return bytes;
    }

    String id() {
      return id;
    }
  }

  static Written write(ModelParts parts) {
    List<Field> features =
        parts.predictor().features().stream().map(parts.schema()::field).toList();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put(SCHEMA, utf8(parts.schema().toJson()));
    contents.putAll(PredictorFormats.of(parts.predictor().family()).write(parts.predictor()));
    contents.put(CALIBRATION, CalibrationJson.write(parts.calibration()));
    contents.put(SCALE, ScaleJson.write(parts.scale()));
    contents.put(GRADES, ScaleJson.write(parts.grades()));
    contents.put(REFERENCE, ReferenceJson.write(parts.reference()));
    List<VerificationRow> rows = Verification.synthesise(parts.scoring());
    contents.put(VERIFICATION, Verification.write(rows, features));
    contents.put(PLAN, utf8(parts.plan()));
    Manifest manifest = new Manifest(
        Manifest.FORMAT,
        parts.predictor().family(),
        ProbityVersion.version(),
        parts.catalogVersion(),
        parts.data(),
        Manifest.describe(contents));
    byte[] manifestBytes = manifest.write();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(Manifest.NAME, manifestBytes);
    entries.putAll(contents);
    return new Written(StoredZip.write(entries), Sha256.of(manifestBytes));
  }

  static RiskModel read(byte[] bytes, ReadLimits limits) {
    Map<String, byte[]> entries = StoredZip.read(bytes, limits);
    Contents contents = new Contents(entries, limits);
    try {
      Manifest manifest = Manifest.read(contents.json(Manifest.NAME));
      checkEntries(manifest, entries);
      ModelParts parts = parts(manifest, contents);
      List<VerificationRow> rows = Verification.read(
          contents.json(VERIFICATION), parts.schema(), parts.predictor().features());
      Verification.check(parts.scoring(), rows);
      return RiskModel.of(parts, new Written(bytes, Sha256.of(contents.bytes(Manifest.NAME))));
    } catch (IllegalArgumentException broken) {
      throw new ModelFormatException("the model breaks a rule: " + broken.getMessage(), broken);
    }
  }

  private static ModelParts parts(Manifest manifest, Contents contents) {
    PredictorFormat format = PredictorFormats.of(manifest.family());
    Schema schema = schema(contents.bytes(SCHEMA));
    return new ModelParts(
        schema,
        format.read(contents, schema),
        CalibrationJson.read(contents.json(CALIBRATION)),
        ScaleJson.readScale(contents.json(SCALE)),
        ScaleJson.readGrades(contents.json(GRADES)),
        ReferenceJson.read(contents.json(REFERENCE)),
        manifest.data(),
        manifest.catalogVersion(),
        new String(contents.bytes(PLAN), StandardCharsets.UTF_8));
  }

  private static void checkEntries(Manifest manifest, Map<String, byte[]> entries) {
    Map<String, byte[]> described = new LinkedHashMap<>(entries);
    described.remove(Manifest.NAME);
    List<String> names = new ArrayList<>(entries.keySet());
    if (!names.get(0).equals(Manifest.NAME)
        || !Manifest.describe(described).equals(manifest.entries())) {
      throw new ModelFormatException(
          "the entries are not those that the manifest describes; fetch the original file again");
    }
  }

  private static Schema schema(byte[] bytes) {
    try {
      return Schema.parse(new ByteArrayInputStream(bytes), SCHEMA);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The entries of a file that is being read. */
  private record Contents(Map<String, byte[]> entries, ReadLimits limits)
      implements PredictorFormat.Entries {

    @Override
    public byte[] bytes(String name) {
      byte[] content = entries.get(name);
      if (content == null) {
        throw new ModelFormatException("the entry " + name + " is missing");
      }
      return content;
    }

    @Override
    public JsonObject json(String name) {
      return JsonObject.parse(bytes(name), name, limits.json());
    }
  }
}
