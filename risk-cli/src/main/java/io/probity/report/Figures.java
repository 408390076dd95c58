package io.probity.report;

import io.probity.metrics.Interval;
import java.util.Locale;

/** How figures are written for people. */
final class Figures {

  private Figures() {}

  static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * fraction);
  }

  static String interval(Interval interval, int digits) {
    return decimals(interval.low(), digits) + " to " + decimals(interval.high(), digits);
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String count(double value) {
    return String.format(Locale.ROOT, value == StrictMath.rint(value) ? "%,.0f" : "%,.1f", value);
  }
}
