package io.probity.limit;

/** What happens when a condition cannot be told because a value is missing. */
public enum OnMissing {
  /** As if the condition held. */
  HIT,
  /** As if it did not. */
  SKIP,
  /** The application is referred to a person; a limit is cut as if the condition held. */
  REFER
}
