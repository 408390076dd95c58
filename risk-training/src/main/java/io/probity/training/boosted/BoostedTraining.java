package io.probity.training.boosted;

import io.probity.binning.Binning;
import io.probity.model.Calibration;
import io.probity.model.Predictor;
import io.probity.model.ScoreScale;
import io.probity.model.TreeEnsemble;
import io.probity.training.binning.BinningResult;
import io.probity.training.family.FamilyTraining;
import io.probity.training.selection.Funnel;
import java.util.List;

/** Trained boosted trees and how they came about. Immutable. */
public final class BoostedTraining implements FamilyTraining {

  private final TreeEnsemble ensemble;
  private final Importance importance;
  private final Trial chosen;
  private final List<Trial> trials;
  private final double[] outOfFold;
  private final List<BinningResult> candidates;
  private final List<Funnel.Entry> dropped;
  private final List<String> warnings;

  BoostedTraining(
      TreeEnsemble ensemble,
      Importance importance,
      Trial chosen,
      List<Trial> trials,
      double[] outOfFold,
      List<BinningResult> candidates,
      List<Funnel.Entry> dropped,
      List<String> warnings) {
    this.ensemble = ensemble;
    this.importance = importance;
    this.chosen = chosen;
    this.trials = List.copyOf(trials);
    this.outOfFold = outOfFold;
    this.candidates = List.copyOf(candidates);
    this.dropped = List.copyOf(dropped);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * What inner folds tried, or chose.
   *
   * @param depth the most splits to a leaf
   * @param caution the ridge on the leaves and the least curvature of a leaf
   * @param rate the share of a step that was taken
   * @param trees the best number of trees
   * @param logLoss the mean log-loss over the records left out
   */
  public record Trial(int depth, double caution, double rate, int trees, double logLoss) {}

  /** Returns the trees. */
  public TreeEnsemble ensemble() {
    return ensemble;
  }

  /** Returns what the trees rest on. */
  public Importance importance() {
    return importance;
  }

  /** Returns what was chosen, with its loss on all records. */
  public Trial chosen() {
    return chosen;
  }

  /** Returns what inner folds tried, in order; on a sample where there are many records. */
  public List<Trial> trials() {
    return trials;
  }

  /** Returns the trees, which have no points; their score is the rounded score of the log-odds. */
  @Override
  public Predictor predictor(ScoreScale scale, Calibration calibration) {
    return ensemble;
  }

  @Override
  public List<Binning> bins() {
    return candidates.stream().flatMap(result -> result.binning().stream()).toList();
  }

  @Override
  public List<BinningResult> candidates() {
    return candidates;
  }

  @Override
  public List<Funnel.Entry> dropped() {
    return dropped;
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
