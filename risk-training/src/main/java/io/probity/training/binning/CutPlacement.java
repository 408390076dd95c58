package io.probity.training.binning;

/**
 * Where a cut goes between two neighbouring data values u and v. Every choice lies in (u, v], and so
 * parts the training records alike.
 */
public enum CutPlacement {
  /**
   * The roundest number: the multiple of the largest power of ten that lies in (u, v], and of several
   * the one nearest to the middle. 0 wherever it fits; 30 between 29 and 30; 2500 between 2471.3 and
   * 2503.9.
   */
  ROUNDEST,
  /** The upper data value v. */
  DATA_VALUE,
  /** The middle of u and v. */
  MIDPOINT
}
