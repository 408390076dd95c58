package io.probity.application;

/**
 * What a payment into an applicant's account is. There is no unknown kind: who cannot tell income from
 * loan proceeds cannot state income.
 */
public enum IncomeKind {
  /** Wages or salary. */
  SALARY,
  /** Turnover of a business, of which only the stated net share counts. */
  BUSINESS,
  /** Pay for single tasks. */
  GIG,
  /** A pension. */
  PENSION,
  /** A public benefit. */
  BENEFIT,
  /** Rent received. */
  RENT,
  /** Other income. */
  OTHER,
  /** Money borrowed; never counts. */
  LOAN_PROCEEDS,
  /** A transfer from an account of their own; never counts. */
  OWN_TRANSFER,
  /** A refund; never counts. */
  REFUND;

  /** Returns whether a payment of this kind is income. */
  public boolean counts() {
    return this != LOAN_PROCEEDS && this != OWN_TRANSFER && this != REFUND;
  }
}
