package io.probity.training.logistic;

/**
 * An objective at one coefficient vector of the standardised scale. The arrays are not copied and not
 * to be changed.
 */
final class Evaluation {

  /** The coefficients. */
  final double[] gamma;

  /** The log-likelihood of the data. */
  final double logLikelihood;

  /** What is made as large as possible: the log-likelihood, with a penalty where there is one. */
  final double value;

  /** The first derivatives of {@link #value}. */
  final double[] gradient;

  /** The information of the data: Z' diag(w p (1 − p)) Z. */
  final double[][] information;

  /** The information with that of a ridge penalty: what the steps and the covariance come from. */
  final double[][] curvature;

  Evaluation(
      double[] gamma,
      double logLikelihood,
      double value,
      double[] gradient,
      double[][] information,
      double[][] curvature) {
    this.gamma = gamma;
    this.logLikelihood = logLikelihood;
    this.value = value;
    this.gradient = gradient;
    this.information = information;
    this.curvature = curvature;
  }
}
