package io.probity.schema;

/** Which WOE a missing or special bin gets when no training record fell into it. */
public enum UntrainedRule {
  /** The lowest WOE of its feature. */
  WORST,
  /** A WOE of 0, the population's average. Say why in the model's documentation. */
  NEUTRAL
}
