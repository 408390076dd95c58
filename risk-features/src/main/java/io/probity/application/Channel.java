package io.probity.application;

/** The way an application came in. */
public enum Channel {
  /** In a branch. */
  BRANCH,
  /** On a web site. */
  ONLINE,
  /** In a mobile app. */
  MOBILE_APP,
  /** By telephone. */
  PHONE,
  /** Through a broker. */
  BROKER,
  /** Through a shop or a partner. */
  PARTNER,
  /** Another way. */
  OTHER,
  /** Not known; the feature is missing. */
  UNKNOWN
}
