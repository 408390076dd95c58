package io.probity.simulation;

/** The logistic function. */
final class Logistic {

  private Logistic() {}

  /** Returns the probability of some log-odds. */
  static double of(double logOdds) {
    return 1.0 / (1.0 + StrictMath.exp(-logOdds));
  }
}
