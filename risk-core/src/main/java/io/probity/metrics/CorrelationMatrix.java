package io.probity.metrics;

/** The correlations of every column with every other. Symmetric, 1 on the diagonal. Immutable. */
public final class CorrelationMatrix {

  private final double[][] values;

  private CorrelationMatrix(double[][] values) {
    this.values = values;
  }

  /**
   * Returns Pearson's correlations.
   *
   * @param columns one array of finite numbers for each column, of equal length and at least 2
   * @throws IllegalArgumentException if there is no column, lengths differ, a number is not finite
   *     or a column is constant
   */
  public static CorrelationMatrix pearson(double[][] columns) {
    double[][] standard = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      standard[i] = StandardColumn.of(columns[i], "column " + i);
    }
    return ofStandard(standard);
  }

  /** Returns Spearman's rank correlations, each column ranked once; see {@link #pearson}. */
  public static CorrelationMatrix spearman(double[][] columns) {
    double[][] standard = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      String name = "column " + i;
      standard[i] = StandardColumn.of(DenseRanks.of(columns[i], name).midRanks(), name);
    }
    return ofStandard(standard);
  }

  private static CorrelationMatrix ofStandard(double[][] standard) {
    if (standard.length == 0) {
      throw new IllegalArgumentException("a correlation matrix needs at least one column");
    }
    double[][] values = new double[standard.length][standard.length];
    for (int i = 0; i < standard.length; i++) {
      values[i][i] = 1.0;
      for (int j = 0; j < i; j++) {
        values[i][j] = StandardColumn.product(standard[i], standard[j]);
        values[j][i] = values[i][j];
      }
    }
    return new CorrelationMatrix(values);
  }

  /** Returns the number of columns. */
  public int size() {
    return values.length;
  }

  /** Returns the correlation of two columns, in [-1, 1]. */
  public double value(int first, int second) {
    return values[first][second];
  }

  /** Returns the correlations among some columns only, as rows of a matrix. */
  double[][] among(int[] columns) {
    double[][] part = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        part[i][j] = values[columns[i]][columns[j]];
      }
    }
    return part;
  }
}
