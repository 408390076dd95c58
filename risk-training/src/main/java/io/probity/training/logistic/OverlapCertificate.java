package io.probity.training.logistic;

/**
 * A proof, at no cost in rows, that the classes overlap, so that a finite estimate exists.
 *
 * <p>With s<sub>i</sub> = ±1 for bad and good, the classes overlap exactly if there are weights
 * λ<sub>i</sub> &gt; 0 with Σ λ<sub>i</sub> s<sub>i</sub> x<sub>i</sub> = 0 (Stiemke's lemma). The
 * residuals λ<sub>i</sub> = w<sub>i</sub> |y<sub>i</sub> − p<sub>i</sub>| at any coefficients satisfy
 * this up to the gradient g. With the information M, the change δ<sub>i</sub> = −w<sub>i</sub>
 * p<sub>i</sub> (1 − p<sub>i</sub>) s<sub>i</sub> x<sub>i</sub>' M⁻¹ g removes g, and leaves every λ
 * positive if |x<sub>i</sub>' M⁻¹ g| &lt; 1. So the classes overlap as soon as one Newton step would
 * move no linear predictor by 1. Where the classes are separated every step moves some linear
 * predictor by 1 or more, however flat the likelihood has become.
 *
 * <p>The bound must hold with one half to spare after all rounding errors of the sums, of the
 * information and of the solution are added at their worst. It fails where the information is almost
 * singular; then nothing is known and the exact test must decide.
 */
final class OverlapCertificate {

  private static final double ULP = 0x1p-53;
  private static final double LARGEST_MOVE = 0.5;
  private static final double SINGULAR = 1e-12;

  /** The eigenvalue bound must exceed its own rounding error by this factor. */
  private static final double SAFETY = 1e3;

  private OverlapCertificate() {}

  /**
   * Returns whether overlap is proven.
   *
   * @param sample the columns that may separate
   * @param gradient of their log-likelihood, intercept first
   * @param information of the same coefficients
   */
  static boolean holds(LogisticSample sample, double[] gradient, double[][] information) {
    Cholesky factor = Cholesky.of(information, SINGULAR).orElse(null);
    if (factor == null) {
      return false;
    }
    double rounding = rounding(sample.rows());
    double trace = 0;
    for (int i = 0; i < gradient.length; i++) {
      trace += information[i][i];
    }
    double smallest = 1.0 / frobenius(factor.inverse());
    if (!(smallest >= SAFETY * rounding * trace)) {
      return false;
    }
    double[] step = factor.solve(gradient);
    double move = 0;
    double reachSquare = 0;
    double stepSquare = 0;
    for (int i = 0; i < step.length; i++) {
      double reach = i == 0 ? 1.0 : sample.columnsUnsafe().reach(i - 1);
      move += reach * Math.abs(step[i]);
      reachSquare += reach * reach;
      stepSquare += step[i] * step[i];
    }
    double error =
        rounding * (sample.weight() * Math.sqrt(reachSquare) + trace * Math.sqrt(stepSquare));
    double slack = Math.sqrt(reachSquare) * error / (smallest / 2);
    return move + slack <= LARGEST_MOVE;
  }

  /** Returns a bound on the relative rounding error of a sum over rows, term by term. */
  static double rounding(int rows) {
    double additions =
        RowBlock.ROWS + Likelihood.CHUNK / RowBlock.ROWS + (double) rows / Likelihood.CHUNK;
    return 2 * ULP * (additions + 64);
  }

  /** Returns the root of the sum of squares: no eigenvalue of a symmetric matrix is larger. */
  static double frobenius(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        sum += value * value;
      }
    }
    return Math.sqrt(sum);
  }
}
