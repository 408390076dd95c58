package io.probity.explain;

import io.probity.schema.Texts;

/**
 * One true reason for a decision.
 *
 * @param stage the stage that it belongs to
 * @param code its code: a rule's, that of a group of features, or the name of a feature
 * @param pointsLost the points that the feature or group cost against the reference; 0 for other
 *     stages
 * @param direction which way the value cost them; of a group, that of the feature which cost most
 * @param internal the text for the lender's staff, by language
 * @param customer the text for the applicant, by language
 */
public record Reason(
    ReasonStage stage,
    String code,
    double pointsLost,
    ReasonDirection direction,
    Texts internal,
    Texts customer) {

  /** Checks the points. */
  public Reason {
    if (!(pointsLost >= 0 && pointsLost <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("points lost must be at least 0, not " + pointsLost);
    }
  }

  /** Returns a reason that is not one of points. */
  public static Reason of(ReasonStage stage, String code, ReasonText text) {
    return new Reason(stage, code, 0, ReasonDirection.NONE, text.internal(), text.customer());
  }
}
