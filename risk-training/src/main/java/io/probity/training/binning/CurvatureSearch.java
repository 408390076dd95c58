package io.probity.training.binning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best concave or convex partition, by dynamic programming over the last two bins placed.
 *
 * <p>Let V(k, s, [t, u)) be the best objective of k bins that cover [t, n), the first of which is [t,
 * u) and follows the bin [s, t). It is the value of [t, u) plus the largest V(k - 1, t, [u, v)) over
 * the ends v for which twice the bad rate of [t, u) is at least (concave) or at most (convex) the sum
 * of the bad rates beside it. For each [t, u) the bins on both sides are walked in the order of their
 * bad rates, so that the largest V is a running one: O(n^3) a layer. Rules for neighbours only rule
 * out states and cost nothing more.
 */
final class CurvatureSearch {

  /** The largest number of pre-bins: the states are their third power. */
  static final int MOST_PRE_BINS = 128;

  private static final double TOLERANCE = 1e-12;

  private final IntervalTable table;
  private final @Nullable NeighbourTable neighbours;
  private final int sign;
  private final int layers;
  private final int side;
  private final double[] rates;
  private final byte[][] choices;
  private long[] later;
  private long[] here;

  private CurvatureSearch(
      IntervalTable table, @Nullable NeighbourTable neighbours, Trend trend, int maxBins) {
    if (table.n > MOST_PRE_BINS) {
      throw new IllegalArgumentException("a " + trend + " search takes at most "
          + MOST_PRE_BINS
          + " pre-bins, not "
          + table.n
          + "; allow fewer of them");
    }
    this.table = table;
    this.neighbours = neighbours;
    this.sign = trend == Trend.CONCAVE ? 1 : -1;
    this.layers = Math.min(maxBins, table.n);
    this.side = table.n + 1;
    this.rates = rates(table);
    this.choices = new byte[layers + 1][];
    this.later = new long[side * side * side];
    this.here = new long[side * side * side];
  }

  /**
   * Returns the best partition, if there is any.
   *
   * @param neighbours the rules for neighbours, or null for none
   * @param trend concave or convex
   */
  static Optional<Solution> best(
      IntervalTable table,
      @Nullable NeighbourTable neighbours,
      Trend trend,
      int minBins,
      int maxBins) {
    return new CurvatureSearch(table, neighbours, trend, maxBins).solve(minBins);
  }

  private static double[] rates(IntervalTable table) {
    double[] rates = new double[table.values.length];
    for (int start = 0; start < table.n; start++) {
      for (int end : table.endsAfter[start]) {
        rates[table.index(start, end)] = table.badRate(start, end);
      }
    }
    return rates;
  }

  private Optional<Solution> solve(int minBins) {
    Solution best = null;
    for (int bins = 1; bins <= layers; bins++) {
      if (bins > 1) {
        fillLayer(bins - 1);
      }
      Optional<Solution> found = bins < minBins ? Optional.empty() : bestOf(bins);
      if (found.isPresent() && (best == null || found.get().value() > best.value())) {
        best = found.get();
      }
      long[] free = later;
      later = here;
      here = free;
    }
    return Optional.ofNullable(best);
  }

  private int state(int before, int start, int end) {
    return (start * side + before) * side + end;
  }

  private void fillLayer(int bins) {
    Arrays.fill(here, IntervalTable.NONE);
    choices[bins] = new byte[here.length];
    for (int start = 1; start < table.n; start++) {
      for (int end : table.endsAfter[start]) {
        if (bins == 1 && end == table.n) {
          for (int before : table.startsBefore[start]) {
            keep(before, start, end, table.values[table.index(start, end)]);
          }
        } else if (bins > 1 && end < table.n) {
          sweep(start, end, choices[bins]);
        }
      }
    }
  }

  private void keep(int before, int start, int end, long value) {
    if (neighbours == null || neighbours.allows(before, start, end)) {
      here[state(before, start, end)] = value;
    }
  }

  private void sweep(int start, int end, byte[] choice) {
    int[] befores = table.startsBefore[start];
    int[] afters = table.endsAfter[end];
    double twice = 2 * rates[table.index(start, end)];
    long value = table.values[table.index(start, end)];
    int next = sign > 0 ? 0 : afters.length - 1;
    long best = IntervalTable.NONE;
    int bestEnd = 0;
    for (int i = 0; i < befores.length; i++) {
      int before = befores[sign > 0 ? befores.length - 1 - i : i];
      double limit = twice - rates[table.index(before, start)] + sign * TOLERANCE;
      while (next >= 0
          && next < afters.length
          && sign * (rates[table.index(end, afters[next])] - limit) <= 0) {
        int after = afters[next];
        long candidate = later[state(start, end, after)];
        if (candidate > best || (candidate == best && after < bestEnd)) {
          best = candidate;
          bestEnd = after;
        }
        next += sign;
      }
      if (best != IntervalTable.NONE) {
        keep(before, start, end, value + best);
        choice[state(before, start, end)] = (byte) bestEnd;
      }
    }
  }

  private Optional<Solution> bestOf(int bins) {
    long best = IntervalTable.NONE;
    int bestCut = 0;
    int bestEnd = 0;
    if (bins == 1) {
      best = table.values[table.index(0, table.n)];
    } else {
      for (int cut = 1; cut < table.n; cut++) {
        long first = table.values[table.index(0, cut)];
        for (int end = cut + 1; first != IntervalTable.NONE && end <= table.n; end++) {
          long rest = here[state(0, cut, end)];
          if (rest != IntervalTable.NONE && first + rest > best) {
            best = first + rest;
            bestCut = cut;
            bestEnd = end;
          }
        }
      }
    }
    if (best == IntervalTable.NONE) {
      return Optional.empty();
    }
    long value = best + IntervalTable.fixedPoint(table.evenness(bins));
    return Optional.of(new Solution(value, cuts(bins, bestCut, bestEnd)));
  }

  private List<Integer> cuts(int bins, int firstCut, int firstEnd) {
    List<Integer> cuts = new ArrayList<>(bins - 1);
    int before = 0;
    int start = firstCut;
    int end = firstEnd;
    for (int left = bins - 1; left > 0; left--) {
      cuts.add(start);
      if (left > 1) {
        int after = choices[left][state(before, start, end)] & 0xff;
        before = start;
        start = end;
        end = after;
      }
    }
    return cuts;
  }
}
