package io.probity.training.binning;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best of all partitions of ordered pre-bins into bins of neighbouring ones: exact, without
 * a solver, a heuristic or a time limit.
 *
 * <p>The best partition has the largest objective ({@link Divergence}, less the penalty of {@link
 * BinShape#unevenPenalty()}) of those that meet the sizes, the trend, the rules for neighbours and the
 * fixed cuts. The shares in the objective are of all goods and all bads, missing and special ones
 * included, and so is the share of records that a bin must hold. Of partitions whose objectives differ
 * by less than 1e-12 a bin, that with fewer bins is taken, then that with the lexicographically
 * smallest cuts. A bin without goods or without bads, where the sizes allow it, enters the IV as the
 * zero cell rule says; half records never change the totals here.
 *
 * <p>Bad rates are compared exactly, by the products of their counts; only for {@link Trend#CONCAVE}
 * and {@link Trend#CONVEX} as doubles. Cost for n pre-bins and at most k bins: O(n^2 k)
 * without rules for neighbours, O(n^3 k) with them and for concave and convex.
 *
 * <p>Source: the dynamic program over ordered pre-bins is the classical one (Fisher, On grouping for
 * maximum homogeneity, 1958).
 */
public final class OptimalPartition {

  private final PreBinCounts counts;
  private final BinningSettings settings;
  private final IntervalTable intervals;
  private final @Nullable NeighbourTable neighbours;

  private OptimalPartition(PreBinCounts counts, BinningSettings settings) {
    this.counts = counts;
    this.settings = settings;
    this.intervals = new IntervalTable(counts, settings);
    this.neighbours = settings.neighbours().any()
        ? new NeighbourTable(intervals, counts, settings.neighbours())
        : null;
  }

  /**
   * Returns the best partition, or the rules that leave none.
   *
   * @param counts at least one good and one bad in all, and at least one record in the pre-bins
   * @throws IllegalArgumentException if the counts lack goods or bads, if stability in time is asked
   *     for without periods, or Fisher's test with fractional weights
   */
  public static PartitionResult of(PreBinCounts counts, BinningSettings settings) {
    requireUsable(counts, settings);
    OptimalPartition search = new OptimalPartition(counts, settings);
    Optional<PartitionResult.Partition> best = search.best();
    return best.isPresent() ? best.get() : new PartitionResult.Conflict(conflict(counts, settings));
  }

  private static void requireUsable(PreBinCounts counts, BinningSettings settings) {
    if (counts.totalGoods() == 0 || counts.totalBads() == 0) {
      throw new IllegalArgumentException("binning needs goods and bads, not "
          + counts.totalGoods()
          + " units of goods and "
          + counts.totalBads()
          + " of bads");
    }
    long[] goods = counts.goodsBefore();
    long[] bads = counts.badsBefore();
    if (goods[counts.size()] + bads[counts.size()] == 0) {
      throw new IllegalArgumentException("the pre-bins hold no records");
    }
    NeighbourRules rules = settings.neighbours();
    if (rules.stableShare() > 0 && counts.periods() == 0) {
      throw new IllegalArgumentException(
          "stability in time needs the period of each record; give periods or set stableShare to 0");
    }
    if (rules.maxPValue() < 1
        && rules.test() == SignificanceTest.FISHER
        && counts.unit() != Math.rint(counts.unit())) {
      throw new IllegalArgumentException(
          "Fisher's test needs whole weights; use CHI_SQUARE for fractional ones");
    }
  }

  private Optional<PartitionResult.Partition> best() {
    Trend trend = settings.shape().trend();
    return switch (trend) {
      case AUTO -> auto();
      case MONOTONE -> better(Trend.ASCENDING, Trend.DESCENDING).map(this::partition);
      default -> search(trend).map(found -> partition(new Found(trend, found)));
    };
  }

  private Optional<PartitionResult.Partition> auto() {
    Optional<Found> monotone = better(Trend.ASCENDING, Trend.DESCENDING);
    double asked = monotone.map(this::askedOfPeak).orElse(Double.NEGATIVE_INFINITY);
    Optional<Solution> free = search(Trend.NONE);
    if (free.isEmpty() || free.get().value() <= asked) {
      return monotone.map(this::partition);
    }
    Optional<Found> turning = better(Trend.PEAK, Trend.VALLEY);
    boolean pays = turning.isPresent() && turning.get().solution().value() > asked;
    return (pays ? turning : monotone).map(this::partition);
  }

  private double askedOfPeak(Found monotone) {
    long value = monotone.solution().value();
    return value + settings.shape().autoPeakGain() * Math.max(0, value);
  }

  private Optional<Found> better(Trend first, Trend second) {
    Optional<Found> found = search(first).map(solution -> new Found(first, solution));
    Optional<Found> other = search(second).map(solution -> new Found(second, solution));
    return other.isPresent() && (found.isEmpty() || other.get().beats(found.get())) ? other : found;
  }

  private Optional<Solution> search(Trend trend) {
    BinSizes sizes = settings.sizes();
    return trend == Trend.CONCAVE || trend == Trend.CONVEX
        ? CurvatureSearch.best(intervals, neighbours, trend, sizes.minBins(), sizes.maxBins())
        : TrendSearch.best(intervals, neighbours, trend, sizes.minBins(), sizes.maxBins());
  }

  private PartitionResult.Partition partition(Found found) {
    List<Integer> cuts = found.solution().cuts();
    double objective = intervals.evenness(found.solution().bins());
    int start = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      int end = i < cuts.size() ? cuts.get(i) : counts.size();
      objective += intervals.divergence(start, end) - intervals.penalty(start, end);
      start = end;
    }
    return new PartitionResult.Partition(cuts, found.trend(), objective);
  }

  /** Drops one rule after another for good wherever the rest still leaves no partition. */
  private static Set<BinningRule> conflict(PreBinCounts counts, BinningSettings settings) {
    Set<BinningRule> needed = EnumSet.noneOf(BinningRule.class);
    PreBinCounts leftCounts = counts;
    BinningSettings left = settings;
    for (BinningRule rule : BinningRule.values()) {
      BinningSettings relaxed = rule.relax(left);
      PreBinCounts relaxedCounts = rule.relax(leftCounts);
      if (relaxed.equals(left) && relaxedCounts == leftCounts) {
        continue;
      }
      if (new OptimalPartition(relaxedCounts, relaxed).best().isPresent()) {
        needed.add(rule);
      } else {
        left = relaxed;
        leftCounts = relaxedCounts;
      }
    }
    return needed;
  }

  /** A solution and the trend that it follows. */
  private record Found(Trend trend, Solution solution) {

    boolean beats(Found other) {
      long value = solution.value();
      long otherValue = other.solution.value();
      return value > otherValue || (value == otherValue && solution.bins() < other.solution.bins());
    }
  }
}
