package io.probity.metrics;

/**
 * An estimate with its standard error, normal for many records.
 *
 * @param value the estimate
 * @param standardError 0 or more
 */
public record Estimate(double value, double standardError) {

  /** Checks that both are finite. */
  public Estimate {
    if (!(Math.abs(value) <= Double.MAX_VALUE
        && standardError >= 0
        && standardError <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("an estimate and its standard error must be finite, not "
          + value + " and " + standardError);
    }
  }

  /** Returns the normal interval. */
  public Interval interval(double level) {
    return Interval.around(value, Level.standardErrors(level) * standardError);
  }

  /**
   * Tests whether the true value is the given one; the statistic is z, the p-value two-sided. With
   * a standard error of 0 the p-value is 1 or 0.
   */
  public TestResult test(double hypothesis) {
    double difference = value - hypothesis;
    if (standardError == 0) {
      return difference == 0
          ? new TestResult(0.0, 1.0)
          : new TestResult(Math.copySign(Double.POSITIVE_INFINITY, difference), 0.0);
    }
    return TestResult.ofNormal(difference / standardError);
  }
}
