package io.probity.training.binning;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;

/**
 * What the bins of one feature are found from, counted record by record: goods and bads of each value
 * or level, of missing values and of each special code. Counts of parts add up to the counts of the
 * whole however the records were spread ({@link #addAll}), so the bins do not depend on the split of
 * the work.
 *
 * <p>Values are counted on a {@link ValueGrid}: exactly up to {@value ValueGrid#MOST_CELLS} distinct
 * values, on a grid beyond. Not safe for use by several threads.
 */
public final class FeatureCounts {

  private static final int NONE = -1;

  private final Field field;
  private final ValueGrid values = new ValueGrid();
  private final OutsideCounts outside;
  private final long[] levelGoods;
  private final long[] levelBads;
  private long unseenGoods;
  private long unseenBads;
  private int infiniteRow = NONE;

  private FeatureCounts(Field field) {
    this.field = field;
    this.outside = new OutsideCounts(field.rules());
    this.levelGoods = new long[field.rules().levels().size()];
    this.levelBads = new long[levelGoods.length];
  }

  /**
   * Returns counts of no record.
   *
   * @param field a NUMBER or a CATEGORY with its levels
   * @throws IllegalArgumentException if the field is of another kind
   */
  public static FeatureCounts of(Field field) {
    if (field.kind() != FieldKind.NUMBER && field.kind() != FieldKind.CATEGORY) {
      throw new IllegalArgumentException(
          field.name() + " is a " + field.kind() + "; only a NUMBER or a CATEGORY can be binned");
    }
    return new FeatureCounts(field);
  }

  /**
   * Counts a record.
   *
   * @param cell its cell
   * @param outcomes what became of all records
   * @param row which of them it is
   */
  public void add(double cell, Outcomes outcomes, int row) {
    boolean bad = outcomes.isBad(row);
    long units = outcomes.units(row);
    if (Double.isNaN(cell) || SpecialValues.isSpecial(cell)) {
      outside.add(cell, bad, units);
    } else if (!SpecialValues.isNumber(cell)) {
      infiniteRow = infiniteRow == NONE ? row : Math.min(infiniteRow, row);
    } else if (field.kind() == FieldKind.NUMBER) {
      if (units > 0) {
        values.add(cell, bad ? 0 : units, bad ? units : 0);
      }
    } else if (CategoryColumn.isKnown(cell, levelGoods.length)) {
      (bad ? levelBads : levelGoods)[(int) cell] += units;
    } else {
      unseenGoods += bad ? 0 : units;
      unseenBads += bad ? units : 0;
    }
  }

  /**
   * Adds the counts of other records.
   *
   * @throws IllegalArgumentException if they are of another field
   */
  public void addAll(FeatureCounts other) {
    if (!field.equals(other.field)) {
      throw new IllegalArgumentException(
          "counts of " + other.field.name() + " do not belong to " + field.name());
    }
    values.addAll(other.values);
    outside.addAll(other.outside);
    for (int level = 0; level < levelGoods.length; level++) {
      levelGoods[level] += other.levelGoods[level];
      levelBads[level] += other.levelBads[level];
    }
    unseenGoods += other.unseenGoods;
    unseenBads += other.unseenBads;
    if (other.infiniteRow != NONE) {
      infiniteRow =
          infiniteRow == NONE ? other.infiniteRow : Math.min(infiniteRow, other.infiniteRow);
    }
  }

  /** Returns the field. */
  public Field field() {
    return field;
  }

  /** Returns whether every distinct value was counted by itself. */
  public boolean isExact() {
    return values.droppedBits() == 0;
  }

  NumericColumn numbers() {
    return values.column(outside, infiniteRow);
  }

  CategoryColumn categories() {
    return new CategoryColumn(levelGoods, levelBads, outside, unseenGoods, unseenBads, infiniteRow);
  }
}
