package io.probity.training.additive;

import io.probity.model.AdditiveModel;
import java.util.List;

/** A trained additive model and how it came about. Immutable. */
public final class AdditiveTraining {

  private final AdditiveModel model;
  private final Trial chosen;
  private final int rounds;
  private final List<Trial> trials;
  private final double[] outOfFold;
  private final List<String> warnings;

  AdditiveTraining(
      AdditiveModel model,
      Trial chosen,
      int rounds,
      List<Trial> trials,
      double[] outOfFold,
      List<String> warnings) {
    this.model = model;
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

  /** Returns the model; its points are for a model without a calibration. */
  public AdditiveModel model() {
    return model;
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

  /**
   * Returns the log-odds of bad of each record by a model that learned without its inner fold, with
   * the rounds and pairs that were chosen.
   */
  public double[] outOfFold() {
    return outOfFold.clone();
  }

  /** Returns what the reader of the model should know, in words. */
  public List<String> warnings() {
    return warnings;
  }
}
