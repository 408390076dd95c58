package io.probity.metrics;

/**
 * The Brier score taken apart over bins of PDs.
 *
 * <p>Brier = reliability - resolution + uncertainty + within-bin variance - within-bin covariance.
 * The last two vanish where all PDs of a bin are equal, and Murphy's three terms remain.
 *
 * <p>Source: Murphy, A new vector partition of the probability score, 1973; Stephenson, Coelho,
 * Jolliffe, Two extra components in the Brier score decomposition, 2008.
 *
 * @param reliability the mean squared gap between mean PD and bad rate; small is good
 * @param resolution the mean squared gap between bad rate of the bin and of all; large is good
 * @param uncertainty bad rate x (1 - bad rate)
 * @param withinVariance the mean squared gap between PD and mean PD of its bin
 * @param withinCovariance twice the mean product of that gap and outcome less bad rate of the bin
 */
public record BrierDecomposition(
    double reliability,
    double resolution,
    double uncertainty,
    double withinVariance,
    double withinCovariance) {

  /** Returns reliability - resolution + uncertainty: the Brier score of the binned PDs. */
  public double binned() {
    return reliability - resolution + uncertainty;
  }

  /** Returns all five terms together: the Brier score. */
  public double sum() {
    return binned() + withinVariance - withinCovariance;
  }
}
