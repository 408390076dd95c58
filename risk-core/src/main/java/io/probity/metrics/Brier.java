package io.probity.metrics;

/**
 * The Brier score: the mean squared difference of PD and outcome.
 *
 * <p>Source: Brier, Verification of forecasts expressed in terms of probability, 1950.
 *
 * @param value in [0, 1]; 0 is perfect
 * @param ofBadRate the score of giving every record the observed bad rate
 */
public record Brier(double value, double ofBadRate) {

  /** Checks the ranges. */
  public Brier {
    if (!(value >= 0 && value <= 1 && ofBadRate >= 0 && ofBadRate <= 0.25)) {
      throw new IllegalArgumentException("a Brier score is in [0, 1] and that of the bad rate in"
          + " [0, 0.25], not " + value + " and " + ofBadRate);
    }
  }

  /**
   * Returns the Brier score of PDs; one class is enough.
   *
   * @param outcomes records ranked by PD
   * @throws IllegalArgumentException if a score is not in [0, 1]
   */
  public static Brier of(RankedOutcomes outcomes) {
    outcomes.requirePds("the Brier score");
    double sum = 0.0;
    for (int group = 0; group < outcomes.groups(); group++) {
      double pd = outcomes.score(group);
      sum += outcomes.bads(group) * (1.0 - pd) * (1.0 - pd) + outcomes.goods(group) * pd * pd;
    }
    double badRate = outcomes.badRate();
    return new Brier(Math.min(1.0, sum / outcomes.totalWeight()), badRate * (1.0 - badRate));
  }

  /**
   * Returns 1 - value / {@link #ofBadRate}: 1 is perfect, 0 no better than the bad rate, below 0
   * worse.
   *
   * @throws IllegalArgumentException if there were only goods or only bads
   */
  public double skill() {
    if (!(ofBadRate > 0)) {
      throw new IllegalArgumentException("the Brier skill score needs goods and bads");
    }
    return 1.0 - value / ofBadRate;
  }
}
