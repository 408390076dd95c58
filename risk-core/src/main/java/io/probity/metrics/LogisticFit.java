package io.probity.metrics;

/**
 * The logistic regression of bads on one number, by Newton's method with halved steps, over groups
 * of equal numbers.
 */
final class LogisticFit {

  private static final int MOST_STEPS = 100;
  private static final double SMALL_GAIN = 1e-6;
  private static final double SMALLEST_PART = 1e-12;

  private final RankedOutcomes outcomes;
  private final double[] x; // of each group
  private final boolean slopeFixed; // at 1
  private double intercept;
  private double slope;
  private double logLikelihood;

  // gradient and information at the current coefficients
  private double g0;
  private double g1;
  private double h00;
  private double h01;
  private double h11;

  private LogisticFit(RankedOutcomes outcomes, double[] x, boolean slopeFixed) {
    this.outcomes = outcomes;
    this.x = x;
    this.slopeFixed = slopeFixed;
    this.slope = 1.0;
    this.logLikelihood = logLikelihood(0.0, 1.0);
  }

  /** Fits log-odds = intercept + x. There must be goods and bads. */
  static LogisticFit ofIntercept(RankedOutcomes outcomes, double[] x) {
    return new LogisticFit(outcomes, x, true).fitted();
  }

  /** Fits log-odds = intercept + slope x. Goods and bads must overlap in x. */
  static LogisticFit ofInterceptAndSlope(RankedOutcomes outcomes, double[] x) {
    return new LogisticFit(outcomes, x, false).fitted();
  }

  /** Returns the log-likelihood of any coefficients. */
  double logLikelihood(double atIntercept, double atSlope) {
    double sum = 0.0;
    for (int group = 0; group < x.length; group++) {
      double logOdds = atIntercept + atSlope * x[group];
      sum += outcomes.bads(group) * logOdds - outcomes.weight(group) * softPlus(logOdds);
    }
    return sum;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  Estimate intercept() {
    double determinant = h00 * h11 - h01 * h01;
    double variance = slopeFixed ? 1.0 / h00 : h11 / determinant;
    return new Estimate(intercept, Math.sqrt(variance));
  }

  Estimate slope() {
    return new Estimate(slope, Math.sqrt(h00 / (h00 * h11 - h01 * h01)));
  }

  /** Damped steps until the gain is small, then full ones until rounding stops them. */
  private LogisticFit fitted() {
    double previousGain = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      differentiate();
      double determinant = h00 * h11 - h01 * h01;
      double toIntercept = slopeFixed ? g0 / h00 : (h11 * g0 - h01 * g1) / determinant;
      double toSlope = slopeFixed ? 0.0 : (h00 * g1 - h01 * g0) / determinant;
      double gain = toIntercept * g0 + toSlope * g1; // twice what the likelihood gains
      if (gain == 0 || (previousGain < SMALL_GAIN && gain >= previousGain)) {
        logLikelihood = logLikelihood(intercept, slope);
        return this;
      }
      previousGain = gain;
      double part = gain < SMALL_GAIN ? 1.0 : partThatImproves(toIntercept, toSlope);
      intercept += part * toIntercept;
      slope += part * toSlope;
    }
    throw new IllegalArgumentException("the calibration regression did not settle in " + MOST_STEPS
        + " steps; goods and bads are almost separated by the PDs");
  }

  private double partThatImproves(double toIntercept, double toSlope) {
    double part = 1.0;
    double likelihood = logLikelihood(intercept + toIntercept, slope + toSlope);
    while (!(likelihood >= logLikelihood) && part > SMALLEST_PART) {
      part *= 0.5;
      likelihood = logLikelihood(intercept + part * toIntercept, slope + part * toSlope);
    }
    logLikelihood = likelihood;
    return part;
  }

  private void differentiate() {
    g0 = 0.0;
    g1 = 0.0;
    h00 = 0.0;
    h01 = 0.0;
    h11 = 0.0;
    for (int group = 0; group < x.length; group++) {
      double weight = outcomes.weight(group);
      double chance = 1.0 / (1.0 + StrictMath.exp(-(intercept + slope * x[group])));
      double surplus = outcomes.bads(group) - weight * chance;
      double information = weight * chance * (1.0 - chance);
      g0 += surplus;
      g1 += surplus * x[group];
      h00 += information;
      h01 += information * x[group];
      h11 += information * x[group] * x[group];
    }
  }

  private static double softPlus(double logOdds) {
    return Math.max(0.0, logOdds) + StrictMath.log1p(StrictMath.exp(-Math.abs(logOdds)));
  }
}
