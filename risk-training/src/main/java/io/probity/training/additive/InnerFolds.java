package io.probity.training.additive;

import io.probity.metrics.SplitMix64;
import io.probity.training.parallel.Tasks;
import io.probity.training.split.Folds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Chooses one number of rounds, and which number of pairs, by the log-loss over the records that each
 * inner fold leaves out.
 */
final class InnerFolds {

  private static final int ROUNDS_AT_A_TIME = 5;
  private static final int LOOKS = 2;
  private static final double TOLERANCE = 0.001;
  private static final double STANDARD_ERRORS = 1.0;

  private final CodedRecords records;
  private final List<FeatureCodes> features;
  private final AdditiveSettings settings;
  private final double caution;
  private final Executor executor;
  private final List<Fold> folds = new ArrayList<>();

  /**
   * Makes the bags of each fold.
   *
   * @param caution the factor of the ridges and of the least leaf weight
   */
  InnerFolds(
      CodedRecords records,
      List<FeatureCodes> features,
      AdditiveSettings settings,
      double caution,
      Folds folds,
      long seed,
      Executor executor) {
    this.records = records;
    this.features = features;
    this.settings = settings;
    this.caution = caution;
    this.executor = executor;
    int bags = settings.foldBagsFor(records.rows());
    for (int fold = 0; fold < folds.count(); fold++) {
      this.folds.add(new Fold(folds, fold, bags, seed + 1 + fold));
    }
  }

  /** One inner fold: the records in it, which judge, and bags of those outside it. */
  private final class Fold {

    private final int[] rows;
    private final CodedRecords learn;
    private final CodedRecords judge;
    private final List<Bag> bags;

    Fold(Folds folds, int fold, int bags, long seed) {
      this.rows = folds.in(fold);
      this.learn = records.rowsAt(folds.outside(fold));
      this.judge = records.rowsAt(rows);
      LeafRules rules = settings.rules(records.rows(), caution);
      this.bags = bags(learn, features, settings, rules, bags, seed);
    }

    /** Returns the weighted log-loss of each record that judges. */
    double[] losses(FittedSum fitted) {
      double[] logOdds = fitted.logOdds(judge);
      double[] losses = new double[logOdds.length];
      for (int row = 0; row < logOdds.length; row++) {
        double margin = judge.target[row] == 1 ? -logOdds[row] : logOdds[row];
        double excess = StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
        losses[row] = judge.weights[row] * (Math.max(0.0, margin) + excess);
      }
      return losses;
    }
  }

  /**
   * What was found.
   *
   * @param caution the factor of the ridges and of the least leaf weight
   * @param pairs the number of pairs
   * @param rounds the best number of rounds
   * @param logLoss the mean log-loss there
   * @param losses the weighted log-loss of each record, by fold
   * @param fitted each fold's mean over its bags there
   * @param byBag each fold's bags there
   */
  record Best(
      double caution,
      int pairs,
      int rounds,
      double logLoss,
      List<double[]> losses,
      List<FittedSum> fitted,
      List<List<FittedSum>> byBag) {

    /**
     * Returns whether this is better than something plainer by more than chance may give: by one
     * standard error of the paired difference and by 0.1% of the log-loss.
     */
    boolean isClearlyBetterThan(Best plainer) {
      if (!(logLoss < plainer.logLoss * (1 - TOLERANCE))) {
        return false;
      }
      double sum = 0;
      double squares = 0;
      int records = 0;
      for (int fold = 0; fold < losses.size(); fold++) {
        for (int row = 0; row < losses.get(fold).length; row++) {
          double gain = plainer.losses.get(fold)[row] - losses.get(fold)[row];
          sum += gain;
          squares += gain * gain;
          records++;
        }
      }
      double mean = sum / records;
      double variance = Math.max(0.0, squares / records - mean * mean);
      return mean > STANDARD_ERRORS * Math.sqrt(variance / records);
    }
  }

  /** Returns bags of records; a single one holds all of them. */
  static List<Bag> bags(
      CodedRecords records,
      List<FeatureCodes> features,
      AdditiveSettings settings,
      LeafRules rules,
      int count,
      long seed) {
    List<Bag> bags = new ArrayList<>();
    for (int bag = 0; bag < count; bag++) {
      CodedRecords sample = count == 1
          ? records
          : records.rowsAt(sample(records, settings.bagShare(), SplitMix64.ofStream(seed, bag)));
      bags.add(new Bag(sample, features, rules));
    }
    return bags;
  }

