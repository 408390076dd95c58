package io.probity.metrics;

import java.util.Arrays;

/**
 * Which bin each group of equal PDs belongs to. A group that straddles a bound between bins of
 * equal frequency is split pro rata into two or more pieces; otherwise each group is one piece.
 */
final class PdBins {

  private final RankedOutcomes outcomes;
  private final int bins;
  private int pieces;
  private int[] group;
  private int[] bin;
  private double[] share;

  private PdBins(RankedOutcomes outcomes, int bins, int capacity) {
    this.outcomes = outcomes;
    this.bins = bins;
    this.group = new int[capacity];
    this.bin = new int[capacity];
    this.share = new double[capacity];
  }

  /** Bins [0, 1/n), [1/n, 2/n), ..., the last one closed. */
  static PdBins equalWidth(RankedOutcomes outcomes, int bins) {
    requireBins(bins);
    PdBins result = new PdBins(outcomes, bins, outcomes.groups());
    for (int i = 0; i < outcomes.groups(); i++) {
      result.add(i, (int) Math.min(bins - 1.0, Math.floor(outcomes.score(i) * bins)), 1.0);
    }
    return result;
  }

  /** One bin for each distinct PD. */
  static PdBins distinct(RankedOutcomes outcomes) {
    PdBins result = new PdBins(outcomes, outcomes.groups(), outcomes.groups());
    for (int i = 0; i < outcomes.groups(); i++) {
      result.add(i, i, 1.0);
    }
    return result;
  }

  /** Right-closed bins between the quantiles of the PDs; of equal quantiles one is kept. */
  static PdBins quantiles(RankedOutcomes outcomes, int bins) {
    requireBins(bins);
    outcomes.requireCounts("a table by quantiles");
    double[] ranks = new double[outcomes.groups()]; // records up to and including a group
    double records = 0.0;
    for (int i = 0; i < ranks.length; i++) {
      records += outcomes.weight(i);
      ranks[i] = records;
    }
    PdBins result = new PdBins(outcomes, bins, outcomes.groups());
    int current = 0;
    for (int i = 0; i < ranks.length; i++) {
      while (current < bins - 1
          && outcomes.score(i) > quantile(outcomes, ranks, (current + 1.0) / bins)) {
        current++;
      }
      result.add(i, current, 1.0);
    }
    return result;
  }

  private static double quantile(RankedOutcomes outcomes, double[] ranks, double share) {
    int records = (int) Math.min(Integer.MAX_VALUE, ranks[ranks.length - 1]);
    return Quantiles.of(records, share, i -> outcomes.score(groupAt(ranks, i)));
  }

  /** Returns the group of the record with {@code before} records below it in rank. */
  private static int groupAt(double[] ranks, int before) {
    int found = Arrays.binarySearch(ranks, before + 0.5);
    return -found - 1;
  }

  /** Bins of equally many records; bounds are whole records if weights are. */
  static PdBins equalFrequency(RankedOutcomes outcomes, int bins) {
    requireBins(bins);
    boolean whole = outcomes.hasWholeWeights();
    PdBins result = new PdBins(outcomes, bins, outcomes.groups() + bins);
    int current = 0;
    double start = 0.0;
    for (int i = 0; i < outcomes.groups(); i++) {
      double weight = outcomes.weight(i);
      double end = start + weight;
      double from = start;
      while (current < bins - 1 && end > upperBound(outcomes, current, bins, whole)) {
        double bound = upperBound(outcomes, current, bins, whole);
        if (bound > from) {
          result.add(i, current, (bound - from) / weight);
          from = bound;
        }
        current++;
      }
      result.add(i, current, (end - from) / weight);
      start = end;
    }
    return result;
  }

  private static double upperBound(RankedOutcomes outcomes, int bin, int bins, boolean whole) {
    double bound = (bin + 1.0) * outcomes.totalWeight() / bins;
    return whole ? Math.ceil(bound) : bound;
  }

  private static void requireBins(int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("at least 1 bin is needed, not " + bins);
    }
  }

  private void add(int ofGroup, int toBin, double part) {
    group[pieces] = ofGroup;
    bin[pieces] = toBin;
    share[pieces] = part;
    pieces++;
  }

  RankedOutcomes outcomes() {
    return outcomes;
  }

  /** Returns the number of bins, empty ones included. */
  int bins() {
    return bins;
  }

  int pieces() {
    return pieces;
  }

  int group(int piece) {
    return group[piece];
  }

  int bin(int piece) {
    return bin[piece];
  }

  /** Returns the share of its group that a piece holds, in (0, 1]. */
  double share(int piece) {
    return share[piece];
  }
}
