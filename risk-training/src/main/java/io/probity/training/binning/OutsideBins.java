package io.probity.training.binning;

/**
 * What WOE the missing bin and the bins of special codes score with. They stand outside the search
 * for cuts and keep their own counts under either rule.
 */
public enum OutsideBins {
  /** Each has the WOE of its own counts. */
  OWN_BIN,
  /**
   * Each is merged with the value bin of the nearest WOE (of two equally near, the lower): all that
   * merge score with the WOE of their pooled counts. The pooled WOE lies nearer to the value bin's own
   * than to that of any neighbour, so the order of the value bins stays as it was.
   */
  NEAREST_WOE
}
