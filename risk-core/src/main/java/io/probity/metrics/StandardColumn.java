package io.probity.metrics;

/** A column less its mean and scaled to unit length, so that products are correlations. */
final class StandardColumn {

  private static final double CONSTANT = 1e-14; // of the largest absolute value

  private StandardColumn() {}

  /**
   * Returns the standardised column.
   *
   * @param name what the column is, for messages
   */
  static double[] of(double[] column, String name) {
    if (column.length < 2) {
      throw new IllegalArgumentException(
          "at least 2 rows are needed, but " + name + " has " + column.length);
    }
    double largest = 0.0;
    for (int row = 0; row < column.length; row++) {
      if (!Double.isFinite(column[row])) {
        throw new IllegalArgumentException("values must be finite, but " + name + " has "
            + column[row] + " in row " + row + "; drop or fill that row");
      }
      largest = Math.max(largest, Math.abs(column[row]));
    }
    double scale = largest > 0 ? largest : 1.0; // so that squares neither overflow nor vanish
    double mean = 0.0;
    for (double value : column) {
      mean += value / scale / column.length;
    }
    double[] result = new double[column.length];
    double squares = 0.0;
    double widest = 0.0;
    for (int row = 0; row < result.length; row++) {
      result[row] = column[row] / scale - mean;
      squares += result[row] * result[row];
      widest = Math.max(widest, Math.abs(result[row]));
    }
    if (!(widest > CONSTANT)) {
      throw new IllegalArgumentException(
          "correlation needs values that differ, but " + name + " is constant");
    }
    double length = Math.sqrt(squares);
    for (int row = 0; row < result.length; row++) {
      result[row] /= length;
    }
    return result;
  }

  /** Returns the correlation of two standardised columns. */
  static double product(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "both columns need the same rows, not " + a.length + " and " + b.length);
    }
    double sum = 0.0;
    for (int row = 0; row < a.length; row++) {
      sum += a[row] * b[row];
    }
    return Math.max(-1.0, Math.min(1.0, sum));
  }
}
