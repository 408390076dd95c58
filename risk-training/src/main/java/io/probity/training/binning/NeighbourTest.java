package io.probity.training.binning;

import org.apache.commons.math3.special.Erf;

/** Two-sided tests that two bins have the same bad rate. */
final class NeighbourTest {

  private static final int HALVINGS = 200;
  private static final double LARGEST_STATISTIC = 1e4;

  private NeighbourTest() {}

  /**
   * Returns the p-value.
   *
   * @return in [0, 1]; 1 where there are only goods or only bads, or a bin is empty
   */
  static double pValue(
      SignificanceTest test, double goods, double bads, double otherGoods, double otherBads) {
    return test == SignificanceTest.FISHER
        ? new FisherTest(goods, bads, otherGoods, otherBads).pValue()
        : pValueOf(statistic(test, goods, bads, otherGoods, otherBads));
  }

  /**
   * Returns the chi-square statistic with one degree of freedom (the square of z).
   *
   * @param test any but Fisher's
   * @return 0 or more; 0 where there are only goods or only bads, or a bin is empty
   */
  static double statistic(
      SignificanceTest test, double goods, double bads, double otherGoods, double otherBads) {
    double count = goods + bads;
    double otherCount = otherGoods + otherBads;
    double allGoods = goods + otherGoods;
    double allBads = bads + otherBads;
    double all = allGoods + allBads;
    if (!(count > 0 && otherCount > 0 && allGoods > 0 && allBads > 0)) {
      return 0.0;
    }
    double distance = Math.abs(goods * otherBads - bads * otherGoods);
    if (test == SignificanceTest.YATES) {
      distance = Math.max(0.0, distance - all / 2.0);
    }
    return distance / count * (distance / otherCount) / allGoods * all / allBads;
  }

  /** Returns the smallest chi-square statistic whose p-value does not pass the given one. */
  static double criticalStatistic(double pValue) {
    if (pValue >= 1) {
      return 0.0;
    }
    double low = 0.0;
    double high = LARGEST_STATISTIC;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2.0;
      if (pValueOf(middle) <= pValue) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Returns the upper tail of the chi-square distribution with one degree of freedom. */
  static double pValueOf(double statistic) {
    return Erf.erfc(Math.sqrt(statistic / 2.0));
  }
}
