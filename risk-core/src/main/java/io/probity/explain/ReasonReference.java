package io.probity.explain;

/** What the points of an applicant are compared with to tell which features cost points. */
public enum ReasonReference {
  /** The mean of the training population. */
  MEAN,
  /** The most points that the feature can give. */
  MAXIMUM,
  /** An effect of zero: a WOE of 0, at which the odds are those of the population. */
  NEUTRAL,
  /** The mean of the training applicants in the riskiest grade that is still approved. */
  CUT_OFF
}
