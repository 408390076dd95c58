package io.probity.training.logistic;

/**
 * How well a logistic regression describes the sample it was fitted on.
 *
 * @param logLikelihood Σ w ln(probability of the class that came), without any penalty
 * @param nullLogLikelihood the same of the model with only an intercept (and the offset)
 * @param penalisedLogLikelihood what was made as large as possible: the log-likelihood less the ridge
 *     penalty, or plus that of Firth on the scale of the data; equal to it without a penalty
 * @param parameters the number of coefficients, intercept included
 * @param effectiveParameters trace of information times inverse of penalised information; equal to
 *     the parameters without a ridge penalty
 * @param rows the number of rows of positive weight
 * @param weight the sum of the weights
 */
public record FitStatistics(
    double logLikelihood,
    double nullLogLikelihood,
    double penalisedLogLikelihood,
    int parameters,
    double effectiveParameters,
    int rows,
    double weight) {

  /** Returns the deviance, −2 times the log-likelihood; 0 is a perfect prediction. */
  public double deviance() {
    return -2 * logLikelihood + 0.0;
  }

  /** Returns the deviance of the model with only an intercept (and the offset). */
  public double nullDeviance() {
    return -2 * nullLogLikelihood + 0.0;
  }

  /** Returns the rows of positive weight less the parameters. */
  public int residualDegreesOfFreedom() {
    return rows - parameters;
  }

  /**
   * Returns Akaike's information criterion, deviance + 2 times the effective parameters. Weights that
   * are fractions enter as they are. Differs: R rounds such weights in its own figure.
   */
  public double aic() {
    return deviance() + 2 * effectiveParameters;
  }

  /**
   * Returns Schwarz's information criterion with the sum of the weights as the number of observations,
   * so that a row of weight 3 counts as three rows.
   */
  public double bic() {
    return bic(weight);
  }

  /**
   * Returns Schwarz's information criterion, deviance + ln(observations) times the effective
   * parameters.
   *
   * @param observations the number to take for them, finite and above 0
   */
  public double bic(double observations) {
    if (!(observations > 0 && observations <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the number of observations must be above 0, not " + observations);
    }
    return deviance() + StrictMath.log(observations) * effectiveParameters;
  }

  /** Returns McFadden's R², 1 − deviance / null deviance. */
  public double mcFaddenR2() {
    return 1 - logLikelihood / nullLogLikelihood;
  }

  /** Returns the likelihood-ratio statistic against the model with only an intercept. */
  public double likelihoodRatio() {
    return nullDeviance() - deviance();
  }

  /**
   * Returns the p-value of {@link #likelihoodRatio} under the chi-squared law with one degree of
   * freedom for each parameter but the intercept, accurate in its tail; 1 without such parameters.
   * Meant for maximum likelihood; with a penalty it is too large.
   */
  public double likelihoodRatioPValue() {
    return Tails.upperChiSquare(likelihoodRatio(), parameters - 1);
  }
}
