package io.probity.training.binning;

/**
 * What every two neighbouring value bins must satisfy.
 *
 * @param minRateGap the least difference of their bad rates, in [0, 1], to a tolerance of 1e-12
 * @param minWoeGap the least difference of their WOE, 0 or more, to a tolerance of 1e-12
 * @param maxPValue the largest p-value of the test that their bad rates are equal, in (0, 1]
 * @param test the test
 * @param stableShare the share of periods, in [0, 1], in which their bad rates must stand in the same
 *     order as over all periods, or be equal; 0 for no such rule. A period counts only if both bins
 *     have records in it, and at least one must. Bins of equal bad rate over all periods pass.
 */
public record NeighbourRules(
    double minRateGap,
    double minWoeGap,
    double maxPValue,
    SignificanceTest test,
    double stableShare) {

  /** No rules: the sizes and the trend alone decide. */
  public static final NeighbourRules NONE =
      new NeighbourRules(0.0, 0.0, 1.0, SignificanceTest.CHI_SQUARE, 0.0);

  /** Checks that the numbers are in range. */
  public NeighbourRules {
    if (!(minRateGap >= 0 && minRateGap <= 1)) {
      throw new IllegalArgumentException(
          "the least gap of bad rates must be in [0, 1], not " + minRateGap);
    }
    if (!(minWoeGap >= 0 && minWoeGap <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the least gap of WOE must be finite and at least 0, not " + minWoeGap);
    }
    if (!(maxPValue > 0 && maxPValue <= 1)) {
      throw new IllegalArgumentException(
          "the largest p-value must be in (0, 1], not " + maxPValue + "; 1 switches the test off");
    }
    if (!(stableShare >= 0 && stableShare <= 1)) {
      throw new IllegalArgumentException(
          "the share of stable periods must be in [0, 1], not " + stableShare);
    }
  }

  /** Returns these rules with another least gap of bad rates. */
  public NeighbourRules withMinRateGap(double gap) {
    return new NeighbourRules(gap, minWoeGap, maxPValue, test, stableShare);
  }

  /** Returns these rules with another least gap of WOE. */
  public NeighbourRules withMinWoeGap(double gap) {
    return new NeighbourRules(minRateGap, gap, maxPValue, test, stableShare);
  }

  /** Returns these rules with another test and largest p-value. */
  public NeighbourRules withMaxPValue(double largest, SignificanceTest by) {
    return new NeighbourRules(minRateGap, minWoeGap, largest, by, stableShare);
  }

  /** Returns these rules with another share of periods that must be stable; 1 for all. */
  public NeighbourRules withStableShare(double share) {
    return new NeighbourRules(minRateGap, minWoeGap, maxPValue, test, share);
  }

  /** Returns whether there is any rule. */
  boolean any() {
    return minRateGap > 0 || minWoeGap > 0 || maxPValue < 1 || stableShare > 0;
  }
}
