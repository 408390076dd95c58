package io.probity.metrics;

import java.util.Arrays;

/**
 * Kendall's rank correlation tau-b: concordant less discordant pairs, over the geometric mean of
 * the pairs not tied in one column and in the other.
 *
 * <p>Source: Knight, A computer method for calculating Kendall's tau with ungrouped data, 1966.
 *
 * @param value in [-1, 1]
 * @param z concordant less discordant pairs over its standard deviation without association, ties
 *     allowed for
 */
public record Kendall(double value, double z) {

  /** Checks the ranges. */
  public Kendall {
    if (!(value >= -1 && value <= 1) || Double.isNaN(z)) {
      throw new IllegalArgumentException("a correlation is in [-1, 1], not " + value + ", z " + z);
    }
  }

  /**
   * Returns the rank correlation of two columns of finite numbers, in O(rows log rows).
   *
   * @throws IllegalArgumentException if the columns differ in length, have fewer than 2 rows, hold
   *     a number that is not finite, or one of them is constant
   */
  public static Kendall of(double[] x, double[] y) {
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          "both columns need the same rows, at least 2, not " + x.length + " and " + y.length);
    }
    DenseRanks first = DenseRanks.of(x, "the first column");
    DenseRanks second = DenseRanks.of(y, "the second column");
    Ties ties = Ties.of(first.counts());
    Ties otherTies = Ties.of(second.counts());
    double pairs = 0.5 * x.length * (x.length - 1.0);
    double untied = pairs - ties.pairs;
    double otherUntied = pairs - otherTies.pairs;
    if (!(untied > 0 && otherUntied > 0)) {
      throw new IllegalArgumentException("correlation needs values that differ, but the "
          + (untied > 0 ? "second" : "first") + " column is constant");
    }
    long[] sorted = sortedPairs(first.rankOfUnsafe(), second.rankOfUnsafe());
    double tiedInBoth = pairsOfEqual(sorted);
    double discordant = inversions(sorted);
    double surplus = pairs - ties.pairs - otherTies.pairs + tiedInBoth - 2.0 * discordant;
    double tau = surplus / Math.sqrt(untied) / Math.sqrt(otherUntied);
    double deviation = Math.sqrt(varianceOfSurplus(x.length, ties, otherTies));
    return new Kendall(Math.max(-1.0, Math.min(1.0, tau)), surplus / deviation);
  }

  /** Tests whether the rank correlation is 0 by the normal law, two-sided. */
  public TestResult test() {
    return TestResult.ofNormal(z);
  }

  private static double varianceOfSurplus(double rows, Ties ties, Ties other) {
    double all = rows * (rows - 1.0);
    double variance = (all * (2.0 * rows + 5.0) - ties.spread - other.spread) / 18.0
        + 2.0 * ties.pairs * other.pairs / all;
    return rows > 2
        ? variance + ties.triples * other.triples / (9.0 * all * (rows - 2.0))
        : variance;
  }

  /** The pairs of ranks as numbers, by the first and then by the second rank. */
  private static long[] sortedPairs(int[] first, int[] second) {
    long[] pairs = new long[first.length];
    for (int row = 0; row < pairs.length; row++) {
      pairs[row] = ((long) first[row] << 32) | second[row];
    }
    Arrays.sort(pairs);
    return pairs;
  }

  private static double pairsOfEqual(long[] sorted) {
    double pairs = 0.0;
    long run = 1;
    for (int i = 1; i <= sorted.length; i++) {
      if (i < sorted.length && sorted[i] == sorted[i - 1]) {
        run++;
      } else {
        pairs += 0.5 * run * (run - 1.0);
        run = 1;
      }
    }
    return pairs;
  }

  /** Returns how many pairs stand in the wrong order of the second rank, by a merge sort. */
  private static double inversions(long[] sorted) {
    int[] from = new int[sorted.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = (int) sorted[i];
    }
    int[] to = new int[from.length];
    long inversions = 0;
    for (int width = 1; width < from.length; width *= 2) {
      for (int low = 0; low < from.length; low += 2 * width) {
        int middle = (int) Math.min(from.length, (long) low + width);
        int high = (int) Math.min(from.length, (long) low + 2L * width);
        inversions += merge(from, to, low, middle, high);
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return inversions;
  }

  private static long merge(int[] from, int[] to, int low, int middle, int high) {
    long inversions = 0;
    int left = low;
    int right = middle;
    for (int next = low; next < high; next++) {
      if (left < middle && (right >= high || from[left] <= from[right])) {
        to[next] = from[left++];
      } else {
        inversions += middle - left;
        to[next] = from[right++];
      }
    }
    return inversions;
  }

  /**
   * Sums over the blocks of tied values of one column.
   *
   * @param pairs t (t - 1) / 2
   * @param triples t (t - 1)(t - 2)
   * @param spread t (t - 1)(2 t + 5)
   */
  private record Ties(double pairs, double triples, double spread) {

    static Ties of(int[] blocks) {
      double pairs = 0.0;
      double triples = 0.0;
      double spread = 0.0;
      for (double t : blocks) {
        pairs += 0.5 * t * (t - 1.0);
        triples += t * (t - 1.0) * (t - 2.0);
        spread += t * (t - 1.0) * (2.0 * t + 5.0);
      }
      return new Ties(pairs, triples, spread);
    }
  }
}
