package io.probity.training.binning;

/**
 * Sorts doubles together with a number that each carries: stable, linear, six passes of eleven bits at
 * most, of which those are left out in which all keys agree.
 */
final class RadixSort {

  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;
  private static final int PASSES = 6;

  private RadixSort() {}

  /** Returns the key whose unsigned order is the order of the doubles; -0.0 gets the key of 0.0. */
  static long key(double value) {
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  /** Returns the double of a key. */
  static double value(long key) {
    return Double.longBitsToDouble(key ^ (~(key >> 63) | Long.MIN_VALUE));
  }

  /**
   * Sorts the first {@code count} keys, as unsigned numbers, and moves what they carry with them.
   *
   * @param keys sorted in place
   * @param carried as many
   */
  static void sort(long[] keys, long[] carried, int count) {
    int[][] starts = starts(keys, count);
    long[] fromKeys = keys;
    long[] fromCarried = carried;
    long[] toKeys = new long[count];
    long[] toCarried = new long[count];
    for (int pass = 0; pass < PASSES; pass++) {
      int shift = pass * BITS;
      int[] next = starts[pass];
      if (count == 0 || isSingle(next, digit(keys[0], shift), count)) {
        continue;
      }
      toOffsets(next);
      for (int i = 0; i < count; i++) {
        long key = fromKeys[i];
        int place = next[digit(key, shift)]++;
        toKeys[place] = key;
        toCarried[place] = fromCarried[i];
      }
      long[] freeKeys = fromKeys;
      long[] freeCarried = fromCarried;
      fromKeys = toKeys;
      fromCarried = toCarried;
      toKeys = freeKeys;
      toCarried = freeCarried;
    }
    if (fromKeys != keys) {
      System.arraycopy(fromKeys, 0, keys, 0, count);
      System.arraycopy(fromCarried, 0, carried, 0, count);
    }
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (BUCKETS - 1);
  }

  private static int[][] starts(long[] keys, int count) {
    int[][] counts = new int[PASSES][BUCKETS];
    for (int i = 0; i < count; i++) {
      long key = keys[i];
      counts[0][(int) key & (BUCKETS - 1)]++;
      counts[1][(int) (key >>> BITS) & (BUCKETS - 1)]++;
      counts[2][(int) (key >>> (2 * BITS)) & (BUCKETS - 1)]++;
      counts[3][(int) (key >>> (3 * BITS)) & (BUCKETS - 1)]++;
      counts[4][(int) (key >>> (4 * BITS)) & (BUCKETS - 1)]++;
      counts[5][(int) (key >>> (5 * BITS))]++;
    }
    return counts;
  }

  private static boolean isSingle(int[] counts, int digit, int count) {
    return counts[digit] == count;
  }

  private static void toOffsets(int[] counts) {
    int before = 0;
    for (int i = 0; i < counts.length; i++) {
      int here = counts[i];
      counts[i] = before;
      before += here;
    }
  }
}
