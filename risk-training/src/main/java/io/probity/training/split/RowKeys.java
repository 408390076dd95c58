package io.probity.training.split;

import io.probity.metrics.SplitMix64;
import io.probity.table.Column;
import io.probity.table.Table;
import io.probity.table.TextColumn;
import java.util.Arrays;

/**
 * A random number for each record that depends only on the seed and on the record's position, or, where
 * records are grouped, on the value that groups them.
 */
final class RowKeys {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private RowKeys() {}

  static long[] ofPositions(int rows, long seed) {
    long[] keys = new long[rows];
    Arrays.setAll(keys, row -> SplitMix64.ofStream(seed, row).nextLong());
    return keys;
  }

  static long[] ofGroups(Table table, String field, long seed) {
    Column column = table.column(field);
    long[] keys = new long[table.rows()];
    for (int row = 0; row < keys.length; row++) {
      long value = column instanceof TextColumn texts
          ? hash(texts.text(row))
          : Double.doubleToLongBits(column.cell(row));
      keys[row] = SplitMix64.ofStream(seed, value).nextLong();
    }
    return keys;
  }

  /** The 64-bit FNV-1a hash of the characters. */
  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
