package io.probity.metrics;

/**
 * The sampling variance of an AUC without assumptions about the scores, and what follows from it.
 *
 * <p>A bad's placement is the share of goods below it, a tie counting half; a good's is the share
 * of bads above it. The variance is the sample variance of the bads' placements over the number of
 * bads plus the same of the goods. It is 0 where goods and bads are separated completely or all
 * tied: intervals then shrink to a point and say nothing.
 *
 * <p>Source: DeLong, DeLong, Clarke-Pearson, Comparing the areas under two or more correlated
 * receiver operating characteristic curves, 1988; computed by ranks as in Sun, Xu, Fast
 * implementation of DeLong's algorithm, 2014.
 *
 * @param auc in [0, 1]
 * @param variance of the AUC, 0 or more
 * @param bads the number of bads, at least 2
 * @param goods the number of goods, at least 2
 */
public record DeLong(double auc, double variance, double bads, double goods) {

  /** Checks the ranges. */
  public DeLong {
    if (!(auc >= 0 && auc <= 1 && variance >= 0 && bads >= 2 && goods >= 2)) {
      throw new IllegalArgumentException("an AUC in [0, 1], a variance of at least 0 and at least 2"
          + " bads and goods are needed, not " + auc + ", " + variance + ", " + bads + " and "
          + goods);
    }
  }

  /**
   * Returns the AUC of scored records with its variance.
   *
   * @throws IllegalArgumentException if there are fewer than 2 goods or 2 bads, or a weight is not
   *     whole
   */
  public static DeLong of(RankedOutcomes outcomes) {
    return new Placements(outcomes).deLong();
  }

  /** Returns the AUC of scores (higher is riskier) and targets (1 is bad) with its variance. */
  public static DeLong of(double[] score, int[] target) {
    return of(RankedOutcomes.of(score, target));
  }

  /** Returns the standard error of the AUC. */
  public double standardError() {
    return Math.sqrt(variance);
  }

  /** Returns the normal interval of the AUC, clipped to [0, 1]. */
  public Interval interval(double level) {
    double half = Level.standardErrors(level) * standardError();
    return Interval.around(auc, half).clippedTo(0.0, 1.0);
  }

  /** Returns the interval of the Gini coefficient, 2 AUC - 1, clipped to [-1, 1]. */
  public Interval giniInterval(double level) {
    return interval(level).mapped(2.0, -1.0);
  }

  /**
   * Returns the interval that is normal in ln(AUC / (1 - AUC)), inside (0, 1) without clipping. For
   * an AUC of exactly 0 or 1 both ends equal it.
   */
  public Interval logitInterval(double level) {
    double quantile = Level.standardErrors(level);
    if (auc == 0 || auc == 1) {
      return new Interval(auc, auc);
    }
    double logit = StrictMath.log(auc / (1.0 - auc));
    Interval scaled = Interval.around(logit, quantile * standardError() / (auc * (1.0 - auc)));
    return new Interval(
        1.0 / (1.0 + StrictMath.exp(-scaled.low())), 1.0 / (1.0 + StrictMath.exp(-scaled.high())));
  }

  /**
   * Tests whether two AUCs of different records are equal, with Welch's degrees of freedom over the
   * numbers of records. For two scores of the same records use {@link PairedDeLong}.
   */
  public WelchTest compareUnpaired(DeLong other) {
    return WelchTest.of(
        auc - other.auc, variance, bads + goods, other.variance, other.bads + other.goods);
  }
}
