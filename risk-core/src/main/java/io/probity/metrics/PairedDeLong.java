package io.probity.metrics;

/**
 * Two scores of the same records compared by their AUCs.
 *
 * <p>Two scores that rank alike have a difference and a variance of 0: the test then returns a
 * statistic of 0 and a p-value of 1.
 *
 * <p>Source: DeLong, DeLong, Clarke-Pearson, Comparing the areas under two or more correlated
 * receiver operating characteristic curves, 1988.
 *
 * @param first the AUC of the first score
 * @param second the AUC of the second score
 * @param covariance of the two AUCs
 * @param differenceVariance the variance of first - second
 */
public record PairedDeLong(
    DeLong first, DeLong second, double covariance, double differenceVariance) {

  /** Checks that the variance is one. */
  public PairedDeLong {
    if (!(differenceVariance >= 0) || !Double.isFinite(covariance)) {
      throw new IllegalArgumentException("a variance of at least 0 and a finite covariance are"
          + " needed, not " + differenceVariance + " and " + covariance);
    }
  }

  /**
   * Compares two scores.
   *
   * @param first the records ranked by the first score
   * @param second the same records, in the same order of rows, ranked by the second score
   * @throws IllegalArgumentException if rows differ in number, target or weight, or {@link DeLong}
   *     refuses them
   */
  public static PairedDeLong of(RankedOutcomes first, RankedOutcomes second) {
    requireSameRows(first, second);
    Placements one = new Placements(first);
    Placements two = new Placements(second);
    double[] products = new double[2]; // goods, bads
    double[] squares = new double[2];
    for (int row = 0; row < first.rows(); row++) {
      int kind = first.isBad(row) ? 1 : 0;
      double weight = first.weightOf(row);
      double a = one.deviation(row);
      double b = two.deviation(row);
      products[kind] += weight * a * b;
      squares[kind] += weight * (a - b) * (a - b);
    }
    return new PairedDeLong(
        one.deLong(),
        two.deLong(),
        Placements.variance(products[1], products[0], first),
        Placements.variance(squares[1], squares[0], first));
  }

  /** Returns the first AUC minus the second. */
  public double difference() {
    return first.auc() - second.auc();
  }

  /** Returns the normal interval of the difference, clipped to [-1, 1]. */
  public Interval interval(double level) {
    double half = Level.standardErrors(level) * Math.sqrt(differenceVariance);
    return Interval.around(difference(), half).clippedTo(-1.0, 1.0);
  }

  /** Tests whether the two AUCs are equal; the statistic is z, the p-value two-sided. */
  public TestResult test() {
    if (differenceVariance == 0) {
      return difference() == 0
          ? new TestResult(0.0, 1.0)
          : new TestResult(Math.copySign(Double.POSITIVE_INFINITY, difference()), 0.0);
    }
    return TestResult.ofNormal(difference() / Math.sqrt(differenceVariance));
  }

  private static void requireSameRows(RankedOutcomes first, RankedOutcomes second) {
    if (first.rows() != second.rows()) {
      throw new IllegalArgumentException(
          "both scores must be of the same records, not " + first.rows() + " and " + second.rows());
    }
    for (int row = 0; row < first.rows(); row++) {
      if (first.isBad(row) != second.isBad(row) || first.weightOf(row) != second.weightOf(row)) {
        throw new IllegalArgumentException(
            "both scores must be of the same records, but row " + row + " differs");
      }
    }
  }
}
