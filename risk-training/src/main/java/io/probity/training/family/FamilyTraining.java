package io.probity.training.family;

import io.probity.binning.Binning;
import io.probity.model.Calibration;
import io.probity.model.Predictor;
import io.probity.model.ScoreScale;
import io.probity.training.binning.BinningResult;
import io.probity.training.selection.Funnel;
import java.util.List;

/** What came of learning: a predictor and the evidence for it. Immutable. */
public interface FamilyTraining {

  /** Returns the predictor, with points on a scale where its family has points. */
  Predictor predictor(ScoreScale scale, Calibration calibration);

  /** Returns the bins of each feature of the predictor, in its order: what drift is measured by. */
  List<Binning> bins();

  /** Returns the bins of every candidate, or why it has none; empty for a family that bins none. */
  List<BinningResult> candidates();

  /** Returns what was dropped and why, in the order it happened. */
  List<Funnel.Entry> dropped();

  /**
   * Returns the log-odds of bad of each record by predictors that learned without its inner fold, with
   * the settings that were used.
   */
  double[] outOfFold();

  /** Returns what the reader of the model should know, in words. */
  List<String> warnings();
}
