package io.probity.training.binning;

import java.util.Arrays;

/**
 * Goods and bads of numbers on a grid: a cell holds the numbers that share the leading bits of their
 * order-preserving key ({@link RadixSort#key}). With d bits dropped, the numbers of a cell differ by less
 * than 2^(d - 52) of their size.
 *
 * <p>It begins with all 64 bits, a cell for each distinct number, and drops the fewest bits with which
 * at most {@value #MOST_CELLS} cells hold numbers. That follows from the set of numbers alone, and
 * counts are whole, so grids of parts add up to the same grid however the records were spread. Each
 * cell knows its least and largest number, so that a cut between two cells parts the records exactly.
 *
 * <p>Open addressing with linear probing on arrays, since a column of ten million records is counted
 * here cell by cell. Not safe for use by several threads.
 */
final class ValueGrid {

  /** The most cells that hold numbers: 2^17. */
  static final int MOST_CELLS = 1 << 17;

  private static final int FIRST_CAPACITY = 1 << 6;
  private static final long SPREAD = 0x9e3779b97f4a7c15L; // 2^64 / golden ratio

  private int droppedBits;
  private int size;
  private long[] least = new long[FIRST_CAPACITY]; // keys; a cell is found by its leading bits
  private long[] largest = new long[FIRST_CAPACITY];
  private long[] goods = new long[FIRST_CAPACITY];
  private long[] bads = new long[FIRST_CAPACITY];

  /** Counts records of a finite number; at least one of the counts is above 0. */
  void add(double value, long moreGoods, long moreBads) {
    long key = RadixSort.key(value);
    add(key, key, moreGoods, moreBads);
    coarsen();
  }

  /** Adds the counts of another grid. */
  void addAll(ValueGrid other) {
    if (other.droppedBits > droppedBits) {
      rebuild(other.droppedBits, least.length);
    }
    for (int i = 0; i < other.least.length; i++) {
      if (other.goods[i] + other.bads[i] > 0) {
        add(other.least[i], other.largest[i], other.goods[i], other.bads[i]);
        coarsen();
      }
    }
  }

  /** Returns how many of the last bits a cell does not tell apart; 0 where every number is its own. */
  int droppedBits() {
    return droppedBits;
  }

  /** Returns the cells by rising value, each as one value: its least number. */
  NumericColumn column(OutsideCounts outside, int infiniteRow) {
    long[] keys = new long[size];
    long[] places = new long[size];
    int count = 0;
    for (int i = 0; i < least.length; i++) {
      if (goods[i] + bads[i] > 0) {
        keys[count] = least[i];
        places[count++] = i;
      }
    }
    RadixSort.sort(keys, places, count);
    double[] values = new double[count];
    double[] ends = new double[count];
    long[] goodsBefore = new long[count + 1];
    long[] badsBefore = new long[count + 1];
    for (int i = 0; i < count; i++) {
      int place = (int) places[i];
      values[i] = RadixSort.value(keys[i]);
      ends[i] = RadixSort.value(largest[place]);
      goodsBefore[i + 1] = goodsBefore[i] + goods[place];
      badsBefore[i + 1] = badsBefore[i] + bads[place];
    }
    return new NumericColumn(values, ends, goodsBefore, badsBefore, outside, infiniteRow);
  }

  private void add(long low, long high, long moreGoods, long moreBads) {
    int at = placeOf(low);
    if (goods[at] + bads[at] == 0) {
      if (2 * (size + 1) > least.length) {
        rebuild(droppedBits, 2 * least.length);
        at = placeOf(low);
      }
      least[at] = low;
      largest[at] = high;
      size++;
    } else {
      least[at] = Long.compareUnsigned(low, least[at]) < 0 ? low : least[at];
      largest[at] = Long.compareUnsigned(high, largest[at]) > 0 ? high : largest[at];
    }
    goods[at] += moreGoods;
    bads[at] += moreBads;
  }

  /** Returns where the cell of a key is, or where it belongs. */
  private int placeOf(long key) {
    long cell = key >>> droppedBits;
    int mask = least.length - 1;
    int at = (int) ((cell * SPREAD) >>> 32) & mask;
    while (goods[at] + bads[at] > 0 && least[at] >>> droppedBits != cell) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void coarsen() {
    while (size > MOST_CELLS) {
      rebuild(droppedBits + 1, least.length);
    }
  }

  private void rebuild(int dropped, int capacity) {
    long[] oldLeast = least;
    long[] oldLargest = largest;
    long[] oldGoods = goods;
    long[] oldBads = bads;
    droppedBits = dropped;
    size = 0;
    least = new long[capacity];
    largest = new long[capacity];
    goods = new long[capacity];
    bads = new long[capacity];
    for (int i = 0; i < oldLeast.length; i++) {
      if (oldGoods[i] + oldBads[i] > 0) {
        add(oldLeast[i], oldLargest[i], oldGoods[i], oldBads[i]);
      }
    }
  }

  @Override
  public String toString() {
    return size + " cells, " + droppedBits + " bits dropped, "
        + Arrays.stream(goods).sum() + " goods, " + Arrays.stream(bads).sum() + " bads";
  }
}
