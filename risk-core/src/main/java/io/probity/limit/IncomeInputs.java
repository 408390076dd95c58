package io.probity.limit;

/**
 * What limit setting knows of an income. Amounts are minor units a month, at least 0 and at most
 * 10^11.
 *
 * @param mean the mean of verified payments over the last six complete months, zeros included
 * @param variation the coefficient of variation; NaN where unknown, which takes the largest haircut
 * @param months the number of observed, verified months; NaN where unknown
 * @param zeroMonths the number of them without income; NaN where unknown
 * @param source the position of the main source of income; -1 where unknown
 * @param stated the stated income; -1 where unknown
 * @param meanOfThree the mean over three months; -1 where unknown
 * @param meanOfTwelve the mean over twelve months; -1 where unknown
 * @param lowerQuartile the lower quartile of twelve months; -1 where unknown
 */
public record IncomeInputs(
    long mean,
    double variation,
    double months,
    double zeroMonths,
    int source,
    long stated,
    long meanOfThree,
    long meanOfTwelve,
    long lowerQuartile) {

  /** Checks that amounts are in range. */
  public IncomeInputs {
    MinorUnits.requireAmount("income", mean);
    MinorUnits.requireAmountOrUnknown("stated income", stated);
    MinorUnits.requireAmountOrUnknown("mean of three months", meanOfThree);
    MinorUnits.requireAmountOrUnknown("mean of twelve months", meanOfTwelve);
    MinorUnits.requireAmountOrUnknown("lower quartile", lowerQuartile);
  }

  /** Returns the income of somebody of whom only the mean and its steadiness are known. */
  public static IncomeInputs of(long mean, double variation, double months, double zeroMonths) {
    long unknown = MinorUnits.UNKNOWN;
    return new IncomeInputs(
        mean, variation, months, zeroMonths, -1, unknown, unknown, unknown, unknown);
  }
}
