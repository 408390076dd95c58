package io.probity.training.binning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best partition of an ordered trend, by dynamic programming over the last bin placed, from the
 * right end to the left.
 *
 * <p>Let V(k, f, [s, t)) be the best objective of k bins that cover [s, n), the first of which is [s,
 * t) and stands in phase f of the trend. V(1, f, [s, n)) is the value of that bin, and V(k, f, [s, t))
 * its value plus the largest V(k - 1, f', [t, u)) over all ends u and steps of the trend from f to f'
 * that the two bad rates take. Without rules for neighbours the bins before and after t are walked in
 * the order of their bad rates, so that the largest V is a running one: O(n^2) a layer. With such
 * rules every pair is looked at: O(n^3) a layer.
 *
 * <p>Ties go to the smaller end, hence to the lexicographically smallest cuts.
 */
final class TrendSearch {

  private final IntervalTable table;
  private final @Nullable NeighbourTable neighbours;
  private final Step[][] steps;
  private final int layers;
  private final short[][][] choices;
  private long[][] later;
  private long[][] here;

  private TrendSearch(
      IntervalTable table, @Nullable NeighbourTable neighbours, Trend trend, int maxBins) {
    this.table = table;
    this.neighbours = neighbours;
    this.steps = Step.of(trend);
    this.layers = Math.min(maxBins, table.n);
    this.choices = new short[layers + 1][steps.length][table.values.length];
    this.later = new long[steps.length][table.values.length];
    this.here = new long[steps.length][table.values.length];
  }

  /**
   * Returns the best partition, if there is any.
   *
   * @param neighbours the rules for neighbours, or null for none
   * @param trend one that has {@linkplain Step steps}
   */
  static Optional<Solution> best(
      IntervalTable table,
      @Nullable NeighbourTable neighbours,
      Trend trend,
      int minBins,
      int maxBins) {
    return new TrendSearch(table, neighbours, trend, maxBins).solve(minBins);
  }

  private Optional<Solution> solve(int minBins) {
    fillLastBins();
    long best = IntervalTable.NONE;
    int bestBins = 0;
    int bestEnd = 0;
    for (int bins = 1; bins <= layers; bins++) {
      if (bins > 1) {
        fillLayer(bins);
      }
      int end = bestFirstEnd();
      if (bins >= minBins && end > 0) {
        long value = here[0][table.index(0, end)] + IntervalTable.fixedPoint(table.evenness(bins));
        if (value > best) {
          best = value;
          bestBins = bins;
          bestEnd = end;
        }
      }
      long[][] free = later;
      later = here;
      here = free;
    }
    return bestBins == 0
        ? Optional.empty()
        : Optional.of(new Solution(best, cuts(bestBins, bestEnd)));
  }

  private void fillLastBins() {
    for (long[] phase : here) {
      Arrays.fill(phase, IntervalTable.NONE);
      for (int start : table.startsBefore[table.n]) {
        phase[table.index(start, table.n)] = table.values[table.index(start, table.n)];
      }
    }
  }

  private void fillLayer(int bins) {
    for (int phase = 0; phase < steps.length; phase++) {
      Arrays.fill(here[phase], IntervalTable.NONE);
      for (Step step : steps[phase]) {
        for (int cut = 1; cut < table.n; cut++) {
          if (neighbours == null) {
            sweep(cut, step, here[phase], choices[bins][phase]);
          } else {
            sweepPairs(cut, step, here[phase], choices[bins][phase], neighbours);
          }
        }
      }
    }
  }

  private void sweep(int cut, Step step, long[] into, short[] choice) {
    int[] starts = table.startsBefore[cut];
    int[] ends = table.endsAfter[cut];
    long[] from = later[step.phase()];
    int[] ranks = table.ranks;
    int base = table.index(cut, 0);
    boolean any = step.order() == Step.Order.ANY;
    int sign = step.order() == Step.Order.RISE ? -1 : 1;
    int next = sign > 0 ? 0 : ends.length - 1;
    long best = IntervalTable.NONE;
    int bestEnd = 0;
    for (int i = 0; i < starts.length; i++) {
      int interval = table.index(starts[sign > 0 ? i : starts.length - 1 - i], cut);
      int rank = ranks[interval];
      while (next >= 0
          && next < ends.length
          && (any || sign * (ranks[base + ends[next]] - rank) <= 0)) {
        int end = ends[next];
        long value = from[base + end];
        if (value > best || (value == best && end < bestEnd)) {
          best = value;
          bestEnd = end;
        }
        next += sign;
      }
      if (best != IntervalTable.NONE) {
        keepBetter(interval, best, bestEnd, step.phase(), into, choice);
      }
    }
  }

  private void sweepPairs(int cut, Step step, long[] into, short[] choice, NeighbourTable allowed) {
    int[] ends = table.endsAfter[cut];
    long[] from = later[step.phase()];
    int base = table.index(cut, 0);
    boolean any = step.order() == Step.Order.ANY;
    int sign = step.order() == Step.Order.RISE ? -1 : 1;
    for (int start : table.startsBefore[cut]) {
      int interval = table.index(start, cut);
      int rank = table.ranks[interval];
      long best = IntervalTable.NONE;
      int bestEnd = 0;
      for (int end : ends) {
        long value = from[base + end];
        if ((value > best || (value == best && end < bestEnd))
            && (any || sign * (table.ranks[base + end] - rank) <= 0)
            && allowed.allows(start, cut, end)) {
          best = value;
          bestEnd = end;
        }
      }
      if (best != IntervalTable.NONE) {
        keepBetter(interval, best, bestEnd, step.phase(), into, choice);
      }
    }
  }

  /**
   * Keeps the better continuation of a bin. Steps that stay in a phase come first: at equal value and
   * end that phase permits whatever the other does.
   */
  private void keepBetter(
      int interval, long value, int end, int phase, long[] into, short[] choice) {
    long total = table.values[interval] + value;
    if (total > into[interval]
        || (total == into[interval] && end < choice[interval] / steps.length)) {
      into[interval] = total;
      choice[interval] = (short) (end * steps.length + phase);
    }
  }

  private int bestFirstEnd() {
    long best = IntervalTable.NONE;
    int bestEnd = 0;
    for (int end = 1; end <= table.n; end++) {
      long value = here[0][table.index(0, end)];
      if (value > best) {
        best = value;
        bestEnd = end;
      }
    }
    return bestEnd;
  }

  private List<Integer> cuts(int bins, int firstEnd) {
    List<Integer> cuts = new ArrayList<>(bins - 1);
    int start = 0;
    int end = firstEnd;
    int phase = 0;
    for (int left = bins; left > 1; left--) {
      cuts.add(end);
      short choice = choices[left][phase][table.index(start, end)];
      start = end;
      end = choice / steps.length;
      phase = choice % steps.length;
    }
    return cuts;
  }
}
