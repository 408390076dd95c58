package io.probity.feature;

import java.util.Arrays;

/**
 * Statistics of a series of monthly totals, oldest first. The index of a month starts at 0; sums run
 * from the oldest month to the newest.
 *
 * <p>With fewer values than a figure needs it is NaN: a mean needs one, a deviation or a trend two, an
 * autocorrelation three. A figure that divides by the mean is NaN where the mean is 0. Not safe for use
 * by several threads, since some figures are computed in an array of its own.
 */
public final class MonthlySeries {

  /** The longest series. */
  public static final int LONGEST = 24;

  private static final double EVEN = 0.5;

  private final double[] values = new double[LONGEST];
  private final double[] scratch = new double[LONGEST * (LONGEST - 1) / 2];
  private int size;
  private double mean; // of the values when it was last asked for
  private int meanOf = -1; // how many values these were

  MonthlySeries() {}

  /**
   * Returns a series.
   *
   * @param totals finite, at most {@link #LONGEST}
   */
  public static MonthlySeries of(double... totals) {
    if (totals.length > LONGEST || Arrays.stream(totals).anyMatch(x -> !Double.isFinite(x))) {
      throw new IllegalArgumentException(
          "a series must hold at most " + LONGEST + " finite values, not " + totals.length);
    }
    MonthlySeries series = new MonthlySeries();
    for (double total : totals) {
      series.add(total);
    }
    return series;
  }

  void clear() {
    size = 0;
    meanOf = -1;
  }

  void add(double total) {
    values[size++] = total;
  }

  /** Returns the number of months. */
  public int size() {
    return size;
  }

  /** Returns the sum divided by the number of months. */
  public double mean() {
    if (meanOf != size) {
      mean = sum(0, size) / size;
      meanOf = size;
    }
    return mean;
  }

  /** Returns the mean of the newest months, at most all of them. */
  public double meanOfLast(int months) {
    int n = Math.min(months, size);
    return sum(size - n, size) / n;
  }

  /** Returns the median: the mean of the two middle values where their number is even. */
  public double median() {
    return quantile(EVEN);
  }

  /** Returns the smallest value. */
  public double min() {
    double min = size == 0 ? Double.NaN : values[0];
    for (int i = 1; i < size; i++) {
      min = Math.min(min, values[i]);
    }
    return min;
  }

  /** Returns the largest value. */
  public double max() {
    double max = size == 0 ? Double.NaN : values[0];
    for (int i = 1; i < size; i++) {
      max = Math.max(max, values[i]);
    }
    return max;
  }

  /**
   * Returns a quantile by linear interpolation between the two neighbours of position (n - 1) x share,
   * which is R's type 7.
   *
   * @param share 0 to 1
   */
  public double quantile(double share) {
    if (size == 0) {
      return Double.NaN;
    }
    double position = (size - 1) * share;
    int low = (int) position;
    System.arraycopy(values, 0, scratch, 0, size);
    double first = Selection.smallest(scratch, size, low);
    if (position == low) {
      return first;
    }
    return first + (position - low) * (Selection.smallest(scratch, size, low + 1) - first);
  }

  /** Returns the sample standard deviation, which divides by n - 1. */
  public double standardDeviation() {
    return size < 2 ? Double.NaN : StrictMath.sqrt(squaredDeviations() / (size - 1));
  }

  /** Returns the sample standard deviation divided by the mean. */
  public double coefficientOfVariation() {
    return perMean(standardDeviation());
  }

  /** Returns sqrt(sum of min(0, x - mean)^2 / n), the deviation below the mean. */
  public double semiDeviation() {
    double mean = mean();
    double squares = 0.0;
    for (int i = 0; i < size; i++) {
      double below = Math.min(0.0, values[i] - mean);
      squares += below * below;
    }
    return StrictMath.sqrt(squares / size);
  }

