package io.probity.metrics;

/**
 * The standardised mean difference (SMD) of a figure, such as the score, between a group and the
 * reference group: the difference of means in standard deviations, of which three kinds are in use.
 *
 * <p>Below 0 where the group's mean is lower. Sample variances have rows - 1 in the divisor.
 *
 * @param difference mean of the group minus mean of the reference, in the unit of the values
 * @param pooled over the pooled standard deviation of the two groups (Cohen's d)
 * @param averageVariance over the root of the mean of the two variances
 * @param allRows over the standard deviation of all records
 * @param welch the test of equal means
 */
public record StandardisedDifference(
    double difference, double pooled, double averageVariance, double allRows, WelchTest welch) {

  /**
   * Compares two groups.
   *
   * @param group at least 2 finite values
   * @param reference at least 2 finite values
   * @param all the values of all records, these two groups and any other
   * @throws IllegalArgumentException if there are too few values, one is not finite, or all values
   *     of the two groups are equal to their group's mean
   */
  public static StandardisedDifference of(double[] group, double[] reference, double[] all) {
    Moments one = Moments.of(group);
    Moments two = Moments.of(reference);
    Moments everybody = Moments.of(all);
    double difference = one.mean - two.mean;
    double pooled = ((one.count - 1.0) * one.variance + (two.count - 1.0) * two.variance)
        / (one.count + two.count - 2.0);
    double average = 0.5 * (one.variance + two.variance);
    if (!(average > 0 && average <= Double.MAX_VALUE && everybody.variance > 0)) {
      throw new IllegalArgumentException("a standardised difference needs values that differ inside"
          + " the groups, with variances that a double can hold");
    }
    return new StandardisedDifference(
        difference,
        difference / Math.sqrt(pooled),
        difference / Math.sqrt(average),
        difference / Math.sqrt(everybody.variance),
        WelchTest.of(
            difference, one.variance / one.count, one.count, two.variance / two.count, two.count));
  }

  private record Moments(int count, double mean, double variance) {

    static Moments of(double[] values) {
      if (values.length < 2) {
        throw new IllegalArgumentException(
            "a standardised difference needs at least 2 values in each group, not "
                + values.length);
      }
      double sum = 0.0;
      for (double value : values) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("values must be finite, not " + value);
        }
        sum += value;
      }
      double mean = sum / values.length;
      double squares = 0.0;
      for (double value : values) {
        squares += (value - mean) * (value - mean);
      }
      return new Moments(values.length, mean, squares / (values.length - 1.0));
    }
  }
}
