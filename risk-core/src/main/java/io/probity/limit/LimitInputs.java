package io.probity.limit;

/**
 * What limit setting knows of an applicant. Amounts are minor units, at least 0 and at most 10^11.
 *
 * @param income the income
 * @param livingCosts the stated monthly living costs including housing, 0 where unknown
 * @param dependants the number of dependants, 0 where unknown
 * @param debts the existing debts
 * @param savings liquid savings; -1 where unknown, which leaves no room by the buffer test
 * @param requested the amount asked for; -1 for a line without a requested amount
 * @param payoff the debt that the loan refinances, 0 for none
 */
public record LimitInputs(
    IncomeInputs income,
    long livingCosts,
    int dependants,
    DebtInputs debts,
    long savings,
    long requested,
    long payoff) {

  /** Checks that amounts are in range. */
  public LimitInputs {
    MinorUnits.requireAmount("living costs", livingCosts);
    MinorUnits.requireAmountOrUnknown("savings", savings);
    MinorUnits.requireAmountOrUnknown("requested", requested);
    MinorUnits.requireAmount("payoff", payoff);
  }
}
