package io.probity.table;

/** A column of numbers or days. */
public final class DoubleColumn implements Column {

  private final double[] cells;

  private DoubleColumn(double[] cells) {
    this.cells = cells;
  }

  /** Returns a column of a copy of the cells. */
  public static DoubleColumn of(double... cells) {
    return new DoubleColumn(cells.clone());
  }

  /** Takes over the array, which the caller must not touch again. */
  static DoubleColumn ofUnsafe(double[] cells) {
    return new DoubleColumn(cells);
  }

  @Override
  public int size() {
    return cells.length;
  }

  @Override
  public double cell(int row) {
    return cells[row];
  }

  /** Returns a copy of all cells. */
  public double[] toArray() {
    return cells.clone();
  }
}
