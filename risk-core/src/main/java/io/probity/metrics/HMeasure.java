package io.probity.metrics;

/**
 * The H-measure: the share of the expected cost of misclassification that the score saves, with the
 * relative cost of the two errors drawn from the same prior for every score.
 *
 * <p>In [0, 1]: 0 for a score no better than calling everybody the same, 1 for complete separation.
 * For each cost the best cut-off is used, so it is computed on the {@link RocHull}.
 *
 * <p>Source: Hand, Measuring classifier performance: a coherent alternative to the area under the
 * ROC curve, 2009.
 *
 * @param value in [0, 1]
 * @param prior the law of costs it was computed with
 */
public record HMeasure(double value, CostPrior prior) {

  /** Checks the range. */
  public HMeasure {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("an H-measure is in [0, 1], not " + value);
    }
  }

  /**
   * Returns the H-measure of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static HMeasure of(RankedOutcomes outcomes, CostPrior prior) {
    RocHull hull = RocHull.of(outcomes);
    double badRate = outcomes.badRate();
    double loss = expectedLoss(hull, badRate, prior);
    double worst = (1.0 - badRate) * prior.meanCostUpTo(badRate)
        + badRate * (prior.meanComplementUpTo(1.0) - prior.meanComplementUpTo(badRate));
    return new HMeasure(Math.max(0.0, Math.min(1.0, 1.0 - loss / worst)), prior);
  }

  /** Each corner is best between the costs at which it is as good as its two neighbours. */
  private static double expectedLoss(RocHull hull, double badRate, CostPrior prior) {
    double goodRate = 1.0 - badRate;
    double loss = 0.0;
    double fromCost = 0.0;
    double fromComplement = 0.0;
    for (int corner = hull.corners() - 1; corner >= 0; corner--) {
      double to = corner == 0 ? 1.0 : costOfEqualLoss(hull, corner, badRate);
      double toCost = prior.meanCostUpTo(to);
      double toComplement = prior.meanComplementUpTo(to);
      loss += goodRate * hull.falsePositiveRate(corner) * (toCost - fromCost)
          + badRate * (1.0 - hull.truePositiveRate(corner)) * (toComplement - fromComplement);
      fromCost = toCost;
      fromComplement = toComplement;
    }
    return loss;
  }

  /** Returns the c at which a corner and the one before it cost the same. */
  private static double costOfEqualLoss(RocHull hull, int corner, double badRate) {
    double bads = badRate * (hull.truePositiveRate(corner) - hull.truePositiveRate(corner - 1));
    double goods =
        (1.0 - badRate) * (hull.falsePositiveRate(corner) - hull.falsePositiveRate(corner - 1));
    return bads / (bads + goods);
  }
}
