package io.probity.feature;

/** What a feature of the catalogue is about. */
public enum FeatureGroup {
  /** Who applies. */
  APPLICANT,
  /** What the applicant receives, and how steadily. */
  INCOME,
  /** What the applicant owes, to whom, and how it is repaid. */
  BORROWING,
  /** Where the applicant asked for credit, and how fast it grows. */
  CREDIT_SEEKING,
  /** What is asked for, against income and debt. */
  REQUEST,
  /** The economy. */
  MACRO
}
