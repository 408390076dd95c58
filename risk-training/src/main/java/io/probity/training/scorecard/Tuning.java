package io.probity.training.scorecard;

import io.probity.training.parallel.Tasks;
import io.probity.training.selection.SelectionPlan;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Chooses the settings of a scorecard by inner folds: bins and selection are made anew outside each
 * fold, then the ridge is chosen, then the WOE prior, then the joint refit.
 */
final class Tuning {

  /** A plainer value is taken where its mean log-loss is within this share of the best. */
  private static final double TOLERANCE = 0.001;

  private final LearnSet records;
  private final Folds folds;
  private final SelectionPlan selection;
  private final Optional<String> ageField;
  private final List<PreparedBins> prepared;
  private final Executor executor;
  private final List<Trial> trials = new ArrayList<>();

  private Tuning(
      LearnSet records,
      Folds folds,
      SelectionPlan selection,
      Optional<String> ageField,
      List<PreparedBins> prepared,
      Executor executor) {
    this.records = records;
    this.folds = folds;
    this.selection = selection;
    this.ageField = ageField;
    this.prepared = prepared;
    this.executor = executor;
  }

  /**
   * One combination of settings and its mean log-loss over the records left out.
   *
   * @param values the settings
   * @param logLoss the weighted mean
   */
  record Trial(Values values, double logLoss) {}

  /** One value of each setting. */
  record Values(double woePrior, double ridge, double refit) {}

  /**
   * Chooses settings.
   *
   * @param prepare makes bins and selection on the records outside a fold
   */
  static TuningResult choose(
      ScorecardSettings settings,
      LearnSet records,
      Folds folds,
      SelectionPlan selection,
      Optional<String> ageField,
      Function<LearnSet, PreparedBins> prepare,
      Executor executor) {
    List<PreparedBins> prepared = Tasks.each(
        folds.count(), executor, fold -> prepare.apply(records.rowsAt(folds.outside(fold))));
    Tuning tuning = new Tuning(records, folds, selection, ageField, prepared, executor);
    Values plain = new Values(
        settings.woePrior().values().get(0),
        settings.ridge().values().get(0),
        settings.refit().values().get(0));
    Values chosen = tuning.best(settings.ridge().values().stream()
        .map(ridge -> new Values(plain.woePrior(), ridge, plain.refit()))
        .toList());
    Values withRidge = chosen;
    chosen = tuning.best(settings.woePrior().values().stream()
        .map(prior -> new Values(prior, withRidge.ridge(), plain.refit()))
        .toList());
    Values withPrior = chosen;
    chosen = tuning.best(settings.refit().values().stream()
        .map(refit -> new Values(withPrior.woePrior(), withPrior.ridge(), refit))
        .toList());
    return new TuningResult(chosen, tuning.trials);
  }

  /** Returns the first candidate whose log-loss is near enough to the smallest. */
  private Values best(List<Values> candidates) {
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    List<Trial> tried = candidates.stream().map(this::trial).toList();
    double smallest = tried.stream().mapToDouble(Trial::logLoss).min().orElseThrow();
    for (Trial trial : tried) {
      if (trial.logLoss() <= smallest * (1 + TOLERANCE)) {
        return trial.values();
      }
    }
    return candidates.get(0);
  }

  private Trial trial(Values values) {
    for (Trial before : trials) {
      if (before.values().equals(values)) {
        return before;
      }
    }
    double loss = 0;
    double weight = 0;
    List<double[]> losses = Tasks.each(folds.count(), executor, fold -> lossOf(values, fold));
    for (double[] foldLoss : losses) {
      loss += foldLoss[0];
      weight += foldLoss[1];
    }
    Trial trial = new Trial(values, loss / weight);
    trials.add(trial);
    return trial;
  }

  /** Returns the summed log-loss of a fold's records and their weight. */
  private double[] lossOf(Values values, int fold) {
    LearnSet left = records.rowsAt(folds.in(fold));
    double[] logOdds =
        card(prepared.get(fold), selection, values, ageField).badLogOdds(left.features());
    double loss = 0;
    double weight = 0;
    for (int row = 0; row < logOdds.length; row++) {
      double margin = left.targetUnsafe()[row] == 1 ? -logOdds[row] : logOdds[row];
      double w = left.weightsUnsafe()[row];
      loss += w
          * (margin > 0
              ? margin + StrictMath.log1p(StrictMath.exp(-margin))
              : StrictMath.log1p(StrictMath.exp(margin)));
      weight += w;
    }
    return new double[] {loss, weight};
  }

  /** Fits a card on prepared records. */
  static FittedCard card(
      PreparedBins bins, SelectionPlan selection, Values values, Optional<String> ageField) {
    WoeRegression regression = WoeRegression.fit(
        bins.records(), bins.selected().binnings(), selection, values.woePrior(), values.ridge());
    return card(regression, bins.records(), values, ageField);
  }

  /** Turns a regression into a card, with the joint refit and the age rule where they apply. */
  static FittedCard card(
      WoeRegression regression, LearnSet records, Values values, Optional<String> ageField) {
    FittedCard plain = FittedCard.of(regression);
    FittedCard card =
        Double.isInfinite(values.refit()) ? plain : plain.refitted(records, values.refit());
    return ageField.map(card::withAgeRule).orElse(card);
  }
}
