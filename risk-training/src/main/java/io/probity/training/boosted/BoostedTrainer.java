package io.probity.training.boosted;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.family.BinnedFeatures;
import io.probity.training.family.ContradictedDirections;
import io.probity.training.family.FamilyTrainer;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Trains boosted trees with XGBoost, monotone in the directions of the schema. Inner folds choose first
 * the depth, 2 unless another is better by 0.1% of the log-loss and one standard error of the paired
 * difference, then the caution, at a fast rate and on a sample where there are many records; then, with
 * the rate of the model and on all records, the number of trees. Each fit takes one thread and folds run
 * side by side, so that the model does not depend on the number of threads.
 *
 * <p>The model is the same on the same operating system and processor architecture.
 *
 * @param binning how features are binned, for what drift is measured by; a feature that cannot be
 *     binned is left out
 * @param settings how trees are boosted
 */
public record BoostedTrainer(BinningTrainer binning, BoostedSettings settings)
    implements FamilyTrainer {

  private static final int USUAL_DEPTH = 2;
  private static final int DEEP = 4;

  /**
   * Trains boosted trees; the same for any executor.
   *
   * @param seed of the records and columns that each tree sees
   * @throws InvalidInputException if the native library cannot be loaded, no feature has two states, or
   *     the records hold goods or bads only
   */
  @Override
  public BoostedTraining train(LearnSet records, Folds folds, long seed, Executor executor) {
    NativeXgboost.require();
    requireBothClasses(records);
    BinnedFeatures binned = BinnedFeatures.of(records, binning, executor);
    LearnSet learn = binned.records();
    List<BoostedTraining.Trial> trials = new ArrayList<>();
    int[] sample = learn.sample(settings.mostTuningRows(), seed);
    boolean sampled = sample.length < learn.rows();
    BoostingRules chosen = choose(
        sampled ? learn.rowsAt(sample) : learn,
        sampled ? folds.rowsAt(sample) : folds,
        seed,
        executor,
        trials);
    FoldSearch search = new FoldSearch(learn, folds, settings, executor);
    FoldSearch.Found found = search.of(List.of(chosen)).get(0);
    Boosting.Boosted boosted;
    try (Boosting boosting = new Boosting(learn, settings)) {
      boosted = boosting.boosted(chosen, found.rounds());
    }
    return new BoostedTraining(
        boosted.ensemble(),
        Importance.of(boosted, chosen.depth(), learn, seed),
        found.trial(),
        trials,
        found.outOfFold(),
        binned.results(),
        binned.dropped(),
        warnings(found, learn, seed));
  }

  private BoostingRules choose(
      LearnSet learn,
      Folds folds,
      long seed,
      Executor executor,
      List<BoostedTraining.Trial> trials) {
    double rate = settings.searchRate(learn.rows());
    FoldSearch search = new FoldSearch(learn, folds, settings, executor);
    List<FoldSearch.Found> depths = search.of(settings.depths().stream()
        .map(depth -> rules(depth, rate, firstCaution(depth), seed))
        .toList());
    depths.forEach(found -> trials.add(found.trial()));
    FoldSearch.Found best = usualOrClearlyBetter(depths);
    int depth = best.rules().depth();
    List<FoldSearch.Found> others = search.of(settings.cautions().stream()
        .filter(caution -> caution != firstCaution(depth))
        .map(caution -> rules(depth, rate, caution, seed))
        .toList());
    for (FoldSearch.Found found : others) {
      trials.add(found.trial());
      best = found.logLoss() < best.logLoss() ? found : best;
    }
    return rules(depth, settings.rateFor(learn.rows()), best.rules().caution(), seed);
  }

  /** Returns the caution that a depth is tried with: deep trees need more of it to show their worth. */
  private double firstCaution(int depth) {
    List<Double> cautions = settings.cautions();
    return cautions.get(depth < DEEP ? cautions.size() / 2 : cautions.size() - 1);
  }

  /** Returns what came of the depth nearest to the usual one, or of a clearly better one. */
  private static FoldSearch.Found usualOrClearlyBetter(List<FoldSearch.Found> depths) {
    FoldSearch.Found usual = depths.stream()
        .min(Comparator.comparingInt(found -> Math.abs(found.rules().depth() - USUAL_DEPTH)))
        .orElseThrow();
    FoldSearch.Found best = usual;
    for (FoldSearch.Found found : depths) {
      if (found.logLoss() < best.logLoss() && found.isClearlyBetterThan(usual)) {
        best = found;
      }
    }
    return best;
  }

  private BoostingRules rules(int depth, double rate, double caution, long seed) {
    return new BoostingRules(
        depth, rate, caution, settings.rowShare(), settings.columnShare(), seed);
  }

  private List<String> warnings(FoldSearch.Found found, LearnSet learn, long seed) {
    List<String> warnings = new ArrayList<>(ContradictedDirections.in(learn, seed));
    if (found.rounds() == 0) {
      warnings.add("no tree lowered the log-loss of records left out: everybody gets one PD");
    }
    if (found.rounds() >= settings.mostRounds()) {
      warnings.add("boosting stopped at the most trees, "
          + settings.mostRounds()
          + ", and might have gone on");
    }
    return warnings;
  }

  private static void requireBothClasses(LearnSet learn) {
    double bads = 0;
    double goods = 0;
    for (int row = 0; row < learn.rows(); row++) {
      boolean bad = learn.targetUnsafe()[row] == 1;
      bads += bad ? learn.weightsUnsafe()[row] : 0.0;
      goods += bad ? 0.0 : learn.weightsUnsafe()[row];
    }
    if (!(bads > 0 && goods > 0)) {
      throw new InvalidInputException(new Violation(
          "target",
          "the records learned from must hold goods and bads",
          goods + " goods and " + bads + " bads",
          "add records of the other outcome"));
    }
  }
}
