package io.probity.metrics;

/**
 * A test of the difference of two independent estimates with unequal variances, referred to
 * Student's law with Welch's degrees of freedom.
 *
 * <p>Source: Welch, The generalization of "Student's" problem when several different population
 * variances are involved, 1947.
 *
 * @param statistic the difference over its standard error
 * @param degreesOfFreedom Welch's approximation, above 0
 * @param pValue two-sided, in [0, 1]
 */
public record WelchTest(double statistic, double degreesOfFreedom, double pValue) {

  /** Checks that all three are numbers in their ranges. */
  public WelchTest {
    if (Double.isNaN(statistic) || !(degreesOfFreedom > 0) || !(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException(
          "a Welch test needs a statistic, degrees of freedom above 0"
              + " and a p-value in [0, 1], not "
              + statistic
              + ", "
              + degreesOfFreedom
              + " and "
              + pValue);
    }
  }

  /**
   * Returns the test of a difference.
   *
   * @param firstVariance the squared standard error of the first estimate, from {@code firstCount}
   *     records; at least 2 records each
   */
  static WelchTest of(
      double difference,
      double firstVariance,
      double firstCount,
      double secondVariance,
      double secondCount) {
    double variance = firstVariance + secondVariance;
    if (variance == 0) {
      return difference == 0
          ? new WelchTest(0.0, firstCount + secondCount - 2, 1.0)
          : new WelchTest(
              Math.copySign(Double.POSITIVE_INFINITY, difference),
              firstCount + secondCount - 2,
              0.0);
    }
    double first = firstVariance / variance;
    double second = secondVariance / variance;
    double degrees = 1.0 / (first * first / (firstCount - 1) + second * second / (secondCount - 1));
    double statistic = difference / Math.sqrt(variance);
    return new WelchTest(statistic, degrees, StudentLaw.twoSided(statistic, degrees));
  }
}
