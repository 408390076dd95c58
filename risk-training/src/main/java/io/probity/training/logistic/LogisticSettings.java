package io.probity.training.logistic;

/**
 * Every option of a logistic regression. Start from {@link #DEFAULT} and change what differs:
 *
 * <pre>{@code
 * LogisticSettings settings = LogisticSettings.DEFAULT
 *     .withPenalty(Penalty.ridge(1.0, Penalty.Scale.STANDARDISED))
 *     .withSeparation(SeparationPolicy.REPORT);
 * }</pre>
 *
 * @param penalty what is taken off the log-likelihood
 * @param separation what is done when no finite estimate exists; without effect with {@link
 *     Penalty#FIRTH}
 * @param maxIterations the most Newton steps, at least 1
 * @param tolerance in [1e-12, 0.01]: the fit has converged when one more step promises to lower the
 *     deviance by at most this share of it, and to move no coefficient by more than about this share
 *     of its standard error
 */
public record LogisticSettings(
    Penalty penalty, SeparationPolicy separation, int maxIterations, double tolerance) {

  /** Maximum likelihood, separation refused, 100 steps, tolerance 1e-10. */
  public static final LogisticSettings DEFAULT =
      new LogisticSettings(Penalty.NONE, SeparationPolicy.REFUSE, 100, 1e-10);

  /** Checks the numbers, and that a ridge penalty is not combined with Firth's. */
  public LogisticSettings {
    if (maxIterations < 1) {
      throw new IllegalArgumentException("maxIterations must be at least 1, not " + maxIterations);
    }
    if (!(tolerance >= 1e-12 && tolerance <= 0.01)) {
      throw new IllegalArgumentException("tolerance must be in [1e-12, 0.01], not " + tolerance);
    }
    if (penalty instanceof Penalty.Ridge && separation == SeparationPolicy.FIRTH) {
      throw new IllegalArgumentException("a ridge penalty and Firth's are not combined; "
          + "choose SeparationPolicy.REFUSE or REPORT");
    }
  }

  /** Returns these settings with another penalty. */
  public LogisticSettings withPenalty(Penalty other) {
    return new LogisticSettings(other, separation, maxIterations, tolerance);
  }

  /** Returns these settings with another way to treat separation. */
  public LogisticSettings withSeparation(SeparationPolicy other) {
    return new LogisticSettings(penalty, other, maxIterations, tolerance);
  }

  /** Returns these settings with another limit of Newton steps. */
  public LogisticSettings withMaxIterations(int other) {
    return new LogisticSettings(penalty, separation, other, tolerance);
  }

  /** Returns these settings with another tolerance. */
  public LogisticSettings withTolerance(double other) {
    return new LogisticSettings(penalty, separation, maxIterations, other);
  }
}
