package io.probity.metrics;

import org.apache.commons.math3.special.Beta;

/**
 * What the H-measure believes about the cost of errors: a beta law for c, the cost of calling a
 * good bad, where calling a bad good costs 1 - c.
 *
 * <p>Three priors are called the default in the literature and they give different H-measures, so a
 * published H-measure must name its prior.
 *
 * @param a the first parameter of the beta law, above 0
 * @param b the second parameter, above 0
 */
public record CostPrior(double a, double b) {

  /** Beta(2, 2), whatever the bad rate. Source: Hand, Measuring classifier performance, 2009. */
  public static final CostPrior SYMMETRIC = new CostPrior(2.0, 2.0);

  /** Checks that both parameters are positive. */
  public CostPrior {
    if (!(a > 0 && b > 0 && a <= Double.MAX_VALUE && b <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a beta law needs finite parameters above 0, not " + a + " and " + b);
    }
  }

  /**
   * Returns Beta(2, 1 + 1 / ratio), whose mode weighs the two errors in this ratio.
   *
   * @param ratio the cost of calling a good bad over that of calling a bad good, above 0
   */
  public static CostPrior ofSeverityRatio(double ratio) {
    if (!(ratio > 0 && ratio <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a severity ratio must be above 0, not " + ratio);
    }
    return new CostPrior(2.0, 1.0 + 1.0 / ratio);
  }

  /**
   * Returns Beta(2, 1 + goods / bads), whose mode is the bad rate: the severity ratio is bads /
   * goods. It is what the R package hmeasure takes unless told otherwise.
   */
  public static CostPrior ofSeverityByClassSizes(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("a cost prior");
    return ofSeverityRatio(outcomes.totalBads() / outcomes.totalGoods());
  }

  /**
   * Returns Beta(1 + share of bads, 1 + share of goods).
   *
   * <p>Source: Hand, Anagnostopoulos, A better Beta for the H measure of classification
   * performance, 2014.
   */
  public static CostPrior ofClassShares(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("a cost prior");
    return new CostPrior(1.0 + outcomes.badRate(), 2.0 - outcomes.badRate());
  }

  /** Returns the mean of c over costs up to {@code cost}, times their probability. */
  double meanCostUpTo(double cost) {
    return a / (a + b) * Beta.regularizedBeta(cost, a + 1.0, b);
  }

  /** Returns the mean of 1 - c over costs up to {@code cost}, times their probability. */
  double meanComplementUpTo(double cost) {
    return b / (a + b) * Beta.regularizedBeta(cost, a, b + 1.0);
  }
}