  /** Returns the median of the absolute deviations from the median, unscaled. */
  public double medianAbsoluteDeviation() {
    double median = median();
    MonthlySeries deviations = new MonthlySeries();
    for (int i = 0; i < size; i++) {
      deviations.add(Math.abs(values[i] - median));
    }
    return deviations.median();
  }

  /** Returns the slope of the least-squares line over the month index. */
  public double slope() {
    if (size < 2) {
      return Double.NaN;
    }
    double middle = (size - 1) / 2.0;
    double mean = mean();
    double products = 0.0;
    double squares = 0.0;
    for (int i = 0; i < size; i++) {
      products += (i - middle) * (values[i] - mean);
      squares += (i - middle) * (i - middle);
    }
    return products / squares;
  }

  /** Returns the value of the least-squares line at the oldest month. */
  public double intercept() {
    return mean() - slope() * (size - 1) / 2.0;
  }

  /** Returns the slope of the least-squares line divided by the mean. */
  public double relativeSlope() {
    return perMean(slope());
  }

  /** Returns the share of the variance that the least-squares line explains; NaN if all are equal. */
  public double rSquared() {
    double slope = slope();
    double total = squaredDeviations();
    double explained = slope * slope * size * ((double) size * size - 1.0) / 12.0;
    return total > 0.0 ? explained / total : Double.NaN;
  }

  /**
   * Returns the median of the slopes between all pairs of months.
   *
   * <p>Source: Sen, Estimates of the Regression Coefficient Based on Kendall's Tau (1968).
   */
  public double theilSenSlope() {
    int pairs = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        scratch[pairs++] = (values[j] - values[i]) / (j - i);
      }
    }
    if (pairs == 0) {
      return Double.NaN;
    }
    double upper = Selection.smallest(scratch, pairs, pairs / 2);
    if (pairs % 2 == 1) {
      return upper + 0.0;
    }
    double lower = scratch[0];
    for (int i = 1; i < pairs / 2; i++) {
      lower = Math.max(lower, scratch[i]);
    }
    return EVEN * (lower + upper) + 0.0;
  }

  /** Returns the median value less the Theil-Sen slope times the median month index. */
  public double theilSenIntercept() {
    return median() - theilSenSlope() * (size - 1) / 2.0;
  }

  /** Returns the Theil-Sen slope divided by the mean. */
  public double relativeTheilSenSlope() {
    return perMean(theilSenSlope());
  }

  /** Returns how many months are exactly 0. */
  public int zeroMonths() {
    int zeros = 0;
    for (int i = 0; i < size; i++) {
      zeros += values[i] == 0.0 ? 1 : 0;
    }
    return zeros;
  }

  /** Returns the length of the longest run of months that are exactly 0. */
  public int longestZeroRun() {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < size; i++) {
      run = values[i] == 0.0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Returns the smallest value divided by the mean. */
  public double minToMean() {
    return perMean(min());
  }

  /** Returns the autocovariance of neighbouring months divided by the variance; NaN if all are equal. */
  public double lag1Autocorrelation() {
    if (size < 3) {
      return Double.NaN;
    }
    double mean = mean();
    double products = 0.0;
    for (int i = 1; i < size; i++) {
      products += (values[i] - mean) * (values[i - 1] - mean);
    }
    double squares = squaredDeviations();
    return squares > 0.0 ? products / squares : Double.NaN;
  }

  /** Returns the Mann-Kendall statistic: the pairs of months that rise less those that fall. */
  public int mannKendall() {
    int rising = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        rising += Double.compare(values[j], values[i]);
      }
    }
    return rising;
  }

  private double perMean(double figure) {
    double mean = mean();
    return mean == 0.0 ? Double.NaN : figure / mean;
  }

  private double squaredDeviations() {
    double mean = mean();
    double squares = 0.0;
    for (int i = 0; i < size; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return squares;
  }

  private double sum(int from, int to) {
    double sum = 0.0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }
}
