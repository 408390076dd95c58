package io.probity.limit;

import io.probity.lending.Share;
import java.util.List;

/**
 * A share by the size of a number: the first row whose bound the number does not pass.
 *
 * @param rows the rows, bounds rising; the last has no bound (positive infinity)
 */
public record StepTable(List<Row> rows) {

  /** A table that always gives nothing. */
  public static final StepTable NONE =
      new StepTable(List.of(new Row(Double.POSITIVE_INFINITY, Share.NONE)));

  /**
   * One row.
   *
   * @param upTo the largest number of the row, included
   * @param share the share
   */
  public record Row(double upTo, Share share) {}

  /** Checks that the bounds rise to infinity. */
  public StepTable {
    rows = List.copyOf(rows);
    double last = Double.NEGATIVE_INFINITY;
    for (Row row : rows) {
      if (!(row.upTo() > last)) {
        throw new IllegalArgumentException("the bounds of a table must rise, not " + rows);
      }
      last = row.upTo();
    }
    if (last != Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("the last row of a table must have no bound");
    }
  }

  /** Returns the share for a number; for NaN the largest share of the table. */
  public Share of(double number) {
    if (Double.isNaN(number)) {
      return largest();
    }
    for (Row row : rows) {
      if (number <= row.upTo()) {
        return row.share();
      }
    }
    throw new IllegalStateException("the last row of a table has no bound");
  }

  /** Returns whether the table gives anything other than nothing. */
  public boolean isNone() {
    return largest().equals(Share.NONE);
  }

  private Share largest() {
    Share largest = Share.NONE;
    for (Row row : rows) {
      largest = row.share().billionths() > largest.billionths() ? row.share() : largest;
    }
    return largest;
  }
}
