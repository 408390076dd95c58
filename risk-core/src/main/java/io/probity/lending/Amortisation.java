package io.probity.lending;

import java.math.BigInteger;

/**
 * Principal and interest of every month, in minor units.
 *
 * <p>The rule is that of {@link Schedule}: rounded regular parts and a last month that takes the rest;
 * where the rest is no sensible instalment, balances that follow the unrounded loan.
 */
final class Amortisation {

  private final LoanTerms terms;
  private final Periods periods;
  private final int first; // the first month with principal in it, from 0
  private final long[] interest;
  private final long[] principal;

  private Amortisation(LoanTerms terms, Periods periods) {
    this.terms = terms;
    this.periods = periods;
    int months = terms.months();
    this.first = terms.kind() == LoanKind.INTEREST_ONLY ? months - 1 : terms.interestOnlyMonths();
    this.interest = new long[months];
    this.principal = new long[months];
  }

  static Amortisation of(LoanTerms terms, Periods periods) {
    Amortisation result = new Amortisation(terms, periods);
    if (!result.repayRegularly()) {
      result.repayAlong(result.unroundedBalances());
    }
    return result;
  }

  long interest(int k) {
    return interest[k];
  }

  long principal(int k) {
    return principal[k];
  }

  /** Fills in the regular parts; false if they do not end in a sensible last instalment. */
  private boolean repayRegularly() {
    long balance = terms.financedPrincipal();
    int last = principal.length - 1;
    boolean level = terms.kind() == LoanKind.ANNUITY;
    long regular = first == last ? balance : regular(balance, level);
    for (int k = 0; k < last; k++) {
      interest[k] = periods.interest(balance, k);
      principal[k] = k < first ? 0 : level ? covering(regular, k) : regular;
      balance -= principal[k];
      if (balance <= 0) {
        return false;
      }
    }
    interest[last] = periods.interest(balance, last);
    principal[last] = balance;
    return first == last || balance + (level ? interest[last] : 0) <= 2 * regular;
  }

  private long regular(long balance, boolean level) {
    return level
        ? periods.level(balance, first)
        : HalfUp.divide(balance, (long) principal.length - first);
  }

  private long covering(long level, int k) {
    if (level < interest[k]) {
      throw negativeAmortisation(level, k);
    }
    return level - interest[k];
  }

  private long[] unroundedBalances() {
    long financed = terms.financedPrincipal();
    if (terms.kind() == LoanKind.ANNUITY) {
      return periods.levelBalances(financed, first);
    }
    int months = principal.length - first;
    long[] balances = new long[months];
    for (int k = 0; k < months; k++) {
      balances[k] = HalfUp.divide(
          BigInteger.valueOf(financed).multiply(BigInteger.valueOf(months - 1L - k)),
          BigInteger.valueOf(months));
    }
    return balances;
  }

  private void repayAlong(long[] balances) {
    long balance = terms.financedPrincipal();
    for (int k = 0; k < principal.length; k++) {
      long closing = k < first ? balance : balances[k - first];
      interest[k] = periods.interest(balance, k);
      principal[k] = balance - closing;
      if (principal[k] < 0) {
        throw negativeAmortisation(interest[k] + principal[k], k);
      }
      balance = closing;
    }
  }

  private IllegalArgumentException negativeAmortisation(long level, int k) {
    return new IllegalArgumentException("every instalment must cover its interest; received "
        + Money.amount(level, terms.currency()) + " against interest of "
        + Money.amount(interest[k], terms.currency()) + " in month " + (k + 1)
        + "; shorten the term or the first period, or count equal months (THIRTY_360)");
  }
}
