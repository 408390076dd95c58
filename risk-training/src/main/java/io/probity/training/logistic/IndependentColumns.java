package io.probity.training.logistic;

import java.util.Arrays;

/**
 * Which columns of a design are linearly independent: the first ones in their order, as R keeps them.
 *
 * <p>A column is dropped when the part of it that the kept columns before it cannot reproduce is less
 * than 1e-5 of its length (a variance inflation of 1e10), the intercept counted among them. The
 * decision is made on the cross-product; where that leaves less than 1e-3 of the length, where a
 * cross-product has lost half of the digits, the remaining part is formed row by row, orthogonalised
 * a second time, and measured itself.
 */
final class IndependentColumns {

  /** The smallest share of a column's square that must be left. */
  static final double TOLERANCE = 1e-10;

  private static final double SUSPICIOUS = 1e-6;

  /** Measures the share of a column's square that others leave. */
  interface Remainder {
    double share(int column, int[] kept);
  }

  private IndependentColumns() {}

  /** Returns the independent columns, judged by the cross-product alone. */
  static int[] of(double[][] crossProduct) {
    return of(crossProduct, 0.0, (column, kept) -> 0.0);
  }

  /** Returns the independent columns of a sample, from its information at some coefficients. */
  static int[] ofRows(LogisticSample sample, Evaluation at) {
    return of(
        at.information, SUSPICIOUS, (column, kept) -> remainderByRows(sample, at, column, kept));
  }

  private static int[] of(double[][] matrix, double suspicious, Remainder remainder) {
    int n = matrix.length;
    double[][] lower = new double[n][];
    int[] kept = new int[n];
    int count = 0;
    for (int j = 0; j < n; j++) {
      if (!(matrix[j][j] > 0)) {
        continue;
      }
      double[] row = new double[count + 1];
      double left = 1.0;
      for (int i = 0; i < count; i++) {
        double sum = matrix[j][kept[i]] / Math.sqrt(matrix[j][j] * matrix[kept[i]][kept[i]]);
        for (int k = 0; k < i; k++) {
          sum -= row[k] * lower[i][k];
        }
        row[i] = sum / lower[i][i];
        left -= row[i] * row[i];
      }
      if (left < suspicious) {
        left = remainder.share(j, Arrays.copyOf(kept, count));
      }
      if (left > TOLERANCE) {
        row[count] = Math.sqrt(left);
        lower[count] = row;
        kept[count++] = j;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private static double remainderByRows(
      LogisticSample sample, Evaluation at, int column, int[] kept) {
    double[][] within = new double[kept.length][kept.length];
    double[] across = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      for (int j = 0; j < kept.length; j++) {
        within[i][j] = at.information[kept[i]][kept[j]];
      }
      across[i] = at.information[kept[i]][column];
    }
    Cholesky factor = Cholesky.of(within, 0.0).orElse(null);
    if (factor == null) {
      return 0.0;
    }
    double[] combination = new double[at.gamma.length];
    combination[column] = 1.0;
    double[] products = across;
    double square = 0;
    for (int pass = 0; pass < 2; pass++) {
      double[] share = factor.solve(products);
      for (int i = 0; i < kept.length; i++) {
        combination[kept[i]] -= share[i];
      }
      double[] sums = weightedProducts(sample, at, combination);
      square = sums[sums.length - 1];
      products = new double[kept.length];
      for (int i = 0; i < kept.length; i++) {
        products[i] = sums[kept[i]];
      }
    }
    return square / at.information[column][column];
  }

  /** Returns the weighted products of a combination with each column, and with itself at the end. */
  private static double[] weightedProducts(
      LogisticSample sample, Evaluation at, double[] combination) {
    RowBlock block = new RowBlock(sample.columnsUnsafe(), sample.rows());
    RowScores scores = new RowScores(sample);
    double[] sums = new double[combination.length + 1];
    double[] values = new double[RowBlock.ROWS];
    for (int row = 0; row < sample.rows(); row += RowBlock.ROWS) {
      block.load(row);
      scores.compute(block, at.gamma);
      Arrays.fill(values, 0.0);
      block.addProduct(combination, values);
      for (int r = 0; r < block.count(); r++) {
        double weighted = scores.information[r] * values[r];
        sums[combination.length] += weighted * values[r];
        values[r] = weighted;
      }
      block.addColumnSums(values, sums);
    }
    return sums;
  }
}
