package io.probity.metrics;

/**
 * Pearson's correlation of two columns: how well a straight line describes them.
 *
 * @param value in [-1, 1]
 * @param rows the number of pairs, at least 2
 */
public record Pearson(double value, int rows) {

  /** Checks the ranges. */
  public Pearson {
    if (!(value >= -1 && value <= 1 && rows >= 2)) {
      throw new IllegalArgumentException(
          "a correlation is in [-1, 1] and needs at least 2 pairs, not " + value + " of " + rows);
    }
  }

  /**
   * Returns the correlation of two columns of finite numbers.
   *
   * @throws IllegalArgumentException if the columns differ in length, have fewer than 2 rows, hold
   *     a number that is not finite, or one of them is constant
   */
  public static Pearson of(double[] x, double[] y) {
    double[] a = StandardColumn.of(x, "the first column");
    double[] b = StandardColumn.of(y, "the second column");
    return new Pearson(StandardColumn.product(a, b), x.length);
  }

  /**
   * Tests whether the correlation is 0: t = r root((rows - 2) / (1 - r^2)), two-sided.
   *
   * @throws IllegalArgumentException if there are fewer than 3 pairs
   */
  public TestResult test() {
    return test(value, rows);
  }

  /**
   * Returns the interval that is normal in Fisher's z = artanh(r); for a correlation of exactly -1
   * or 1 both ends equal it.
   *
   * @throws IllegalArgumentException if there are fewer than 4 pairs
   */
  public Interval interval(double level) {
    double errors = Level.standardErrors(level);
    if (rows < 4) {
      throw new IllegalArgumentException("the interval needs at least 4 pairs, not " + rows);
    }
    if (Math.abs(value) == 1) {
      return new Interval(value, value);
    }
    double z = 0.5 * (StrictMath.log1p(value) - StrictMath.log1p(-value));
    double half = errors / Math.sqrt(rows - 3.0);
    return new Interval(StrictMath.tanh(z - half), StrictMath.tanh(z + half));
  }

  static TestResult test(double correlation, int rows) {
    if (rows < 3) {
      throw new IllegalArgumentException("the test needs at least 3 pairs, not " + rows);
    }
    double rest = (1.0 - correlation) * (1.0 + correlation);
    double degreesOfFreedom = rows - 2.0;
    return TestResult.ofStudent(correlation * Math.sqrt(degreesOfFreedom / rest), degreesOfFreedom);
  }
}
