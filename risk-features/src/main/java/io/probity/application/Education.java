package io.probity.application;

/** The highest education that was completed. */
public enum Education {
  /** Less than primary school. */
  NONE,
  /** Primary school. */
  PRIMARY,
  /** Secondary school. */
  SECONDARY,
  /** Vocational training. */
  VOCATIONAL,
  /** A bachelor's degree. */
  BACHELOR,
  /** A master's degree or a doctorate. */
  POSTGRADUATE,
  /** Another one. */
  OTHER,
  /** Not known; the feature is missing. */
  UNKNOWN
}
