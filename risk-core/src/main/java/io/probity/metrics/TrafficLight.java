package io.probity.metrics;

/**
 * The three zones of a backtest by c, the chance of at most as many defaults (or exceptions) if the
 * model is right. Independence is assumed.
 *
 * <p>Source: Basel Committee on Banking Supervision, Supervisory framework for the use of
 * "backtesting" in conjunction with the internal models approach to market risk capital
 * requirements, 1996.
 */
public enum TrafficLight {
  /** c is below 95%. */
  GREEN,
  /** c is from 95% to below 99.99%. */
  YELLOW,
  /** c is at least 99.99%. */
  RED;

  private static final double YELLOW_FROM = 0.95;
  private static final double RED_FROM = 0.9999;

  /** Returns the zone of a chance in [0, 1]. */
  public static TrafficLight ofProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("a probability is in [0, 1], not " + probability);
    }
    if (probability < YELLOW_FROM) {
      return GREEN;
    }
    return probability < RED_FROM ? YELLOW : RED;
  }
}
