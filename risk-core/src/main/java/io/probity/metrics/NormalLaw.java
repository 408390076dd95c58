package io.probity.metrics;

import org.apache.commons.math3.special.Erf;

/** The standard normal law, with full relative precision in the lower tail. */
public final class NormalLaw {

  private static final double ROOT_2 = Math.sqrt(2.0);
  private static final double ROOT_2_PI = Math.sqrt(2.0 * Math.PI);
  private static final int POLISHING_STEPS = 2;

  private NormalLaw() {}

  /** Returns the probability of a value of at most x. */
  public static double cdf(double x) {
    return 0.5 * Erf.erfc(-x / ROOT_2);
  }

  /** Returns the probability of a value of at least x. */
  static double upperTail(double x) {
    return cdf(-x);
  }

  /** Returns the probability of a value at least as far from 0 as x. */
  static double twoSided(double x) {
    return Math.min(1.0, 2.0 * cdf(-Math.abs(x)));
  }

  /**
   * Returns the x whose {@link #cdf} is p.
   *
   * @throws IllegalArgumentException if p is not in (0, 1)
   */
  public static double quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("a quantile needs a probability in (0, 1), not " + p);
    }
    if (p > 0.5) {
      return -lowerQuantile(1.0 - p);
    }
    return lowerQuantile(p);
  }

  private static double lowerQuantile(double p) {
    double x = p == 0.5 ? 0.0 : start(p);
    for (int step = 0; step < POLISHING_STEPS; step++) { // Halley
      double density = StrictMath.exp(-0.5 * x * x) / ROOT_2_PI;
      double newton = (cdf(x) - p) / density;
      x -= newton / (1.0 + 0.5 * x * newton);
    }
    return x;
  }

  /** The rational approximation 26.2.23 of Abramowitz and Stegun, good to 4.5e-4. */
  private static double start(double p) {
    double t = Math.sqrt(-2.0 * StrictMath.log(p));
    double numerator = 2.515517 + t * (0.802853 + t * 0.010328);
    double denominator = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    return numerator / denominator - t;
  }
}
