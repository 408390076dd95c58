package io.probity.feature;

/**
 * A column of a feature held as one byte a record: each code, 0 to 255, stands for one cell. Immutable
 * as long as the arrays are left alone.
 */
public final class CodedCells implements FeatureMatrix.Cells {

  /** The number of codes that a byte can tell apart. */
  public static final int MOST_CODES = 256;

  private static final int MASK = 0xff;

  private final byte[] codes;
  private final double[] cellOfCode;

  private CodedCells(byte[] codes, double[] cellOfCode) {
    this.codes = codes;
    this.cellOfCode = cellOfCode;
  }

  /**
   * Returns a column; the arrays are shared.
   *
   * @param codes the code of each record
   * @param cellOfCode the cell that each code stands for, at most {@link #MOST_CODES}
   * @throws IllegalArgumentException if there are more
   */
  public static CodedCells ofUnsafe(byte[] codes, double[] cellOfCode) {
    if (cellOfCode.length > MOST_CODES) {
      throw new IllegalArgumentException(
          "a byte tells " + MOST_CODES + " cells apart, not " + cellOfCode.length);
    }
    return new CodedCells(codes, cellOfCode);
  }

  /** Returns the number of records. */
  public int rows() {
    return codes.length;
  }

  /** Returns the number of codes. */
  public int size() {
    return cellOfCode.length;
  }

  /** Returns the code of a record. */
  public int code(int row) {
    return codes[row] & MASK;
  }

  /** Returns the codes of the records, each a number without sign; the caller must not change them. */
  public byte[] codesUnsafe() {
    return codes;
  }

  /** Returns the cell that a code stands for. */
  public double cellOf(int code) {
    return cellOfCode[code];
  }

  @Override
  public double cell(int row) {
    return cellOfCode[codes[row] & MASK];
  }

  @Override
  public double[] toArrayUnsafe() {
    double[] cells = new double[codes.length];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = cell(row);
    }
    return cells;
  }

  @Override
  public CodedCells rowsAt(int[] positions) {
    byte[] picked = new byte[positions.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = codes[positions[i]];
    }
    return new CodedCells(picked, cellOfCode);
  }
}
