package io.probity.training.binning;

import java.util.BitSet;

/** Which two neighbouring bins satisfy the rules for neighbours, the trend apart. */
final class NeighbourTable {

  private static final double TOLERANCE = 1e-12;
  private static final double SHARE_TOLERANCE = 1e-9;

  private final IntervalTable intervals;
  private final NeighbourRules rules;
  private final PreBinCounts counts;
  private final double criticalStatistic;
  private final long[][] periodGoods;
  private final long[][] periodBads;
  private final BitSet allowed = new BitSet();

  NeighbourTable(IntervalTable intervals, PreBinCounts counts, NeighbourRules rules) {
    this.intervals = intervals;
    this.rules = rules;
    this.counts = counts;
    this.criticalStatistic = rules.test() == SignificanceTest.FISHER
        ? 0.0
        : NeighbourTest.criticalStatistic(rules.maxPValue());
    int periods = rules.stableShare() > 0 ? counts.periods() : 0;
    this.periodGoods = new long[periods][];
    this.periodBads = new long[periods][];
    for (int period = 0; period < periods; period++) {
      periodGoods[period] = counts.goodsBefore(period);
      periodBads[period] = counts.badsBefore(period);
    }
    fill();
  }

  /** Returns whether the bins [start, cut) and [cut, end) may be neighbours. */
  boolean allows(int start, int cut, int end) {
    return allowed.get(index(start, cut, end));
  }

  private int index(int start, int cut, int end) {
    int side = intervals.n + 1;
    return (cut * side + start) * side + end;
  }

  private void fill() {
    for (int cut = 1; cut < intervals.n; cut++) {
      for (int start : intervals.startsBefore[cut]) {
        for (int end : intervals.endsAfter[cut]) {
          if (satisfies(start, cut, end)) {
            allowed.set(index(start, cut, end));
          }
        }
      }
    }
  }

  private boolean satisfies(int start, int cut, int end) {
    return isRateGapWide(start, cut, end)
        && isWoeGapWide(start, cut, end)
        && isSignificant(start, cut, end)
        && isStable(start, cut, end);
  }

  private boolean isRateGapWide(int start, int cut, int end) {
    return rules.minRateGap() == 0
        || Math.abs(intervals.badRate(start, cut) - intervals.badRate(cut, end))
            >= rules.minRateGap() - TOLERANCE;
  }

  private boolean isWoeGapWide(int start, int cut, int end) {
    return rules.minWoeGap() == 0
        || Math.abs(intervals.woe(start, cut) - intervals.woe(cut, end))
            >= rules.minWoeGap() - TOLERANCE;
  }

  private boolean isSignificant(int start, int cut, int end) {
    if (rules.maxPValue() >= 1) {
      return true;
    }
    double goods = intervals.goods(start, cut) * counts.unit();
    double bads = intervals.bads(start, cut) * counts.unit();
    double otherGoods = intervals.goods(cut, end) * counts.unit();
    double otherBads = intervals.bads(cut, end) * counts.unit();
    if (rules.test() == SignificanceTest.FISHER) {
      return new FisherTest(goods, bads, otherGoods, otherBads).isAtMost(rules.maxPValue());
    }
    return NeighbourTest.statistic(rules.test(), goods, bads, otherGoods, otherBads)
        >= criticalStatistic;
  }

  private boolean isStable(int start, int cut, int end) {
    if (rules.stableShare() == 0) {
      return true;
    }
    int order = Integer.compare(
        intervals.ranks[intervals.index(start, cut)], intervals.ranks[intervals.index(cut, end)]);
    if (order == 0) {
      return true;
    }
    int judged = 0;
    int held = 0;
    for (int period = 0; period < periodGoods.length; period++) {
      long[] goods = periodGoods[period];
      long[] bads = periodBads[period];
      long good = goods[cut] - goods[start];
      long bad = bads[cut] - bads[start];
      long otherGood = goods[end] - goods[cut];
      long otherBad = bads[end] - bads[cut];
      if (good + bad > 0 && otherGood + otherBad > 0) {
        judged++;
        held += order * IntervalTable.compareRates(good, bad, otherGood, otherBad) >= 0 ? 1 : 0;
      }
    }
    return judged > 0 && held >= rules.stableShare() * judged - SHARE_TOLERANCE;
  }
}
