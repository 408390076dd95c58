package io.probity.schema;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The JSON form of derivations: one key for the operation, its operands as a list. */
final class DerivationJson {

  private DerivationJson() {}

  static Derivation read(JsonObject json) {
    Derivation derivation = json.build(() -> operation(json));
    json.finish();
    return derivation;
  }

  private static Derivation operation(JsonObject json) {
    for (String key : List.of("ratio", "difference", "monthsBetween", "ageAt")) {
      if (json.has(key)) {
        List<Operand> two = operands(json, key);
        if (two.size() != 2) {
          throw new IllegalArgumentException(key + " needs two operands, not " + two.size());
        }
        return pair(json, key, two.get(0), two.get(1));
      }
    }
    if (json.has("sum")) {
      return new Derivation.Sum(operands(json, "sum"));
    }
    if (json.has("product")) {
      return new Derivation.Product(operands(json, "product"));
    }
    if (json.has("log1p")) {
      return new Derivation.Log1p(operand(json.value("log1p")));
    }
    if (json.has("clip")) {
      Operand of = operand(json.value("clip"));
      return new Derivation.Clip(of, SchemaJson.range(json.value("to")));
    }
    if (json.has("isMissing")) {
      return new Derivation.IsMissing(new Operand.OfField(json.text("isMissing")));
    }
    if (json.has("levelNumber")) {
      return new Derivation.LevelNumber(
          new Operand.OfField(json.text("levelNumber")),
          byLevel(json.object("numbers"), JsonValue::number),
          json.nullableValue("otherwise").map(JsonValue::number));
    }
    if (json.has("levelGroup")) {
      return new Derivation.LevelGroup(
          new Operand.OfField(json.text("levelGroup")),
          byLevel(json.object("groups"), JsonValue::text),
          json.nullableValue("otherwise").map(JsonValue::text));
    }
    throw new IllegalArgumentException(
        "a derivation must be one of ratio, difference, sum, product, log1p, clip, monthsBetween,"
            + " ageAt, isMissing, levelNumber, levelGroup");
  }

  private static Derivation pair(JsonObject json, String key, Operand first, Operand second) {
    return switch (key) {
      case "ratio" ->
        new Derivation.Ratio(
            first, second, json.text("zeroDenominator", Derivation.ZERO_DENOMINATOR));
      case "difference" -> new Derivation.Difference(first, second);
      case "monthsBetween" -> new Derivation.MonthsBetween(first, second);
      default -> new Derivation.AgeAt(first, second);
    };
  }

  private static List<Operand> operands(JsonObject json, String key) {
    return json.value(key).list().stream().map(DerivationJson::operand).toList();
  }

  private static Operand operand(JsonValue value) {
    if (value.isNumber()) {
      return new Operand.Constant(value.number());
    }
    String text = value.text();
    return text.equals(Operand.AS_OF_TEXT) ? new Operand.AsOf() : new Operand.OfField(text);
  }

  private static <T> Map<String, T> byLevel(JsonObject json, Function<JsonValue, T> read) {
    Map<String, T> values = new LinkedHashMap<>();
    for (String level : json.keys()) {
      values.put(level, read.apply(json.value(level)));
    }
    return values;
  }

  static void write(JsonText out, Derivation how) {
    out.beginObject("derived");
    if (how instanceof Derivation.Ratio ratio) {
      writeOperands(out, "ratio", how.operands());
      if (!ratio.zeroDenominator().equals(Derivation.ZERO_DENOMINATOR)) {
        out.put("zeroDenominator", ratio.zeroDenominator());
      }
    } else if (how instanceof Derivation.Difference) {
      writeOperands(out, "difference", how.operands());
    } else if (how instanceof Derivation.Sum) {
      writeOperands(out, "sum", how.operands());
    } else if (how instanceof Derivation.Product) {
      writeOperands(out, "product", how.operands());
    } else if (how instanceof Derivation.MonthsBetween) {
      writeOperands(out, "monthsBetween", how.operands());
    } else if (how instanceof Derivation.AgeAt) {
      writeOperands(out, "ageAt", how.operands());
    } else if (how instanceof Derivation.Log1p log) {
      writeOperand(out, "log1p", log.of());
    } else if (how instanceof Derivation.Clip clip) {
      writeOperand(out, "clip", clip.of());
      SchemaJson.writeRange(out, "to", clip.range());
    } else if (how instanceof Derivation.IsMissing isMissing) {
      out.put("isMissing", isMissing.of().name());
    } else if (how instanceof Derivation.LevelNumber number) {
      out.put("levelNumber", number.of().name()).beginObject("numbers");
      number.numbers().forEach(out::put);
      out.endObject();
      number.otherwise().ifPresent(other -> out.put("otherwise", other));
    } else if (how instanceof Derivation.LevelGroup group) {
      out.put("levelGroup", group.of().name()).beginObject("groups");
      group.groups().forEach(out::put);
      out.endObject();
      Optional<String> otherwise = group.otherwise();
      otherwise.ifPresent(other -> out.put("otherwise", other));
    }
    out.endObject();
  }

  private static void writeOperands(JsonText out, String key, List<Operand> operands) {
    out.beginList(key);
    for (Operand operand : operands) {
      if (operand instanceof Operand.Constant constant) {
        out.add(constant.value());
      } else {
        out.add(name(operand));
      }
    }
    out.endList();
  }

  private static void writeOperand(JsonText out, String key, Operand operand) {
    if (operand instanceof Operand.Constant constant) {
      out.put(key, constant.value());
    } else {
      out.put(key, name(operand));
    }
  }

  private static String name(Operand operand) {
    return operand instanceof Operand.OfField of ? of.name() : Operand.AS_OF_TEXT;
  }
}
