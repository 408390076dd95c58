package io.probity.model;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.List;

/** The rows that a stored model must score as it did when it was written. */
final class Verification {

  private static final int MOST_ROWS = 512;
  private static final String UNSEEN_LEVEL = "(unseen)";

  private Verification() {}

  /**
   * Makes rows that together hold every probe of every feature: each row takes the next probe of
   * each feature, starting again where a feature has fewer.
   */
  static List<VerificationRow> synthesise(Scoring scoring) {
    Predictor predictor = scoring.predictor();
    int features = predictor.features().size();
    double[][] probes = new double[features][];
    int rows = 0;
    for (int i = 0; i < features; i++) {
      probes[i] = predictor.probes(i);
      rows = Math.max(rows, probes[i].length);
    }
    List<VerificationRow> made = new ArrayList<>();
    for (int row = 0; row < Math.min(rows, MOST_ROWS); row++) {
      double[] x = new double[features];
      for (int i = 0; i < features; i++) {
        x[i] = probes[i][row % probes[i].length];
      }
      made.add(scoring.row(x));
    }
    return made;
  }

  /** Scores the stored rows again. */
  static void check(Scoring scoring, List<VerificationRow> stored) {
    for (VerificationRow row : stored) {
      VerificationRow now = scoring.row(row.x());
      if (!now.scoresLike(row)) {
        throw new ModelFormatException(
            "the model does not score as it did when it was written: stored "
                + row
                + ", now "
                + now
                + "; do not use it, and report the library version");
      }
    }
  }

  static byte[] write(List<VerificationRow> rows, List<Field> fields) {
    JsonText out = JsonText.pretty().beginObject().beginList("rows");
    for (VerificationRow row : rows) {
      out.beginObject().beginList("x");
      for (int i = 0; i < fields.size(); i++) {
        writeCell(out, fields.get(i), row.x()[i]);
      }
      out.endList().put("badLogOdds", row.badLogOdds()).put("pd", row.pd());
      out.put("score", row.score()).put("grade", row.grade()).endObject();
    }
    return out.endList().endObject().toBytes();
  }

  private static void writeCell(JsonText out, Field field, double cell) {
    int special = SpecialValues.codeOf(cell);
    if (Double.isNaN(cell)) {
      out.addNull();
    } else if (special >= 0) {
      out.add(nameOf(field, special));
    } else if (field.kind() != FieldKind.CATEGORY) {
      out.add(cell);
    } else {
      out.add(cell >= 0 ? field.rules().levels().get((int) cell) : UNSEEN_LEVEL);
    }
  }

  static List<VerificationRow> read(JsonObject json, Schema schema, List<String> features) {
    List<Field> fields = features.stream().map(schema::field).toList();
    List<VerificationRow> rows = new ArrayList<>();
    for (JsonObject row : json.objects("rows")) {
      List<JsonValue> values = row.value("x").list();
      double[] x = new double[fields.size()];
      if (values.size() != x.length) {
        row.violation("a row needs one value a feature", values.size() + " values", "");
      }
      for (int i = 0; i < x.length; i++) {
        x[i] = readCell(values.get(i), fields.get(i));
      }
      rows.add(new VerificationRow(
          x, row.number("badLogOdds"), row.number("pd"), row.whole("score"), row.text("grade")));
      row.finish();
    }
    json.finish();
    return rows;
  }

  private static double readCell(JsonValue value, Field field) {
    if (value.isNull()) {
      return Double.NaN;
    }
    if (value.isNumber()) {
      return value.number();
    }
    String text = value.text();
    if (field.special(text).isPresent()) {
      return field.special(text).get().cell();
    }
    int level = field.rules().levels().indexOf(text);
    if (level < 0 && !text.equals(UNSEEN_LEVEL)) {
      value.violation("must be a level or a special code of " + field.name(), "");
    }
    return level < 0 ? SpecialValues.UNSEEN : level;
  }

  private static String nameOf(Field field, int special) {
    return field.rules().specials().stream()
        .filter(code -> code.code() == special)
        .map(SpecialCode::name)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(field.name() + " has no special code " + special));
  }
}
