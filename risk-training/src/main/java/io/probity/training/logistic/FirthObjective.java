package io.probity.training.logistic;

/**
 * The log-likelihood plus half the logarithm of the determinant of the information. Its derivative
 * adds h (½ − p) to the residual of each row, h being the leverage of the row.
 */
final class FirthObjective implements Objective {

  private static final double SINGULAR = 1e-13;

  private final LogisticSample sample;
  private final Likelihood likelihood;

  FirthObjective(LogisticSample sample) {
    this.sample = sample;
    this.likelihood = new Likelihood(sample);
  }

  @Override
  public Evaluation at(double[] gamma) {
    Evaluation plain = likelihood.at(gamma);
    Cholesky factor = Cholesky.of(plain.information, SINGULAR).orElse(null);
    if (factor == null) {
      return new Evaluation(
          gamma,
          plain.logLikelihood,
          Double.NEGATIVE_INFINITY,
          plain.gradient,
          plain.information,
          plain.curvature);
    }
    double[] gradient = plain.gradient.clone();
    RowBlock block = new RowBlock(sample.columnsUnsafe(), sample.rows());
    RowScores scores = new RowScores(sample);
    double[] leverage = new double[RowBlock.ROWS];
    for (int row = 0; row < sample.rows(); row += RowBlock.ROWS) {
      block.load(row);
      scores.compute(block, gamma);
      scores.leverages(block, factor, leverage);
      for (int r = 0; r < block.count(); r++) {
        leverage[r] *= 0.5 - scores.probability[r];
      }
      block.load(row);
      block.addColumnSums(leverage, gradient);
    }
    return new Evaluation(
        gamma,
        plain.logLikelihood,
        plain.logLikelihood + factor.logDeterminant() / 2,
        gradient,
        plain.information,
        plain.curvature);
  }
}
