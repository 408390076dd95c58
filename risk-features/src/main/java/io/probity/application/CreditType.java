package io.probity.application;

/** The type of a credit: of a tradeline, and of what is asked for. */
public enum CreditType {
  /** A line that may be drawn again: a credit card, an overdraft. */
  REVOLVING,
  /** A loan that is repaid in instalments. */
  INSTALMENT,
  /** A loan secured by a home. */
  MORTGAGE,
  /** A small, short loan, mostly through an app. */
  MICRO_LOAN,
  /** A purchase that is paid for later. */
  BUY_NOW_PAY_LATER,
  /** Another type; counted as closed-end. */
  OTHER,
  /** Not known; counted as closed-end, and the category feature is missing. */
  UNKNOWN;

  /** Returns whether this is a micro-loan or a purchase that is paid for later. */
  public boolean isMicro() {
    return this == MICRO_LOAN || this == BUY_NOW_PAY_LATER;
  }
}
