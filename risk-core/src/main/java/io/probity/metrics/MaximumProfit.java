package io.probity.metrics;

/**
 * The cut-off that earns most if every good accepted earns the same and every bad accepted loses
 * the same.
 *
 * <p>A record is accepted if its score is below the cut-off. Of equally good cut-offs the one that
 * accepts fewest is taken.
 *
 * @param value the profit at the cut-off, 0 or more, in the unit of the amounts
 * @param acceptBelow the cut-off: a score, the lowest one if nobody should be accepted, or positive
 *     infinity if everybody should
 * @param accepted the weight of records accepted
 * @param profitOfAll the profit of accepting everybody
 */
public record MaximumProfit(double value, double acceptBelow, double accepted, double profitOfAll) {

  /** Checks that the figures are numbers. */
  public MaximumProfit {
    if (!(value >= 0 && accepted >= 0) || Double.isNaN(acceptBelow) || Double.isNaN(profitOfAll)) {
      throw new IllegalArgumentException(
          "a profit and a weight of at least 0 are needed, not " + value + " and " + accepted);
    }
  }

  /**
   * Returns the best cut-off of scored records.
   *
   * @param perGood what a good earns, finite and at least 0
   * @param perBad what a bad loses, finite and at least 0
   */
  public static MaximumProfit of(RankedOutcomes outcomes, double perGood, double perBad) {
    if (!(perGood >= 0 && perBad >= 0 && perGood + perBad <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("profit per good and loss per bad must be finite and at"
          + " least 0, not " + perGood + " and " + perBad);
    }
    double best = 0.0;
    double acceptBelow = outcomes.score(0);
    double accepted = 0.0;
    double goods = 0.0;
    double bads = 0.0;
    double profit = 0.0;
    for (int group = 0; group < outcomes.groups(); group++) {
      goods += outcomes.goods(group);
      bads += outcomes.bads(group);
      profit = perGood * goods - perBad * bads;
      if (profit > best) {
        best = profit;
        accepted = goods + bads;
        acceptBelow =
            group + 1 < outcomes.groups() ? outcomes.score(group + 1) : Double.POSITIVE_INFINITY;
      }
    }
    return new MaximumProfit(best, acceptBelow, accepted, profit);
  }
}
