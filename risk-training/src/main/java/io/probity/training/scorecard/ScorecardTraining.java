package io.probity.training.scorecard;

import io.probity.model.Scorecard;
import io.probity.training.logistic.LogisticFit;
import java.util.List;

/**
 * A trained scorecard and how it came about.
 *
 * @param scorecard the scorecard
 * @param fit the regression that it was made of
 * @param removed the features that were removed, in the order of removal
 */
public record ScorecardTraining(Scorecard scorecard, LogisticFit fit, List<Removal> removed) {

  /** Copies the list. */
  public ScorecardTraining {
    removed = List.copyOf(removed);
  }

  /**
   * A feature that was removed.
   *
   * @param feature its name
   * @param reason why
   * @param detail the figure that it was removed for, in words
   */
  public record Removal(String feature, Reason reason, String detail) {}

  /** Why a feature was removed from the regression. */
  public enum Reason {
    /** Its WOE is a linear combination of those of other features. */
    COLLINEAR,
    /** Its coefficient was not negative beside the other features. */
    WRONG_SIGN
  }
}
