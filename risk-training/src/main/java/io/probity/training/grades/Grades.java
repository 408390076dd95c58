package io.probity.training.grades;

import io.probity.metrics.Interval;
import io.probity.model.MasterScale;
import java.util.List;

/**
 * A master scale and what each of its grades holds.
 *
 * @param scale the scale
 * @param rows one for each grade, the safest first
 */
public record Grades(MasterScale scale, List<Row> rows) {

  /** Copies the rows. */
  public Grades {
    rows = List.copyOf(rows);
    if (rows.size() != scale.size()) {
      throw new IllegalArgumentException(
          "there are " + scale.size() + " grades, but rows for " + rows.size());
    }
  }

  /**
   * What a grade holds.
   *
   * @param grade its name
   * @param records the weight of its records
   * @param bads the weight of its bads
   * @param share its share of the weight of all records
   * @param meanPd the weighted mean PD; NaN for an empty grade
   * @param badRate the weighted share of bads; NaN for an empty grade
   * @param interval the Jeffreys interval of the bad rate; [0, 1] for an empty grade
   */
  public record Row(
      String grade,
      double records,
      double bads,
      double share,
      double meanPd,
      double badRate,
      Interval interval) {}

  /** Returns whether the bad rate rises from each grade with records to the next. */
  public boolean rises() {
    double last = Double.NEGATIVE_INFINITY;
    for (Row row : rows) {
      if (row.records() > 0) {
        if (!(row.badRate() > last)) {
          return false;
        }
        last = row.badRate();
      }
    }
    return true;
  }
}
