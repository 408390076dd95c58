package io.probity.metrics;

/** The confidence level of an interval, such as 0.95. */
final class Level {

  private Level() {}

  /** Returns the probability left out at each end: 0.025 for a level of 0.95. */
  static double tail(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "a confidence level must be above 0 and below 1, such as 0.95, not " + level);
    }
    return (1.0 - level) / 2.0;
  }

  /** Returns how many standard errors an interval of this level reaches to each side. */
  static double standardErrors(double level) {
    return -NormalLaw.quantile(tail(level));
  }
}
