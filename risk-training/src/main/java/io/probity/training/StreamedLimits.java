package io.probity.training;

import io.probity.input.InvalidInputException;
import io.probity.input.Violations;
import io.probity.model.Scorecard;
import io.probity.table.CsvMode;
import io.probity.table.CsvReader;
import io.probity.training.binning.BinningSettings;
import io.probity.training.split.SplitPlan;
import java.util.ArrayList;
import java.util.List;

/** Refuses what a streamed run cannot do, since it never holds all records at once. */
final class StreamedLimits {

  private StreamedLimits() {}

  /**
   * Checks a plan.
   *
   * @throws InvalidInputException with all that cannot be done
   */
  static void check(CsvReader reader, TrainingPlan plan) {
    Violations violations = new Violations();
    if (!(reader.mode() instanceof CsvMode.Strict)) {
      violations.add(
          "streamed training",
          "the records are read several times and must all keep the rules",
          "broken records set aside",
          "correct them first");
    }
    if (!plan.family().equals(Scorecard.FAMILY)) {
      violations.add(
          "streamed training",
          "only scorecards are trained on counts",
          "family " + plan.family(),
          "train a scorecard, or another family on a sample");
    }
    if (plan.split() instanceof SplitPlan.CrossValidated) {
      violations.add(
          "streamed training",
          "a model for each fold needs all records at once",
          "folds",
          "hold out a share, a time or a value instead");
    }
    if (plan.periods().isPresent()) {
      violations.add(
          "streamed training",
          "bins that hold their order in time need all records at once",
          "periods",
          "leave the periods out");
    }
    if (!plan.edits().isEmpty()) {
      violations.add(
          "streamed training",
          "changes of bins by hand need all records at once",
          plan.edits().size() + " edits",
          "state the cuts in the settings of the feature instead");
    }
    List<BinningSettings> settings = new ArrayList<>(plan.binningByFeature().values());
    settings.add(plan.binning());
    if (settings.stream().anyMatch(one -> one.neighbours().stableShare() > 0)) {
      violations.add(
          "streamed training",
          "bins that hold their order in time need all records at once",
          "stableShare above 0",
          "leave it at 0");
    }
    violations.throwIfAny();
  }
}
