package io.probity.training.binning;

/** How the bad rates of two neighbouring bins are tested for being equal; all two-sided. */
public enum SignificanceTest {
  /** The z test of two proportions with pooled variance: the same p-value as {@link #CHI_SQUARE}. */
  Z,
  /** Pearson's chi-square of the two-by-two table, without correction. */
  CHI_SQUARE,
  /** Pearson's chi-square with Yates' correction for continuity. */
  YATES,
  /**
   * Fisher's exact test: the chance of all tables with the same margins that are at most as likely as
   * the one seen. Needs whole weights.
   */
  FISHER
}
