package io.probity.training.logistic;

import java.util.Arrays;

/**
 * The rows of one block at given coefficients: their linear predictors, PDs, residuals and weights of
 * information. {@link StrictMath}'s exp and log1p make them equal on every machine. Scratch of one
 * thread.
 */
final class RowScores {

  /** The log-odds of bad, offset included. */
  final double[] linear = new double[RowBlock.ROWS];

  /** The PD. */
  final double[] probability = new double[RowBlock.ROWS];

  /** Weight times (target − PD). */
  final double[] residual = new double[RowBlock.ROWS];

  /** Weight times PD times (1 − PD). */
  final double[] information = new double[RowBlock.ROWS];

  private final LogisticSample sample;

  RowScores(LogisticSample sample) {
    this.sample = sample;
  }

  /** Computes the rows of a block and returns their log-likelihood. */
  double compute(RowBlock block, double[] gamma) {
    for (int r = 0; r < block.count(); r++) {
      linear[r] = sample.offset(block.start() + r);
    }
    block.addProduct(gamma, linear);
    double logLikelihood = 0;
    for (int r = 0; r < block.count(); r++) {
      double weight = sample.weight(block.start() + r);
      boolean bad = sample.target(block.start() + r) == 1;
      logLikelihood += weight * score(r, weight, bad);
    }
    return logLikelihood;
  }

  /**
   * Writes the leverage of each row, w p (1 − p) z' V z, for the factor of the inverse of V. The block
   * holds the whitened columns afterwards.
   */
  void leverages(RowBlock block, Cholesky factor, double[] into) {
    factor.whiten(block);
    Arrays.fill(into, 0.0);
    for (int c = 0; c < block.width(); c++) {
      int column = c * RowBlock.ROWS;
      for (int r = 0; r < block.count(); r++) {
        into[r] += block.z[column + r] * block.z[column + r];
      }
    }
    for (int r = 0; r < block.count(); r++) {
      into[r] *= information[r];
    }
  }

  /** Fills one row and returns its log-likelihood for a weight of 1. */
  private double score(int r, double weight, boolean bad) {
    double eta = linear[r];
    double odds = StrictMath.exp(-Math.abs(eta)); // of the less likely class
    double likely = 1.0 / (1.0 + odds);
    double unlikely = odds * likely;
    probability[r] = eta >= 0 ? likely : unlikely;
    information[r] = weight * likely * unlikely;
    boolean expected = bad == (eta >= 0);
    double miss = expected ? unlikely : likely;
    residual[r] = bad ? weight * miss : -weight * miss;
    double certain = -StrictMath.log1p(odds);
    return expected ? certain : certain - Math.abs(eta);
  }
}
