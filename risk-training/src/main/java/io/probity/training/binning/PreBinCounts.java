package io.probity.training.binning;

import java.util.Arrays;

/**
 * The goods and bads of the pre-bins of one feature, in order, and what stands outside them. Immutable.
 *
 * <p>Counts are whole numbers of units; a unit is one record unless weights are fractional, when it is
 * a power of two of a record. Cut positions run from 1 to {@code size() - 1}: position 3 lies before
 * the pre-bin with index 3.
 */
public final class PreBinCounts {

  /** The largest number of units in all: 2^52, so that every count is a double too. */
  public static final long MOST_UNITS = 1L << 52;

  private final long[] goods;
  private final long[] bads;
  private final long outsideGoods;
  private final long outsideBads;
  private final double unit;
  private final boolean[] fixed;
  private final long[][] periodGoods;
  private final long[][] periodBads;

  private PreBinCounts(
      long[] goods,
      long[] bads,
      long outsideGoods,
      long outsideBads,
      double unit,
      boolean[] fixed,
      long[][] periodGoods,
      long[][] periodBads) {
    this.goods = goods;
    this.bads = bads;
    this.outsideGoods = outsideGoods;
    this.outsideBads = outsideBads;
    this.unit = unit;
    this.fixed = fixed;
    this.periodGoods = periodGoods;
    this.periodBads = periodBads;
  }

  /**
   * Returns the counts of pre-bins with nothing outside them, one record a unit.
   *
   * @param goods the goods of each pre-bin, 0 or more
   * @param bads the bads of each pre-bin, as many
   */
  public static PreBinCounts of(long[] goods, long[] bads) {
    requireCounts(goods, bads);
    int size = goods.length;
    if (size < 1 || size > CutRules.MOST_PRE_BINS) {
      throw new IllegalArgumentException(
          "the number of pre-bins must be in [1, " + CutRules.MOST_PRE_BINS + "], not " + size);
    }
    return new PreBinCounts(
            goods.clone(), bads.clone(), 0, 0, 1.0, new boolean[size], new long[0][], new long[0][])
        .checked();
  }

  /** Returns these counts with records outside the pre-bins: missing values and special codes. */
  public PreBinCounts withOutside(long otherGoods, long otherBads) {
    requireCounts(new long[] {otherGoods}, new long[] {otherBads});
    return new PreBinCounts(
            goods, bads, otherGoods, otherBads, unit, fixed, periodGoods, periodBads)
        .checked();
  }

  /** Returns these counts with another size of the unit, in records. */
  public PreBinCounts withUnit(double records) {
    if (!(records > 0 && records <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a unit must be positive and finite, not " + records);
    }
    return new PreBinCounts(
        goods, bads, outsideGoods, outsideBads, records, fixed, periodGoods, periodBads);
  }

  /** Returns these counts with cuts at these positions, which must survive. */
  public PreBinCounts withFixedCuts(int... positions) {
    boolean[] marks = new boolean[goods.length];
    for (int position : positions) {
      if (position < 1 || position >= goods.length) {
        throw new IllegalArgumentException(
            "a cut must have a position in [1, " + (goods.length - 1) + "], not " + position);
      }
      marks[position] = true;
    }
    return new PreBinCounts(
        goods, bads, outsideGoods, outsideBads, unit, marks, periodGoods, periodBads);
  }

  /**
   * Returns these counts with those of each period.
   *
   * @param otherGoods periods x pre-bins
   * @param otherBads periods x pre-bins
   */
  public PreBinCounts withPeriods(long[][] otherGoods, long[][] otherBads) {
    if (otherGoods.length != otherBads.length) {
      throw new IllegalArgumentException("as many periods of goods as of bads are needed, not "
          + otherGoods.length
          + " and "
          + otherBads.length);
    }
    for (int period = 0; period < otherGoods.length; period++) {
      requireCounts(otherGoods[period], otherBads[period]);
      if (otherGoods[period].length != goods.length) {
        throw new IllegalArgumentException("period "
            + period
            + " must have "
            + goods.length
            + " pre-bins, not "
            + otherGoods[period].length);
      }
    }
    long[][] goodsCopy = Arrays.stream(otherGoods).map(long[]::clone).toArray(long[][]::new);
    long[][] badsCopy = Arrays.stream(otherBads).map(long[]::clone).toArray(long[][]::new);
    return new PreBinCounts(
        goods, bads, outsideGoods, outsideBads, unit, fixed, goodsCopy, badsCopy);
  }

  /** Returns the number of pre-bins. */
  public int size() {
    return goods.length;
  }

  /** Returns the size of a unit, in records. */
  public double unit() {
    return unit;
  }

  /** Returns the units of goods in a pre-bin. */
  public long goods(int preBin) {
    return goods[preBin];
  }

  /** Returns the units of bads in a pre-bin. */
  public long bads(int preBin) {
    return bads[preBin];
  }

  /** Returns the units of all goods, those outside the pre-bins included. */
  public long totalGoods() {
    return Arrays.stream(goods).sum() + outsideGoods;
  }

  /** Returns the units of all bads, those outside the pre-bins included. */
  public long totalBads() {
    return Arrays.stream(bads).sum() + outsideBads;
  }

  /** Returns the number of periods, 0 if they are unknown. */
  public int periods() {
    return periodGoods.length;
  }

  /** Returns whether the cut before a pre-bin must survive. */
  public boolean isFixed(int position) {
    return fixed[position];
  }

  /** Returns whether any cut must survive. */
  boolean hasFixedCuts() {
    for (boolean mark : fixed) {
      if (mark) {
        return true;
      }
    }
    return false;
  }

  /** Returns the same counts without cuts that must survive. */
  PreBinCounts withoutFixedCuts() {
    return withFixedCuts();
  }

  /** Returns the goods before each cut position, from 0 to {@code size()}. */
  long[] goodsBefore() {
    return before(goods);
  }

  /** Returns the bads before each cut position, from 0 to {@code size()}. */
  long[] badsBefore() {
    return before(bads);
  }

  /** Returns the goods of a period before each cut position. */
  long[] goodsBefore(int period) {
    return before(periodGoods[period]);
  }

  /** Returns the bads of a period before each cut position. */
  long[] badsBefore(int period) {
    return before(periodBads[period]);
  }

  private PreBinCounts checked() {
    double total = 0.0;
    for (int i = 0; i < goods.length; i++) {
      total += (double) goods[i] + bads[i];
    }
    if (!(total + outsideGoods + outsideBads <= MOST_UNITS)) {
      throw new IllegalArgumentException("the units of all records must not pass 2^52");
    }
    return this;
  }

  private static long[] before(long[] counts) {
    long[] sums = new long[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      sums[i + 1] = sums[i] + counts[i];
    }
    return sums;
  }

  private static void requireCounts(long[] goods, long[] bads) {
    if (goods.length != bads.length) {
      throw new IllegalArgumentException(
          "as many goods as bads are needed, not " + goods.length + " and " + bads.length);
    }
    for (int i = 0; i < goods.length; i++) {
      if (goods[i] < 0 || bads[i] < 0) {
        throw new IllegalArgumentException("counts must be at least 0, but pre-bin "
            + i
            + " has "
            + goods[i]
            + " goods and "
            + bads[i]
            + " bads");
      }
    }
  }
}
