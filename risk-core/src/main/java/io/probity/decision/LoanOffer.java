package io.probity.decision;

import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.LoanKind;
import io.probity.lending.RepaymentSource;
import io.probity.lending.Share;

/**
 * The loan that a policy offers.
 *
 * @param kind how it is repaid
 * @param rate the annual rate at which instalments are tested where the application states none
 * @param minimumShare the share of a revolving line that is asked for each month
 */
record LoanOffer(LoanKind kind, AnnualRate rate, Share minimumShare) {

  private static final double LARGEST_RATE = 10.0;

  LoanOffer {
    if (!(rate.value() >= 0 && rate.value() <= LARGEST_RATE)) {
      throw new IllegalArgumentException(
          "the annual rate of a loan must be a fraction from 0 to 10, not " + rate.value());
    }
  }

  /** Returns the instalment that is tested for a rate and a term. */
  Instalment tested(AnnualRate atRate, int months) {
    return switch (kind) {
      case ANNUITY -> Instalment.annuity(atRate, months);
      case EQUAL_PRINCIPAL -> Instalment.equalPrincipal(atRate, months);
      case INTEREST_ONLY -> Instalment.interestOnly(atRate, months, RepaymentSource.NONE);
      case REVOLVING -> Instalment.revolving(atRate, minimumShare);
    };
  }
}
