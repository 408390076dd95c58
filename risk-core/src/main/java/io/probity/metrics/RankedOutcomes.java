package io.probity.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scored records with their outcomes, sorted once: what every figure of discrimination and
 * calibration is computed from. Immutable.
 *
 * <p>Records of equal score form one group and always enter a figure together, so no figure depends
 * on the order of rows. Groups are numbered from the lowest score to the highest; a higher score is
 * riskier, and for figures of calibration the score is the PD itself. A record of weight 0 counts
 * as absent. Where a figure speaks of numbers of records, a whole weight of k stands for k equal
 * records.
 */
public final class RankedOutcomes {

  private static final double LEAST_WEIGHT = 1e-100; // so that products of weights can be held
  private static final double MOST_WEIGHT = 1e100;

  private final double[] score;
  private final double[] goods;
  private final double[] bads;
  private final int[] groupOf;
  private final boolean[] bad;
  private final double @Nullable [] weights;
  private final double totalGoods;
  private final double totalBads;

  private RankedOutcomes(
      double[] score,
      double[] goods,
      double[] bads,
      int[] groupOf,
      boolean[] bad,
      double @Nullable [] weights) {
    this.score = score;
    this.goods = goods;
    this.bads = bads;
    this.groupOf = groupOf;
    this.bad = bad;
    this.weights = weights;
    this.totalGoods = sum(goods);
    this.totalBads = sum(bads);
  }

  /**
   * Ranks records of weight 1.
   *
   * @param score of each record, finite; higher is riskier
   * @param target of each record, 1 for bad and 0 for good
   * @throws IllegalArgumentException if the lengths differ, there is no record, a score is not
   *     finite or a target is neither 0 nor 1
   */
  public static RankedOutcomes of(double[] score, int[] target) {
    return rank(score, target, null);
  }

  /**
   * Ranks weighted records.
   *
   * @param score of each record, finite; higher is riskier
   * @param target of each record, 1 for bad and 0 for good
   * @param weights of each record, finite and 0 or more
   * @throws IllegalArgumentException if the lengths differ, no record has a weight above 0, or a
   *     score, target or weight is not as described
   */
  public static RankedOutcomes of(double[] score, int[] target, double[] weights) {
    requireLength("weights", weights.length, score.length);
    for (int row = 0; row < weights.length; row++) {
      if (!(weights[row] >= 0 && weights[row] <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "a weight must be finite and at least 0, but row " + row + " has " + weights[row]);
      }
    }
    return rank(score, target, weights.clone());
  }

  /** Ranks two samples together, the first as goods and the second as bads. */
  static RankedOutcomes ofSamples(double[] first, double[] second) {
    int[] target = new int[first.length + second.length];
    Arrays.fill(target, first.length, target.length, 1);
    return rank(joined(first, second), target, null);
  }

