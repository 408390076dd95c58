package io.probity.training.boosted;

/** The log-loss of one record. */
final class LogLosses {

  private LogLosses() {}

  /** Returns -ln of the probability that log-odds of bad give to what happened. */
  static double of(int target, double badLogOdds) {
    double against = target == 1 ? -badLogOdds : badLogOdds;
    return Math.max(0.0, against) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
  }
}
