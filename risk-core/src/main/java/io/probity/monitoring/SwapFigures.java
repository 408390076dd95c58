package io.probity.monitoring;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Applications that two engines treat in one way.
 *
 * @param applications how many, at least one
 * @param knownOutcomes how many of them have a known outcome
 * @param bads how many of these are bad
 * @param limitChange the limit of the second engine less that of the first, over all of them
 */
public record SwapFigures(
    long applications, long knownOutcomes, long bads, LimitChange limitChange) {

  /**
   * How the limits change: second less first, 0 where neither offers one.
   *
   * @param sum over all
   * @param median the middle one, or the mean of the two in the middle
   * @param least the lowest, which is the largest cut where limits fall
   * @param most the highest
   */
  public record LimitChange(BigDecimal sum, BigDecimal median, BigDecimal least, BigDecimal most) {}

  /** Returns the share of bads among the known outcomes; empty where none is known. */
  public OptionalDouble observedBadRate() {
    return knownOutcomes == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) bads / knownOutcomes);
  }
}
