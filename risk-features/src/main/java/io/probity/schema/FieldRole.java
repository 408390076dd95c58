package io.probity.schema;

/** What a field is for. */
public enum FieldRole {
  /** May be used by a model. */
  FEATURE,
  /** The outcome: 1 is bad, 0 is good. */
  TARGET,
  /** The weight of a record in training and validation. */
  WEIGHT,
  /** The day that a record belongs to. */
  DATE,
  /** Names the record. */
  ID,
  /** Splits figures into segments. */
  SEGMENT,
  /** A legally protected attribute: excluded from models unless the plan states a reason. */
  PROTECTED,
  /** A lender's own judgement, such as a grade, a rate or a score: excluded like a protected one. */
  LENDER_OUTPUT,
  /** Carried along, never used. */
  IGNORED
}
