package io.probity.training.calibration;

import io.probity.metrics.RankedOutcomes;
import io.probity.model.Calibration;

/** The weight of goods and of bads at each distinct log-odds, which rise. */
final class PooledRecords {

  private static final double HALF = 0.5;

  final double[] logOdds;
  final double[] goods;
  final double[] bads;
  final double totalGoods;
  final double totalBads;
  /** Half a record of mean weight. */
  final double halfRecord;

  private PooledRecords(double[] logOdds, double[] goods, double[] bads, RankedOutcomes outcomes) {
    this.logOdds = logOdds;
    this.goods = goods;
    this.bads = bads;
    this.totalGoods = outcomes.totalGoods();
    this.totalBads = outcomes.totalBads();
    this.halfRecord = HALF * outcomes.totalWeight() / outcomes.rows();
  }

  static PooledRecords of(RankedOutcomes outcomes) {
    double[] logOdds = new double[outcomes.groups()];
    double[] goods = new double[logOdds.length];
    double[] bads = new double[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = outcomes.score(i);
      goods[i] = outcomes.goods(i);
      bads[i] = outcomes.bads(i);
    }
    return new PooledRecords(logOdds, goods, bads, outcomes);
  }

  int size() {
    return logOdds.length;
  }

  double badRate() {
    return totalBads / (totalGoods + totalBads);
  }

  /** Returns the log-odds of the bad rate. */
  double badRateLogOdds() {
    return StrictMath.log(totalBads / totalGoods);
  }

  /** Returns the mean PD that a calibration gives to these records. */
  double meanPd(Calibration calibration) {
    double sum = 0.0;
    for (int i = 0; i < logOdds.length; i++) {
      sum += (goods[i] + bads[i]) * calibration.pd(logOdds[i]);
    }
    return sum / (totalGoods + totalBads);
  }
}
