package io.probity.schema;

/** What happens to a category level that training never saw. Each one is counted. */
public enum UnseenRule {
  /** It takes the bin with the lowest WOE of its feature. */
  WORST,
  /** It is treated like a missing value. */
  MISSING,
  /** It joins the group that holds the rare levels, or the worst bin where there is none. */
  OTHER,
  /** The record is refused. */
  REFUSE
}
