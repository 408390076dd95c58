package io.probity.decision;

/** What is decided, from the best for the applicant to the worst. */
public enum Outcome {
  /** Approved as asked. */
  APPROVE,
  /** Approved for less than was asked: a counter-offer. */
  APPROVE_REDUCED,
  /** Decided once the applicant has handed in documents. */
  REQUEST_DOCUMENTS,
  /** Decided once the applicant has passed a stronger verification of identity. */
  STEP_UP,
  /** A cooling pause before borrowing. */
  DEFER,
  /** A person decides. */
  REFER,
  /** Declined. */
  DECLINE;

  /** Returns the worse of this and the other. */
  public Outcome worse(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Returns whether a limit is offered with this outcome. */
  public boolean isApproval() {
    return this == APPROVE || this == APPROVE_REDUCED;
  }
}
