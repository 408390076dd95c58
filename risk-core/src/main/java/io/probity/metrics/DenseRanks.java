package io.probity.metrics;

import java.util.Arrays;

/** The distinct values of a column from low to high, and which of them each row holds. */
final class DenseRanks {

  private final double[] values;
  private final int[] rankOf;

  private DenseRanks(double[] values, int[] rankOf) {
    this.values = values;
    this.rankOf = rankOf;
  }

  /**
   * Ranks the rows; -0.0 equals 0.0.
   *
   * @param name what the values are, for messages
   */
  static DenseRanks of(double[] column, String name) {
    double[] sorted = new double[column.length];
    for (int row = 0; row < column.length; row++) {
      if (!Double.isFinite(column[row])) {
        throw new IllegalArgumentException(name
            + " must be finite, but row "
            + row
            + " has "
            + column[row]
            + "; drop or repair that record");
      }
      sorted[row] = column[row] + 0.0;
    }
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] > sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    double[] values = Arrays.copyOf(sorted, distinct);
    int[] rankOf = new int[column.length];
    for (int row = 0; row < column.length; row++) {
      rankOf[row] = Arrays.binarySearch(values, column[row] + 0.0);
    }
    return new DenseRanks(values, rankOf);
  }

  /** Returns the distinct values, rising; the caller must not change them. */
  double[] valuesUnsafe() {
    return values;
  }

  /** Returns the position of each row's value among the distinct ones; not to be changed. */
  int[] rankOfUnsafe() {
    return rankOf;
  }

  /** Returns how many rows hold each distinct value. */
  int[] counts() {
    int[] counts = new int[values.length];
    for (int rank : rankOf) {
      counts[rank]++;
    }
    return counts;
  }

  /** Returns the rank of each row from 1, tied rows sharing the mean of their ranks. */
  double[] midRanks() {
    int[] counts = counts();
    double[] midRank = new double[counts.length];
    long before = 0;
    for (int i = 0; i < counts.length; i++) {
      midRank[i] = before + (counts[i] + 1) / 2.0;
      before += counts[i];
    }
    double[] ranks = new double[rankOf.length];
    for (int row = 0; row < ranks.length; row++) {
      ranks[row] = midRank[rankOf[row]];
    }
    return ranks;
  }
}
