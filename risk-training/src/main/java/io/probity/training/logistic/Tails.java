package io.probity.training.logistic;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/** Tail probabilities with full relative precision, and the normal quantile. */
final class Tails {

  private static final double ROOT_2 = Math.sqrt(2.0);
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private Tails() {}

  /** Returns the probability that a standard normal lies at least as far from 0 as z. */
  static double twoSidedNormal(double z) {
    return Math.min(1.0, Erf.erfc(Math.abs(z) / ROOT_2));
  }

  /** Returns the probability that a chi-squared value is at least x; 1 where x is not positive. */
  static double upperChiSquare(double x, int degreesOfFreedom) {
    if (!(x > 0) || degreesOfFreedom == 0) {
      return 1.0;
    }
    if (degreesOfFreedom == 1) {
      return twoSidedNormal(Math.sqrt(x));
    }
    return Math.min(1.0, Gamma.regularizedGammaQ(0.5 * degreesOfFreedom, 0.5 * x));
  }

  /** Returns how many standard errors a two-sided normal interval of a level reaches. */
  static double standardErrors(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level must be in (0, 1), not " + level);
    }
    return NORMAL.inverseCumulativeProbability(0.5 + level / 2);
  }
}
