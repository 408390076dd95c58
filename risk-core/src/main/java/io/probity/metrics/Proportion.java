package io.probity.metrics;

/**
 * A share of events in trials, such as a default rate, with the usual intervals.
 *
 * <p>Source: Brown, Cai, DasGupta, Interval estimation for a binomial proportion, 2001.
 *
 * @param events 0 or more; weights are allowed
 * @param trials above 0, at least as many
 */
public record Proportion(double events, double trials) {

  /** Checks that the share is in [0, 1]. */
  public Proportion {
    if (!(events >= 0 && events <= trials && trials > 0 && trials <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a proportion needs 0 <= events <= trials and trials above 0, not " + events + " of "
              + trials);
    }
  }

  /** Returns the share, in [0, 1]. */
  public double value() {
    return events / trials;
  }

  /** Returns Wilson's score interval, which has good coverage down to few events. */
  public Interval wilson(double level) {
    double z = Level.standardErrors(level);
    double share = value();
    double centre = share + z * z / (2.0 * trials);
    double half = z * Math.sqrt(share * (1.0 - share) / trials + z * z / (4.0 * trials * trials));
    double scale = 1.0 + z * z / trials;
    return new Interval(
        events == 0 ? 0.0 : Math.max(0.0, (centre - half) / scale),
        events == trials ? 1.0 : Math.min(1.0, (centre + half) / scale));
  }

  /** Returns the exact interval of Clopper and Pearson, which covers at least the level. */
  public Interval clopperPearson(double level) {
    double tail = Level.tail(level);
    return new Interval(
        events == 0 ? 0.0 : BetaLaw.quantile(tail, events, trials - events + 1.0),
        events == trials ? 1.0 : BetaLaw.quantile(1.0 - tail, events + 1.0, trials - events));
  }

  /** Returns the quantiles of the posterior from Jeffreys' prior, Beta(1/2, 1/2). */
  public Interval jeffreys(double level) {
    double tail = Level.tail(level);
    double a = events + 0.5;
    double b = trials - events + 0.5;
    return new Interval(BetaLaw.quantile(tail, a, b), BetaLaw.quantile(1.0 - tail, a, b));
  }
}
