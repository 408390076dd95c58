package io.probity.input;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keys as they are written, so that those which come again and again are written by one copy. */
final class KnownKeys {

  private static final int SLOTS = 1 << 9;
  private static final int LONGEST = 64;

  private final String[] keys = new String[SLOTS];
  private final byte[][] written = new byte[SLOTS][];

  KnownKeys() {
    Arrays.fill(keys, "");
  }

  /** Returns how a key is written; null if that is not known. */
  byte @Nullable [] of(String key) {
    int slot = slot(key);
    return key.equals(keys[slot]) ? written[slot] : null;
  }

  /** Remembers how a key is written, in place of another one, unless it is long. */
  void add(String key, byte[] bytes, int from, int to) {
    if (to - from <= LONGEST) {
      int slot = slot(key);
      keys[slot] = key;
      written[slot] = Arrays.copyOfRange(bytes, from, to);
    }
  }

  private static int slot(String key) {
    int hash = key.hashCode();
    return (hash ^ hash >>> 16) & SLOTS - 1;
  }
}
