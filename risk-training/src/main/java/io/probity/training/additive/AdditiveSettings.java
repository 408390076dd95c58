package io.probity.training.additive;

import java.util.List;

/**
 * How an additive model is boosted. The defaults fit 1,000 records as well as a million.
 *
 * @param rate the share of a Newton step that is taken, at most 1; {@link #AUTO} for one by the number
 *     of records
 * @param leaves the most leaves of a step over values, 2 to 8
 * @param leastLeafWeight the least weight of a leaf, in mean records, 0 or more
 * @param ridge curvature added to every leaf over values, in records of curvature, 0 or more
 * @param levelRidge the same for levels, missing and special codes, above 0
 * @param caution factors of both ridges and of the least leaf weight to choose from by inner folds, each
 *     above 0; beyond {@value #MOST_TUNING_ROWS} records the first is taken
 * @param bags the bags that are averaged; {@link #AUTO} for a number by the number of records
 * @param bagShare the share of the records in a bag, above 0 and at most 1
 * @param mostBins the most value bins of a number, 2 to 253
 * @param mostRounds the most rounds, for single features and again for pairs
 * @param patience the rounds without a smaller loss after which boosting stops, at a rate of 0.05; at a
 *     faster rate as many fewer
 * @param folds the inner folds, 2 to 20
 * @param pairs the numbers of pairs to choose from by inner folds, rising from 0
 * @param pairPositions the most value positions of a pair's axis, 2 to 16
 * @param mergeTolerance how far merging neighbouring steps may move the effect of a feature, as the
 *     root of the mean square in log-odds, 0 or more
 */
public record AdditiveSettings(
    double rate,
    int leaves,
    double leastLeafWeight,
    double ridge,
    double levelRidge,
    List<Double> caution,
    int bags,
    double bagShare,
    int mostBins,
    int mostRounds,
    int patience,
    int folds,
    List<Integer> pairs,
    int pairPositions,
    double mergeTolerance) {

  /** What stands for a value by the number of records. */
  public static final int AUTO = 0;

  /** The most records that the caution is chosen on. */
  public static final int MOST_TUNING_ROWS = 50_000;

  private static final int SMALL = 5_000;
  private static final double USUAL_RATE = 0.05;
  private static final double PAIR_RATE_SHARE = 0.5;

  /** The usual settings. */
  public static final AdditiveSettings DEFAULT = new AdditiveSettings(
      AUTO,
      3,
      10.0,
      1.0,
      5.0,
      List.of(3.0, 1.0, 10.0),
      AUTO,
      0.8,
      128,
      2_000,
      40,
      5,
      List.of(0, 4, 16),
      8,
      0.01);

  /** Checks that the numbers are in range. */
  public AdditiveSettings {
    caution = List.copyOf(caution);
    pairs = List.copyOf(pairs);
    require(rate == AUTO || (rate > 0 && rate <= 1), "the rate must be in (0, 1] or 0", rate);
    require(leaves >= 2 && leaves <= 8, "the leaves must be from 2 to 8", leaves);
    require(
        leastLeafWeight >= 0 && leastLeafWeight < 1e9,
        "the least weight of a leaf must be at least 0",
        leastLeafWeight);
    require(ridge >= 0 && ridge < 1e9, "the ridge must be at least 0", ridge);
    require(levelRidge > 0 && levelRidge < 1e9, "the ridge of levels must be above 0", levelRidge);
    require(
        !caution.isEmpty() && caution.stream().allMatch(factor -> factor > 0 && factor < 1e6),
        "the caution must be factors above 0",
        caution);
    require(bags >= 0 && bags <= 100, "the bags must be from 1 to 100, or 0", bags);
    require(bagShare > 0 && bagShare <= 1, "the share of a bag must be in (0, 1]", bagShare);
    require(mostBins >= 2 && mostBins <= 253, "the bins must be from 2 to 253", mostBins);
    require(
        mostRounds >= 1 && mostRounds <= 100_000,
        "the rounds must be from 1 to 100000",
        mostRounds);
    require(patience >= 1, "the patience must be at least 1", patience);
    require(folds >= 2 && folds <= 20, "the inner folds must be from 2 to 20", folds);
    require(risesFromZero(pairs), "the numbers of pairs must rise from 0 to at most 100", pairs);
    require(
        pairPositions >= 2 && pairPositions <= PairAxis.MOST,
        "the positions of a pair's axis must be from 2 to 16",
        pairPositions);
    require(
        mergeTolerance >= 0 && mergeTolerance <= 1,
        "the tolerance of merging must be in [0, 1]",
        mergeTolerance);
  }

  private static void require(boolean holds, String rule, Object received) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", not " + received);
    }
  }

  private static boolean risesFromZero(List<Integer> pairs) {
    for (int i = 1; i < pairs.size(); i++) {
      if (pairs.get(i) <= pairs.get(i - 1)) {
        return false;
      }
    }
    return !pairs.isEmpty() && pairs.get(0) == 0 && pairs.get(pairs.size() - 1) <= 100;
  }

  /** Returns these settings with other numbers of pairs to choose from. */
  public AdditiveSettings withPairs(List<Integer> other) {
    return new AdditiveSettings(
        rate,
        leaves,
        leastLeafWeight,
        ridge,
        levelRidge,
        caution,
        bags,
        bagShare,
        mostBins,
        mostRounds,
        patience,
        folds,
        other,
        pairPositions,
        mergeTolerance);
  }

  /** Returns the bags of a model of so many records. */
  int bagsFor(int rows) {
    if (bags != AUTO) {
      return bags;
    }
    return rows <= SMALL ? 16 : rows <= MOST_TUNING_ROWS ? 8 : 4;
  }

  /** Returns the bags of an inner fold's model: a quarter of the model's. */
  int foldBagsFor(int rows) {
    return Math.max(1, bagsFor(rows) / 4);
  }

  /** Returns the patience with a model of so many records: a faster step needs fewer rounds. */
  int patienceFor(int rows) {
    return (int) Math.ceil(patience * Math.min(1.0, USUAL_RATE / rateFor(rows)));
  }

  private double rateFor(int rows) {
    return rate != AUTO ? rate : rows <= MOST_TUNING_ROWS ? USUAL_RATE : 2 * USUAL_RATE;
  }

  /** Returns how steps of single features are fitted. */
  LeafRules rules(int rows, double factor) {
    return new LeafRules(
        rateFor(rows), leaves, factor * ridge, factor * levelRidge, factor * leastLeafWeight);
  }

  /** Returns how steps of pairs are fitted: at half the rate. */
  LeafRules pairRules(int rows, double factor) {
    return rules(rows, factor).slowed(PAIR_RATE_SHARE);
  }
}
