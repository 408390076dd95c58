package io.probity.metrics;

/**
 * Two groups with two outcomes each: the tests of whether their shares of events differ. Binning
 * asks it of neighbouring bins, fairness of groups of applicants.
 *
 * <p>A table with an empty row or column shows no difference: the statistic is 0 and the p-value 1.
 *
 * @param firstEvents events in the first group, at least 0; weights are allowed except where said
 * @param firstOthers the rest of the first group
 * @param secondEvents events in the second group
 * @param secondOthers the rest of the second group
 */
public record TwoByTwo(
    double firstEvents, double firstOthers, double secondEvents, double secondOthers) {

  private static final double MOST = 1e15; // whole numbers and their sums are exact below

  /** Checks that all counts are finite and at least 0. */
  public TwoByTwo {
    if (!(firstEvents >= 0 && firstOthers >= 0 && secondEvents >= 0 && secondOthers >= 0)
        || !(firstEvents + firstOthers + secondEvents + secondOthers <= MOST)) {
      throw new IllegalArgumentException("counts must be at least 0 and together at most 1e15, not "
          + firstEvents + ", " + firstOthers + ", " + secondEvents + " and " + secondOthers);
    }
  }

  /** Returns Pearson's chi-squared test, without correction, 1 degree of freedom. */
  public TestResult chiSquare() {
    return chiSquare(Math.abs(determinant()));
  }

  /**
   * Returns Pearson's chi-squared test with Yates' correction: every gap between count and
   * expectation shrinks by half a record, at most to 0.
   */
  public TestResult chiSquareYates() {
    return chiSquare(Math.max(0.0, Math.abs(determinant()) - 0.5 * total()));
  }

  private TestResult chiSquare(double distance) {
    if (isEmptySomewhere()) {
      return new TestResult(0.0, 1.0);
    }
    double statistic =
        total() * (distance / firstTotal() / secondTotal()) * (distance / events() / others());
    return TestResult.ofChiSquare(statistic, 1.0);
  }

  /**
   * Returns the z-test of the first share of events minus the second, with the pooled variance; its
   * square is {@link #chiSquare}.
   */
  public TestResult proportionsZ() {
    if (isEmptySomewhere()) {
      return new TestResult(0.0, 1.0);
    }
    double difference = firstEvents / firstTotal() - secondEvents / secondTotal();
    double pooled = events() / total() * (others() / total());
    double variance = pooled * (1.0 / firstTotal() + 1.0 / secondTotal());
    return TestResult.ofNormal(difference / Math.sqrt(variance));
  }

  /**
   * Returns the two-sided p-value of Fisher's exact test: the probability of all tables with the
   * same margins that are no likelier than this one.
   *
   * @throws IllegalArgumentException if a count is not a whole number
   */
  public double fisherPValue() {
    long a = whole(firstEvents);
    long row = a + whole(firstOthers);
    long column = a + whole(secondEvents);
    long all = row + whole(secondEvents) + whole(secondOthers);
    if (isEmptySomewhere()) {
      return 1.0;
    }
    long rest = all - row - column;
    long lowest = Math.max(0L, -rest);
    long highest = Math.min(row, column);
    long peak = (long) Math.floor((row + 1.0) * ((column + 1.0) / (all + 2.0)));
    UnimodalLaw law = new UnimodalLaw(
        lowest,
        Math.max(lowest, Math.min(highest, peak)),
        highest,
        x -> (double) (row - x) / (x + 1) * ((double) (column - x) / (rest + x + 1)));
    return law.noLikelierThan(a);
  }

  /**
   * Returns the odds of an event in the first group over those in the second; positive infinity if
   * only its divisor is 0.
   *
   * @throws IllegalArgumentException if there are no events in both groups, or nothing else, or a
   *     group is empty
   */
  public double oddsRatio() {
    double up = firstEvents * secondOthers;
    double down = firstOthers * secondEvents;
    if (!(up > 0 || down > 0)) {
      throw new IllegalArgumentException(
          "an odds ratio needs two groups and both outcomes, not " + this);
    }
    return up / down;
  }

  /** Returns the number of records. */
  public double total() {
    return firstTotal() + secondTotal();
  }

  double firstTotal() {
    return firstEvents + firstOthers;
  }

  double secondTotal() {
    return secondEvents + secondOthers;
  }

  double events() {
    return firstEvents + secondEvents;
  }

  double others() {
    return firstOthers + secondOthers;
  }

  private double determinant() {
    return firstEvents * secondOthers - firstOthers * secondEvents;
  }

  private boolean isEmptySomewhere() {
    return !(firstTotal() > 0 && secondTotal() > 0 && events() > 0 && others() > 0);
  }

  private static long whole(double count) {
    if (count != Math.rint(count)) {
      throw new IllegalArgumentException(
          "Fisher's test needs whole numbers of records, not " + count + "; use chi-squared");
    }
    return (long) count;
  }
}
