package io.probity.limit;

/** Which figure of the income history the assessed income starts from. */
public enum IncomeBasis {
  /** The six-month mean, less haircuts. A haircut by variation can cut more when income rises. */
  MEAN,
  /**
   * The lowest of the means over three and twelve months and the lower quartile of twelve: it never
   * falls when a payment rises, so it takes no haircut by variation.
   */
  LOWEST
}
