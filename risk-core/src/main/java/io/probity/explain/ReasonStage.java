package io.probity.explain;

/** The stage of a decision that a reason belongs to; reasons are ranked in this order. */
public enum ReasonStage {
  /** A knock-out rule of the policy. */
  KNOCK_OUT,
  /** The score: a feature that cost points. */
  SCORE,
  /** The limit: the step that bound it. */
  LIMIT,
  /** Something that had to be known and was not. */
  MISSING_INPUT
}
