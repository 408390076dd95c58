package io.probity.metrics;

/**
 * An interval for a figure, both ends included.
 *
 * @param low the lower end
 * @param high the upper end, at least as high
 */
public record Interval(double low, double high) {

  /** Checks that the ends are in order. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "an interval needs low <= high, not " + low + " and " + high);
    }
  }

  /** Returns whether the value lies in the interval. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** Returns the interval with every point x mapped to {@code scale} x + {@code shift}. */
  Interval mapped(double scale, double shift) {
    return new Interval(scale * low + shift, scale * high + shift);
  }

  static Interval around(double centre, double halfWidth) {
    return new Interval(centre - halfWidth, centre + halfWidth);
  }

  Interval clippedTo(double smallest, double largest) {
    return new Interval(Math.max(low, smallest), Math.min(high, largest));
  }
}
