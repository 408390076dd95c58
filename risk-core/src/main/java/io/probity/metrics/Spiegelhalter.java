package io.probity.metrics;

/**
 * Spiegelhalter's test of PDs, without bins: the Brier score beside what it should be if the PDs
 * are right.
 *
 * <p>z = sum of (outcome - PD)(1 - 2 PD) / root of the sum of (1 - 2 PD)^2 PD (1 - PD), normal if
 * the PDs are right. Above 0 if outcomes are worse than predicted among low PDs, or better among
 * high ones.
 *
 * <p>Source: Spiegelhalter, Probabilistic prediction in patient management and clinical trials,
 * 1986.
 */
public final class Spiegelhalter {

  private Spiegelhalter() {}

  /**
   * Returns z and its two-sided p-value; one class is enough.
   *
   * @param outcomes records ranked by PD, with whole weights
   * @throws IllegalArgumentException if a score is not in [0, 1], or every PD is 0, 0.5 or 1, which
   *     leaves the test without variance
   */
  public static TestResult of(RankedOutcomes outcomes) {
    outcomes.requirePds("Spiegelhalter's test").requireCounts("Spiegelhalter's test");
    double surplus = 0.0;
    double variance = 0.0;
    for (int group = 0; group < outcomes.groups(); group++) {
      double pd = outcomes.score(group);
      double weight = outcomes.weight(group);
      surplus += (outcomes.bads(group) - weight * pd) * (1.0 - 2.0 * pd);
      variance += weight * (1.0 - 2.0 * pd) * (1.0 - 2.0 * pd) * pd * (1.0 - pd);
    }
    return of(surplus, variance);
  }

  static TestResult of(double surplus, double variance) {
    if (!(variance > 0)) {
      throw new IllegalArgumentException(
          "Spiegelhalter's test needs a PD other than 0, 0.5 and 1, but there is none");
    }
    return TestResult.ofNormal(surplus / Math.sqrt(variance));
  }
}
