package io.probity.preparation;

/** What a loan is by a {@link DefaultDefinition}. */
public enum LoanOutcome {
  /** It counts as target 0. */
  GOOD("0"),
  /** It counts as target 1. */
  BAD("1"),
  /** Neither good nor bad; it has no target. */
  INDETERMINATE(""),
  /** Too young to tell; it has no target. */
  EXCLUDED("");

  private final String target;

  LoanOutcome(String target) {
    this.target = target;
  }

  /** Returns the target as it stands in a CSV: 1, 0 or nothing. */
  public String target() {
    return target;
  }
}
