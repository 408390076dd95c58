package io.probity.training.split;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The JSON form of split plans: {@code kind} and what belongs to it. */
public final class SplitPlanJson {

  private enum Kind {
    STRATIFIED,
    FOLDS,
    OUT_OF_TIME,
    COLUMN
  }

  private SplitPlanJson() {}

  /** Reads a split plan. */
  public static SplitPlan read(JsonObject json) {
    Kind kind = json.choice("kind", Kind.class);
    SplitPlan plan = switch (kind) {
      case STRATIFIED -> {
        double share = json.number("share");
        Optional<String> groupBy = groupBy(json);
        yield json.build(() -> new SplitPlan.Stratified(share, groupBy));
      }
      case FOLDS -> {
        int folds = json.whole("folds");
        Optional<String> groupBy = groupBy(json);
        yield json.build(() -> new SplitPlan.CrossValidated(folds, groupBy));
      }
      case OUT_OF_TIME -> {
        String column = json.text("column");
        LocalDate from = json.date("from");
        yield new SplitPlan.OutOfTime(column, from);
      }
      case COLUMN -> {
        String column = json.text("column");
        List<String> heldOut = json.value("heldOut").texts();
        yield json.build(() -> new SplitPlan.ByColumn(column, new TreeSet<>(heldOut)));
      }
    };
    json.finish();
    return plan;
  }

  private static Optional<String> groupBy(JsonObject json) {
    return json.nullableValue("groupBy").map(value -> value.text());
  }

  /** Writes a split plan under a key. */
  public static void write(JsonText out, String key, SplitPlan plan) {
    out.beginObject(key);
    if (plan instanceof SplitPlan.Stratified stratified) {
      out.put("kind", Kind.STRATIFIED.name()).put("share", stratified.share());
      stratified.groupBy().ifPresent(field -> out.put("groupBy", field));
    } else if (plan instanceof SplitPlan.CrossValidated validated) {
      out.put("kind", Kind.FOLDS.name()).put("folds", validated.folds());
      validated.groupBy().ifPresent(field -> out.put("groupBy", field));
    } else if (plan instanceof SplitPlan.OutOfTime time) {
      out.put("kind", Kind.OUT_OF_TIME.name()).put("column", time.column());
      out.put("from", time.from().toString());
    } else if (plan instanceof SplitPlan.ByColumn byColumn) {
      out.put("kind", Kind.COLUMN.name()).put("column", byColumn.column());
      out.put("heldOut", byColumn.heldOut());
    }
    out.endObject();
  }
}
