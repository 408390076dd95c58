package io.probity.schema;

/**
 * What counts as bad, and within which time. A PD without them means nothing.
 *
 * @param event the event in words, such as {@code 90+} for 90 days past due
 * @param horizonMonths the time within which it must happen, in months, 1 to 600
 * @param horizonAssumed whether the horizon was not stated but taken as 12 months
 */
public record Target(String event, int horizonMonths, boolean horizonAssumed) {

  /** The horizon taken where none is stated. */
  public static final int DEFAULT_HORIZON_MONTHS = 12;

  /** Checks the horizon. */
  public Target {
    if (horizonMonths < 1 || horizonMonths > 600) {
      throw new IllegalArgumentException(
          "the horizon must be from 1 to 600 months, not " + horizonMonths);
    }
  }

  /** Returns a target whose horizon nobody stated. */
  public static Target assumed(String event) {
    return new Target(event, DEFAULT_HORIZON_MONTHS, true);
  }
}
