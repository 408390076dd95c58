package io.probity.schema;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The JSON form of the schema. */
public final class SchemaJson {

  private SchemaJson() {}

  static Schema read(byte[] utf8, String place) {
    JsonObject json = JsonObject.parse(utf8, place, JsonLimits.FILE);
    Schema schema = read(json);
    return schema;
  }

  private static Schema read(JsonObject json) {
    Optional<Target> target = json.optionalObject("target").map(SchemaJson::target);
    Set<String> missing = new TreeSet<>(json.optionalTexts("missing"));
    List<Field> fields =
        json.objects("fields").stream().map(SchemaJson::readField).toList();
    json.finish();
    return json.build(() -> Schema.of(target, missing, fields));
  }

  private static Target target(JsonObject json) {
    String event = json.text("event");
    int horizon = json.whole("horizonMonths");
    boolean assumed = json.flag("horizonAssumed", false);
    json.finish();
    return json.build(() -> new Target(event, horizon, assumed));
  }

  /**
   * Reads one field.
   *
   * @throws io.probity.input.InvalidInputException if it breaks a rule, with its JSON path
   */
  public static Field readField(JsonObject json) {
    String name = json.text("name");
    FieldKind kind = json.choice("kind", FieldKind.class);
    FieldRole role = json.choice("role", FieldRole.class, FieldRole.FEATURE);
    FieldSource source =
        json.optionalValue("source").map(SchemaJson::source).orElse(FieldSource.INPUT);
    Optional<Range> valid = json.optionalValue("valid").map(SchemaJson::range);
    List<SpecialCode> specials =
        json.optionalObjects("specials").stream().map(SchemaJson::special).toList();
    RiskDirection direction = json.choice("direction", RiskDirection.class, RiskDirection.FREE);
    UnseenRule unseen = json.choice("unseen", UnseenRule.class, UnseenRule.WORST);
    UntrainedRule untrained = json.choice("untrained", UntrainedRule.class, UntrainedRule.WORST);
    List<String> levels = json.optionalTexts("levels");
    String unit = json.text("unit", "");
    Texts labels = json.optionalObject("texts").map(SchemaJson::readTexts).orElse(Texts.NONE);
    Texts reasons = json.optionalObject("reasons").map(SchemaJson::readTexts).orElse(Texts.NONE);
    json.finish();
    return json.build(() -> new Field(
        name,
        kind,
        role,
        source,
        new FieldRules(valid, specials, direction, unseen, untrained, levels, unit),
        labels,
        reasons));
  }

  private static FieldSource source(JsonValue value) {
    if (value.isText()) {
      if (!value.text().equals("input")) {
        value.violation("a source must be \"input\", {\"catalog\": id} or {\"derived\": {…}}", "");
      }
      return FieldSource.INPUT;
    }
    JsonObject json = value.object();
    FieldSource source = json.has("derived")
        ? new FieldSource.Derived(DerivationJson.read(json.object("derived")))
        : new FieldSource.FromCatalog(json.text("catalog"));
    json.finish();
    return source;
  }

  static Range range(JsonValue value) {
    List<JsonValue> ends = value.list();
    if (ends.size() != 2) {
      value.violation("a range must be [low, high], with null for an open end", "");
      return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double low = ends.get(0).isNull() ? Double.NEGATIVE_INFINITY : ends.get(0).number();
    double high = ends.get(1).isNull() ? Double.POSITIVE_INFINITY : ends.get(1).number();
    if (!(low <= high)) {
      value.violation("a range must be [low, high] with low <= high", "swap the ends");
    }
    return new Range(Math.min(low, high), high);
  }

  private static SpecialCode special(JsonObject json) {
    int code = json.whole("code");
    String name = json.text("name");
    List<String> raw = json.optionalTexts("raw");
    json.finish();
    return json.build(() -> new SpecialCode(code, name, raw));
  }

  /** Reads texts by language. */
  public static Texts readTexts(JsonObject json) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    for (String language : json.keys()) {
      byLanguage.put(language, json.text(language));
    }
    return Texts.of(byLanguage);
  }

  static String write(Schema schema) {
    return new String(writeBytes(schema), StandardCharsets.UTF_8);
  }

  static byte[] writeBytes(Schema schema) {
    JsonText out = JsonText.pretty().beginObject();
    schema.target().ifPresent(target -> {
      out.beginObject("target")
          .put("event", target.event())
          .put("horizonMonths", target.horizonMonths());
      if (target.horizonAssumed()) {
        out.put("horizonAssumed", true);
      }
      out.endObject();
    });
    if (!schema.missingTokens().isEmpty()) {
      out.put("missing", new TreeSet<>(schema.missingTokens()));
    }
    out.beginList("fields");
    for (Field field : schema.fields()) {
      writeField(out, field);
    }
    return out.endList().endObject().toBytes();
  }

  /** Writes one field as an element of a list; what equals the default is left out. */
  public static void writeField(JsonText out, Field field) {
    out.beginObject().put("name", field.name()).put("kind", field.kind().name());
    out.put("role", field.role().name());
    if (field.source() instanceof FieldSource.FromCatalog catalog) {
      out.beginObject("source").put("catalog", catalog.id()).endObject();
    } else if (field.source() instanceof FieldSource.Derived derived) {
      out.beginObject("source");
      DerivationJson.write(out, derived.how());
      out.endObject();
    }
    writeRules(out, field);
    writeTexts(out, "texts", field.labels());
    writeTexts(out, "reasons", field.reasons());
    out.endObject();
  }

  private static void writeRules(JsonText out, Field field) {
    FieldRules rules = field.rules();
    if (!rules.unit().isEmpty()) {
      out.put("unit", rules.unit());
    }
    rules.valid().ifPresent(valid -> writeRange(out, "valid", valid));
    if (!rules.specials().isEmpty()) {
      out.beginList("specials");
      for (SpecialCode special : rules.specials()) {
        out.beginObject().put("code", special.code()).put("name", special.name());
        out.put("raw", special.raw()).endObject();
      }
      out.endList();
    }
    if (rules.direction() != RiskDirection.FREE) {
      out.put("direction", rules.direction().name());
    }
    if (rules.unseen() != UnseenRule.WORST) {
      out.put("unseen", rules.unseen().name());
    }
    if (rules.untrained() != UntrainedRule.WORST) {
      out.put("untrained", rules.untrained().name());
    }
    if (!rules.levels().isEmpty()) {
      out.put("levels", rules.levels());
    }
  }

  /** Writes a range as a list of its two ends, null where an end is open. */
  public static void writeRange(JsonText out, String key, Range range) {
    out.beginList(key);
    for (double end : new double[] {range.low(), range.high()}) {
      if (Double.isInfinite(end)) {
        out.addNull();
      } else {
        out.add(end);
      }
    }
    out.endList();
  }

  /** Writes texts by language under a key, unless there are none. */
  public static void writeTexts(JsonText out, String key, Texts texts) {
    if (texts.byLanguage().isEmpty()) {
      return;
    }
    out.beginObject(key);
    texts.byLanguage().forEach(out::put);
    out.endObject();
  }
}
