package io.probity.training.binning;

import io.probity.schema.Field;
import java.util.OptionalInt;

/** The cuts of a numeric feature by quantiles over its distinct values, for trainers that bin finely. */
public final class PreBinCuts {

  private PreBinCuts() {}

  /**
   * Returns the cuts between pre-bins of about equal weight, rising; none where there is at most one
   * distinct value.
   *
   * @param cells the cells of the feature
   * @param most the largest number of pre-bins, 2 to {@value CutRules#MOST_PRE_BINS}
   * @throws IllegalArgumentException if a cell is infinite
   */
  public static double[] of(Field field, double[] cells, Outcomes outcomes, int most) {
    NumericColumn column = NumericColumn.of(field.rules(), cells, outcomes);
    if (column.infiniteRow >= 0) {
      throw new IllegalArgumentException(field.name() + " is infinite in record "
          + column.infiniteRow
          + "; make it missing, a special code or a number");
    }
    if (column.values.length < 2) {
      return new double[0];
    }
    CutRules rules = new CutRules(
        most,
        0.0,
        CutRules.DEFAULT.candidates(),
        CutRules.DEFAULT.fixed(),
        CutRules.DEFAULT.excluded(),
        CutPlacement.ROUNDEST,
        OptionalInt.empty());
    return NumericPreBins.of(column, rules).stream()
        .mapToDouble(NumericPreBins.Cut::value)
        .toArray();
  }
}
