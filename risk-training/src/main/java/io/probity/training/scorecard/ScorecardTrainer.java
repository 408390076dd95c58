package io.probity.training.scorecard;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.editing.BinningEdit;
import io.probity.training.family.FamilyTrainer;
import io.probity.training.honesty.AgeRule;
import io.probity.training.parallel.Tasks;
import io.probity.training.selection.FeatureSelection;
import io.probity.training.selection.Funnel;
import io.probity.training.selection.SelectionPlan;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Trains scorecards: bins, changes by hand, selection, a logistic regression on WOE, and where it helps
 * a joint refit of the bin effects. With WOE = ln(share of goods / share of bads) a right-signed
 * coefficient is negative.
 *
 * @param binning how features are binned
 * @param edits changes of bins by hand
 * @param selection which features enter
 * @param settings how firmly the card trusts its data
 * @param ageField the age that must not count against the elderly, by {@link AgeRule}; empty for none
 */
public record ScorecardTrainer(
    BinningTrainer binning,
    List<BinningEdit> edits,
    SelectionPlan selection,
    ScorecardSettings settings,
    Optional<String> ageField)
    implements FamilyTrainer {

  /** Copies the edits and gives the age its cut. */
  public ScorecardTrainer {
    edits = List.copyOf(edits);
    if (ageField.isPresent()) {
      String age = ageField.get();
      binning = binning.withFeature(age, AgeRule.withCut(binning.settingsOf(age)));
    }
  }

  @Override
  public int folds() {
    return settings.folds();
  }

  @Override
  public ScorecardTraining train(LearnSet records, Folds folds, long seed, Executor executor) {
    TuningResult tuned = tune(records, folds, seed, executor);
    double[] outOfFold = outOfFold(records, folds, tuned.chosen(), executor);
    return finished(prepare(records, executor), records, tuned, outOfFold);
  }

  /**
   * Learns coefficients from more records than can be held as cells, on bins that were found before.
   * The settings, the selection by correlation, by VIF and by steps, and the log-odds out of fold are
   * those of a sample.
   *
   * @param sample some of the records, with the cells of every candidate
   * @param folds the inner folds of the sample
   * @param bins the bins of each candidate, or why it has none, from all records
   * @param coded all records, each binned candidate held as one byte a cell
   * @throws InvalidInputException if no feature is left
   */
  public ScorecardTraining train(
      LearnSet sample,
      Folds folds,
      long seed,
      List<BinningResult> bins,
      LearnSet coded,
      Executor executor) {
    TuningResult tuned = tune(sample, folds, seed, executor);
    double[] outOfFold = outOfFold(sample, folds, tuned.chosen(), executor);
    PreparedBins prepared = requireSome(
        new PreparedBins(sample, bins, FeatureSelection.select(selection, bins, sample)));
    return finished(prepared, coded, tuned, outOfFold);
  }

  private ScorecardTraining finished(
      PreparedBins prepared, LearnSet records, TuningResult tuned, double[] outOfFold) {
    Tuning.Values values = tuned.chosen();
    WoeRegression regression = WoeRegression.fit(
        records, prepared.selected().binnings(), selection, values.woePrior(), values.ridge());
    FittedCard card = Tuning.card(regression, records, values, ageField);
    List<Funnel.Entry> dropped = new ArrayList<>(prepared.selected().dropped());
    dropped.addAll(regression.removed());
    return new ScorecardTraining(
        card,
        regression.fit(),
        prepared.results(),
        dropped,
        chosen(values),
        tuned.trials().stream()
            .map(trial -> new ScorecardTraining.Trial(chosen(trial.values()), trial.logLoss()))
            .toList(),
        outOfFold);
  }

  private TuningResult tune(LearnSet records, Folds folds, long seed, Executor executor) {
    if (settings.isStated()) {
      return new TuningResult(
          new Tuning.Values(
              settings.woePrior().values().get(0),
              settings.ridge().values().get(0),
              settings.refit().values().get(0)),
          List.of());
    }
    int[] sample = records.sample(settings.mostTuningRows(), seed);
    return Tuning.choose(
        settings,
        records.rowsAt(sample),
        folds.rowsAt(sample),
        selection,
        ageField,
        fold -> prepare(fold, Runnable::run),
        executor);
  }

  private double[] outOfFold(
      LearnSet records, Folds folds, Tuning.Values values, Executor executor) {
    List<double[]> byFold = Tasks.each(folds.count(), executor, fold -> {
      PreparedBins bins = prepare(records.rowsAt(folds.outside(fold)), Runnable::run);
      return Tuning.card(bins, selection, values, ageField)
          .badLogOdds(records.features().rowsAt(folds.in(fold)));
    });
    double[] logOdds = new double[records.rows()];
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] rows = folds.in(fold);
      for (int i = 0; i < rows.length; i++) {
        logOdds[rows[i]] = byFold.get(fold)[i];
      }
    }
    return logOdds;
  }

  private PreparedBins prepare(LearnSet records, Executor executor) {
    return requireSome(PreparedBins.of(records, binning, edits, selection, executor));
  }

  private static PreparedBins requireSome(PreparedBins prepared) {
    if (prepared.selected().binnings().isEmpty()) {
      throw new InvalidInputException(new Violation(
          "features",
          "no feature says enough about the target",
          prepared.results().size() + " candidates, each dropped by a rule of the selection",
          "relax the selection, or look for better features"));
    }
    return prepared;
  }

  private static ScorecardTraining.Chosen chosen(Tuning.Values values) {
    return new ScorecardTraining.Chosen(values.woePrior(), values.ridge(), values.refit());
  }
}
