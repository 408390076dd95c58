package io.probity.training.binning;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * The probability that one bad rate exceeds another when each has a Beta posterior.
 *
 * <p>It is the integral of the density of the one times the distribution function of the other, taken
 * over the log-odds of the bad rate by the trapezoidal rule: the integrand is smooth there and falls
 * off exponentially on both sides, so that the rule converges faster than any power of the step.
 */
final class BetaComparison {

  /** Jeffreys' prior for a rate. */
  private static final double PRIOR = 0.5;

  private static final int STEPS_PER_DEVIATION = 8;
  private static final double NEGLIGIBLE = 1e-17;

  private BetaComparison() {}

  /**
   * Returns the probability that the bad rate of one bin exceeds that of another.
   *
   * @return in [0, 1]; one half for two bins without records
   */
  static double probabilityGreater(double goods, double bads, double otherGoods, double otherBads) {
    double a = bads + PRIOR;
    double b = goods + PRIOR;
    double step = Math.sqrt(Gamma.trigamma(a) + Gamma.trigamma(b)) / STEPS_PER_DEVIATION;
    double mode = StrictMath.log(a / b);
    double peak = logDensity(a, b, mode);
    double total = 0.0;
    double greater = 0.0;
    for (int direction = -1; direction <= 1; direction += 2) {
      for (int i = direction < 0 ? 1 : 0; ; i++) {
        double logOdds = mode + direction * i * step;
        double density = StrictMath.exp(logDensity(a, b, logOdds) - peak);
        if (density < NEGLIGIBLE) {
          break;
        }
        total += density;
        double rate = 1.0 / (1.0 + StrictMath.exp(-logOdds));
        greater += density * Beta.regularizedBeta(rate, otherBads + PRIOR, otherGoods + PRIOR);
      }
    }
    return Math.min(1.0, greater / total);
  }

  /** Returns the log of the density of the log-odds, up to a constant. */
  private static double logDensity(double a, double b, double logOdds) {
    double softplus = Math.max(0.0, logOdds) + StrictMath.log1p(StrictMath.exp(-Math.abs(logOdds)));
    return a * logOdds - (a + b) * softplus;
  }
}
