package io.probity.limit;

import io.probity.lending.AnnualRate;

/**
 * The largest rate that a law allows. A price above it is not clipped: that amount is not offered.
 *
 * @param jurisdiction whose law it is
 * @param maximum the largest rate of the contract, included, nominal or effective as the law has it
 */
public record RateCap(String jurisdiction, AnnualRate maximum) {

  /** Checks that the jurisdiction is named. */
  public RateCap {
    if (jurisdiction.isBlank()) {
      throw new IllegalArgumentException(
          "a cap of rates needs its jurisdiction, such as US-IL, not \"\"");
    }
  }

  /** What rounding may add to a rate that is at its cap: a billionth. */
  private static final double TOLERANCE = 1e-9;

  /** Returns whether it holds in a jurisdiction: the same one, or one that belongs to it. */
  public boolean holdsIn(String other) {
    return other.equals(jurisdiction) || other.startsWith(jurisdiction + "-");
  }

  /** Returns whether a rate is allowed. */
  public boolean allows(AnnualRate rate) {
    return rate.to(maximum.kind()).value() <= maximum.value() + TOLERANCE;
  }
}
