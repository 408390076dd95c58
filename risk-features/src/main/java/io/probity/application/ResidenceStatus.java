package io.probity.application;

/** On what terms an applicant lives at the present address. */
public enum ResidenceStatus {
  /** Owns it without a mortgage. */
  OWNER,
  /** Owns it with a mortgage. */
  OWNER_WITH_MORTGAGE,
  /** Rents it. */
  TENANT,
  /** Lives with parents or other family. */
  WITH_FAMILY,
  /** Lives where the employer provides. */
  EMPLOYER_HOUSING,
  /** On other terms. */
  OTHER,
  /** Not known; the feature is missing. */
  UNKNOWN
}
