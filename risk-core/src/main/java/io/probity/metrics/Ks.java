package io.probity.metrics;

/**
 * The Kolmogorov-Smirnov statistic (KS) of a score: the largest gap between the shares of goods and
 * of bads at or below a score.
 *
 * <p>Tied records enter together. In [0, 1]; 0 where all scores are tied. The test that goes with
 * it is {@link KolmogorovSmirnov}.
 *
 * @param signed share of goods minus share of bads at the gap: above 0 if bads score higher
 * @param atScore the lowest score at which the gap is reached
 */
public record Ks(double signed, double atScore) {

  /** Checks that the gap is between shares. */
  public Ks {
    if (!(signed >= -1 && signed <= 1) || Double.isNaN(atScore)) {
      throw new IllegalArgumentException(
          "a KS is in [-1, 1] and is reached at a score, not " + signed + " at " + atScore);
    }
  }

  /**
   * Returns the KS of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static Ks of(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("KS");
    double totalGoods = outcomes.totalGoods();
    double totalBads = outcomes.totalBads();
    double goods = 0.0;
    double bads = 0.0;
    double widest = 0.0; // in products of counts, which are exact
    int at = 0;
    for (int group = 0; group < outcomes.groups(); group++) {
      goods += outcomes.goods(group);
      bads += outcomes.bads(group);
      double gap = goods * totalBads - bads * totalGoods;
      if (Math.abs(gap) > Math.abs(widest) && group < outcomes.groups() - 1) {
        widest = gap;
        at = group;
      }
    }
    double signed = widest / (totalGoods * totalBads);
    return new Ks(Math.max(-1.0, Math.min(1.0, signed)), outcomes.score(at));
  }

  /** Returns the KS of scores (higher is riskier) and targets (1 is bad). */
  public static Ks of(double[] score, int[] target) {
    return of(RankedOutcomes.of(score, target));
  }

  /** Returns the statistic, in [0, 1]. */
  public double value() {
    return Math.abs(signed);
  }
}
