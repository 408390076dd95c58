package io.probity.monitoring;

import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who would be decided on otherwise: pairs of decisions of two engines on the same applications,
 * counted. Not safe for use by several threads.
 */
public final class SwapSet {

  private final Map<Outcome, Map<Outcome, Long>> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, SegmentShift> segments = new TreeMap<>();
  private long decisions;
  private long limitsRaised;
  private long limitsLowered;
  private BigDecimal firstLimits = BigDecimal.ZERO;
  private BigDecimal secondLimits = BigDecimal.ZERO;

  /**
   * How the PDs of a segment differ.
   *
   * @param records its records
   * @param firstMean the mean PD of the first engine
   * @param secondMean the mean PD of the second engine
   */
  public record SegmentShift(long records, double firstMean, double secondMean) {

    SegmentShift with(double first, double second) {
      long more = records + 1;
      return new SegmentShift(
          more, firstMean + (first - firstMean) / more, secondMean + (second - secondMean) / more);
    }
  }

  /** Counts the decisions of both engines on one application. */
  public void add(String segment, Decision first, Decision second) {
    decisions++;
    outcomes
        .computeIfAbsent(first.outcome(), outcome -> new EnumMap<>(Outcome.class))
        .merge(second.outcome(), 1L, Long::sum);
    int change = second.limit().compareTo(first.limit());
    limitsRaised += change > 0 ? 1 : 0;
    limitsLowered += change < 0 ? 1 : 0;
    firstLimits = firstLimits.add(first.limit());
    secondLimits = secondLimits.add(second.limit());
    addPd(segment, first.pd(), second.pd());
  }

  /** Counts the PDs of both models for one record, where there is no policy. */
  public void addPd(String segment, double first, double second) {
    segments.merge(
        segment,
        new SegmentShift(1, first, second),
        (sum, one) -> sum.with(one.firstMean(), one.secondMean()));
  }

  /** Returns the number of pairs of decisions. */
  public long decisions() {
    return decisions;
  }

  /** Returns how many applications have one outcome by the first engine and one by the second. */
  public long count(Outcome first, Outcome second) {
    return outcomes.getOrDefault(first, Map.of()).getOrDefault(second, 0L);
  }

  /** Returns how many applications have another outcome. */
  public long swapped() {
    long same = 0;
    for (Outcome outcome : Outcome.values()) {
      same += count(outcome, outcome);
    }
    return decisions - same;
  }

  /** Returns how many get a higher limit by the second engine. */
  public long limitsRaised() {
    return limitsRaised;
  }

  /** Returns how many get a lower limit by the second engine. */
  public long limitsLowered() {
    return limitsLowered;
  }

  /** Returns the sum of the limits of the first engine. */
  public BigDecimal firstLimits() {
    return firstLimits;
  }

  /** Returns the sum of the limits of the second engine. */
  public BigDecimal secondLimits() {
    return secondLimits;
  }

  /** Returns the shift of the PDs in each segment. */
  public Map<String, SegmentShift> segments() {
    return Map.copyOf(segments);
  }
}
