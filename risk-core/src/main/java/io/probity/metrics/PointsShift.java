package io.probity.metrics;

/**
 * How far the mean points of one characteristic have moved because the shares of its bins have: sum
 * of (actual share - reference share) x points. In points; above 0 if applicants now gain more.
 */
public final class PointsShift {

  private PointsShift() {}

  /**
   * Returns the shift.
   *
   * @param reference the weight of records in each bin of the reference, at least 0
   * @param actual the weight of records in each bin now, at least 0
   * @param points of each bin, finite
   * @throws IllegalArgumentException if the bins differ in number, an argument is out of range or
   *     one side has no records
   */
  public static double of(double[] reference, double[] actual, double[] points) {
    if (reference.length != actual.length || reference.length != points.length) {
      throw new IllegalArgumentException("a points shift needs the same bins everywhere, not "
          + reference.length + ", " + actual.length + " and " + points.length);
    }
    return mean(actual, points) - mean(reference, points);
  }

  private static double mean(double[] counts, double[] points) {
    double total = 0.0;
    double sum = 0.0;
    for (int i = 0; i < counts.length; i++) {
      if (!(counts[i] >= 0) || !Double.isFinite(points[i])) {
        throw new IllegalArgumentException("a count of at least 0 and finite points are needed, but"
            + " bin " + i + " has " + counts[i] + " and " + points[i]);
      }
      total += counts[i];
      sum += counts[i] * points[i];
    }
    if (!(total > 0 && total <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a points shift needs records on both sides");
    }
    return sum / total;
  }
}
