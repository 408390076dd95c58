package io.probity.decision;

import java.math.BigDecimal;

/**
 * What an applicant would like to hear.
 *
 * @param outcome the worst outcome that will do
 * @param limit the least limit in the policy's currency; 0 for any
 */
public record Goal(Outcome outcome, BigDecimal limit) {

  /** Checks the limit. */
  public Goal {
    if (limit.signum() < 0) {
      throw new IllegalArgumentException("a wanted limit must be at least 0, not " + limit);
    }
    if (limit.signum() > 0 && !outcome.isApproval()) {
      throw new IllegalArgumentException(
          "a limit is offered with APPROVE and APPROVE_REDUCED only, not with " + outcome);
    }
  }

  /** Returns the goal of an outcome, or a better one. */
  public static Goal outcome(Outcome outcome) {
    return new Goal(outcome, BigDecimal.ZERO);
  }

  /** Returns the goal of a limit, whether or not it is all that was asked for. */
  public static Goal limit(BigDecimal limit) {
    return new Goal(Outcome.APPROVE_REDUCED, limit);
  }

  /** Returns whether a decision reaches the goal. */
  public boolean isReachedBy(Decision decision) {
    return decision.outcome().compareTo(outcome) <= 0 && decision.limit().compareTo(limit) >= 0;
  }
}
