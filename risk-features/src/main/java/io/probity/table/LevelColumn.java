package io.probity.table;

import io.probity.schema.SpecialValues;
import java.util.List;

/** A column of category levels, each held as its index in the levels of the field. */
public final class LevelColumn implements Column {

  /** The code of a missing value. */
  static final int MISSING = -2;

  /** The code of the first special code; the next has the next lower one. */
  static final int FIRST_SPECIAL = -3;

  private final List<String> levels;
  private final int[] codes;

  LevelColumn(List<String> levels, int[] codes) {
    this.levels = List.copyOf(levels);
    this.codes = codes;
  }

  /** Returns the levels, in the order of their indices. */
  public List<String> levels() {
    return levels;
  }

  @Override
  public int size() {
    return codes.length;
  }

  @Override
  public double cell(int row) {
    return cellOf(codes[row]);
  }

  /** Returns how many records hold a level that the field does not know. */
  public int unseen() {
    int count = 0;
    for (int code : codes) {
      count += code == -1 ? 1 : 0;
    }
    return count;
  }

  static double cellOf(int code) {
    if (code >= -1) {
      return code;
    }
    return code == MISSING ? Double.NaN : SpecialValues.cell(FIRST_SPECIAL - code);
  }

  static int codeOf(double cell) {
    if (Double.isNaN(cell)) {
      return MISSING;
    }
    int special = SpecialValues.codeOf(cell);
    return special >= 0 ? FIRST_SPECIAL - special : (int) cell;
  }
}
