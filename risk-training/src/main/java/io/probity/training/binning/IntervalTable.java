package io.probity.training.binning;

import io.probity.binning.ZeroCellRule;
import io.probity.schema.Range;
import java.util.Arrays;

/**
 * Every bin that may be made of neighbouring pre-bins: the interval from cut position {@code s},
 * included, to {@code t}, excluded, has the index {@code s * (n + 1) + t}. Only those are held that
 * meet the sizes and keep fixed cuts, each with its part of the objective in fixed point and its place
 * in the exact order of bad rates.
 *
 * <p>Fixed point: units of 2^-44, so that sums are exact in any order. A bin costs 2^-40, which is
 * below 1e-12, so that of equal partitions that with fewer bins wins.
 */
final class IntervalTable {

  /** Stands for "no such bin" among the values. */
  static final long NONE = Long.MIN_VALUE;

  private static final double FIXED_POINT = 0x1p44;
  private static final long BIN_COST = 1L << 4;
  private static final double HALF = 0.5;
  private static final double SIZE_TOLERANCE = 1e-9;

  /** The number of pre-bins. */
  final int n;
  /** The part of the objective of each interval, or {@link #NONE}. */
  final long[] values;
  /** The place of each interval's bad rate among all: equal numbers for equal rates. */
  final int[] ranks;
  /** The starts of the intervals that end at a position, by rising bad rate. */
  final int[][] startsBefore;
  /** The ends of the intervals that start at a position, by rising bad rate. */
  final int[][] endsAfter;

  private final PreBinCounts counts;
  private final BinningSettings settings;
  private final long[] goods;
  private final long[] bads;
  private final long totalGoods;
  private final long totalBads;

  IntervalTable(PreBinCounts counts, BinningSettings settings) {
    this.n = counts.size();
    this.counts = counts;
    this.settings = settings;
    this.goods = counts.goodsBefore();
    this.bads = counts.badsBefore();
    this.totalGoods = counts.totalGoods();
    this.totalBads = counts.totalBads();
    this.values = new long[(n + 1) * (n + 1)];
    this.ranks = new int[values.length];
    this.startsBefore = new int[n + 1][];
    this.endsAfter = new int[n + 1][];
    int feasible = fillValues();
    fillOrders(feasible);
  }

  int index(int start, int end) {
    return start * (n + 1) + end;
  }

  long goods(int start, int end) {
    return goods[end] - goods[start];
  }

  long bads(int start, int end) {
    return bads[end] - bads[start];
  }

  double badRate(int start, int end) {
    long bad = bads(start, end);
    return (double) bad / (bad + goods(start, end));
  }

  /** Returns the WOE of an interval, with half a record in both cells where the rule adds it. */
  double woe(int start, int end) {
    double half = half(start, end);
    double p = (goods(start, end) + half) / totalGoods;
    double q = (bads(start, end) + half) / totalBads;
    return p > 0 && q > 0 ? StrictMath.log(p / q) : 0.0;
  }

  /** Returns the divergence of an interval, without cost and penalty. */
  double divergence(int start, int end) {
    boolean smoothed = settings.divergence() == Divergence.IV;
    double half = smoothed ? half(start, end) : 0.0;
    double p = (goods(start, end) + half) / totalGoods;
    double q = (bads(start, end) + half) / totalBads;
    if (smoothed && !(p > 0 && q > 0)) {
      return 0.0;
    }
    return settings.divergence().term(p, q, (double) totalBads / (totalGoods + totalBads));
  }

  /** Returns the penalty of an interval on uneven bins: gamma times its squared share. */
  double penalty(int start, int end) {
    double gamma = settings.shape().unevenPenalty();
    if (gamma == 0.0) {
      return 0.0;
    }
    double share = (double) (goods(start, end) + bads(start, end)) / (goods[n] + bads[n]);
    return gamma * share * share;
  }

  /** Returns what the penalty gives back to any partition of so many bins. */
  double evenness(int bins) {
    return settings.shape().unevenPenalty() / bins;
  }

  /** Returns a part of the objective in fixed point. */
  static long fixedPoint(double value) {
    return Math.round(value * FIXED_POINT);
  }

  private double half(int start, int end) {
    boolean zero = goods(start, end) == 0 || bads(start, end) == 0;
    return zero && settings.zeroCells() != ZeroCellRule.ZERO_WOE ? HALF / counts.unit() : 0.0;
  }

