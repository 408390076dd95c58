package io.probity.lending;

import java.util.Optional;

/**
 * What one month of delay costs the borrower, as the policy or the contract states it.
 *
 * <p>Cost of a month = penalty interest of one month on the overdue amount, HALF_UP, plus the late fee
 * (fixed amount plus share of the overdue amount), at most the cap. It comes on top of the contract
 * interest that the overdue amount bears anyway.
 *
 * @param penaltyRate the rate on the overdue amount, within the bounds of a contract rate
 * @param fee the fee for the late month; none if nothing is overdue
 * @param cap the most that a late month may cost, interest and fee together; empty for no cap
 */
public record LatePayment(AnnualRate penaltyRate, Fee fee, Optional<Money> cap) {

  /**
   * Checks the rate and the cap.
   *
   * @throws IllegalArgumentException if the rate is out of range, or the cap is negative or in another
   *     currency than the fee
   */
  public LatePayment {
    RateUnits.of(penaltyRate);
    if (cap.isPresent()) {
      cap.get().requireSameCurrency(fee.fixed().currency(), "the cap");
      cap.get().requireNotNegative("the cap");
    }
  }

  /**
   * Returns what one month of delay of an amount costs.
   *
   * @param overdue the amount that was due and not paid, not negative
   * @return 0 if nothing is overdue
   * @throws IllegalArgumentException if the amount is negative or in another currency than the fee
   */
  public Money ofOneMonth(Money overdue) {
    overdue.requireSameCurrency(fee.fixed().currency(), "the overdue amount");
    overdue.requireNotNegative("the overdue amount");
    long amount = overdue.minorUnits();
    if (amount == 0) {
      return overdue;
    }
    long interest = RateUnits.monthInterest(amount, RateUnits.of(penaltyRate));
    long uncapped = interest + fee.applyTo(amount);
    long cost = cap.isPresent() ? Math.min(uncapped, cap.get().minorUnits()) : uncapped;
    return new Money(cost, overdue.currency());
  }
}
