package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.limit.OnMissing;
import io.probity.schema.Texts;

/**
 * A rule that decides against an application whatever its score.
 *
 * @param code its code, unique in the policy
 * @param when when it hits
 * @param outcome what it decides: {@code DEFER}, {@code REFER} or {@code DECLINE}
 * @param onMissing what happens when that cannot be told
 * @param internal the text for the lender's staff
 * @param customer the text for the applicant
 */
public record KnockOut(
    String code,
    Condition when,
    Outcome outcome,
    OnMissing onMissing,
    Texts internal,
    Texts customer) {

  /** Checks that the rule decides against the application. */
  public KnockOut {
    if (outcome.isApproval()) {
      throw new IllegalArgumentException(
          "the knock-out " + code + " must lead to DEFER, REFER or DECLINE, not " + outcome);
    }
  }
}
