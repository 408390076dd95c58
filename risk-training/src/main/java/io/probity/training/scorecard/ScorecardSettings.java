package io.probity.training.scorecard;

import java.util.List;

/**
 * How firmly a scorecard trusts its data. Each setting is stated or chosen by inner folds from its
 * ladder: the smallest mean log-loss wins, the plainer value where it is within 0.1%.
 *
 * @param woePrior bads (and as many goods as go with them at the population's bad rate) that are added
 *     to every bin before its WOE is taken, so that small bins are drawn towards the base rate; 0 for
 *     none
 * @param ridge lambda of a ridge on the sum of losses that draws the coefficients towards one common
 *     value; 0 for maximum likelihood
 * @param refit lambda of a ridge that draws bin effects, fitted jointly, towards those of the WOE
 *     regression; infinity for no joint refit
 * @param folds the inner folds, 2 to 20
 * @param mostTuningRows the most records that inner folds are run on; beyond it a fixed sample is taken
 */
public record ScorecardSettings(
    Choice woePrior, Choice ridge, Choice refit, int folds, int mostTuningRows) {

  /** What stands for no joint refit. */
  public static final double NO_REFIT = Double.POSITIVE_INFINITY;

  /** The ladder of {@link #woePrior} where nothing is stated. */
  public static final Choice WOE_PRIORS = new Choice(List.of(0.0, 5.0, 20.0, 60.0));

  /** The ladder of {@link #ridge} where nothing is stated. */
  public static final Choice RIDGES = new Choice(List.of(0.0, 1.0, 3.0, 10.0, 30.0));

  /** The ladder of {@link #refit} where nothing is stated. */
  public static final Choice REFITS = new Choice(List.of(NO_REFIT, 300.0, 100.0, 30.0, 10.0));

  /** Everything chosen by five inner folds on at most 20,000 records. */
  public static final ScorecardSettings DEFAULT =
      new ScorecardSettings(WOE_PRIORS, RIDGES, REFITS, 5, 20_000);

  /** The textbook: plain WOE, maximum likelihood, no joint refit. */
  public static final ScorecardSettings TEXTBOOK =
      new ScorecardSettings(Choice.of(0), Choice.of(0), Choice.of(NO_REFIT), 5, 20_000);

  /** Checks the folds and the records. */
  public ScorecardSettings {
    if (folds < 2 || folds > 20) {
      throw new IllegalArgumentException("the inner folds must be from 2 to 20, not " + folds);
    }
    if (mostTuningRows < 100) {
      throw new IllegalArgumentException(
          "tuning needs at least 100 records, not " + mostTuningRows);
    }
    for (Choice finite : List.of(woePrior, ridge)) {
      if (finite.values().stream().anyMatch(value -> Double.isInfinite(value))) {
        throw new IllegalArgumentException("the WOE prior and the ridge must be finite");
      }
    }
  }

  /** Returns whether every setting is stated. */
  public boolean isStated() {
    return woePrior.isStated() && ridge.isStated() && refit.isStated();
  }
}
