package io.probity.training.logistic;

import java.util.List;

/**
 * The model with an intercept alone, and the offset where there is one.
 *
 * @param intercept its log-odds of bad
 * @param logLikelihood its log-likelihood
 */
record NullModel(double intercept, double logLikelihood) {

  private static final int STEPS = 100;

  static NullModel of(LogisticSample sample, double tolerance) {
    double bads = sample.badWeight();
    double goods = sample.weight() - bads;
    double logOdds = StrictMath.log(bads / goods);
    if (!sample.hasOffset()) {
      double logLikelihood = bads * StrictMath.log(bads / sample.weight())
          + goods * StrictMath.log(goods / sample.weight());
      return new NullModel(logOdds, logLikelihood);
    }
    Likelihood likelihood = new Likelihood(sample.select(List.of()));
    double start = logOdds - sample.meanOffset();
    Evaluation top = new NewtonAscent(likelihood, tolerance)
        .climb(likelihood.at(new double[] {start}), STEPS)
        .top();
    return new NullModel(top.gamma[0], top.logLikelihood);
  }

  /** Returns this model as coefficients of a standardised design. */
  double[] coefficients(int columns) {
    double[] gamma = new double[columns + 1];
    gamma[0] = intercept;
    return gamma;
  }
}
