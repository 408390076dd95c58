package io.probity.metrics;

/**
 * Spearman's rank correlation: Pearson's correlation of ranks, tied values sharing the mean of
 * theirs.
 *
 * @param value in [-1, 1]
 * @param rows the number of pairs, at least 2
 */
public record Spearman(double value, int rows) {

  /** Checks the ranges. */
  public Spearman {
    if (!(value >= -1 && value <= 1 && rows >= 2)) {
      throw new IllegalArgumentException(
          "a correlation is in [-1, 1] and needs at least 2 pairs, not " + value + " of " + rows);
    }
  }

  /**
   * Returns the rank correlation of two columns of finite numbers.
   *
   * @throws IllegalArgumentException if the columns differ in length, have fewer than 2 rows, hold
   *     a number that is not finite, or one of them is constant
   */
  public static Spearman of(double[] x, double[] y) {
    Pearson ofRanks = Pearson.of(
        DenseRanks.of(x, "the first column").midRanks(),
        DenseRanks.of(y, "the second column").midRanks());
    return new Spearman(ofRanks.value(), x.length);
  }

  /**
   * Tests whether the rank correlation is 0 by Student's law, two-sided: an approximation that is
   * good from about 10 pairs.
   *
   * @throws IllegalArgumentException if there are fewer than 3 pairs
   */
  public TestResult test() {
    return Pearson.test(value, rows);
  }
}
