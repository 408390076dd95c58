package io.probity.application;

/** What came of the search for a borrowing history. An empty list is not a clean history. */
public enum BorrowingStatus {
  /** Nobody asked. */
  NOT_ASKED,
  /** The bureau does not know the applicant. */
  NO_HIT,
  /** The bureau knows little; features are computed from what it knows. */
  THIN,
  /** The bureau knows the applicant. */
  HIT,
  /** The bureau could not be reached. */
  UNAVAILABLE;

  /** Returns whether there is a history, which may hold tradelines and inquiries. */
  public boolean hasHistory() {
    return this == THIN || this == HIT;
  }
}
