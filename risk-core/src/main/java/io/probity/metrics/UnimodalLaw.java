package io.probity.metrics;

import java.util.function.LongToDoubleFunction;

/**
 * A law on whole numbers with one peak, known by the ratio of neighbouring probabilities. It
 * answers the question of exact two-sided tests: how likely is an outcome no likelier than the one
 * observed?
 */
final class UnimodalLaw {

  /** Probabilities this close count as equal, as in R and SciPy. */
  private static final double EQUAL = 1.0 + 1e-7;

  private static final double NEGLIGIBLE = 1e-18;

  private final long lowest;
  private final long peak;
  private final long highest;
  private final LongToDoubleFunction ratio;

  /**
   * @param ratio the probability of x + 1 over that of x
   */
  UnimodalLaw(long lowest, long peak, long highest, LongToDoubleFunction ratio) {
    this.lowest = lowest;
    this.peak = peak;
    this.highest = highest;
    this.ratio = ratio;
  }

  /** Returns the probability of all outcomes no likelier than x; 0 if it is too small to hold. */
  double noLikelierThan(long x) {
    double observed = relativeToPeak(x);
    if (observed == 0) {
      return 0.0;
    }
    double bound = observed * EQUAL;
    double total = 1.0;
    double tail = 1.0 <= bound ? 1.0 : 0.0;
    double weight = 1.0;
    for (long i = peak; i < highest && weight > observed * NEGLIGIBLE; i++) {
      weight *= ratio.applyAsDouble(i);
      total += weight;
      tail += weight <= bound ? weight : 0.0;
    }
    weight = 1.0;
    for (long i = peak; i > lowest && weight > observed * NEGLIGIBLE; i--) {
      weight /= ratio.applyAsDouble(i - 1);
      total += weight;
      tail += weight <= bound ? weight : 0.0;
    }
    return Math.min(1.0, tail / total);
  }

  private double relativeToPeak(long x) {
    double weight = 1.0;
    for (long i = peak; i < x && weight > 0; i++) {
      weight *= ratio.applyAsDouble(i);
    }
    for (long i = peak; i > x && weight > 0; i--) {
      weight /= ratio.applyAsDouble(i - 1);
    }
    return weight;
  }
}
