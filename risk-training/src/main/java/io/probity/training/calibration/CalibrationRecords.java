package io.probity.training.calibration;

import io.probity.metrics.RankedOutcomes;
import io.probity.model.Calibration;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a calibration is fitted on, checked once: log-odds, outcomes and weights of records. */
final class CalibrationRecords {

  private final double[] logOdds;
  private final int[] target;
  private final double[] weights;

  private CalibrationRecords(double[] logOdds, int[] target, double[] weights) {
    this.logOdds = logOdds;
    this.target = target;
    this.weights = weights;
  }

  static CalibrationRecords of(double[] badLogOdds, int[] target, double[] weights) {
    if (badLogOdds.length != target.length || weights.length != target.length) {
      throw new IllegalArgumentException(
          "a calibration needs log-odds, target and weight of each record, not "
              + badLogOdds.length
              + ", "
              + target.length
              + " and "
              + weights.length);
    }
    for (int row = 0; row < target.length; row++) {
      if (!Double.isFinite(badLogOdds[row])) {
        throw new IllegalArgumentException(
            "log-odds must be finite, but record " + row + " has " + badLogOdds[row]);
      }
      if (target[row] != 0 && target[row] != 1) {
        throw new IllegalArgumentException(
            "a target must be 0 (good) or 1 (bad), but record " + row + " has " + target[row]);
      }
      if (!(weights[row] >= 0 && weights[row] <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "a weight must be finite and 0 or more, but record " + row + " has " + weights[row]);
      }
    }
    return new CalibrationRecords(badLogOdds.clone(), target.clone(), weights.clone());
  }

  /** Returns the number of records of an outcome that have a weight. */
  int count(int outcome) {
    int count = 0;
    for (int row = 0; row < target.length; row++) {
      count += target[row] == outcome && weights[row] > 0 ? 1 : 0;
    }
    return count;
  }

  /** Returns whether there are at least so many bads and as many goods with a weight. */
  boolean hasBoth(int least) {
    return count(0) >= least && count(1) >= least;
  }

  int size() {
    return target.length;
  }

  /** Returns the records that a condition on their position keeps. */
  CalibrationRecords where(IntPredicate kept) {
    int[] rows = IntStream.range(0, target.length).filter(kept).toArray();
    return new CalibrationRecords(
        IntStream.of(rows).mapToDouble(row -> logOdds[row]).toArray(),
        IntStream.of(rows).map(row -> target[row]).toArray(),
        IntStream.of(rows).mapToDouble(row -> weights[row]).toArray());
  }

  /** Returns how the mean PD is moved to a rate by a shift of the log-odds. */
  LongRunShift shift(Calibration calibration, double rate) {
    return LongRunShift.of(calibration, logOdds, weights, rate);
  }

  double logOdds(int row) {
    return logOdds[row];
  }

  /** Pools records of equal log-odds; those of weight 0 are as if absent. */
  PooledRecords pooled() {
    CalibrationRecords present = where(row -> weights[row] > 0);
    return PooledRecords.of(RankedOutcomes.of(present.logOdds, present.target, present.weights));
  }

  /** Returns the weighted mean log-loss of PDs inside (0, 1) given to these records. */
  double logLoss(double[] pd) {
    double loss = 0.0;
    double total = 0.0;
    for (int row = 0; row < target.length; row++) {
      double log = target[row] == 1 ? StrictMath.log(pd[row]) : StrictMath.log1p(-pd[row]);
      loss -= weights[row] * log;
      total += weights[row];
    }
    return loss / total;
  }
}
