package io.probity.training.logistic;

/**
 * A block of consecutive rows with their standardised columns, the intercept first, held by column
 * so that one block stays in the processor's cache. Column c of row r stands at {@code z[c * ROWS +
 * r]}; columns are padded with zeros to a multiple of {@link CrossProduct#TILE}. Scratch of one
 * thread.
 */
final class RowBlock {

  /** The rows of a block. Part of the definition of every sum: another value, other last bits. */
  static final int ROWS = 128;

  final double[] z;
  private final Standardised columns;
  private final int rows;
  private int start;
  private int count;

  RowBlock(Standardised columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    this.z = new double[CrossProduct.padded(columns.count() + 1) * ROWS];
  }

  /** Loads the block that begins at a row. */
  void load(int row) {
    start = row;
    count = Math.min(ROWS, rows - row);
    for (int r = 0; r < count; r++) {
      z[r] = 1.0;
    }
    for (int j = 0; j < columns.count(); j++) {
      columns.copy(j, row, count, z, (j + 1) * ROWS);
    }
  }

  /** Returns the first row of the block. */
  int start() {
    return start;
  }

  /** Returns the number of rows of the block. */
  int count() {
    return count;
  }

  /** Returns the number of columns, the intercept included. */
  int width() {
    return columns.count() + 1;
  }

  /** Adds the product of the columns and {@code gamma} to {@code sums}, column after column. */
  void addProduct(double[] gamma, double[] sums) {
    for (int c = 0; c < gamma.length; c++) {
      double coefficient = gamma[c];
      int column = c * ROWS;
      for (int r = 0; r < count; r++) {
        sums[r] += coefficient * z[column + r];
      }
    }
  }

  /** Adds the products of each column and a value of each row to {@code sums}. */
  void addColumnSums(double[] values, double[] sums) {
    for (int c = 0; c < width(); c++) {
      int column = c * ROWS;
      double even = 0;
      double odd = 0;
      int r = 0;
      for (; r + 1 < count; r += 2) {
        even += values[r] * z[column + r];
        odd += values[r + 1] * z[column + r + 1];
      }
      if (r < count) {
        even += values[r] * z[column + r];
      }
      sums[c] += even + odd;
    }
  }

  /** Multiplies every row by a factor of its own. */
  void scaleRows(double[] factors) {
    for (int c = 0; c < width(); c++) {
      int column = c * ROWS;
      for (int r = 0; r < count; r++) {
        z[column + r] *= factors[r];
      }
    }
  }
}