  private int fillValues() {
    Arrays.fill(values, NONE);
    BinSizes sizes = settings.sizes();
    long all = totalGoods + totalBads;
    long leastCount = Math.max(least(sizes.count()), leastShare(sizes.share(), all));
    long mostCount = Math.min(most(sizes.count()), mostShare(sizes.share(), all));
    long leastGoods = least(sizes.goods());
    long mostGoods = most(sizes.goods());
    long leastBads = least(sizes.bads());
    long mostBads = most(sizes.bads());
    int feasible = 0;
    for (int start = 0; start < n; start++) {
      for (int end = start + 1; end <= n; end++) {
        long good = goods(start, end);
        long bad = bads(start, end);
        if (good + bad > 0
            && good + bad >= leastCount
            && good + bad <= mostCount
            && good >= leastGoods
            && good <= mostGoods
            && bad >= leastBads
            && bad <= mostBads) {
          values[index(start, end)] =
              fixedPoint(divergence(start, end) - penalty(start, end)) - BIN_COST;
          feasible++;
        }
        if (end < n && counts.isFixed(end)) {
          break;
        }
      }
    }
    return feasible;
  }

  private long least(Range range) {
    return leastUnits(range.low() / counts.unit());
  }

  private long most(Range range) {
    return mostUnits(range.high() / counts.unit());
  }

  private long leastShare(Range share, long all) {
    return leastUnits(share.low() * all);
  }

  private long mostShare(Range share, long all) {
    return mostUnits(share.high() * all);
  }

  private long leastUnits(double units) {
    return (long) Math.ceil(units - SIZE_TOLERANCE / counts.unit());
  }

  private long mostUnits(double units) {
    return (long) Math.floor(units + SIZE_TOLERANCE / counts.unit());
  }

  private void fillOrders(int feasible) {
    long[] keys = new long[feasible];
    long[] order = new long[feasible];
    int[] starts = new int[n + 1];
    int[] ends = new int[n + 1];
    int found = 0;
    for (int start = 0; start < n; start++) {
      for (int end = start + 1; end <= n; end++) {
        if (values[index(start, end)] != NONE) {
          keys[found] = RadixSort.key(badRate(start, end));
          order[found++] = index(start, end);
          starts[end]++;
          ends[start]++;
        }
      }
    }
    RadixSort.sort(keys, order, feasible);
    sortExactly(keys, order);
    for (int position = 0; position <= n; position++) {
      startsBefore[position] = new int[starts[position]];
      endsAfter[position] = new int[ends[position]];
    }
    Arrays.fill(starts, 0);
    Arrays.fill(ends, 0);
    for (int i = 0; i < feasible; i++) {
      int interval = (int) order[i];
      boolean higher = i > 0 && compareRates((int) order[i - 1], interval) != 0;
      ranks[interval] = i == 0 ? 0 : ranks[(int) order[i - 1]] + (higher ? 1 : 0);
      int start = interval / (n + 1);
      int end = interval % (n + 1);
      startsBefore[end][starts[end]++] = start;
      endsAfter[start][ends[start]++] = end;
    }
  }

  /** Orders by exact bad rate what rounds to the same double. */
  private void sortExactly(long[] keys, long[] order) {
    for (int i = 1; i < order.length; i++) {
      long moved = order[i];
      int to = i;
      while (to > 0
          && keys[to - 1] == keys[i]
          && compareRates((int) order[to - 1], (int) moved) > 0) {
        order[to] = order[to - 1];
        to--;
      }
      order[to] = moved;
    }
  }

  private int compareRates(int first, int second) {
    int from = first / (n + 1);
    int to = first % (n + 1);
    int otherFrom = second / (n + 1);
    int otherTo = second % (n + 1);
    return compareRates(
        goods(from, to), bads(from, to), goods(otherFrom, otherTo), bads(otherFrom, otherTo));
  }

  /** Compares two bad rates exactly, by the products of their counts in 128 bits. */
  static int compareRates(long goods, long bads, long otherGoods, long otherBads) {
    long high = Math.multiplyHigh(bads, otherGoods);
    long otherHigh = Math.multiplyHigh(otherBads, goods);
    return high != otherHigh
        ? Long.compare(high, otherHigh)
        : Long.compareUnsigned(bads * otherGoods, otherBads * goods);
  }
}
