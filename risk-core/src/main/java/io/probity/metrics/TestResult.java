package io.probity.metrics;

/**
 * The outcome of a statistical test.
 *
 * @param statistic the test statistic; infinite where the data exclude the hypothesis outright
 * @param pValue the probability of a result at least as extreme if the hypothesis holds, in [0, 1]
 */
public record TestResult(double statistic, double pValue) {

  /** Checks that both are numbers and the p-value is a probability. */
  public TestResult {
    if (Double.isNaN(statistic) || !(pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException(
          "a test needs a statistic and a p-value in [0, 1], not " + statistic + " and " + pValue);
    }
  }

  /** Returns the test of a statistic that is standard normal under the hypothesis, both tails. */
  static TestResult ofNormal(double z) {
    return new TestResult(z, NormalLaw.twoSided(z));
  }

  /** Returns the test of a statistic that is chi-squared under the hypothesis, upper tail. */
  static TestResult ofChiSquare(double statistic, double degreesOfFreedom) {
    return new TestResult(statistic, ChiSquareLaw.upperTail(statistic, degreesOfFreedom));
  }

  /** Returns the test of a statistic that follows Student's law, both tails. */
  static TestResult ofStudent(double t, double degreesOfFreedom) {
    return new TestResult(t, StudentLaw.twoSided(t, degreesOfFreedom));
  }
}
