package io.probity.lending;

/** Whether the lender has verified what a balloon will be repaid from. */
public enum RepaymentSource {
  /** Nothing verified: the borrower is tested as if the principal were repaid over the term. */
  NONE,
  /** A source for the balloon is verified: only the interest is tested. */
  VERIFIED
}
