package io.probity.application;

/** How an applicant earns a living. */
public enum EmploymentStatus {
  /** Employed without an end date. */
  EMPLOYED,
  /** Employed until an end date, or through an agency. */
  EMPLOYED_TEMPORARY,
  /** Runs a business of their own. */
  SELF_EMPLOYED,
  /** Works by the task, through platforms or otherwise. */
  GIG_WORKER,
  /** Lives on a pension. */
  RETIRED,
  /** In education. */
  STUDENT,
  /** Keeps the household. */
  HOMEMAKER,
  /** Without work. */
  UNEMPLOYED,
  /** Another way. */
  OTHER,
  /** Not known; the feature is missing. */
  UNKNOWN
}
