package io.probity.explain;

import io.probity.schema.Texts;

/**
 * One true reason for a decision.
 *
 * @param stage the stage that it belongs to
 * @param code its code: a rule's, or the name of the feature
 * @param pointsLost the points that the feature cost against the reference; 0 for other stages
 * @param internal the text for the lender's staff, by language
 * @param customer the text for the applicant, by language
 */
public record Reason(
    ReasonStage stage, String code, double pointsLost, Texts internal, Texts customer) {

  /** Checks the points. */
  public Reason {
    if (!(pointsLost >= 0 && pointsLost <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("points lost must be at least 0, not " + pointsLost);
    }
  }
}
