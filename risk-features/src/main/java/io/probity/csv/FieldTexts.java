package io.probity.csv;

import java.util.Arrays;

/**
 * The distinct texts of a column as they are written, numbered in the order in which they came. Finding
 * one again makes no text. Not safe for use by several threads.
 */
public final class FieldTexts {

  /** Stands for a text that was not there before. */
  public static final int NEW = -1;

  private static final int FREE = 0;

  private int[] table = new int[64]; // one plus the number of a text; a power of two of places
  private long[] hashes = new long[32];
  private int[] starts = new int[33]; // in the pool; of the next text at the end
  private byte[] pool = new byte[512];
  private int size;
  private int place;
  private long hash;

  /** Returns how many texts there are. */
  public int size() {
    return size;
  }

  /**
   * Returns the number of a text of UTF-8, or {@link #NEW}; then {@link #add} may be called.
   *
   * @param from the position of its first byte
   * @param to the position after its last byte
   */
  public int find(byte[] bytes, int from, int to) {
    hash = TextHash.of(bytes, from, to);
    int mask = table.length - 1;
    place = (int) (hash >>> 40) & mask;
    while (table[place] != FREE) {
      int number = table[place] - 1;
      if (hashes[number] == hash && isText(number, bytes, from, to)) {
        return number;
      }
      place = (place + 1) & mask;
    }
    return NEW;
  }

  /** Returns whether a text of the same hash is the same; up to eight bytes have a hash of their own. */
  private boolean isText(int number, byte[] bytes, int from, int to) {
    int start = starts[number];
    int end = starts[number + 1];
    return end - start == to - from
        && (to - from <= Bytes.WORD || Arrays.equals(pool, start, end, bytes, from, to));
  }

  /**
   * Adds the text that was just looked for and not found, and returns its number.
   *
   * @param from the position of its first byte
   * @param to the position after its last byte
   */
  public int add(byte[] bytes, int from, int to) {
    int length = to - from;
    int start = starts[size];
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size + 1);
    }
    if (start + length > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(start + length, pool.length + (pool.length >> 1)));
    }
    System.arraycopy(bytes, from, pool, start, length);
    hashes[size] = hash;
    starts[size + 1] = start + length;
    table[place] = size + 1;
    size++;
    if (2 * size > table.length) {
      enlarge();
    }
    return size - 1;
  }

  private void enlarge() {
    int[] larger = new int[2 * table.length];
    int mask = larger.length - 1;
    for (int number = 0; number < size; number++) {
      int at = (int) (hashes[number] >>> 40) & mask;
      while (larger[at] != FREE) {
        at = (at + 1) & mask;
      }
      larger[at] = number + 1;
    }
    table = larger;
  }
}
