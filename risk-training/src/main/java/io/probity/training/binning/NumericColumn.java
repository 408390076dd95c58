package io.probity.training.binning;

import io.probity.schema.FieldRules;
import io.probity.schema.SpecialValues;
import java.util.Arrays;

/**
 * The distinct values of a numeric feature, rising, with the units of goods and bads below each. Where
 * values are counted on a grid, a cell of it stands for a value.
 */
final class NumericColumn {

  /** The distinct values, rising; the least value of a cell of a grid. */
  final double[] values;
  /** The same, or the largest value of each cell of a grid. */
  final double[] ends;
  /** The units of goods below each value, and of all at the end. */
  final long[] goodsBefore;
  /** The units of bads below each value, and of all at the end. */
  final long[] badsBefore;
  /** What has no value. */
  final OutsideCounts outside;
  /** The first record with an infinite cell, or -1. */
  final int infiniteRow;

  NumericColumn(
      double[] values,
      double[] ends,
      long[] goodsBefore,
      long[] badsBefore,
      OutsideCounts outside,
      int infiniteRow) {
    this.values = values;
    this.ends = ends;
    this.goodsBefore = goodsBefore;
    this.badsBefore = badsBefore;
    this.outside = outside;
    this.infiniteRow = infiniteRow;
  }

  static NumericColumn of(FieldRules rules, double[] cells, Outcomes outcomes) {
    long[] keys = new long[cells.length];
    long[] carried = new long[cells.length];
    OutsideCounts outside = new OutsideCounts(rules);
    int infiniteRow = -1;
    int count = 0;
    for (int row = 0; row < cells.length; row++) {
      double cell = cells[row];
      long units = outcomes.units(row);
      if (SpecialValues.isNumber(cell)) {
        if (units > 0) {
          keys[count] = RadixSort.key(cell);
          carried[count++] = (units << 1) | (outcomes.isBad(row) ? 1 : 0);
        }
      } else if (Double.isNaN(cell) || SpecialValues.isSpecial(cell)) {
        outside.add(cell, outcomes.isBad(row), units);
      } else if (infiniteRow < 0) {
        infiniteRow = row;
      }
    }
    RadixSort.sort(keys, carried, count);
    return ofSorted(keys, carried, count, outside, infiniteRow);
  }

  private static NumericColumn ofSorted(
      long[] keys, long[] carried, int count, OutsideCounts outside, int infiniteRow) {
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      distinct += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
    }
    double[] values = new double[distinct];
    long[] goodsBefore = new long[distinct + 1];
    long[] badsBefore = new long[distinct + 1];
    long goods = 0;
    long bads = 0;
    int found = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        values[found] = RadixSort.value(keys[i]);
        goodsBefore[found] = goods;
        badsBefore[found++] = bads;
      }
      long units = carried[i] >>> 1;
      boolean bad = (carried[i] & 1) != 0;
      goods += bad ? 0 : units;
      bads += bad ? units : 0;
    }
    goodsBefore[distinct] = goods;
    badsBefore[distinct] = bads;
    return new NumericColumn(values, values, goodsBefore, badsBefore, outside, infiniteRow);
  }

  long allGoods() {
    return goodsBefore[values.length];
  }

  long allBads() {
    return badsBefore[values.length];
  }

  /** Returns the position of the first value that is at least the cut; the number of values if none. */
  int positionOf(double cut) {
    int found = Arrays.binarySearch(values, cut);
    return found >= 0 ? found : -found - 1;
  }
}
