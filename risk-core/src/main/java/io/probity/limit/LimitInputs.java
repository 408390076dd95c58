package io.probity.limit;

/**
 * What limit setting knows of an applicant. Amounts are minor units a month unless stated otherwise,
 * at least 0 and at most 10^11.
 *
 * @param income the base income B
 * @param incomeVariation the coefficient of variation of income; NaN where unknown, which takes the
 *     largest haircut of the table
 * @param incomeMonths the number of observed months of income; NaN where unknown
 * @param zeroMonths the number of them without income; NaN where unknown
 * @param livingCosts the stated living costs including housing, 0 where unknown
 * @param dependants the number of dependants, 0 where unknown
 * @param debtService the existing debt service without revolving lines
 * @param revolvingBalance the balances of revolving lines
 * @param revolvingLimit the limits of revolving lines
 * @param revolvingMinimum the reported minimum payments of revolving lines
 * @param savings liquid savings, 0 where unknown
 * @param requested the amount asked for; -1 for a line without a requested amount
 * @param payoff the debt that the loan refinances, 0 for none
 */
public record LimitInputs(
    long income,
    double incomeVariation,
    double incomeMonths,
    double zeroMonths,
    long livingCosts,
    int dependants,
    long debtService,
    long revolvingBalance,
    long revolvingLimit,
    long revolvingMinimum,
    long savings,
    long requested,
    long payoff) {

  /** Checks that amounts are in range. */
  public LimitInputs {
    requireAmount("income", income);
    requireAmount("livingCosts", livingCosts);
    requireAmount("debtService", debtService);
    requireAmount("revolvingBalance", revolvingBalance);
    requireAmount("revolvingLimit", revolvingLimit);
    requireAmount("revolvingMinimum", revolvingMinimum);
    requireAmount("savings", savings);
    requireAmount("payoff", payoff);
    if (requested != MinorUnits.UNKNOWN) {
      requireAmount("requested", requested);
    }
  }

  private static void requireAmount(String name, long amount) {
    if (amount < 0 || amount > MinorUnits.LARGEST) {
      throw new IllegalArgumentException(
          name + " must be from 0 to " + MinorUnits.LARGEST + " minor units, not " + amount);
    }
  }
}
