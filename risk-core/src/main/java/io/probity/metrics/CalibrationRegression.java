package io.probity.metrics;

/**
 * The calibration slope and intercept: the logistic regression of outcomes on ln(PD / (1 - PD)).
 *
 * <p>Right PDs have a slope of 1 and both intercepts 0. A slope below 1 means PDs too extreme, as
 * after overfitting; an intercept in the large below 0 means PDs too high. Standard errors take
 * weights as numbers of records.
 *
 * <p>Source: Cox, Two further applications of a model for binary regression, 1958.
 *
 * @param slope of log-odds on those of the PD
 * @param intercept fitted together with the slope
 * @param interceptInTheLarge fitted with the slope held at 1
 * @param likelihoodRatio the test of slope 1 and intercept 0 together, chi-squared with 2 degrees
 *     of freedom
 */
public record CalibrationRegression(
    Estimate slope, Estimate intercept, Estimate interceptInTheLarge, TestResult likelihoodRatio) {

  private static final int RESTRICTIONS = 2;

  /**
   * Fits the regression.
   *
   * @param outcomes records ranked by PD
   * @throws IllegalArgumentException if a PD is not inside (0, 1), there are no goods or no bads,
   *     all PDs are equal, or the PDs separate goods and bads completely, so that the slope is
   *     infinite
   */
  public static CalibrationRegression of(RankedOutcomes outcomes) {
    outcomes.requirePds("calibration slope").requireBothClasses("calibration slope");
    requireOverlap(outcomes);
    double[] logOdds = new double[outcomes.groups()];
    for (int group = 0; group < logOdds.length; group++) {
      double pd = outcomes.score(group);
      if (!(pd > 0 && pd < 1)) {
        throw new IllegalArgumentException(
            "calibration slope needs PDs above 0 and below 1, not " + pd + "; clip them first");
      }
      logOdds[group] = StrictMath.log(pd) - StrictMath.log1p(-pd);
    }
    LogisticFit joint = LogisticFit.ofInterceptAndSlope(outcomes, logOdds);
    LogisticFit large = LogisticFit.ofIntercept(outcomes, logOdds);
    double ratio = 2.0 * (joint.logLikelihood() - joint.logLikelihood(0.0, 1.0));
    return new CalibrationRegression(
        joint.slope(),
        joint.intercept(),
        large.intercept(),
        TestResult.ofChiSquare(Math.max(0.0, ratio), RESTRICTIONS));
  }

  /** The slope is finite only if some good lies above some bad and some bad above some good. */
  private static void requireOverlap(RankedOutcomes outcomes) {
    Auc auc = Auc.of(outcomes);
    if (outcomes.groups() == 1) {
      throw new IllegalArgumentException(
          "calibration slope needs PDs that differ, but all are " + outcomes.score(0));
    }
    if (auc.concordant() == 0 || auc.discordant() == 0) {
      throw new IllegalArgumentException(
          "the PDs separate goods and bads completely, so the calibration slope is infinite");
    }
  }
}