  private static int[] sample(CodedRecords records, double share, SplitMix64 random) {
    double[] keys = new double[records.rows()];
    Arrays.setAll(keys, row -> (random.nextLong() >>> 11) * 0x1p-53);
    return IntStream.range(0, keys.length).filter(row -> keys[row] < share).toArray();
  }

  /** Boosts single features, each fold until none gains on the whole. */
  Best singles() {
    return search(0);
  }

  /** Ranks the pairs of each fold by the records outside it. */
  List<List<PairGrid>> rankPairs(Best singles, int most) {
    LeafRules rules = settings.pairRules(records.rows(), caution);
    return Tasks.each(
        folds.size(),
        executor,
        i -> PairScreen.strongest(
            folds.get(i).learn,
            features,
            singles.fitted().get(i),
            rules,
            most,
            settings.pairPositions()));
  }

  /** Goes on from the best effects of single features with so many of the strongest pairs. */
  Best pairs(Best singles, List<List<PairGrid>> ranked, int count) {
    LeafRules rules = settings.pairRules(records.rows(), caution);
    for (int i = 0; i < folds.size(); i++) {
      List<Bag> bags = folds.get(i).bags;
      List<PairGrid> strongest =
          ranked.get(i).subList(0, Math.min(count, ranked.get(i).size()));
      for (int bag = 0; bag < bags.size(); bag++) {
        bags.get(bag).beginPairs(singles.byBag().get(i).get(bag), strongest, rules);
      }
    }
    return search(count);
  }

  /** Returns the log-odds of bad of each record by the model of its fold. */
  double[] outOfFold(Best best) {
    double[] logOdds = new double[records.rows()];
    for (int i = 0; i < folds.size(); i++) {
      double[] judged = best.fitted().get(i).logOdds(folds.get(i).judge);
      for (int p = 0; p < judged.length; p++) {
        logOdds[folds.get(i).rows[p]] = judged[p];
      }
    }
    return logOdds;
  }

  /** Looks every few rounds; two looks at a time, so that no thread waits for the slowest fold. */
  private Best search(int pairs) {
    int bags = folds.get(0).bags.size();
    Best best = at(
        pairs,
        0,
        folds.stream().flatMap(fold -> fold.bags.stream()).map(Bag::fitted).toList());
    int patience = settings.patienceFor(records.rows());
    int rounds = 0;
    while (rounds < settings.mostRounds() && rounds - best.rounds() < patience) {
      int before = rounds;
      int looks = Math.min(LOOKS, (settings.mostRounds() - 1 - before) / ROUNDS_AT_A_TIME + 1);
      List<List<FittedSum>> seen = Tasks.chains(
          folds.size() * bags,
          looks,
          executor,
          (task, look) -> folds
              .get(task / bags)
              .bags
              .get(task % bags)
              .advanced(step(before + look * ROUNDS_AT_A_TIME)));
      for (int look = 0; look < looks && rounds - best.rounds() < patience; look++) {
        rounds += step(rounds);
        Best now = at(pairs, rounds, seen.get(look));
        best = now.logLoss() < best.logLoss() ? now : best;
      }
    }
    return best;
  }

  /** Returns the rounds until the next look. */
  private int step(int rounds) {
    return Math.min(ROUNDS_AT_A_TIME, settings.mostRounds() - rounds);
  }

  private Best at(int pairs, int rounds, List<FittedSum> bags) {
    int count = bags.size() / folds.size();
    List<List<FittedSum>> byBag = new ArrayList<>();
    for (int fold = 0; fold < folds.size(); fold++) {
      byBag.add(List.copyOf(bags.subList(fold * count, (fold + 1) * count)));
    }
    List<FittedSum> fitted = byBag.stream().map(FittedSum::mean).toList();
    List<double[]> losses =
        Tasks.each(folds.size(), executor, i -> folds.get(i).losses(fitted.get(i)));
    double loss = losses.stream().flatMapToDouble(Arrays::stream).sum();
    double weight = Arrays.stream(records.weights).sum();
    return new Best(caution, pairs, rounds, loss / weight, losses, fitted, byBag);
  }
}
