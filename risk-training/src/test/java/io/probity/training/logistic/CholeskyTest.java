package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {

  @Test
  void of_twoByTwo_matchesHandCalculation() {
    Cholesky factor = Cholesky.of(new double[][] {{4, 2}, {2, 5}}, 0).orElseThrow();

    // determinant 16, inverse {5, -2; -2, 4} / 16
    assertThat(factor.logDeterminant()).isCloseTo(Math.log(16), within(1e-15));
    assertClose(factor.inverse()[0], new double[] {5 / 16.0, -2 / 16.0}, 1e-16);
    assertClose(factor.inverse()[1], new double[] {-2 / 16.0, 4 / 16.0}, 1e-16);
    assertClose(factor.solve(new double[] {8, 9}), new double[] {22 / 16.0, 20 / 16.0}, 1e-15);
  }

  @Test
  void of_pivotNotAboveTheTolerance_isEmpty() {
    // the second pivot of the unit-diagonal matrix is 1 - 0.999^2 = 0.001999
    double[][] matrix = {{1e6, 999}, {999, 1}};

    assertThat(Cholesky.of(matrix, 0.0019)).isPresent();
    assertThat(Cholesky.of(matrix, 0.0020)).isEmpty();
  }

  @Test
  void of_zeroOrNanDiagonal_isEmpty() {
    assertThat(Cholesky.of(new double[][] {{0}}, 0)).isEmpty();
    assertThat(Cholesky.of(new double[][] {{Double.NaN}}, 0)).isEmpty();
    assertThat(Cholesky.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}, 0))
        .isEmpty();
    assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}}, 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void solve_randomMatrix_agreesWithLu(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 1 + random.nextInt(12);
    double[][] rows = new double[3 * n][n];
    for (double[] row : rows) {
      for (int j = 0; j < n; j++) {
        row[j] = (random.nextDouble() - 0.3) * Math.pow(10, j % 4);
      }
    }
    RealMatrix matrix =
        new Array2DRowRealMatrix(rows).transpose().multiply(new Array2DRowRealMatrix(rows));
    double[] right = random.doubles(n).toArray();
    LUDecomposition lu = new LUDecomposition(matrix);

    Cholesky factor = Cholesky.of(matrix.getData(), 1e-14).orElseThrow();

    double[] expected = lu.getSolver().solve(new ArrayRealVector(right)).toArray();
    assertClose(factor.solve(right), expected, 1e-9);
    assertThat(factor.logDeterminant()).isCloseTo(Math.log(lu.getDeterminant()), within(1e-9));
    double[][] inverse = factor.inverse();
    for (int i = 0; i < n; i++) {
      assertClose(inverse[i], lu.getSolver().getInverse().getRow(i), 1e-9);
      for (int j = 0; j < n; j++) {
        assertThat(inverse[i][j]).isEqualTo(inverse[j][i]);
      }
    }
  }
}