  /** Ranks two weighted samples together, the first as goods and the second as bads. */
  static RankedOutcomes ofSamples(
      double[] first, double[] firstWeights, double[] second, double[] secondWeights) {
    requireLength("weights", firstWeights.length, first.length);
    requireLength("weights", secondWeights.length, second.length);
    int[] target = new int[first.length + second.length];
    Arrays.fill(target, first.length, target.length, 1);
    return of(joined(first, second), target, joined(firstWeights, secondWeights));
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static RankedOutcomes rank(double[] score, int[] target, double @Nullable [] weights) {
    requireLength("targets", target.length, score.length);
    boolean[] bad = new boolean[target.length];
    for (int row = 0; row < bad.length; row++) {
      if (target[row] != 0 && target[row] != 1) {
        throw new IllegalArgumentException(
            "target must be 0 for good or 1 for bad, but row " + row + " has " + target[row]);
      }
      bad[row] = target[row] == 1;
    }
    DenseRanks ranks = DenseRanks.of(score, "score");
    return grouped(ranks.valuesUnsafe(), ranks.rankOfUnsafe(), bad, weights);
  }

  /** Adds up each group, leaving out those without weight. */
  private static RankedOutcomes grouped(
      double[] values, int[] groupOf, boolean[] bad, double @Nullable [] weights) {
    double[] goods = new double[values.length];
    double[] bads = new double[values.length];
    for (int row = 0; row < bad.length; row++) {
      double weight = weights == null ? 1.0 : weights[row];
      (bad[row] ? bads : goods)[groupOf[row]] += weight;
    }
    int[] renumbered = new int[values.length];
    double[] score = new double[values.length];
    int groups = 0;
    for (int group = 0; group < values.length; group++) {
      renumbered[group] = groups;
      if (goods[group] + bads[group] > 0) {
        score[groups] = values[group];
        goods[groups] = goods[group];
        bads[groups] = bads[group];
        groups++;
      }
    }
    if (groups == 0) {
      throw new IllegalArgumentException("at least one record with a weight above 0 is needed");
    }
    int[] newGroupOf = new int[bad.length];
    for (int row = 0; row < bad.length; row++) {
      newGroupOf[row] = Math.min(renumbered[groupOf[row]], groups - 1);
    }
    RankedOutcomes outcomes = new RankedOutcomes(
        Arrays.copyOf(score, groups),
        Arrays.copyOf(goods, groups),
        Arrays.copyOf(bads, groups),
        newGroupOf,
        bad,
        weights);
    double total = outcomes.totalWeight();
    if (!(total >= LEAST_WEIGHT && total <= MOST_WEIGHT)) {
      throw new IllegalArgumentException("the sum of all weights must be from " + LEAST_WEIGHT
          + " to " + MOST_WEIGHT + ", not " + total + "; scale them");
    }
    return outcomes;
  }

  /**
   * Returns the outcomes of a resample, without sorting again.
   *
   * @param rows the positions of the drawn records, repeats allowed, such as {@link Bootstrap}
   *     draws
   */
  public RankedOutcomes resampled(int[] rows) {
    int[] groups = new int[rows.length];
    boolean[] drawnBad = new boolean[rows.length];
    double[] drawnWeights = weights == null ? null : new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      groups[i] = groupOf[rows[i]];
      drawnBad[i] = bad[rows[i]];
      if (weights != null && drawnWeights != null) {
        drawnWeights[i] = weights[rows[i]];
      }
    }
    return grouped(score, groups, drawnBad, drawnWeights);
  }

  /** Returns the number of rows, those of weight 0 included. */
  public int rows() {
    return bad.length;
  }

  /** Returns the number of distinct scores among records with weight. */
  public int groups() {
    return score.length;
  }

  /** Returns the score of a group, the lowest first. */
  public double score(int group) {
    return score[group];
  }

  /** Returns the weight of goods in a group. */
  public double goods(int group) {
    return goods[group];
  }

  /** Returns the weight of bads in a group. */
  public double bads(int group) {
    return bads[group];
  }

  /** Returns the weight of all records in a group. */
  public double weight(int group) {
    return goods[group] + bads[group];
  }

  /** Returns the weight of all goods. */
  public double totalGoods() {
    return totalGoods;
  }

  /** Returns the weight of all bads. */
  public double totalBads() {
    return totalBads;
  }

  /** Returns the weight of all records, above 0. */
  public double totalWeight() {
    return totalGoods + totalBads;
  }

  /** Returns the share of bads in all records, in [0, 1]. */
  public double badRate() {
    return totalBads / totalWeight();
  }

  boolean isBad(int row) {
    return bad[row];
  }

  int groupOf(int row) {
    return groupOf[row];
  }

  double weightOf(int row) {
    return weights == null ? 1.0 : weights[row];
  }

  /** Returns whether every weight is a whole number, so that weights may count as records. */
  boolean hasWholeWeights() {
    if (weights != null) {
      for (double weight : weights) {
        if (weight != Math.rint(weight)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Checks that there are goods and bads. */
  RankedOutcomes requireBothClasses(String figure) {
    if (!(totalBads > 0 && totalGoods > 0)) {
      throw new IllegalArgumentException(
          figure + " needs goods and bads, but there are no " + (totalBads > 0 ? "goods" : "bads"));
    }
    return this;
  }

  /** Checks that weights can stand for numbers of records. */
  RankedOutcomes requireCounts(String figure) {
    if (!hasWholeWeights()) {
      throw new IllegalArgumentException(
          figure + " takes weights as numbers of records, so they must be whole numbers");
    }
    return this;
  }

  /** Checks that the scores are PDs. */
  RankedOutcomes requirePds(String figure) {
    if (!(score[0] >= 0 && score[score.length - 1] <= 1)) {
      throw new IllegalArgumentException(figure
          + " needs PDs in [0, 1] as scores, but they reach from "
          + score[0]
          + " to "
          + score[score.length - 1]);
    }
    return this;
  }

  private static void requireLength(String what, int received, int expected) {
    if (received != expected) {
      throw new IllegalArgumentException(
          "as many " + what + " as scores are needed, not " + received + " and " + expected);
    }
  }

  private static double sum(double[] values) {
    double total = 0.0;
    for (double value : values) {
      total += value;
    }
    return total;
  }
}
