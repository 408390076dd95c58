package io.probity.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Two strategies beside each other on the same applicants.
 *
 * @param all figures of each over everybody
 * @param bySegment figures of each by segment, in alphabetical order
 * @param swapSet figures of those whom both, only the first, only the second and neither approve; of
 *     the second strategy, but of the first for those whom only it approves
 * @param unlike how many of the second's approvals are unlike any of the first's: a PD above all of
 *     them, or a segment without any
 * @param curve by rising PD, what a cut-off there would do
 */
public record StrategyComparison(
    Pair all,
    Map<String, Pair> bySegment,
    Map<Swap, StrategyFigures> swapSet,
    int unlike,
    List<CutOffPoint> curve) {

  private static final int CURVE_POINTS = 10;

  /** Copies the lists. */
  public StrategyComparison {
    bySegment = Collections.unmodifiableMap(new LinkedHashMap<>(bySegment));
    swapSet = Collections.unmodifiableMap(new LinkedHashMap<>(swapSet));
    curve = List.copyOf(curve);
  }

  /** The same figures of both strategies. */
  public record Pair(StrategyFigures first, StrategyFigures second) {}

  /** Who approves an applicant. */
  public enum Swap {
    /** Both strategies. */
    BOTH,
    /** Only the first: swapped out. */
    ONLY_FIRST,
    /** Only the second: swapped in. */
    ONLY_SECOND,
    /** None. */
    NEITHER;

    /** Returns which of two approve. */
    public static Swap of(boolean firstApproves, boolean secondApproves) {
      if (firstApproves) {
        return secondApproves ? BOTH : ONLY_FIRST;
      }
      return secondApproves ? ONLY_SECOND : NEITHER;
    }
  }

  /**
   * What approving everybody up to a PD would do.
   *
   * @param pd the cut-off, included
   * @param approvalRate the share approved
   * @param expectedBadRate the mean PD of the approved
   * @param knownOutcomes how many of the approved have a known outcome
   * @param observedBads how many of these are bad
   */
  public record CutOffPoint(
      double pd,
      double approvalRate,
      double expectedBadRate,
      int knownOutcomes,
      int observedBads) {}

  /**
   * Compares two strategies.
   *
   * @param first the cases of the strategy in force, one an applicant
   * @param second those of the other, in the same order
   * @param bad one an applicant: 1 bad, 0 good, -1 not known
   * @param segments one an applicant
   * @throws IllegalArgumentException if lengths differ or there is nobody
   */
  public static StrategyComparison of(
      List<DecidedCase> first, List<DecidedCase> second, int[] bad, List<String> segments) {
    int size = first.size();
    if (size == 0 || second.size() != size || bad.length != size || segments.size() != size) {
      throw new IllegalArgumentException("two strategies need the same applicants, at least one,"
          + " each with an outcome and a segment, not " + size + ", " + second.size() + ", "
          + bad.length + " and " + segments.size());
    }
    Map<String, Pair> bySegment = new LinkedHashMap<>();
    for (String segment : new TreeSet<>(segments)) {
      bySegment.put(
          segment,
          new Pair(
              StrategyFigures.of(first, bad, i -> segments.get(i).equals(segment)),
              StrategyFigures.of(second, bad, i -> segments.get(i).equals(segment))));
    }
    Map<Swap, StrategyFigures> swapSet = new LinkedHashMap<>();
    for (Swap swap : Swap.values()) {
      List<DecidedCase> cases = swap == Swap.ONLY_FIRST ? first : second;
      swapSet.put(
          swap, StrategyFigures.of(cases, bad, i -> swap(first.get(i), second.get(i)) == swap));
    }
    return new StrategyComparison(
        new Pair(
            StrategyFigures.of(first, bad, i -> true), StrategyFigures.of(second, bad, i -> true)),
        bySegment,
        swapSet,
        unlike(first, second, segments),
        curve(second, bad));
  }

  private static Swap swap(DecidedCase first, DecidedCase second) {
    return Swap.of(first.approved(), second.approved());
  }

  private static int unlike(
      List<DecidedCase> first, List<DecidedCase> second, List<String> segments) {
    double highest = first.stream()
        .filter(DecidedCase::approved)
        .mapToDouble(DecidedCase::pd)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
    TreeSet<String> known = new TreeSet<>();
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).approved()) {
        known.add(segments.get(i));
      }
    }
    int count = 0;
    for (int i = 0; i < second.size(); i++) {
      boolean isNew = second.get(i).pd() > highest || !known.contains(segments.get(i));
      count += second.get(i).approved() && isNew ? 1 : 0;
    }
    return count;
  }

  private static List<CutOffPoint> curve(List<DecidedCase> cases, int[] bad) {
    int[] order = IntStream.range(0, bad.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> cases.get(i).pd()))
        .mapToInt(Integer::intValue)
        .toArray();
    List<CutOffPoint> points = new ArrayList<>();
    double pds = 0.0;
    int known = 0;
    int bads = 0;
    int next = 1;
    for (int i = 0; i < order.length; i++) {
      double pd = cases.get(order[i]).pd();
      pds += pd;
      known += bad[order[i]] == StrategyFigures.UNKNOWN ? 0 : 1;
      bads += bad[order[i]] == 1 ? 1 : 0;
      boolean isLastOfTie = i + 1 == order.length || cases.get(order[i + 1]).pd() > pd;
      if (isLastOfTie && (i + 1.0) * CURVE_POINTS >= (double) next * order.length) {
        int count = i + 1;
        points.add(new CutOffPoint(pd, (double) count / order.length, pds / count, known, bads));
        next = (int) (count * (long) CURVE_POINTS / order.length) + 1;
      }
    }
    return points;
  }

  /** Returns the outcome of everybody as not known. */
  public static int[] unknown(int applicants) {
    int[] none = new int[applicants];
    Arrays.fill(none, StrategyFigures.UNKNOWN);
    return none;
  }
}
