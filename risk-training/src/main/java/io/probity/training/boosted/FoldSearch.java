package io.probity.training.boosted;

import io.probity.feature.FeatureMatrix;
import io.probity.model.TreeEnsemble;
import io.probity.training.parallel.Tasks;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/** Boosts by several rules without each inner fold, and judges them by the records left out. */
final class FoldSearch {

  private final LearnSet records;
  private final Folds folds;
  private final BoostedSettings settings;
  private final Executor executor;

  FoldSearch(LearnSet records, Folds folds, BoostedSettings settings, Executor executor) {
    this.records = records;
    this.folds = folds;
    this.settings = settings;
    this.executor = executor;
  }

  /**
   * What came of some rules.
   *
   * @param rules the rules
   * @param rounds the number of trees with the smallest loss over all folds
   * @param logLoss the mean log-loss there
   * @param records all records
   * @param folds their folds
   * @param ensembles the trees of each fold
   */
  record Found(
      BoostingRules rules,
      int rounds,
      double logLoss,
      LearnSet records,
      Folds folds,
      List<TreeEnsemble> ensembles) {

    BoostedTraining.Trial trial() {
      return new BoostedTraining.Trial(
          rules.depth(), rules.caution(), rules.rate(), rounds, logLoss);
    }

    /** Returns the log-odds of bad of each record by the trees of its fold. */
    double[] outOfFold() {
      double[] logOdds = new double[records.rows()];
      FeatureMatrix features = records.features();
      double[] x = new double[features.fields().size()];
      for (int fold = 0; fold < folds.count(); fold++) {
        TreeEnsemble ensemble = ensembles.get(fold).first(rounds);
        for (int row : folds.in(fold)) {
          features.copyRow(row, x);
          logOdds[row] = ensemble.badLogOdds(x);
        }
      }
      return logOdds;
    }
  }

  /** Returns what came of each of the rules, in their order. */
  List<Found> of(List<BoostingRules> candidates) {
    List<List<Boosting.Watched>> byFold =
        Tasks.each(folds.count(), executor, fold -> boosted(fold, candidates));
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      int candidate = i;
      found.add(joined(
          candidates.get(i), byFold.stream().map(fold -> fold.get(candidate)).toList()));
    }
    return found;
  }

  private List<Boosting.Watched> boosted(int fold, List<BoostingRules> candidates) {
    LearnSet outside = records.rowsAt(folds.outside(fold));
    LearnSet inside = records.rowsAt(folds.in(fold));
    try (Boosting boosting = new Boosting(outside, settings);
        Boosting.Judge judge = boosting.new Judge(inside)) {
      return candidates.stream()
          .map(rules -> judge.boosted(rules, settings.mostRounds(), settings.patience()))
          .toList();
    }
  }

  private Found joined(BoostingRules rules, List<Boosting.Watched> byFold) {
    int steps = byFold.stream().mapToInt(fold -> fold.losses().size()).min().orElseThrow();
    double[] losses = new double[steps];
    for (Boosting.Watched fold : byFold) {
      for (int step = 0; step < steps; step++) {
        losses[step] += fold.losses().get(step);
      }
    }
    int best = 0;
    for (int step = 1; step < steps; step++) {
      best = losses[step] < losses[best] ? step : best;
    }
    double weight = Arrays.stream(records.weightsUnsafe()).sum();
    return new Found(
        rules,
        best * Boosting.STRIDE,
        losses[best] / weight,
        records,
        folds,
        byFold.stream().map(Boosting.Watched::ensemble).toList());
  }
}
