package io.probity.training.logistic;

import java.util.BitSet;
import java.util.List;

/**
 * What a logistic regression is fitted on: a design, a target, weights and an offset, checked once.
 *
 * <p>Weights are frequencies: a row of weight 3 counts as three rows, a row of weight 0 as none; they
 * may be fractions and are not rescaled. Of the rows with a positive weight at least one must be good
 * and one bad. The offset is a known part of the log-odds of each row. Immutable; selecting columns
 * shares all data, so that stepwise selection costs no copies.
 */
public final class LogisticSample {

  private final DesignMatrix design;
  private final Standardised columns;
  private final int[] target;
  private final double[] weights;
  private final double[] offset;
  private final Totals totals;

  /** The sums of the weights: of all rows, of the bads, and the number of rows that count. */
  private record Totals(double weight, double bads, int positiveRows) {}

  private LogisticSample(
      DesignMatrix design,
      Standardised columns,
      int[] target,
      double[] weights,
      double[] offset,
      Totals totals) {
    this.design = design;
    this.columns = columns;
    this.target = target;
    this.weights = weights;
    this.offset = offset;
    this.totals = totals;
  }

  /**
   * Returns a sample without offset.
   *
   * @param design the explanatory columns
   * @param target 1 for bad, 0 for good, one a row
   * @param weights the weight of each row, finite and 0 or more
   * @throws IllegalArgumentException if a length or a value is wrong, or there is no good or no bad
   */
  public static LogisticSample of(DesignMatrix design, int[] target, double[] weights) {
    return of(design, target, weights, new double[0]);
  }

  /**
   * Returns a sample.
   *
   * @param design the explanatory columns
   * @param target 1 for bad, 0 for good, one a row
   * @param weights the weight of each row, finite and 0 or more
   * @param offset the known log-odds of each row, finite; an empty array stands for zeros
   * @throws IllegalArgumentException if a length or a value is wrong, or there is no good or no bad
   */
  public static LogisticSample of(
      DesignMatrix design, int[] target, double[] weights, double[] offset) {
    requireLength("target", target.length, design.rows());
    requireLength("weights", weights.length, design.rows());
    if (offset.length != 0) {
      requireLength("offset", offset.length, design.rows());
    }
    int[] ownTarget = target.clone();
    double[] ownWeights = weights.clone();
    double[] ownOffset = offset.clone();
    Totals totals = totals(ownTarget, ownWeights);
    requireFinite(ownOffset);
    Standardised columns = Standardised.of(design, ownWeights, totals.weight());
    return new LogisticSample(design, columns, ownTarget, ownWeights, ownOffset, totals);
  }

  /** Returns the sample with only the named columns, in the order given. */
  public LogisticSample select(List<String> names) {
    int[] positions = names.stream().mapToInt(design::indexOf).toArray();
    return new LogisticSample(
        design.select(names), columns.select(positions), target, weights, offset, totals);
  }

  /** Returns the sample with weight 1 for some rows and 0 for all others, standardised anew. */
  LogisticSample withRows(BitSet some) {
    double[] ones = new double[weights.length];
    double bads = 0;
    for (int row = some.nextSetBit(0); row >= 0; row = some.nextSetBit(row + 1)) {
      ones[row] = 1.0;
      bads += target[row];
    }
    int count = some.cardinality();
    Standardised anew = Standardised.of(design, ones, count);
    return new LogisticSample(design, anew, target, ones, offset, new Totals(count, bads, count));
  }

  /** Returns the explanatory columns. */
  public DesignMatrix design() {
    return design;
  }

  /** Returns the number of rows, those of weight 0 included. */
  public int rows() {
    return target.length;
  }

  /** Returns the number of rows with a positive weight. */
  public int positiveRows() {
    return totals.positiveRows();
  }

  /** Returns the sum of the weights. */
  public double weight() {
    return totals.weight();
  }

  /** Returns the sum of the weights of the bads. */
  public double badWeight() {
    return totals.bads();
  }

  Standardised columnsUnsafe() {
    return columns;
  }

  int target(int row) {
    return target[row];
  }

  double weight(int row) {
    return weights[row];
  }

  boolean hasOffset() {
    return offset.length > 0;
  }

  double offset(int row) {
    return offset.length == 0 ? 0.0 : offset[row];
  }

  /** Returns the weighted mean of the offset. */
  double meanOffset() {
    double sum = 0;
    for (int row = 0; row < offset.length; row++) {
      sum += weights[row] * offset[row];
    }
    return sum / totals.weight();
  }

  private static Totals totals(int[] target, double[] weights) {
    double bads = 0;
    double goods = 0;
    int positive = 0;
    for (int row = 0; row < target.length; row++) {
      double weight = weights[row];
      if (target[row] != 0 && target[row] != 1) {
        throw new IllegalArgumentException(
            "a target must be 0 (good) or 1 (bad), but row " + row + " has " + target[row]);
      }
      if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "a weight must be finite and 0 or more, but row " + row + " has " + weight);
      }
      bads += target[row] == 1 ? weight : 0.0;
      goods += target[row] == 0 ? weight : 0.0;
      positive += weight > 0 ? 1 : 0;
    }
    if (!(goods > 0 && bads > 0 && goods + bads <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a logistic regression needs goods and bads of positive "
          + "weight and a finite sum, but the weight of the goods is " + goods
          + " and that of the bads " + bads);
    }
    return new Totals(goods + bads, bads, positive);
  }

  private static void requireFinite(double[] offset) {
    for (int row = 0; row < offset.length; row++) {
      if (!Double.isFinite(offset[row])) {
        throw new IllegalArgumentException(
            "an offset must be finite, but row " + row + " has " + offset[row]);
      }
    }
  }

  private static void requireLength(String what, int length, int rows) {
    if (length != rows) {
      throw new IllegalArgumentException(
          "the " + what + " must have one entry a row, " + rows + ", but has " + length);
    }
  }
}
