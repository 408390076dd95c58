package io.probity.lending;

/** How a loan is repaid. */
public enum LoanKind {
  /** Level instalments of interest and principal. */
  ANNUITY,
  /** The same principal every month and interest on what is left, so instalments fall. */
  EQUAL_PRINCIPAL,
  /** Interest every month and the whole principal with the last instalment (balloon). */
  INTEREST_ONLY,
  /** A line that is drawn and repaid at will. It has a tested instalment but no schedule. */
  REVOLVING
}
