package io.probity.training.split;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.table.Column;
import io.probity.table.DoubleColumn;
import io.probity.table.LevelColumn;
import io.probity.table.Table;
import io.probity.table.TextColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Records that a model learns from and records that it is judged by. With cross-validation the model
 * learns from all of them and the folds judge. Immutable.
 */
public final class Split {

  private final int[] learn;
  private final int[] judge;
  private final Optional<Folds> folds;

  private Split(int[] learn, int[] judge, Optional<Folds> folds) {
    this.learn = learn;
    this.judge = judge;
    this.folds = folds;
  }

  /**
   * Parts the records of a table.
   *
   * @param target 1 for bad, 0 for good, one a record
   * @throws InvalidInputException if a column is missing or of the wrong kind, or one side is empty
   */
  public static Split of(SplitPlan plan, Table table, int[] target, long seed) {
    for (String field : plan.fields()) {
      requireField(table, field);
    }
    if (plan instanceof SplitPlan.Stratified stratified) {
      long[] keys = keys(stratified.groupBy(), table, seed);
      KeyStrata strata = KeyStrata.of(keys, target);
      boolean[] held = new boolean[keys.length];
      for (int row = 0; row < held.length; row++) {
        held[row] = strata.isInFirst(stratified.share(), keys[row]);
      }
      return ofHeld(held);
    }
    if (plan instanceof SplitPlan.CrossValidated validated) {
      Folds folds = Folds.ofKeys(target, keys(validated.groupBy(), table, seed), validated.folds());
      int[] all = new int[target.length];
      Arrays.setAll(all, row -> row);
      return new Split(all, new int[0], Optional.of(folds));
    }
    if (plan instanceof SplitPlan.OutOfTime time) {
      return byPredicate(table.rows(), outOfTime(time, table), time.column());
    }
    SplitPlan.ByColumn byColumn = (SplitPlan.ByColumn) plan;
    return byPredicate(table.rows(), byColumn(byColumn, table), byColumn.column());
  }

  /** Returns the positions of the records to learn from, rising. */
  public int[] learn() {
    return learn.clone();
  }

  /** Returns the positions of the records held out, rising; none with cross-validation. */
  public int[] judge() {
    return judge.clone();
  }

  /** Returns the folds that judge with cross-validation. */
  public Optional<Folds> folds() {
    return folds;
  }

  /**
   * Returns the split of some of the records, on their sides as before.
   *
   * @param positions the records, rising; each is numbered anew by its place among them
   * @throws IllegalStateException with cross-validation
   */
  public Split rowsAt(int[] positions) {
    if (folds.isPresent()) {
      throw new IllegalStateException("folds judge all records, not some of them");
    }
    boolean[] held = new boolean[positions.length];
    for (int i = 0; i < held.length; i++) {
      held[i] = Arrays.binarySearch(judge, positions[i]) >= 0;
    }
    return ofHeld(held);
  }

  /**
   * Returns the positions of at most so many records, with the same share of bads, rising; all of them
   * where there are no more.
   *
   * @param target 1 for bad, 0 for good, one a record
   */
  public static int[] sample(int[] target, int most, long seed) {
    if (target.length <= most) {
      return IntStream.range(0, target.length).toArray();
    }
    long[] keys = RowKeys.ofPositions(target.length, seed);
    KeyStrata strata = KeyStrata.of(keys, target);
    double share = (double) most / target.length;
    return IntStream.range(0, target.length)
        .filter(row -> strata.isInFirst(share, keys[row]))
        .toArray();
  }

  private static long[] keys(Optional<String> groupBy, Table table, long seed) {
    return groupBy
        .map(field -> RowKeys.ofGroups(table, field, seed))
        .orElseGet(() -> RowKeys.ofPositions(table.rows(), seed));
  }

  private static IntPredicate outOfTime(SplitPlan.OutOfTime plan, Table table) {
    Field field = table.schema().field(plan.column());
    if (field.kind() != FieldKind.DATE) {
      throw broken(
          plan.column(), "a split in time needs a column of dates", field.kind().name());
    }
    DoubleColumn days = table.numbers(plan.column());
    double from = plan.from().toEpochDay();
    return row -> {
      if (Double.isNaN(days.cell(row))) {
        throw broken(
            plan.column(), "a split in time needs every day", "none in record " + (row + 1));
      }
      return days.cell(row) >= from;
    };
  }

  private static IntPredicate byColumn(SplitPlan.ByColumn plan, Table table) {
    Column column = table.column(plan.column());
    if (column instanceof TextColumn texts) {
      return row -> plan.heldOut().contains(texts.text(row));
    }
    if (column instanceof LevelColumn levels) {
      List<String> names = levels.levels();
      return row ->
          levels.cell(row) >= 0 && plan.heldOut().contains(names.get((int) levels.cell(row)));
    }
    throw broken(
        plan.column(),
        "a split by a column needs a category or a text",
        table.schema().field(plan.column()).kind().name());
  }

  private static Split byPredicate(int rows, IntPredicate heldOut, String column) {
    boolean[] held = new boolean[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      held[row] = heldOut.test(row);
      count += held[row] ? 1 : 0;
    }
    if (count == 0 || count == rows) {
      throw broken(
          column,
          "the split leaves one side without records",
          count + " of " + rows + " records held out");
    }
    return ofHeld(held);
  }

  private static Split ofHeld(boolean[] held) {
    int count = 0;
    for (boolean out : held) {
      count += out ? 1 : 0;
    }
    int[] learn = new int[held.length - count];
    int[] judge = new int[count];
    int l = 0;
    int j = 0;
    for (int row = 0; row < held.length; row++) {
      if (held[row]) {
        judge[j++] = row;
      } else {
        learn[l++] = row;
      }
    }
    return new Split(learn, judge, Optional.empty());
  }

  private static void requireField(Table table, String field) {
    if (!table.schema().has(field)) {
      List<String> names = table.schema().fields().stream().map(Field::name).toList();
      throw new InvalidInputException(new Violation(
          "plan at split",
          "there is no column \"" + field + "\"",
          "",
          NearestName.remedy(field, names)));
    }
  }

  private static InvalidInputException broken(String column, String rule, String received) {
    return new InvalidInputException(Violation.of("split by " + column, rule, received));
  }
}
