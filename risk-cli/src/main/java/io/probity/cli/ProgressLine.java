package io.probity.cli;

import io.probity.preparation.WorkProgress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far a long work is, how fast it goes and how long it will still take, now and then, where
 * somebody watches.
 */
final class ProgressLine implements WorkProgress {

  private static final double NANOS = 1e9;
  private static final double SECONDS_BETWEEN = 2.0;
  private static final int MINUTE = 60;

  private final Console console;
  private final String what;
  private final double unit;
  private final LongSupplier nanoTime;
  private final long start;
  private double shownAt;

  /**
   * Creates a line.
   *
   * @param what the unit of the rate in words
   * @param unit how much of the work is one of that unit
   */
  ProgressLine(Console console, String what, double unit, LongSupplier nanoTime) {
    this.console = console;
    this.what = what;
    this.unit = unit;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public void done(long done, long total) {
    double seconds = seconds();
    if (seconds - shownAt < SECONDS_BETWEEN || done <= 0) {
      return;
    }
    shownAt = seconds;
    double rate = done / seconds;
    console.progress(String.format(
        Locale.ROOT,
        "%.0f%%, %,.1f %s a second, %s left",
        100.0 * done / total,
        rate / unit,
        what,
        duration((total - done) / rate)));
  }

  /** Returns the seconds since the start. */
  double seconds() {
    return (nanoTime.getAsLong() - start) / NANOS;
  }

  private static String duration(double seconds) {
    long whole = (long) StrictMath.ceil(seconds);
    return whole < MINUTE ? whole + " s" : whole / MINUTE + " min " + whole % MINUTE + " s";
  }
}
