package io.probity.training.scorecard;

import io.probity.binning.Binning;
import io.probity.model.Calibration;
import io.probity.model.ScoreScale;
import io.probity.model.Scorecard;
import io.probity.model.ScorecardPoints;
import io.probity.training.binning.BinningResult;
import io.probity.training.family.FamilyTraining;
import io.probity.training.logistic.LogisticFit;
import io.probity.training.selection.Funnel;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained scorecard and how it came about. Immutable.
 */
public final class ScorecardTraining implements FamilyTraining {

  private final FittedCard card;
  private final LogisticFit fit;
  private final List<BinningResult> binnings;
  private final List<Funnel.Entry> dropped;
  private final Chosen chosen;
  private final List<Trial> trials;
  private final double[] outOfFold;

  ScorecardTraining(
      FittedCard card,
      LogisticFit fit,
      List<BinningResult> binnings,
      List<Funnel.Entry> dropped,
      Chosen chosen,
      List<Trial> trials,
      double[] outOfFold) {
    this.card = card;
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

  @Override
  public Scorecard predictor(ScoreScale scale, Calibration calibration) {
    ScorecardPoints points =
        ScorecardPoints.of(scale, calibration, card.intercept(), card.binnings().size());
    List<Scorecard.Term> terms = new ArrayList<>();
    for (int i = 0; i < card.binnings().size(); i++) {
      Binning bins = card.binnings().get(i);
      double coefficient = card.coefficients().get(i);
      terms.add(new Scorecard.Term(
          bins,
          coefficient,
          fit.coefficient(bins.feature()).standardError(),
          points.points(bins, coefficient)));
    }
    return Scorecard.of(card.intercept(), terms);
  }

  @Override
  public List<Binning> bins() {
    return card.binnings();
  }

  /** Returns the regression on WOE; a joint refit of bin effects comes after it. */
  public LogisticFit fit() {
    return fit;
  }

  @Override
  public List<BinningResult> candidates() {
    return binnings;
  }

  @Override
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

  @Override
  public double[] outOfFold() {
    return outOfFold.clone();
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }
}
