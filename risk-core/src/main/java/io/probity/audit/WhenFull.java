package io.probity.audit;

/** What happens to a decision whose entry finds no room. Nothing is ever dropped in silence. */
public enum WhenFull {
  /** The caller writes or waits until there is room; past the stated patience it is refused. */
  BLOCK,
  /** The caller gets an {@link AuditException} at once and must not act on the decision. */
  REFUSE
}
