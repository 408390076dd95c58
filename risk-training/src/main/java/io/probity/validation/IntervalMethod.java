package io.probity.validation;

/** How an interval was made. */
public enum IntervalMethod {
  /** Normal, with DeLong's variance of an AUC. */
  DELONG,
  /** Normal, with the standard error of the figure. */
  NORMAL,
  /** Wilson's score interval of a share. */
  WILSON,
  /** Quantiles of the posterior of a share from Jeffreys' prior. */
  JEFFREYS,
  /** Normal in the logarithm of a ratio of shares. */
  KATZ,
  /** Of a difference of two shares, from Wilson's intervals of both. */
  NEWCOMBE,
  /** Between percentiles of resamples within goods and bads, by seed. */
  BOOTSTRAP
}
