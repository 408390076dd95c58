package io.probity.metrics;

/**
 * The expected maximum profit of a score (EMPC): the profit over accepting everybody, as a fraction
 * of all lending, if the best cut-off is used for each loss given default.
 *
 * <p>EMPC = mean over lambda of max over cut-offs of lambda x bads rejected - ROI x goods rejected,
 * both as shares of all records, lambda the share lost of a bad loan.
 *
 * <p>Source: Verbraken, Bravo, Weber, Baesens, Development and application of consumer credit
 * scoring models using profit-based classification measures, 2014. The rejected share is not unique
 * where two cut-offs are equally good at lambda = 1; of those the one that rejects fewer is taken.
 *
 * @param value the profit, 0 or more
 * @param rejected the mean share of records rejected, in [0, 1]
 */
public record ExpectedMaximumProfit(double value, double rejected) {

  /** Checks the ranges. */
  public ExpectedMaximumProfit {
    if (!(value >= 0 && rejected >= 0 && rejected <= 1)) {
      throw new IllegalArgumentException(
          "a profit of at least 0 and a share in [0, 1] are needed, not " + value + " and "
              + rejected);
    }
  }

  /**
   * Returns the EMPC of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static ExpectedMaximumProfit of(RankedOutcomes outcomes, ProfitAssumptions assumptions) {
    RocHull hull = RocHull.of(outcomes);
    double badRate = outcomes.badRate();
    double spread = 1.0 - assumptions.noLoss() - assumptions.fullLoss();
    double profit = 0.0;
    double rejected = 0.0;
    double from = 0.0;
    for (int corner = 0; corner < hull.corners() && from < 1; corner++) {
      double to = lossOfEqualProfit(hull, corner, badRate, assumptions.returnOnInvestment());
      double bads = badRate * hull.truePositiveRate(corner);
      double goods = (1.0 - badRate) * hull.falsePositiveRate(corner);
      double cost = assumptions.returnOnInvestment() * goods;
      profit += spread * (0.5 * (to * to - from * from) * bads - (to - from) * cost);
      rejected += spread * (to - from) * (bads + goods);
      if (to == 1) {
        profit += assumptions.fullLoss() * (bads - cost);
        rejected += assumptions.fullLoss() * (bads + goods);
      }
      from = to;
    }
    return new ExpectedMaximumProfit(Math.max(0.0, profit), Math.max(0.0, Math.min(1.0, rejected)));
  }

  /** Returns the lambda, at most 1, from which the corner after this one earns more. */
  private static double lossOfEqualProfit(RocHull hull, int corner, double badRate, double roi) {
    if (corner == hull.corners() - 1) {
      return 1.0;
    }
    double bads = badRate * (hull.truePositiveRate(corner + 1) - hull.truePositiveRate(corner));
    double goods =
        (1.0 - badRate) * (hull.falsePositiveRate(corner + 1) - hull.falsePositiveRate(corner));
    return bads > 0 ? Math.min(1.0, roi * goods / bads) : 1.0;
  }
}
