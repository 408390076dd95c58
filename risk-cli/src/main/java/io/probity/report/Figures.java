package io.probity.report;

import io.probity.metrics.Interval;
import java.util.Locale;

/** How figures are written for people. */
public final class Figures {

  private Figures() {}

  public static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  public static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
  }

  public static String interval(Interval interval, int digits) {
    return decimals(interval.low(), digits) + " to " + decimals(interval.high(), digits);
  }

  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  public static String count(double value) {
    return String.format(Locale.ROOT, value == StrictMath.rint(value) ? "%,.0f" : "%,.1f", value);
  }
}
