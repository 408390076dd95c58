package io.probity.training.binning;

/**
 * How the bad rate may move from bin to bin. Rising and falling are meant in the wide sense: equal
 * bad rates are allowed. A single bin follows every trend.
 */
public enum Trend {
  /**
   * {@link #MONOTONE}, unless a {@link #PEAK} or {@link #VALLEY} reaches the objective that {@link
   * BinShape#autoPeakGain()} asks for.
   */
  AUTO,
  /** The better of {@link #ASCENDING} and {@link #DESCENDING}; ascending where they are equal. */
  MONOTONE,
  /** The bad rate never falls. */
  ASCENDING,
  /** The bad rate never rises. */
  DESCENDING,
  /** The bad rate never falls up to some bin and never rises from there on. */
  PEAK,
  /** The bad rate never rises up to some bin and never falls from there on. */
  VALLEY,
  /**
   * The bad rate of a bin is at least the mean of its neighbours', to a tolerance of 1e-12. Takes at
   * most 128 pre-bins.
   */
  CONCAVE,
  /**
   * The bad rate of a bin is at most the mean of its neighbours', to a tolerance of 1e-12. Takes at
   * most 128 pre-bins.
   */
  CONVEX,
  /** The bad rate may move freely. */
  NONE
}
