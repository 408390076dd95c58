package io.probity.metrics;

import org.apache.commons.math3.special.Beta;

/** Student's t law. */
final class StudentLaw {

  private StudentLaw() {}

  /** Returns the probability of a value at least as far from 0 as t. */
  static double twoSided(double t, double degreesOfFreedom) {
    if (Double.isInfinite(t)) {
      return 0.0;
    }
    double x = degreesOfFreedom / (degreesOfFreedom + t * t);
    return Math.min(1.0, Beta.regularizedBeta(x, 0.5 * degreesOfFreedom, 0.5));
  }
}
