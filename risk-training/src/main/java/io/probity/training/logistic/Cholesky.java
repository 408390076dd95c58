package io.probity.training.logistic;

import java.util.Optional;

/**
 * The Cholesky factor of a symmetric positive definite matrix, taken after scaling it to a unit
 * diagonal, so that the units of the columns do not matter. Immutable.
 */
final class Cholesky {

  private final double[][] lower;
  private final double[] scale;

  private Cholesky(double[][] lower, double[] scale) {
    this.lower = lower;
    this.scale = scale;
  }

  /**
   * Returns the factor, or nothing if a pivot of the scaled matrix is not above the tolerance. A
   * pivot is 1 − R² of a column on those before it.
   */
  static Optional<Cholesky> of(double[][] matrix, double tolerance) {
    int n = matrix.length;
    double[][] lower = new double[n][];
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = Math.sqrt(matrix[i][i]);
      if (!(scale[i] > 0 && scale[i] <= Double.MAX_VALUE)) {
        return Optional.empty();
      }
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? 1.0 : matrix[i][j] / (scale[i] * scale[j]);
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i > j) {
          lower[i][j] = sum / lower[j][j];
        } else if (sum > tolerance) {
          lower[i][i] = Math.sqrt(sum);
        } else {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Cholesky(lower, scale));
  }

  /** Returns x of matrix · x = right. */
  double[] solve(double[] right) {
    return backward(forward(right));
  }

  /** Returns L⁻¹ times a vector, L being the factor of the matrix: matrix = L L'. */
  double[] forward(double[] right) {
    int n = scale.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = right[i] / scale[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * x[k];
      }
      x[i] = sum / lower[i][i];
    }
    return x;
  }

  /** Returns the inverse of L' times a vector. */
  double[] backward(double[] right) {
    int n = scale.length;
    double[] x = right.clone();
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < n; k++) {
        sum -= lower[k][i] * x[k];
      }
      x[i] = sum / lower[i][i];
    }
    for (int i = 0; i < n; i++) {
      x[i] /= scale[i];
    }
    return x;
  }

  /** Returns the inverse, exactly symmetric. */
  double[][] inverse() {
    int n = scale.length;
    double[][] inverse = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] unit = new double[n];
      unit[i] = 1.0;
      inverse[i] = solve(unit);
      for (int j = 0; j < i; j++) {
        inverse[i][j] = inverse[j][i];
      }
    }
    return inverse;
  }

  /** Returns the natural logarithm of the determinant. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < scale.length; i++) {
      sum += StrictMath.log(lower[i][i]) + StrictMath.log(scale[i]);
    }
    return 2 * sum;
  }

  /**
   * Replaces each row z of a block by L⁻¹z, so that the sum of its squares is z' · inverse · z: the
   * quadratic form of the row.
   */
  void whiten(RowBlock block) {
    double[] z = block.z;
    for (int i = 0; i < scale.length; i++) {
      int column = i * RowBlock.ROWS;
      for (int r = 0; r < block.count(); r++) {
        z[column + r] /= scale[i];
      }
      for (int k = 0; k < i; k++) {
        double factor = lower[i][k];
        int earlier = k * RowBlock.ROWS;
        for (int r = 0; r < block.count(); r++) {
          z[column + r] -= factor * z[earlier + r];
        }
      }
      for (int r = 0; r < block.count(); r++) {
        z[column + r] /= lower[i][i];
      }
    }
  }
}
