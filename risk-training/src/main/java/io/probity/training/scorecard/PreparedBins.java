package io.probity.training.scorecard;

import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.Outcomes;
import io.probity.training.binning.Trend;
import io.probity.training.editing.BinningEdit;
import io.probity.training.editing.BinningEditor;
import io.probity.training.selection.FeatureSelection;
import io.probity.training.selection.SelectionPlan;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Features binned, edited and selected on some records.
 *
 * @param records the records
 * @param results the bins of every candidate, edits applied, or why it has none
 * @param selected the features that may enter the regression
 */
public record PreparedBins(
    LearnSet records, List<BinningResult> results, FeatureSelection.Result selected) {

  /**
   * Bins, edits and selects.
   *
   * @param edits changes by hand, of candidates
   */
  public static PreparedBins of(
      LearnSet records,
      BinningTrainer trainer,
      List<BinningEdit> edits,
      SelectionPlan selection,
      Executor executor) {
    Outcomes outcomes = records.outcomes();
    List<BinningResult> found = trainer.trainEach(records.features(), outcomes, executor);
    List<BinningResult> results = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      results.add(
          edited(found.get(i), records.features().columnUnsafe(i), outcomes, trainer, edits));
    }
    return new PreparedBins(records, results, FeatureSelection.select(selection, results, records));
  }

  private static BinningResult edited(
      BinningResult found,
      double[] cells,
      Outcomes outcomes,
      BinningTrainer trainer,
      List<BinningEdit> edits) {
    Field field = found.field();
    List<BinningEdit> own =
        edits.stream().filter(edit -> edit.feature().equals(field.name())).toList();
    if (own.isEmpty()) {
      return found;
    }
    Binning binning =
        BinningEditor.apply(trainer.settingsOf(field.name()), found, cells, outcomes, own);
    return found instanceof BinningResult.Binned binned
        ? new BinningResult.Binned(
            binning, binned.trend(), binning.table().informationValue(), binned.preBins())
        : new BinningResult.Binned(
            binning, Trend.NONE, binning.table().informationValue(), binning.valueBins());
  }
}
