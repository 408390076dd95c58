package io.probity.preparation;

/** What a loan is at the end of a month. */
public enum PanelStatus {
  /** It is being repaid, or ought to be. */
  ACTIVE,
  /** It was repaid, at its end or before. Nothing follows. */
  PAID,
  /** It was written off as a loss. Nothing follows. */
  WRITTEN_OFF;

  /** Returns whether no month may follow. */
  public boolean isFinal() {
    return this != ACTIVE;
  }
}
