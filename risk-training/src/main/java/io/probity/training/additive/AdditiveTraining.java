package io.probity.training.additive;

import io.probity.binning.Binning;
import io.probity.model.AdditiveModel;
import io.probity.model.Calibration;
import io.probity.model.ScoreScale;
import io.probity.model.ScorecardPoints;
import io.probity.training.binning.BinningResult;
import io.probity.training.family.FamilyTraining;
import io.probity.training.selection.Funnel;
import java.util.List;

/** A trained additive model and how it came about. Immutable. */
public final class AdditiveTraining implements FamilyTraining {

  private final AdditiveModel model;
  private final List<Funnel.Entry> dropped;
  private final Trial chosen;
  private final int rounds;
  private final List<Trial> trials;
  private final double[] outOfFold;
  private final List<String> warnings;

  AdditiveTraining(
      AdditiveModel model,
      List<Funnel.Entry> dropped,
      Trial chosen,
      int rounds,
      List<Trial> trials,
      double[] outOfFold,
      List<String> warnings) {
    this.model = model;
    this.dropped = List.copyOf(dropped);
    this.chosen = chosen;
    this.rounds = rounds;
    this.trials = List.copyOf(trials);
    this.outOfFold = outOfFold;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * What inner folds tried, or chose.
   *
   * @param caution the factor of the ridges and of the least leaf weight
   * @param pairs the number of pairs, 0 for single features only
   * @param rounds the best number of rounds: of single features where there are no pairs, else of pairs
   * @param logLoss the mean log-loss over the records left out
   */
  public record Trial(double caution, int pairs, int rounds, double logLoss) {}

  /** Returns the model; its points are those of the predictor. */
  public AdditiveModel model() {
    return model;
  }

  @Override
  public AdditiveModel predictor(ScoreScale scale, Calibration calibration) {
    return model.withPoints(
        ScorecardPoints.of(scale, calibration, model.intercept(), model.terms().size()));
  }

  @Override
  public List<Binning> bins() {
    return model.terms().stream().map(AdditiveModel.Term::binning).toList();
  }

  @Override
  public List<BinningResult> candidates() {
    return List.of();
  }

  @Override
  public List<Funnel.Entry> dropped() {
    return dropped;
  }

  /** Returns what was chosen. */
  public Trial chosen() {
    return chosen;
  }

  /** Returns the rounds of single features. */
  public int rounds() {
    return rounds;
  }

  /** Returns the names of the features of each pair in the model. */
  public List<List<String>> pairs() {
    List<String> names = model.features();
    return model.pairs().stream()
        .map(pair -> List.of(names.get(pair.first()), names.get(pair.second())))
        .toList();
  }

  /** Returns what inner folds tried, in order. */
  public List<Trial> trials() {
    return trials;
  }

  @Override
  public double[] outOfFold() {
    return outOfFold.clone();
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }
}
