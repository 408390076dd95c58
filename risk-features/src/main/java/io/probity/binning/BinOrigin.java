package io.probity.binning;

/** How the bins of a feature came about. */
public enum BinOrigin {
  /** Found by the optimal binning program. */
  AUTO,
  /** Changed by an analyst. */
  MANUAL
}
