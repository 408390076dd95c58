package io.probity.metrics;

/**
 * The least misclassification that any single cut-off reaches.
 *
 * <p>A record is called bad if its score is at or above the cut-off.
 *
 * @param value the loss, 0 or more
 * @param cutOff the lowest score among equally good cut-offs; positive infinity if calling nobody
 *     bad is better than any
 */
public record MinimumLoss(double value, double cutOff) {

  /** Checks that the loss is one. */
  public MinimumLoss {
    if (!(value >= 0) || Double.isNaN(cutOff)) {
      throw new IllegalArgumentException(
          "a loss of at least 0 and a cut-off are needed, not " + value + " at " + cutOff);
    }
  }

  /**
   * Returns the minimum error rate: the least share of records on the wrong side.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static MinimumLoss ofErrors(RankedOutcomes outcomes) {
    return least(outcomes, 1.0, 1.0);
  }

  /**
   * Returns the minimum weighted loss: 2 (c x share of goods called bad + (1 - c) x share of bads
   * not called bad), both as shares of all records, where c = ratio / (1 + ratio).
   *
   * @param severityRatio the cost of calling a good bad over that of calling a bad good, above 0;
   *     bads / goods is usual
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static MinimumLoss ofWeightedErrors(RankedOutcomes outcomes, double severityRatio) {
    if (!(severityRatio > 0 && severityRatio <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a severity ratio must be above 0, not " + severityRatio);
    }
    double cost = severityRatio / (1.0 + severityRatio);
    return least(outcomes, 2.0 * cost, 2.0 / (1.0 + severityRatio));
  }

  private static MinimumLoss least(RankedOutcomes outcomes, double perGood, double perBad) {
    outcomes.requireBothClasses("a minimum loss");
    double goodsBelow = 0.0;
    double badsBelow = 0.0;
    double best = perGood * outcomes.totalGoods();
    double cutOff = outcomes.score(0);
    for (int group = 0; group < outcomes.groups(); group++) {
      goodsBelow += outcomes.goods(group);
      badsBelow += outcomes.bads(group);
      double goodsAbove = Math.max(0.0, outcomes.totalGoods() - goodsBelow);
      double loss = perGood * goodsAbove + perBad * badsBelow;
      if (loss < best) {
        best = loss;
        cutOff =
            group + 1 < outcomes.groups() ? outcomes.score(group + 1) : Double.POSITIVE_INFINITY;
      }
    }
    return new MinimumLoss(best / outcomes.totalWeight(), cutOff);
  }
}
