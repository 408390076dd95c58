package io.probity.training.calibration;

/** What a Platt calibration is fitted to. */
public enum PlattTargets {
  /** 1 for bad, 0 for good: maximum likelihood, after which the mean PD is the bad rate. */
  OBSERVED,
  /**
   * (B + 1) / (B + 2) for bad and 1 / (G + 2) for good, with B bads and G goods by weight. The line is
   * a little flatter, and finite also where the log-odds separate goods from bads.
   *
   * <p>Source: J. Platt, Probabilistic outputs for support vector machines and comparisons to
   * regularized likelihood methods (1999).
   */
  SMOOTHED
}
