package io.probity.training.boosted;

import io.probity.feature.FeatureMatrix;
import io.probity.model.TreeEnsemble;
import io.probity.training.parallel.Tasks;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/** Boosts by several rules without each inner fold, and judges them by the records left out. */
final class FoldSearch {

  private static final int AT_A_TIME = 5 * Boosting.STRIDE;
  private static final double TOLERANCE = 0.001;

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

    /**
     * Returns whether this is better than something more usual by more than chance may give: by 0.1% of
     * the log-loss and by one standard error of the paired difference of single records.
     */
    boolean isClearlyBetterThan(Found usual) {
      if (!(logLoss < usual.logLoss * (1 - TOLERANCE))) {
        return false;
      }
      double[] own = outOfFold();
      double[] other = usual.outOfFold();
      double sum = 0;
      double squares = 0;
      for (int row = 0; row < own.length; row++) {
        int target = records.targetUnsafe()[row];
        double gain = records.weightsUnsafe()[row]
            * (LogLosses.of(target, other[row]) - LogLosses.of(target, own[row]));
        sum += gain;
        squares += gain * gain;
      }
      double mean = sum / own.length;
      double variance = Math.max(0.0, squares / own.length - mean * mean);
      return mean > Math.sqrt(variance / own.length);
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

  /**
   * Returns what came of each of the rules, in their order. All folds of a rule go on until the sum of
   * their losses has not fallen for as many trees as the patience says.
   */
  List<Found> of(List<BoostingRules> candidates) {
    List<Watch> watches = Tasks.each(folds.count(), executor, fold -> new Watch(fold, candidates));
    try {
      List<Progress> all = IntStream.range(0, candidates.size())
          .mapToObj(i -> new Progress(i, candidates.get(i)))
          .toList();
      while (all.stream().anyMatch(Progress::goesOn)) {
        Tasks.each(watches.size(), executor, fold -> watches.get(fold).advance(all));
        all.forEach(progress -> progress.note(watches));
      }
      return all.stream().map(progress -> progress.found(watches)).toList();
    } finally {
      watches.forEach(Watch::close);
    }
  }

  /** One fold: what is boosted without it, by each of the rules. */
  private final class Watch implements AutoCloseable {

    private final Boosting boosting;
    private final Boosting.Judge judge;
    private final List<Boosting.Judge.Course> courses;

    Watch(int fold, List<BoostingRules> candidates) {
      this.boosting = new Boosting(records.rowsAt(folds.outside(fold)), settings);
      this.judge = boosting.new Judge(records.rowsAt(folds.in(fold)));
      this.courses = candidates.stream().map(judge::begin).toList();
    }

    /** Takes the next trees of each of the rules that go on, and returns how many rules do. */
    long advance(List<Progress> all) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).goesOn()) {
          courses.get(i).advance(AT_A_TIME);
        }
      }
      return all.stream().filter(Progress::goesOn).count();
    }

    @Override
    public void close() {
      courses.forEach(Boosting.Judge.Course::close);
      judge.close();
      boosting.close();
    }
  }

  /** How far the boosting by one of the rules has come, over all folds. */
  private final class Progress {

    private final int index;
    private final BoostingRules rules;
    private final int patience;
    private int rounds;
    private int bestRounds;
    private double bestLoss = Double.POSITIVE_INFINITY;

    Progress(int index, BoostingRules rules) {
      this.index = index;
      this.rules = rules;
      this.patience = settings.patienceFor(rules.rate());
    }

    boolean goesOn() {
      return rounds < settings.mostRounds() && rounds - bestRounds < patience;
    }

    /** Looks at the losses after the trees that were added, and at the start. */
    void note(List<Watch> watches) {
      int known = watches.get(0).courses.get(index).losses().size();
      for (int step = rounds / Boosting.STRIDE; step < known; step++) {
        double loss = 0;
        for (Watch watch : watches) {
          loss += watch.courses.get(index).losses().get(step);
        }
        if (loss < bestLoss) {
          bestLoss = loss;
          bestRounds = step * Boosting.STRIDE;
        }
      }
      rounds = (known - 1) * Boosting.STRIDE;
    }

    Found found(List<Watch> watches) {
      double weight = Arrays.stream(records.weightsUnsafe()).sum();
      return new Found(
          rules,
          bestRounds,
          bestLoss / weight,
          records,
          folds,
          watches.stream().map(watch -> watch.courses.get(index).ensemble()).toList());
    }
  }
}
