package io.probity.table;

import java.util.Arrays;

/**
 * Counts distinct texts in little memory: exactly up to {@value #KEPT}, beyond with a standard error
 * of about 0.8%. The smallest hashes are kept; where the k-th smallest stands at the share s of all
 * possible hashes, there are about (k - 1) / s texts. The count depends on the set of texts alone, not
 * on their order nor on how they were spread over counters.
 *
 * <p>Source: Bar-Yossef, Jayram, Kumar, Sivakumar, Trevisan, Counting distinct elements in a data
 * stream, 2002. Differs: one fixed hash of 64 bits. Not safe for use by several threads.
 */
public final class DistinctCount {

  /** The hashes that are kept. */
  public static final int KEPT = 1 << 14;

  private static final long FREE = 0;
  private static final long LARGEST = -1; // as an unsigned number

  private long[] table = new long[64]; // a power of two of places
  private int size;
  private long limit = LARGEST; // larger hashes do not count any more

  /** Counts a text by its hash. */
  public void add(long hash) {
    long key = hash == FREE ? 1 : hash;
    if (Long.compareUnsigned(key, limit) <= 0 && insert(key)) {
      if (size == 2 * KEPT) {
        prune();
      } else if (2 * size > table.length) {
        keep(keys(), size, 2 * table.length);
      }
    }
  }

  /** Adds what another one counted. */
  public void addAll(DistinctCount other) {
    for (long key : other.table) {
      if (key != FREE) {
        add(key);
      }
    }
  }

  /** Returns the number of distinct texts. */
  public long estimate() {
    if (size > KEPT) {
      prune();
    }
    if (limit == LARGEST) {
      return size;
    }
    double share = ((limit >>> 1) + 0.5) / 0x1p63;
    return Math.round((KEPT - 1) / share);
  }

  private boolean insert(long key) {
    int mask = table.length - 1;
    int place = (int) (key >>> 20) & mask;
    while (table[place] != FREE) {
      if (table[place] == key) {
        return false;
      }
      place = (place + 1) & mask;
    }
    table[place] = key;
    size++;
    return true;
  }

  /** Keeps the smallest hashes. */
  private void prune() {
    long[] keys = keys();
    for (int i = 0; i < keys.length; i++) {
      keys[i] ^= Long.MIN_VALUE; // so that the signed order is that of unsigned numbers
    }
    Arrays.sort(keys);
    for (int i = 0; i < KEPT; i++) {
      keys[i] ^= Long.MIN_VALUE;
    }
    limit = keys[KEPT - 1];
    keep(keys, KEPT, table.length);
  }

  private void keep(long[] keys, int count, int places) {
    table = new long[places];
    size = 0;
    for (int i = 0; i < count; i++) {
      insert(keys[i]);
    }
  }

  private long[] keys() {
    return Arrays.stream(table).filter(key -> key != FREE).toArray();
  }
}
