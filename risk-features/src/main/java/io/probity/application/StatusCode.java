package io.probity.application;

/** What a lender reported of a tradeline in a month, beside the days past due. */
public enum StatusCode {
  /** Nothing special. */
  NORMAL(0),
  /** The terms were eased because of payment difficulties. */
  RESTRUCTURED(4),
  /** Settled for less than was owed. */
  SETTLED(6),
  /** The collateral was taken. */
  REPOSSESSED(6),
  /** Written off as a loss. */
  WRITTEN_OFF(6),
  /** Something else. */
  OTHER(0),
  /** Not known. */
  UNKNOWN(-1);

  private final int severity;

  StatusCode(int severity) {
    this.severity = severity;
  }

  /**
   * Returns how bad it is: 0 for nothing adverse, 4 for what weighs as 90 days past due, 6 for a loss;
   * -1 if it is not known.
   */
  public int severity() {
    return severity;
  }
}
