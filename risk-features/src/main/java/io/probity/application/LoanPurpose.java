package io.probity.application;

/** What a credit is for. */
public enum LoanPurpose {
  /** Everyday spending. */
  CONSUMPTION,
  /** A vehicle. */
  CAR,
  /** Buying a home. */
  HOME_PURCHASE,
  /** Improving or furnishing a home. */
  HOME_IMPROVEMENT,
  /** Education. */
  EDUCATION,
  /** Medical treatment. */
  MEDICAL,
  /** A business. */
  BUSINESS,
  /** Repaying other debt. */
  DEBT_CONSOLIDATION,
  /** Travel or a celebration. */
  TRAVEL_OR_EVENT,
  /** Another purpose. */
  OTHER,
  /** Not known; the feature is missing. */
  UNKNOWN
}
