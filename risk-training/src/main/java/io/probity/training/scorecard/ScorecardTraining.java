package io.probity.training.scorecard;

import io.probity.model.Scorecard;
import io.probity.training.binning.BinningResult;
import io.probity.training.logistic.LogisticFit;
import io.probity.training.selection.Funnel;
import java.util.List;

/**
 * A trained scorecard and how it came about. Immutable.
 */
public final class ScorecardTraining {

  private final Scorecard scorecard;
  private final LogisticFit fit;
  private final List<BinningResult> binnings;
  private final List<Funnel.Entry> dropped;
  private final Chosen chosen;
  private final List<Trial> trials;
  private final double[] outOfFold;

  ScorecardTraining(
      Scorecard scorecard,
      LogisticFit fit,
      List<BinningResult> binnings,
      List<Funnel.Entry> dropped,
      Chosen chosen,
      List<Trial> trials,
      double[] outOfFold) {
    this.scorecard = scorecard;
    this.fit = fit;
    this.binnings = List.copyOf(binnings);
    this.dropped = List.copyOf(dropped);
    this.chosen = chosen;
    this.trials = List.copyOf(trials);
    this.outOfFold = outOfFold;
  }

  /**
   * The settings that were used.
   *
   * @param woePrior bads added to each bin before its WOE was taken
   * @param ridge lambda of the ridge on the coefficients, 0 for maximum likelihood
   * @param refit lambda of the joint refit of bin effects, infinity for none
   */
  public record Chosen(double woePrior, double ridge, double refit) {}

  /**
   * One combination of settings that inner folds tried.
   *
   * @param settings the settings
   * @param logLoss the mean log-loss over the records left out
   */
  public record Trial(Chosen settings, double logLoss) {}

  /** Returns the scorecard; its points are for a model without a calibration. */
  public Scorecard scorecard() {
    return scorecard;
  }

  /** Returns the regression on WOE; a joint refit of bin effects comes after it. */
  public LogisticFit fit() {
    return fit;
  }

  /** Returns the bins of every candidate, edits applied, or why it has none. */
  public List<BinningResult> binnings() {
    return binnings;
  }

  /** Returns what was dropped and why, in the order it happened. */
  public List<Funnel.Entry> dropped() {
    return dropped;
  }

  /** Returns the settings that were used. */
  public Chosen chosen() {
    return chosen;
  }

  /** Returns what inner folds tried; empty where every setting was stated. */
  public List<Trial> trials() {
    return trials;
  }

  /**
   * Returns the log-odds of bad of each record by cards that learned without its inner fold, with the
   * settings that were used.
   */
  public double[] outOfFold() {
    return outOfFold.clone();
  }
}
