package io.probity.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap resamples of the rows of a data set, and percentile intervals from them. Immutable.
 *
 * <p>Replicate r is a function of the seed and r alone. A caller who wants several threads computes
 * the statistic of {@link #draw} for each r on any of them and passes the values to {@link
 * #percentile}: the interval is the same as that of {@link #interval}.
 *
 * <p>A resample may miss a class; a statistic that needs both is resampled {@link #withinClasses}.
 *
 * <p>Source: Efron, Tibshirani, An Introduction to the Bootstrap, 1993.
 */
public final class Bootstrap {

  private final int[][] strata; // the rows of each class, or all rows
  private final int rows;
  private final int replicates;
  private final long seed;

  private Bootstrap(int[][] strata, int rows, int replicates, long seed) {
    if (rows < 1 || replicates < 1) {
      throw new IllegalArgumentException(
          "a bootstrap needs at least one row and one replicate, not " + rows + " and "
              + replicates);
    }
    this.strata = strata;
    this.rows = rows;
    this.replicates = replicates;
    this.seed = seed;
  }

  /** Returns resamples of all rows together, each of as many rows. */
  public static Bootstrap of(int rows, int replicates, long seed) {
    int[] all = new int[Math.max(0, rows)];
    Arrays.setAll(all, row -> row);
    return new Bootstrap(new int[][] {all}, rows, replicates, seed);
  }

  /**
   * Returns resamples with the same number of goods and of bads as the data.
   *
   * @param target of each row, 1 for bad and 0 for good
   */
  public static Bootstrap withinClasses(int[] target, int replicates, long seed) {
    int bads = 0;
    for (int row = 0; row < target.length; row++) {
      if (target[row] != 0 && target[row] != 1) {
        throw new IllegalArgumentException(
            "target must be 0 for good or 1 for bad, but row " + row + " has " + target[row]);
      }
      bads += target[row];
    }
    int[][] strata = {new int[target.length - bads], new int[bads]};
    int[] filled = new int[2];
    for (int row = 0; row < target.length; row++) {
      strata[target[row]][filled[target[row]]++] = row;
    }
    return new Bootstrap(strata, target.length, replicates, seed);
  }

  /** Returns the number of replicates. */
  public int replicates() {
    return replicates;
  }

  /** Returns the rows drawn for a replicate, with repeats; as many as there are rows. */
  public int[] draw(int replicate) {
    if (replicate < 0 || replicate >= replicates) {
      throw new IllegalArgumentException(
          "there are replicates 0 to " + (replicates - 1) + ", not " + replicate);
    }
    SplitMix64 random = SplitMix64.ofStream(seed, replicate);
    int[] drawn = new int[rows];
    int next = 0;
    for (int[] stratum : strata) {
      for (int i = 0; i < stratum.length; i++) {
        drawn[next++] = stratum[random.nextInt(stratum.length)];
      }
    }
    return drawn;
  }

  /**
   * Returns the percentile interval of a statistic of the drawn rows.
   *
   * @param level such as 0.95
   * @param statistic a finite number for any resample
   * @throws IllegalArgumentException if the statistic of a replicate is not finite, or the level is
   *     not between 0 and 1
   */
  public Interval interval(double level, ToDoubleFunction<int[]> statistic) {
    double[] values = new double[replicates];
    for (int replicate = 0; replicate < replicates; replicate++) {
      values[replicate] = statistic.applyAsDouble(draw(replicate));
    }
    return percentile(values, level);
  }

  /**
   * Returns the interval between the lower and the upper quantile of the values of all replicates.
   *
   * @param values one for each replicate, finite, in any order; at least one
   * @param level such as 0.95: from the quantile 0.025 to 0.975, interpolated linearly
   */
  public static Interval percentile(double[] values, double level) {
    double tail = Level.tail(level);
    if (values.length == 0) {
      throw new IllegalArgumentException("a percentile interval needs at least one replicate");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; i++) {
      if (!Double.isFinite(sorted[i])) {
        throw new IllegalArgumentException(
            "the statistic of every replicate must be finite, not " + sorted[i]);
      }
    }
    return new Interval(Quantiles.ofSorted(sorted, tail), Quantiles.ofSorted(sorted, 1.0 - tail));
  }
}
