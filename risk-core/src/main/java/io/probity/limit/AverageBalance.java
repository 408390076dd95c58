package io.probity.limit;

import io.probity.lending.AnnualRate;
import io.probity.lending.LoanKind;

/** The balance that a loan has on average over its term, which is what interest is earned on. */
public final class AverageBalance {

  private AverageBalance() {}

  /**
   * Returns the mean of the balances at the start of each month, as a share of the principal: with
   * level instalments at monthly rate i, the mean over k = 1..months of (1 - (1 + i)^-k) / (1 - (1 +
   * i)^-months); with equal principal (months + 1) / (2 months); interest only or revolving 1.
   *
   * @param rate the policy's reference rate, so that prices need no iteration
   * @param months at least 1
   * @return in (0, 1]
   * @throws IllegalArgumentException if there are no months or the rate is negative
   */
  public static double share(LoanKind kind, AnnualRate rate, int months) {
    if (months < 1 || !(rate.value() >= 0)) {
      throw new IllegalArgumentException(
          "an average balance needs at least 1 month and a rate of at" + " least 0, not " + months
              + " and " + rate.value());
    }
    return switch (kind) {
      case ANNUITY -> level(rate.monthly(), months);
      case EQUAL_PRINCIPAL -> (months + 1) / (2.0 * months);
      case INTEREST_ONLY, REVOLVING -> 1.0;
    };
  }

  private static double level(double monthly, int months) {
    if (monthly == 0) {
      return (months + 1) / (2.0 * months);
    }
    double growth = StrictMath.log1p(monthly);
    double sum = 0.0;
    for (int k = 1; k <= months; k++) {
      sum += StrictMath.expm1(-growth * k);
    }
    return sum / (months * StrictMath.expm1(-growth * months));
  }
}
