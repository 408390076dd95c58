package io.probity.monitoring;

import io.probity.decision.Outcome;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of decisions by one model: fixed memory however many there are, and the same result in
 * whatever order parts are counted and merged, as long as there are no more codes of reasons than
 * {@link #MOST_REASONS}. Not safe for use by several threads.
 */
public final class DriftCounters {

  /** Codes of reasons beyond this number are counted together. */
  public static final int MOST_REASONS = 256;

  static final String OTHER = "(other)";

  private final Reference reference;
  private final List<long[]> bins = new ArrayList<>();
  private final long[] missing;
  private final long[] unseen;
  private final long[] scores;
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Long> reasons = new TreeMap<>();
  private final Map<String, Granted> granted = new TreeMap<>(); // by currency
  private final long[] limits = new long[LimitBands.COUNT];
  private long decisions;

  /** What was granted in one currency: how often, and how much in minor units. */
  private record Granted(long count, long minor) {

    static Granted sum(Granted one, Granted other) {
      return new Granted(one.count + other.count, Math.addExact(one.minor, other.minor));
    }
  }

  private DriftCounters(Reference reference) {
    this.reference = reference;
    for (Reference.FeatureReference feature : reference.features()) {
      bins.add(new long[feature.shares().size()]);
    }
    this.missing = new long[bins.size()];
    this.unseen = new long[bins.size()];
    this.scores = new long[reference.scoreShares().size()];
  }

  /** Returns counters of a model, all 0. */
  public static DriftCounters of(RiskModel model) {
    return new DriftCounters(model.reference());
  }

  /**
   * Counts a decision.
   *
   * @throws IllegalArgumentException if its bins are not those of the model
   */
  public void add(DecidedRecord decision) {
    check(decision);
    decisions++;
    for (int i = 0; i < bins.size(); i++) {
      bins.get(i)[decision.bins().get(i)]++;
    }
    decision.missing().forEach(feature -> missing[feature]++);
    decision.unseen().forEach(feature -> unseen[feature]++);
    int band = 0;
    while (band < scores.length - 1 && decision.score() >= reference.scoreCuts().get(band)) {
      band++;
    }
    scores[band]++;
    outcomes.merge(decision.outcome(), 1L, Long::sum);
    decision.reasons().forEach(code -> addReason(code, 1));
    if (decision.outcome().isApproval()) {
      Granted one = new Granted(1, decision.limitMinor());
      granted.merge(decision.currency().getCurrencyCode(), one, Granted::sum);
      limits[LimitBands.of(decision.limitMinor())]++;
    }
  }

  private void check(DecidedRecord decision) {
    boolean fits = decision.bins().size() == bins.size();
    for (int i = 0; fits && i < bins.size(); i++) {
      int bin = decision.bins().get(i);
      fits = bin >= 0 && bin < bins.get(i).length;
    }
    for (int feature : decision.missing()) {
      fits &= feature >= 0 && feature < missing.length;
    }
    for (int feature : decision.unseen()) {
      fits &= feature >= 0 && feature < unseen.length;
    }
    if (!fits) {
      throw new IllegalArgumentException("a decision of " + decision.day()
          + " does not have the bins of the model: " + decision.bins()
          + "; check the log with \"risk audit verify\"");
    }
  }

  private void addReason(String code, long count) {
    boolean known = reasons.containsKey(code) || reasons.size() < MOST_REASONS;
    reasons.merge(known ? code : OTHER, count, Long::sum);
  }

  /** Adds the counts of others of the same model. */
  public void merge(DriftCounters other) {
    if (!reference.equals(other.reference)) {
      throw new IllegalArgumentException("counters of different models cannot be merged");
    }
    decisions += other.decisions;
    other.granted.forEach((currency, more) -> granted.merge(currency, more, Granted::sum));
    add(limits, other.limits);
    for (int i = 0; i < bins.size(); i++) {
      add(bins.get(i), other.bins.get(i));
    }
    add(missing, other.missing);
    add(unseen, other.unseen);
    add(scores, other.scores);
    other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
    other.reasons.forEach(this::addReason);
  }

  private static void add(long[] into, long[] from) {
    for (int i = 0; i < into.length; i++) {
      into[i] += from[i];
    }
  }

  /** Returns how many decisions were counted. */
  public long decisions() {
    return decisions;
  }

  /** Returns the stability of a feature (CSI) against the training population. */
  public Stability feature(int feature) {
    Reference.FeatureReference expected = reference.features().get(feature);
    return Stability.of(
        expected.name(), shares(expected.shares()), reference.rows(), bins.get(feature));
  }

  /** Returns the stability of the score against the training population. */
  public Stability score() {
    return Stability.of("score", shares(reference.scoreShares()), reference.rows(), scores);
  }

  /** Returns the stability of the outcomes against those of other decisions. */
  public Stability outcomesAgainst(DriftCounters baseline) {
    return Stability.of(
        "outcome", doubles(baseline.outcomeCounts()), baseline.decisions, outcomeCounts());
  }

  private long[] outcomeCounts() {
    return Arrays.stream(Outcome.values())
        .mapToLong(outcome -> outcomes.getOrDefault(outcome, 0L))
        .toArray();
  }

  /** Returns the stability of the reasons given against those of other decisions. */
  public Stability reasonsAgainst(DriftCounters baseline) {
    List<String> codes = new ArrayList<>(new TreeMap<>(baseline.reasons).keySet());
    reasons.keySet().stream().filter(code -> !codes.contains(code)).forEach(codes::add);
    long[] expected = codes.stream()
        .mapToLong(code -> baseline.reasons.getOrDefault(code, 0L))
        .toArray();
    long[] counts =
        codes.stream().mapToLong(code -> reasons.getOrDefault(code, 0L)).toArray();
    long given = Arrays.stream(expected).sum();
    return Stability.of("reasons", doubles(expected), given, counts);
  }

  /**
   * Returns the stability of the limits that were granted against those of other decisions, over bands
   * each about a fifth wide. Currencies are not told apart.
   */
  public Stability limitsAgainst(DriftCounters baseline) {
    return Stability.of(
        "limits", doubles(baseline.limits), Arrays.stream(baseline.limits).sum(), limits);
  }

  /** Returns the share of decisions in which a feature was missing; 0 without decisions. */
  public double missingRate(int feature) {
    return share(missing[feature]);
  }

  /** Returns the share of decisions in which a feature had an unknown level; 0 without decisions. */
  public double unseenRate(int feature) {
    return share(unseen[feature]);
  }

  /** Returns the share of decisions that grant something; 0 without decisions. */
  public double approvalRate() {
    return share(granted.values().stream().mapToLong(Granted::count).sum());
  }

  /**
   * Returns the mean limit of what was granted in each currency, rounded to its minor unit; empty where
   * nothing was.
   */
  public SortedMap<String, BigDecimal> meanLimits() {
    SortedMap<String, BigDecimal> means = new TreeMap<>();
    granted.forEach((code, sum) -> {
      int digits = Currency.getInstance(code).getDefaultFractionDigits();
      BigDecimal all = BigDecimal.valueOf(sum.minor(), digits);
      means.put(code, all.divide(BigDecimal.valueOf(sum.count()), digits, RoundingMode.HALF_UP));
    });
    return means;
  }

  /** Returns how many features are counted. */
  public int features() {
    return bins.size();
  }

  private double share(long count) {
    return decisions == 0 ? 0.0 : (double) count / decisions;
  }

  private static double[] shares(List<Double> shares) {
    return shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] doubles(long[] counts) {
    return Arrays.stream(counts).asDoubleStream().toArray();
  }
}
