package io.probity.training.binning;

import io.probity.schema.FieldRules;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.Arrays;
import java.util.List;

/**
 * The units of goods and bads without a value: missing ones first, then one entry for each special
 * code of the field, in its order. A code that the field does not declare counts as missing.
 */
final class OutsideCounts {

  final long[] goods;
  final long[] bads;
  private final int[] entryOfCode = new int[SpecialValues.COUNT];

  OutsideCounts(FieldRules rules) {
    List<SpecialCode> specials = rules.specials();
    this.goods = new long[specials.size() + 1];
    this.bads = new long[specials.size() + 1];
    for (int i = 0; i < specials.size(); i++) {
      entryOfCode[specials.get(i).code()] = i + 1;
    }
  }

  /** Counts a record whose cell is missing or special. */
  void add(double cell, boolean bad, long units) {
    int code = SpecialValues.codeOf(cell);
    (bad ? bads : goods)[code < 0 ? 0 : entryOfCode[code]] += units;
  }

  /** Adds the counts of other records of the same field. */
  void addAll(OutsideCounts other) {
    for (int i = 0; i < goods.length; i++) {
      goods[i] += other.goods[i];
      bads[i] += other.bads[i];
    }
  }

  long allGoods() {
    return Arrays.stream(goods).sum();
  }

  long allBads() {
    return Arrays.stream(bads).sum();
  }
}
