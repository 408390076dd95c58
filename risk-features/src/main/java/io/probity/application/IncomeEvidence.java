package io.probity.application;

/** Where an income history comes from. */
public enum IncomeEvidence {
  /** Read from accounts, pay slips or tax records: its months are verified. */
  VERIFIED,
  /** As the applicant says. */
  STATED,
  /** Nobody asked; income features give the special code of this name. */
  NOT_ASKED
}
