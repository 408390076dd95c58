package io.probity.metrics;

import org.apache.commons.math3.special.Gamma;

/** The chi-squared law. */
final class ChiSquareLaw {

  private ChiSquareLaw() {}

  /** Returns the probability of a value of at least x, 0 or more; 1 for no degrees of freedom. */
  static double upperTail(double x, double degreesOfFreedom) {
    if (x == 0 || degreesOfFreedom == 0) {
      return 1.0;
    }
    if (Double.isInfinite(x)) {
      return 0.0;
    }
    if (degreesOfFreedom == 1) {
      return NormalLaw.twoSided(Math.sqrt(x));
    }
    return Math.min(1.0, Gamma.regularizedGammaQ(0.5 * degreesOfFreedom, 0.5 * x));
  }
}
