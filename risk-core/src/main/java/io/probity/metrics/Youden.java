package io.probity.metrics;

/**
 * The cut-off with the largest Youden index: sensitivity + specificity - 1.
 *
 * <p>A record is called bad if its score is at or above the cut-off. Unlike {@link Ks} the index
 * does not count a gap in the wrong direction, so it is 0 for a score that ranks backwards.
 *
 * <p>Source: Youden, Index for rating diagnostic tests, 1950.
 *
 * @param cutOff the lowest score among equally good cut-offs
 * @param sensitivity the share of bads at or above it
 * @param specificity the share of goods below it
 */
public record Youden(double cutOff, double sensitivity, double specificity) {

  /** Checks that both shares are. */
  public Youden {
    if (!(sensitivity >= 0 && sensitivity <= 1 && specificity >= 0 && specificity <= 1)) {
      throw new IllegalArgumentException(
          "sensitivity and specificity are in [0, 1], not " + sensitivity + " and " + specificity);
    }
  }

  /**
   * Returns the best cut-off of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static Youden of(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("the Youden index");
    double goods = 0.0;
    double bads = 0.0;
    double best = 0.0; // in products of counts, which are exact
    Youden found = new Youden(outcomes.score(0), 1.0, 0.0);
    for (int group = 1; group < outcomes.groups(); group++) {
      goods += outcomes.goods(group - 1);
      bads += outcomes.bads(group - 1);
      double gap = goods * outcomes.totalBads() - bads * outcomes.totalGoods();
      if (gap > best) {
        best = gap;
        found = new Youden(
            outcomes.score(group),
            Math.max(0.0, 1.0 - bads / outcomes.totalBads()),
            Math.min(1.0, goods / outcomes.totalGoods()));
      }
    }
    return found;
  }

  /** Returns the index, in [0, 1]. */
  public double index() {
    return sensitivity + specificity - 1.0;
  }
}
