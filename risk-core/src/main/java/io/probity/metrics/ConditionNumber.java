package io.probity.metrics;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The condition number of the columns of a regression: the largest singular value over the
 * smallest. 1 for columns at right angles; positive infinity for columns that are linearly
 * dependent.
 *
 * <p>Computed from the matrix of products, so above about 1e7 it is an order of magnitude only.
 */
public final class ConditionNumber {

  private ConditionNumber() {}

  /**
   * Returns the condition number of the standardised columns, without an intercept.
   *
   * @param columns one array of finite numbers for each column, of equal length, none constant
   */
  public static double standardised(double[][] columns) {
    CorrelationMatrix correlations = CorrelationMatrix.pearson(columns);
    double[][] products = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        products[i][j] = correlations.value(i, j);
      }
    }
    return ofProducts(products);
  }

  /**
   * Returns the condition number of the columns and an intercept, each scaled to unit length but
   * not centred.
   *
   * <p>Source: Belsley, Kuh, Welsch, Regression Diagnostics, 1980.
   *
   * @param columns one array of finite numbers for each column, of equal length, none all 0
   */
  public static double withIntercept(double[][] columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    double[][] scaled = new double[columns.length + 1][];
    double[] ones = new double[rows];
    Arrays.fill(ones, 1.0);
    scaled[0] = unitLength(ones, "the intercept", rows);
    for (int i = 0; i < columns.length; i++) {
      scaled[i + 1] = unitLength(columns[i], "column " + i, rows);
    }
    double[][] products = new double[scaled.length][scaled.length];
    for (int i = 0; i < scaled.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = i == j ? 1.0 : StandardColumn.product(scaled[i], scaled[j]);
        products[j][i] = products[i][j];
      }
    }
    return ofProducts(products);
  }

  private static double[] unitLength(double[] column, String name, int rows) {
    if (column.length != rows || rows == 0) {
      throw new IllegalArgumentException("columns of equal length and at least one row are needed,"
          + " but " + name + " has " + column.length);
    }
    double largest = 0.0;
    for (double value : column) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("values must be finite, but " + name + " has " + value);
      }
      largest = Math.max(largest, Math.abs(value));
    }
    if (!(largest > 0)) {
      throw new IllegalArgumentException(
          "a condition number needs columns with values other than 0, but " + name + " has none");
    }
    double squares = 0.0;
    for (double value : column) {
      squares += value / largest * (value / largest);
    }
    double length = Math.sqrt(squares);
    double[] scaled = new double[rows];
    for (int row = 0; row < rows; row++) {
      scaled[row] = column[row] / largest / length;
    }
    return scaled;
  }

  private static double ofProducts(double[][] products) {
    double[] values =
        new EigenDecomposition(new Array2DRowRealMatrix(products, false)).getRealEigenvalues();
    double largest = values[0];
    double smallest = values[0];
    for (double value : values) {
      largest = Math.max(largest, value);
      smallest = Math.min(smallest, value);
    }
    double rounding = largest * products.length * Math.ulp(1.0);
    return smallest > rounding ? Math.sqrt(largest / smallest) : Double.POSITIVE_INFINITY;
  }
}
