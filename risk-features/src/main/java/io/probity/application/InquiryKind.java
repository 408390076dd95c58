package io.probity.application;

/** Why somebody looked at an applicant's record. Only credit applications count. */
public enum InquiryKind {
  /** The applicant asked for credit. */
  CREDIT_APPLICATION,
  /** A lender looked at an account that it has. */
  ACCOUNT_REVIEW,
  /** For collecting a debt. */
  COLLECTION,
  /** The applicant looked at their own record. */
  OWN_RECORD,
  /** Another reason. */
  OTHER,
  /** Not known. */
  UNKNOWN
}
