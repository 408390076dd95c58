package io.probity.metrics;

import java.util.List;

/**
 * The Hosmer-Lemeshow test of PDs in bins: sum of (observed - expected bads)^2 / (expected (1 -
 * expected / records)), chi-squared if the PDs are right.
 *
 * <p>A bin that expects no bads or nothing but bads adds nothing if that is what came, and makes
 * the statistic infinite otherwise.
 *
 * <p>Source: Hosmer, Lemeshow, Goodness of fit tests for the multiple logistic regression model,
 * 1980.
 *
 * @param statistic 0 or more
 * @param degreesOfFreedom the number of bins, less 2 on the sample that the PDs were fitted to
 * @param pValue in [0, 1]
 */
public record HosmerLemeshow(double statistic, int degreesOfFreedom, double pValue) {

  private static final int FITTED = 2;

  /** Checks the ranges. */
  public HosmerLemeshow {
    if (!(statistic >= 0 && degreesOfFreedom >= 1 && pValue >= 0 && pValue <= 1)) {
      throw new IllegalArgumentException("a statistic of at least 0, a degree of freedom and a"
          + " p-value are needed, not "
          + statistic + ", " + degreesOfFreedom + " and " + pValue);
    }
  }

  /** Tests PDs on records that they were not fitted to. */
  public static HosmerLemeshow onOtherSample(CalibrationTable table) {
    return of(table, table.bins().size());
  }

  /**
   * Tests PDs on the records that they were fitted to.
   *
   * @throws IllegalArgumentException if there are fewer than 3 bins
   */
  public static HosmerLemeshow onFittedSample(CalibrationTable table) {
    int bins = table.bins().size();
    if (bins <= FITTED) {
      throw new IllegalArgumentException(
          "the Hosmer-Lemeshow test on the fitted sample needs at least 3 bins, not " + bins);
    }
    return of(table, bins - FITTED);
  }

  private static HosmerLemeshow of(CalibrationTable table, int degreesOfFreedom) {
    table.pieces().outcomes().requireCounts("the Hosmer-Lemeshow test");
    List<CalibrationBin> bins = table.bins();
    double statistic = 0.0;
    for (CalibrationBin bin : bins) {
      statistic += term(bin.bads(), bin.weight(), bin.meanPd());
    }
    return of(statistic, degreesOfFreedom);
  }

  static HosmerLemeshow of(double statistic, int degreesOfFreedom) {
    return new HosmerLemeshow(
        statistic, degreesOfFreedom, ChiSquareLaw.upperTail(statistic, degreesOfFreedom));
  }

  /** Returns what a bin adds to the statistic. */
  static double term(double bads, double records, double pd) {
    double gap = bads - records * pd;
    double variance = records * pd * (1.0 - pd);
    if (variance == 0) {
      return gap == 0 ? 0.0 : Double.POSITIVE_INFINITY;
    }
    return gap * gap / variance;
  }
}
