package io.probity.service;

import io.probity.audit.AuditEntry;
import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a service does, in fixed memory, for whatever the host measures with. Latencies are kept
 * in bins each a quarter wider than the one before, so that a quantile is at most a quarter too high.
 */
public final class ServiceMetrics implements ServiceListener {

  private static final int BINS = 128;
  private static final double GROWTH = 1.25;

  private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
  private final AtomicLongArray latencies = new AtomicLongArray(BINS);
  private final LongAdder missing = new LongAdder();
  private final LongAdder special = new LongAdder();
  private final LongAdder unseen = new LongAdder();
  private final LongAdder challengerFailures = new LongAdder();
  private final LongAdder swaps = new LongAdder();
  private final LongAdder refusals = new LongAdder();

  /** Creates counts of nothing. */
  public ServiceMetrics() {
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, new LongAdder());
    }
  }

  private LongAdder counter(Outcome outcome) {
    return Objects.requireNonNull(outcomes.get(outcome));
  }

  @Override
  public void decided(
      AuditEntry.Role role, boolean decides, Decision decision, CellCounts cells, long nanos) {
    if (!decides) {
      return;
    }
    counter(decision.outcome()).increment();
    latencies.incrementAndGet(bin(nanos));
    missing.add(cells.missing());
    special.add(cells.special());
    unseen.add(cells.unseen());
  }

  private static int bin(long nanos) {
    double bin = StrictMath.log((double) Math.max(1, nanos)) / StrictMath.log(GROWTH);
    return Math.min(BINS - 1, (int) bin);
  }

  @Override
  public void challengerFailed(String applicationId, RuntimeException cause) {
    challengerFailures.increment();
  }

  @Override
  public void swapped(String oldModelId, String newModelId) {
    swaps.increment();
  }

  @Override
  public void refused(String why) {
    refusals.increment();
  }

  /** Returns all counts by name. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (Outcome outcome : Outcome.values()) {
      counts.put("outcome." + outcome, counter(outcome).sum());
    }
    counts.put("cells.missing", missing.sum());
    counts.put("cells.special", special.sum());
    counts.put("cells.unseen", unseen.sum());
    counts.put("challenger.failures", challengerFailures.sum());
    counts.put("engine.swaps", swaps.sum());
    counts.put("engine.refusals", refusals.sum());
    return counts;
  }

  /**
   * Returns the time within which a share of decisions was made, in nanoseconds; 0 before the first.
   *
   * @param share such as 0.99
   */
  public long latency(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be in [0, 1], not " + share);
    }
    long total = 0;
    for (int i = 0; i < BINS; i++) {
      total += latencies.get(i);
    }
    long seen = 0;
    for (int i = 0; i < BINS && total > 0; i++) {
      seen += latencies.get(i);
      if (seen >= share * total) {
        return (long) StrictMath.pow(GROWTH, i + 1.0);
      }
    }
    return 0;
  }
}
