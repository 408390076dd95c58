package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.explain.ReasonText;
import io.probity.limit.OnMissing;

/**
 * A rule that decides against an application, or sends it another way, whatever its score.
 *
 * @param code its code, unique in the policy
 * @param when when it hits
 * @param outcome what it decides: {@code REQUEST_DOCUMENTS}, {@code STEP_UP}, {@code DEFER}, {@code
 *     REFER} or {@code DECLINE}
 * @param onMissing what happens when that cannot be told
 * @param text its words
 * @param missingText the words where it hits because a value is missing
 */
public record KnockOut(
    String code,
    Condition when,
    Outcome outcome,
    OnMissing onMissing,
    ReasonText text,
    ReasonText missingText) {

  /** Checks that the rule decides against the application. */
  public KnockOut {
    if (outcome.isApproval()) {
      throw new IllegalArgumentException("the knock-out " + code
          + " must lead to REQUEST_DOCUMENTS, STEP_UP, DEFER, REFER or DECLINE, not " + outcome);
    }
  }
}
