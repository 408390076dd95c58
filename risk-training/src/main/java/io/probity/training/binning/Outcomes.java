package io.probity.training.binning;

import org.jspecify.annotations.Nullable;

/**
 * What became of each record, with its weight and, if known, its period: the same for all features.
 * Immutable.
 *
 * <p>Weights are held as whole numbers of units, so that sums are exact in any order and bad rates can
 * be compared exactly. With whole weights a unit is one record. With fractional weights it is a power of
 * two, chosen so that records x largest weight stay within 2^52 units; each weight is rounded to it,
 * which moves it by at most 2^-51 of records x largest weight.
 */
public final class Outcomes {

  private static final int UNIT_BITS = 52;
  private static final int MOST_PERIODS = 1_000;

  private final boolean[] bad;
  private final long @Nullable [] units;
  private final double unit;
  private final int @Nullable [] periods;
  private final int periodCount;

  private Outcomes(
      boolean[] bad,
      long @Nullable [] units,
      double unit,
      int @Nullable [] periods,
      int periodCount) {
    this.bad = bad;
    this.units = units;
    this.unit = unit;
    this.periods = periods;
    this.periodCount = periodCount;
  }

  /**
   * Returns the outcomes of records of weight 1.
   *
   * @param target 1 for bad, 0 for good, one a record
   */
  public static Outcomes of(int[] target) {
    return new Outcomes(bad(target), null, 1.0, null, 0);
  }

  /**
   * Returns the outcomes of weighted records.
   *
   * @param target 1 for bad, 0 for good, one a record
   * @param weights finite and 0 or more, one a record; a record of weight 0 is as if absent
   */
  public static Outcomes of(int[] target, double[] weights) {
    if (weights.length != target.length) {
      throw new IllegalArgumentException(
          "as many weights as targets are needed, not " + weights.length + " and " + target.length);
    }
    double largest = 0.0;
    boolean whole = true;
    for (int row = 0; row < weights.length; row++) {
      double weight = weights[row];
      if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "weights must be finite and at least 0, but record " + row + " has " + weight);
      }
      largest = Math.max(largest, weight);
      whole &= weight == Math.rint(weight);
    }
    double unit = unit(largest, weights.length, whole);
    long[] units = new long[weights.length];
    for (int row = 0; row < units.length; row++) {
      units[row] = Math.round(weights[row] / unit);
    }
    return new Outcomes(bad(target), units, unit, null, 0);
  }

  /**
   * Returns these outcomes with the period of each record, for stability in time.
   *
   * @param numbers the period of each record, from 0 on, below 1000
   */
  public Outcomes withPeriods(int[] numbers) {
    if (numbers.length != bad.length) {
      throw new IllegalArgumentException(
          "as many periods as records are needed, not " + numbers.length + " and " + bad.length);
    }
    int last = -1;
    for (int row = 0; row < numbers.length; row++) {
      if (numbers[row] < 0 || numbers[row] >= MOST_PERIODS) {
        throw new IllegalArgumentException(
            "periods must be in [0, 999], but record " + row + " has " + numbers[row]);
      }
      last = Math.max(last, numbers[row]);
    }
    return new Outcomes(bad, units, unit, numbers.clone(), last + 1);
  }

  /** Returns the number of records. */
  public int rows() {
    return bad.length;
  }

  /** Returns whether a record is bad. */
  public boolean isBad(int row) {
    return bad[row];
  }

  /** Returns the weight of a record, in units. */
  public long units(int row) {
    return units == null ? 1 : units[row];
  }

  /** Returns the size of a unit, in records. */
  public double unit() {
    return unit;
  }

  /** Returns the number of periods, 0 if they are unknown. */
  public int periods() {
    return periodCount;
  }

  /** Returns the period of a record. */
  public int period(int row) {
    if (periods == null) {
      throw new IllegalStateException("the periods of the records are unknown");
    }
    return periods[row];
  }

  private static double unit(double largest, int rows, boolean whole) {
    double bound = largest * rows;
    if (bound == 0.0 || (whole && bound <= PreBinCounts.MOST_UNITS)) {
      return 1.0;
    }
    int exponent = Math.getExponent(largest) + 1 + bits(rows) - UNIT_BITS;
    return Math.scalb(1.0, Math.max(exponent, Double.MIN_EXPONENT));
  }

  /** Returns the least k for which 2^k is at least the number. */
  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, number - 1));
  }

  private static boolean[] bad(int[] target) {
    boolean[] bad = new boolean[target.length];
    for (int row = 0; row < target.length; row++) {
      if (target[row] != 0 && target[row] != 1) {
        throw new IllegalArgumentException(
            "the target must be 0 or 1, but record " + row + " has " + target[row]);
      }
      bad[row] = target[row] == 1;
    }
    return bad;
  }
}
