package io.probity.lending;

import java.util.Currency;

/**
 * What a loan costs besides interest. Every share is of the principal, as it was before financed fees.
 *
 * @param financed added to the principal: it is borrowed, bears interest and is repaid with it
 * @param upfront withheld from what is disbursed; it is in the annual rate but in no instalment
 * @param perInstalment paid with every instalment
 * @param insurance mandatory insurance, paid with every instalment; a single premium that is lent
 *     belongs into {@code financed}
 */
public record LoanFees(Fee financed, Fee upfront, Fee perInstalment, Fee insurance) {

  /**
   * Checks that all fees are in one currency.
   *
   * @throws IllegalArgumentException if they are not
   */
  public LoanFees {
    Currency currency = financed.fixed().currency();
    upfront.fixed().requireSameCurrency(currency, "the upfront fee");
    perInstalment.fixed().requireSameCurrency(currency, "the fee per instalment");
    insurance.fixed().requireSameCurrency(currency, "the insurance");
  }

  /** Returns no fees in a currency. */
  public static LoanFees none(Currency currency) {
    Fee none = Fee.none(currency);
    return new LoanFees(none, none, none, none);
  }

  /** Returns these fees with another financed one. */
  public LoanFees withFinanced(Fee fee) {
    return new LoanFees(fee, upfront, perInstalment, insurance);
  }

  /** Returns these fees with another upfront one. */
  public LoanFees withUpfront(Fee fee) {
    return new LoanFees(financed, fee, perInstalment, insurance);
  }

  /** Returns these fees with another one per instalment. */
  public LoanFees withPerInstalment(Fee fee) {
    return new LoanFees(financed, upfront, fee, insurance);
  }

  /** Returns these fees with another insurance. */
  public LoanFees withInsurance(Fee fee) {
    return new LoanFees(financed, upfront, perInstalment, fee);
  }

  /** Returns the currency of the fees. */
  public Currency currency() {
    return financed.fixed().currency();
  }

  /** Returns what is paid with every instalment besides interest and principal, in minor units. */
  long monthly(long principal) {
    return perInstalment.applyTo(principal) + insurance.applyTo(principal);
  }
}
