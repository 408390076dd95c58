package io.probity.training.binning;

import io.probity.schema.FieldRules;
import io.probity.schema.SpecialValues;
import java.util.Arrays;

/** The units of goods and bads of each level of a category. */
final class CategoryColumn {

  /** The units of goods of each level, in the order of the schema. */
  final long[] goods;
  /** The units of bads of each level. */
  final long[] bads;
  /** What has no level: missing values and special codes. */
  final OutsideCounts outside;
  /** The goods whose level the schema does not know. */
  final long unseenGoods;
  /** The bads whose level the schema does not know. */
  final long unseenBads;
  /** The first record with an infinite cell, or -1. */
  final int infiniteRow;

  CategoryColumn(FieldRules rules, double[] cells, Outcomes outcomes) {
    this.goods = new long[rules.levels().size()];
    this.bads = new long[goods.length];
    this.outside = new OutsideCounts(rules);
    long otherGoods = 0;
    long otherBads = 0;
    int infinite = -1;
    for (int row = 0; row < cells.length; row++) {
      double cell = cells[row];
      long units = outcomes.units(row);
      boolean bad = outcomes.isBad(row);
      if (Double.isNaN(cell) || SpecialValues.isSpecial(cell)) {
        outside.add(cell, bad, units);
      } else if (!SpecialValues.isNumber(cell)) {
        infinite = infinite < 0 ? row : infinite;
      } else if (isKnown(cell, goods.length)) {
        (bad ? bads : goods)[(int) cell] += units;
      } else {
        otherGoods += bad ? 0 : units;
        otherBads += bad ? units : 0;
      }
    }
    this.unseenGoods = otherGoods;
    this.unseenBads = otherBads;
    this.infiniteRow = infinite;
  }

  /** Takes over counts. */
  CategoryColumn(
      long[] goods,
      long[] bads,
      OutsideCounts outside,
      long unseenGoods,
      long unseenBads,
      int infiniteRow) {
    this.goods = goods;
    this.bads = bads;
    this.outside = outside;
    this.unseenGoods = unseenGoods;
    this.unseenBads = unseenBads;
    this.infiniteRow = infiniteRow;
  }

  long levelGoods() {
    return Arrays.stream(goods).sum();
  }

  long levelBads() {
    return Arrays.stream(bads).sum();
  }

  /** Returns the number of levels that have records. */
  int levelsWithRecords() {
    int found = 0;
    for (int level = 0; level < goods.length; level++) {
      found += goods[level] + bads[level] > 0 ? 1 : 0;
    }
    return found;
  }

  /** Returns the units of all records. */
  long allUnits() {
    return levelGoods()
        + levelBads()
        + unseenGoods
        + unseenBads
        + outside.allGoods()
        + outside.allBads();
  }

  /** Returns whether a number is the index of a level. */
  static boolean isKnown(double cell, int levels) {
    return cell >= 0 && cell < levels;
  }
}
