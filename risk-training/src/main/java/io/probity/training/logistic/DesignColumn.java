package io.probity.training.logistic;

/** A column of a design, as numbers or as one byte a cell. */
sealed interface DesignColumn {

  /** Returns the number of rows. */
  int rows();

  /** Returns one cell. */
  double value(int row);

  /** Writes (value - centre) x inverse of {@code count} rows from {@code row} on. */
  void standardise(int row, int count, double centre, double inverse, double[] into, int start);

  /** Numbers as they are. */
  final class Plain implements DesignColumn {

    private final double[] values;

    Plain(double[] values) {
      this.values = values;
    }

    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public double value(int row) {
      return values[row];
    }

    @Override
    public void standardise(
        int row, int count, double centre, double inverse, double[] into, int start) {
      for (int r = 0; r < count; r++) {
        into[start + r] = (values[row + r] - centre) * inverse;
      }
    }
  }

  /** A code for each row, as a number without sign, and the number that each code stands for. */
  final class Coded implements DesignColumn {

    private final byte[] codes;
    private final double[] values;

    Coded(byte[] codes, double[] values) {
      this.codes = codes;
      this.values = values;
    }

    @Override
    public int rows() {
      return codes.length;
    }

    @Override
    public double value(int row) {
      return values[codes[row] & 0xff];
    }

    @Override
    public void standardise(
        int row, int count, double centre, double inverse, double[] into, int start) {
      for (int r = 0; r < count; r++) {
        into[start + r] = (values[codes[row + r] & 0xff] - centre) * inverse;
      }
    }
  }
}
