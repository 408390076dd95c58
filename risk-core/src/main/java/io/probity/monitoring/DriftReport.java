package io.probity.monitoring;

import io.probity.audit.AuditLog;
import io.probity.model.RiskModel;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decisions of one model out of an audit log, counted by day and by segment.
 *
 * @param model the model
 * @param all the counts of all its decisions
 * @param byDay the counts of each day, UTC, in order
 * @param bySegment the counts of each segment; none without a field that divides
 * @param baseline the counts of the first days in the log, which outcomes, limits and reasons are set
 *     against
 * @param baselineDays how many days those are
 * @param ofOtherModels decisions of other models, which are not counted
 */
public record DriftReport(
    RiskModel model,
    DriftCounters all,
    Map<LocalDate, DriftCounters> byDay,
    Map<String, Segment> bySegment,
    DriftCounters baseline,
    int baselineDays,
    long ofOtherModels) {

  /** Segments beyond this number are counted together. */
  public static final int MOST_SEGMENTS = 50;

  /**
   * Decisions of one segment.
   *
   * @param all the counts of all of them
   * @param baseline the counts of those on the first days
   */
  public record Segment(DriftCounters all, DriftCounters baseline) {}

  /**
   * Counts a log, with all cores (the common pool).
   *
   * @param segmentField a field of the lender's own; empty for none
   * @param baselineDays how many of the first days are the baseline, at least 1
   * @throws IllegalArgumentException if a record does not have the bins of the model it names
   * @throws io.probity.audit.AuditException if a line is no line of a log
   */
  public static DriftReport of(AuditLog log, RiskModel model, String segmentField, int baselineDays)
      throws IOException {
    if (baselineDays < 1) {
      throw new IllegalArgumentException(
          "the baseline needs at least one day, not " + baselineDays);
    }
    Counting counting = new Counting(model, segmentField, baselineDays);
    log.forEachLine(
        line -> DecidedRecord.of(line, segmentField), found -> found.ifPresent(counting::count));
    return counting.report();
  }

  /** Returns whether anything calls for attention. */
  public boolean isAlarming() {
    for (int i = 0; i < all.features(); i++) {
      if (all.feature(i).verdict() == Stability.Verdict.ALARM) {
        return true;
      }
    }
    return all.score().verdict() == Stability.Verdict.ALARM
        || byDay.values().stream().anyMatch(day -> hasMoved(day, baseline))
        || bySegment.values().stream()
            .anyMatch(segment -> hasMoved(segment.all(), segment.baseline()));
  }

  private static boolean hasMoved(DriftCounters counters, DriftCounters baseline) {
    return Stream.of(
            counters.outcomesAgainst(baseline),
            counters.limitsAgainst(baseline),
            counters.reasonsAgainst(baseline))
        .anyMatch(stability -> stability.verdict() == Stability.Verdict.ALARM);
  }

  /** Counts one decision after another. */
  private static final class Counting {

    private final RiskModel model;
    private final boolean isDivided;
    private final int baselineDays;
    private final Map<LocalDate, DriftCounters> byDay = new TreeMap<>();
    private final Map<String, Segment> bySegment = new TreeMap<>();
    private final Set<LocalDate> first = new HashSet<>();
    private final DriftCounters baseline;
    private long others;

    Counting(RiskModel model, String segmentField, int baselineDays) {
      this.model = model;
      this.isDivided = !segmentField.isEmpty();
      this.baselineDays = baselineDays;
      this.baseline = DriftCounters.of(model);
    }

    void count(DecidedRecord decision) {
      if (!decision.modelId().equals(model.id())) {
        others++;
        return;
      }
      boolean isFirst = first.contains(decision.day())
          || (first.size() < baselineDays && first.add(decision.day()));
      byDay.computeIfAbsent(decision.day(), day -> DriftCounters.of(model)).add(decision);
      if (isFirst) {
        baseline.add(decision);
      }
      if (isDivided) {
        Segment segment = segment(decision.segment());
        segment.all().add(decision);
        if (isFirst) {
          segment.baseline().add(decision);
        }
      }
    }

    private Segment segment(String name) {
      boolean known = bySegment.containsKey(name) || bySegment.size() < MOST_SEGMENTS;
      return bySegment.computeIfAbsent(
          known ? name : DriftCounters.OTHER,
          key -> new Segment(DriftCounters.of(model), DriftCounters.of(model)));
    }

    DriftReport report() {
      DriftCounters all = DriftCounters.of(model);
      byDay.values().forEach(all::merge);
      return new DriftReport(model, all, byDay, bySegment, baseline, first.size(), others);
    }
  }
}
