package io.probity.decision;

import io.probity.feature.FeatureExtractor;
import io.probity.input.JsonText;
import io.probity.schema.Derivation;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import io.probity.schema.SchemaJson;
import io.probity.schema.SpecialCode;
import io.probity.schema.UnseenRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes the fields that a decision reads, and how derived ones are computed. */
final class FieldTables {

  private final Schema schema;
  private final JsonText out;

  FieldTables(Schema schema, JsonText out) {
    this.schema = schema;
    this.out = out;
  }

  void write(FeatureExtractor extractor) {
    Set<String> read = new LinkedHashSet<>(extractor.inputNames());
    out.put("inputs", extractor.inputNames());
    out.put("missingTokens", List.copyOf(new TreeSet<>(schema.missingTokens())));
    extractor.names().forEach(name -> addWithOperands(name, read));
    out.beginList("fields");
    for (String name : read) {
      write(extractor.schema().field(name), extractor.inputNames().contains(name));
    }
    out.endList();
  }

  private void addWithOperands(String name, Set<String> read) {
    if (!read.contains(name)
        && schema.field(name).source() instanceof FieldSource.Derived derived) {
      for (Operand operand : derived.how().operands()) {
        if (operand instanceof Operand.OfField of) {
          addWithOperands(of.name(), read);
        }
      }
    }
    read.add(name);
  }

  private void write(Field field, boolean isInput) {
    out.beginObject().put("name", field.name()).put("kind", field.kind().name());
    out.put("role", field.role().name()).put("unit", field.rules().unit());
    out.put("levels", field.rules().levels());
    out.put("refusesUnseen", field.rules().unseen() == UnseenRule.REFUSE);
    field.rules().valid().ifPresent(range -> {
      putFinite("low", range.low());
      putFinite("high", range.high());
    });
    out.beginList("specials");
    for (SpecialCode special : field.rules().specials()) {
      out.beginObject().put("code", special.code()).put("name", special.name());
      out.put("raw", special.raw()).endObject();
    }
    out.endList();
    SchemaJson.writeTexts(out, "labels", field.labels());
    if (!isInput && field.source() instanceof FieldSource.Derived derived) {
      writeDerivation(derived.how());
    }
    out.endObject();
  }

  private void putFinite(String key, double value) {
    if (Double.isFinite(value)) {
      out.put(key, value);
    }
  }

  private void writeDerivation(Derivation how) {
    out.beginObject("derived").put("kind", how.getClass().getSimpleName());
    out.beginList("operands");
    for (Operand operand : how.operands()) {
      out.beginObject();
      if (operand instanceof Operand.OfField of) {
        out.put("field", of.name());
      } else if (operand instanceof Operand.Constant constant) {
        out.put("value", constant.value());
      } else {
        out.put("asOf", true);
      }
      out.endObject();
    }
    out.endList();
    if (how instanceof Derivation.Ratio ratio) {
      out.put("zeroDenominator", ratio.zeroDenominator());
    } else if (how instanceof Derivation.Clip clip) {
      putFinite("low", clip.range().low());
      putFinite("high", clip.range().high());
    } else if (how instanceof Derivation.LevelNumber number) {
      out.beginObject("numbers");
      number.numbers().forEach(out::put);
      out.endObject();
      number.otherwise().ifPresent(other -> out.put("otherwise", other));
    } else if (how instanceof Derivation.LevelGroup group) {
      List<String> groups = new ArrayList<>(group.levels());
      out.put("groupNames", groups).beginObject("groups");
      group.groups().forEach(out::put);
      out.endObject();
      group.otherwise().ifPresent(other -> out.put("otherwise", other));
    }
    out.put("outOfDomain", Derivation.OUT_OF_DOMAIN).endObject();
  }
}
