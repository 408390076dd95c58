package io.probity.training.split;

import java.util.Arrays;

/**
 * The distinct keys of records in two strata, keys with a bad among their records and keys without,
 * each in rising order. Since keys are random, the order is random too.
 */
final class KeyStrata {

  private final long[] keys;
  private final int[] rank;
  private final int withBad;
  private final boolean[] hasBad;

  private KeyStrata(long[] keys, int[] rank, int withBad, boolean[] hasBad) {
    this.keys = keys;
    this.rank = rank;
    this.withBad = withBad;
    this.hasBad = hasBad;
  }

  static KeyStrata of(long[] keyOfRow, int[] target) {
    long[] sorted = keyOfRow.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    long[] keys = Arrays.copyOf(sorted, distinct);
    boolean[] hasBad = new boolean[distinct];
    for (int row = 0; row < keyOfRow.length; row++) {
      hasBad[Arrays.binarySearch(keys, keyOfRow[row])] |= target[row] == 1;
    }
    int[] rank = new int[distinct];
    int withBad = 0;
    int without = 0;
    for (int i = 0; i < distinct; i++) {
      rank[i] = hasBad[i] ? withBad++ : without++;
    }
    return new KeyStrata(keys, rank, withBad, hasBad);
  }

  /** Returns whether a key is among the given share of its stratum that comes first. */
  boolean isInFirst(double share, long key) {
    int at = Arrays.binarySearch(keys, key);
    int size = hasBad[at] ? withBad : keys.length - withBad;
    return rank[at] < Math.round(share * size);
  }

  /** Returns the fold of a key when the keys of both strata are dealt out one after another. */
  int fold(long key, int count) {
    int at = Arrays.binarySearch(keys, key);
    return (hasBad[at] ? rank[at] : withBad + rank[at]) % count;
  }
}
