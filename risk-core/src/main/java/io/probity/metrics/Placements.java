package io.probity.metrics;

/** DeLong's placement values of each group of equal scores, from cumulative counts. */
final class Placements {

  private final RankedOutcomes outcomes;
  private final double[] goodsBelow; // share of goods below a group, half of its own included
  private final double[] badsAbove; // share of bads above a group, half of its own included
  private final double auc;

  Placements(RankedOutcomes outcomes) {
    this.outcomes = outcomes.requireBothClasses("AUC").requireCounts("DeLong's variance");
    if (!(outcomes.totalBads() >= 2 && outcomes.totalGoods() >= 2)) {
      throw new IllegalArgumentException("DeLong's variance needs at least 2 goods and 2 bads, not "
          + outcomes.totalGoods() + " and " + outcomes.totalBads());
    }
    this.goodsBelow = new double[outcomes.groups()];
    this.badsAbove = new double[outcomes.groups()];
    double goods = 0.0;
    double bads = 0.0;
    for (int group = 0; group < goodsBelow.length; group++) {
      goods += outcomes.goods(group);
      bads += outcomes.bads(group);
      goodsBelow[group] = (goods - 0.5 * outcomes.goods(group)) / outcomes.totalGoods();
      badsAbove[group] =
          (outcomes.totalBads() - bads + 0.5 * outcomes.bads(group)) / outcomes.totalBads();
    }
    this.auc = Auc.of(outcomes).value();
  }

  double auc() {
    return auc;
  }

  /** Returns how far a record's placement lies from the mean of its class. */
  double deviation(int row) {
    int group = outcomes.groupOf(row);
    return (outcomes.isBad(row) ? goodsBelow[group] : badsAbove[group]) - auc;
  }

  DeLong deLong() {
    double badSquares = 0.0;
    double goodSquares = 0.0;
    for (int group = 0; group < goodsBelow.length; group++) {
      double bad = goodsBelow[group] - auc;
      double good = badsAbove[group] - auc;
      badSquares += outcomes.bads(group) * bad * bad;
      goodSquares += outcomes.goods(group) * good * good;
    }
    double variance = variance(badSquares, goodSquares, outcomes);
    return new DeLong(auc, variance, outcomes.totalBads(), outcomes.totalGoods());
  }

  /** Returns the variance of a mean difference from sums of squares (or products) of deviations. */
  static double variance(double badSquares, double goodSquares, RankedOutcomes outcomes) {
    double bads = outcomes.totalBads();
    double goods = outcomes.totalGoods();
    return badSquares / (bads - 1.0) / bads + goodSquares / (goods - 1.0) / goods;
  }
}
