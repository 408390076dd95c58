package io.probity.training.calibration;

import io.probity.model.CalibrationCurve;
import java.util.Arrays;

/**
 * The bad rates that never fall as the log-odds rise and are nearest to the observed ones by weighted
 * least squares, which is also their maximum likelihood: pooling of adjacent violators.
 *
 * <p>Records of equal log-odds share a rate. Neighbouring blocks of equal rate are one.
 *
 * <p>Source: Ayer, Brunk, Ewing, Reid, Silverman, An empirical distribution function for sampling with
 * incomplete information (1955).
 */
final class IsotonicFit {

  private final double[] first;
  private final double[] last;
  private final double[] bads;
  private final double[] weight;
  private int blocks;

  private IsotonicFit(int size) {
    this.first = new double[size];
    this.last = new double[size];
    this.bads = new double[size];
    this.weight = new double[size];
  }

  /** Pools the observed rates as they are; the ends may be 0 and 1. */
  static IsotonicFit of(PooledRecords records) {
    return of(records, 0.0, 0.0);
  }

  /**
   * Pools with half a good and half a bad more at an end whose rate would be 0 or 1 otherwise, so that
   * every rate lies in (0, 1).
   */
  static IsotonicFit inside(PooledRecords records) {
    IsotonicFit plain = of(records);
    double low = plain.rate(0) > 0 ? 0.0 : records.halfRecord;
    double high = plain.rate(plain.blocks - 1) < 1 ? 0.0 : records.halfRecord;
    return low + high == 0 ? plain : of(records, low, high);
  }

  private static IsotonicFit of(PooledRecords records, double low, double high) {
    int size = records.size();
    IsotonicFit fit = new IsotonicFit(size);
    for (int i = 0; i < size; i++) {
      double half = (i == 0 ? low : 0.0) + (i == size - 1 ? high : 0.0);
      double bad = records.bads[i] + half;
      fit.add(records.logOdds[i], bad, records.goods[i] + half + bad);
    }
    return fit;
  }

  private void add(double logOdds, double moreBads, double moreWeight) {
    first[blocks] = logOdds;
    last[blocks] = logOdds;
    bads[blocks] = moreBads;
    weight[blocks] = moreWeight;
    blocks++;
    while (blocks > 1 && rate(blocks - 2) >= rate(blocks - 1)) {
      int into = blocks - 2;
      last[into] = last[into + 1];
      bads[into] += bads[into + 1];
      weight[into] += weight[into + 1];
      blocks--;
    }
  }

  int blocks() {
    return blocks;
  }

  /** Returns the smallest log-odds of a block. */
  double first(int block) {
    return first[block];
  }

  /** Returns the largest log-odds of a block. */
  double last(int block) {
    return last[block];
  }

  /** Returns the bad rate of a block. */
  double rate(int block) {
    return bads[block] / weight[block];
  }

  /** Returns the curve through both ends of every block; the rates must lie in (0, 1). */
  CalibrationCurve.Isotonic curve() {
    double[] from = new double[2 * blocks];
    double[] pd = new double[2 * blocks];
    int knots = 0;
    for (int block = 0; block < blocks; block++) {
      from[knots] = first[block];
      pd[knots++] = rate(block);
      if (last[block] > first[block]) {
        from[knots] = last[block];
        pd[knots++] = rate(block);
      }
    }
    return CalibrationCurve.Isotonic.of(Arrays.copyOf(from, knots), Arrays.copyOf(pd, knots));
  }
}
