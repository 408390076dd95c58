package io.probity.metrics;

import java.util.function.IntToDoubleFunction;

/** The quantile of sorted values by linear interpolation (type 7 of Hyndman and Fan, 1996). */
final class Quantiles {

  private Quantiles() {}

  /** Returns the quantile of values sorted from low to high, for a share in [0, 1]. */
  static double ofSorted(double[] sorted, double share) {
    return of(sorted.length, share, i -> sorted[i]);
  }

  /**
   * Returns the quantile of {@code count} values, of which {@code valueAt} gives the i-th lowest.
   */
  static double of(int count, double share, IntToDoubleFunction valueAt) {
    double position = (count - 1) * share;
    int lower = (int) Math.floor(position);
    double low = valueAt.applyAsDouble(lower);
    double part = position - lower;
    if (part == 0) {
      return low;
    }
    double high = valueAt.applyAsDouble(lower + 1);
    return low == high ? low : (1.0 - part) * low + part * high;
  }
}
