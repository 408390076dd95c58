package io.probity.application;

/** Whether the rate of a loan may change. */
public enum RateType {
  /** The rate stays the same over the term. */
  FIXED,
  /** The rate follows a reference rate. */
  VARIABLE,
  /** Another arrangement. */
  OTHER,
  /** Not known; the feature is missing. */
  UNKNOWN
}
