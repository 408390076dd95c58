package io.probity.training.boosted;

import java.util.List;

/**
 * How trees are boosted. The defaults fit 1,000 records as well as a million.
 *
 * @param depths depths to choose from by inner folds, rising, 1 to 6
 * @param cautions ridges on the leaves, which are also the least curvature of a leaf, to choose from by
 *     inner folds, rising, above 0. A record of PD p has the curvature p (1 - p)
 * @param rate the share of a step that is taken, at most 1; {@link #AUTO} for one by the number of
 *     records
 * @param rowShare the share of the records that each tree sees, above 0 and at most 1
 * @param columnShare the share of the columns that each split may choose from, above 0 and at most 1
 * @param mostIndicators a category of at most so many levels gets an indicator for each level, one of
 *     more levels the smoothed bad rate of its level; 0 to 100
 * @param flags whether each special code that records hold gets a flag; otherwise special codes are
 *     missing and nothing else
 * @param mostRounds the most trees, 1 to 10,000
 * @param patience the trees without a smaller loss after which boosting stops, at the rate that depth
 *     and caution are chosen at; at a slower rate as many more
 * @param mostTuningRows the most records that depth and caution are chosen on; the number of trees is
 *     chosen on all
 */
public record BoostedSettings(
    List<Integer> depths,
    List<Double> cautions,
    double rate,
    double rowShare,
    double columnShare,
    int mostIndicators,
    boolean flags,
    int mostRounds,
    int patience,
    int mostTuningRows) {

  /** What stands for a rate by the number of records. */
  public static final double AUTO = 0;

  private static final int SMALL = 20_000;
  private static final int MEDIUM = 100_000;
  private static final double SEARCH_RATE = 0.1;

  /** The usual settings. */
  public static final BoostedSettings DEFAULT = new BoostedSettings(
      List.of(1, 2, 3, 4, 6), List.of(1.0, 5.0, 20.0), AUTO, 0.8, 0.7, 64, true, 2_000, 60, 40_000);

  /** Checks that the numbers are in range. */
  public BoostedSettings {
    depths = List.copyOf(depths);
    cautions = List.copyOf(cautions);
    require(rises(depths), "the depths must rise", depths);
    require(
        depths.stream().allMatch(depth -> depth >= 1 && depth <= 6),
        "the depths must be from 1 to 6",
        depths);
    require(rises(cautions), "the cautions must rise", cautions);
    require(
        cautions.stream().allMatch(caution -> caution > 0 && caution <= 1e6),
        "the cautions must be above 0 and at most 1000000",
        cautions);
    require(rate == AUTO || (rate > 0 && rate <= 1), "the rate must be in (0, 1] or 0", rate);
    require(rowShare > 0 && rowShare <= 1, "the share of records must be in (0, 1]", rowShare);
    require(
        columnShare > 0 && columnShare <= 1, "the share of columns must be in (0, 1]", columnShare);
    require(
        mostIndicators >= 0 && mostIndicators <= 100,
        "the indicators must be from 0 to 100",
        mostIndicators);
    require(
        mostRounds >= 1 && mostRounds <= 10_000, "the trees must be from 1 to 10000", mostRounds);
    require(patience >= 1, "the patience must be at least 1", patience);
    require(mostTuningRows >= 100, "the records to choose on must be at least 100", mostTuningRows);
  }

  private static void require(boolean holds, String rule, Object received) {
    if (!holds) {
      throw new IllegalArgumentException(rule + ", not " + received);
    }
  }

  private static <T extends Comparable<T>> boolean rises(List<T> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i).compareTo(values.get(i - 1)) <= 0) {
        return false;
      }
    }
    return !values.isEmpty();
  }

  /** Returns the rate of the model of so many records. */
  double rateFor(int rows) {
    if (rate != AUTO) {
      return rate;
    }
    return rows <= SMALL ? 0.02 : rows <= MEDIUM ? 0.05 : 0.1;
  }

  /** Returns the rate at which depth and caution are chosen. */
  double searchRate(int rows) {
    return Math.max(SEARCH_RATE, rateFor(rows));
  }

  /** Returns the patience at a rate: boosting at half the rate needs twice as many trees. */
  int patienceFor(double atRate) {
    return (int) Math.ceil(patience * Math.max(1.0, SEARCH_RATE / atRate));
  }
}
