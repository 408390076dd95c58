package io.probity.monitoring;

import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import io.probity.portfolio.StrategyComparison.Swap;
import io.probity.portfolio.StrategyFigures;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who would be decided on otherwise, and by how much: pairs of decisions of two engines on the same
 * applications. Keeps the change of each limit, for the medians. Not safe for use by several threads.
 */
public final class SwapSet {

  private final Map<Outcome, Map<Outcome, SwapGroup>> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Swap, SwapGroup> approvals = new EnumMap<>(Swap.class);
  private final SwapGroup otherLimits = new SwapGroup();
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

  /**
   * What is decided on one application by one side.
   *
   * @param outcome what is decided
   * @param pd the PD it is decided by
   * @param limit what is offered; 0 for nothing
   */
  public record Side(Outcome outcome, double pd, BigDecimal limit) {

    /** Returns the side of an engine's decision. */
    public static Side of(Decision decision) {
      return new Side(decision.outcome(), decision.pd(), decision.limit());
    }

    /** Returns whether the other says the same: outcome and limit. */
    public boolean decidesLike(Side other) {
      return outcome == other.outcome && limit.compareTo(other.limit) == 0;
    }
  }

  /** Counts the decisions of both engines on one application whose outcome nobody knows. */
  public void add(String segment, Decision first, Decision second) {
    add(segment, Side.of(first), Side.of(second), StrategyFigures.UNKNOWN);
  }

  /**
   * Counts what both sides decide on one application.
   *
   * @param bad what came of it: 1 bad, 0 good, {@link StrategyFigures#UNKNOWN} not known
   */
  public void add(String segment, Side first, Side second, int bad) {
    decisions++;
    BigDecimal change = second.limit().subtract(first.limit());
    outcomes
        .computeIfAbsent(first.outcome(), outcome -> new EnumMap<>(Outcome.class))
        .computeIfAbsent(second.outcome(), outcome -> new SwapGroup())
        .add(change, bad);
    approvals
        .computeIfAbsent(
            Swap.of(first.outcome().isApproval(), second.outcome().isApproval()),
            swap -> new SwapGroup())
        .add(change, bad);
    limitsRaised += change.signum() > 0 ? 1 : 0;
    limitsLowered += change.signum() < 0 ? 1 : 0;
    if (change.signum() != 0) {
      otherLimits.add(change, bad);
    }
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
    SwapGroup group = outcomes.getOrDefault(first, Map.of()).get(second);
    return group == null ? 0 : group.applications();
  }

  /** Returns the figures of those with one outcome by the first and one by the second, if any. */
  public Optional<SwapFigures> figures(Outcome first, Outcome second) {
    return Optional.ofNullable(outcomes.getOrDefault(first, Map.of()).get(second))
        .map(SwapGroup::figures);
  }

  /** Returns the figures of those whom both, only one or none approves, if any. */
  public Optional<SwapFigures> figures(Swap swap) {
    return Optional.ofNullable(approvals.get(swap)).map(SwapGroup::figures);
  }

  /** Returns the figures of those who get another limit, if any. */
  public Optional<SwapFigures> otherLimits() {
    return otherLimits.applications() == 0 ? Optional.empty() : Optional.of(otherLimits.figures());
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
