package io.probity.metrics;

import org.apache.commons.math3.special.Beta;

/** The beta law on [0, 1], and through it the tails of the binomial law. */
final class BetaLaw {

  private BetaLaw() {}

  /** Returns the probability of a value of at most x. */
  static double cdf(double x, double a, double b) {
    if (x <= 0) {
      return 0.0;
    }
    return x >= 1 ? 1.0 : Math.min(1.0, Beta.regularizedBeta(x, a, b));
  }

  /** Returns the x whose {@link #cdf} is p, for p in (0, 1), to the last bits. */
  static double quantile(double p, double a, double b) {
    long below = 0L; // the bits of doubles in [0, 1] rise with their values
    long above = Double.doubleToLongBits(1.0);
    while (above - below > 1) {
      long middle = (below + above) >>> 1;
      if (cdf(Double.longBitsToDouble(middle), a, b) < p) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return Double.longBitsToDouble(above);
  }

  /** Returns the probability of at least {@code events} among {@code trials} of chance p. */
  static double binomialAtLeast(int events, int trials, double p) {
    if (events <= 0) {
      return 1.0;
    }
    return events > trials ? 0.0 : cdf(p, events, trials - events + 1.0);
  }

  /** Returns the probability of at most {@code events} among {@code trials} of chance p. */
  static double binomialAtMost(int events, int trials, double p) {
    return events >= trials ? 1.0 : cdf(1.0 - p, (double) trials - events, events + 1.0);
  }
}
