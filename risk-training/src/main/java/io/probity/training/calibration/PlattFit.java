package io.probity.training.calibration;

import io.probity.model.CalibrationCurve;
import java.util.List;

/** The straight line in log-odds, slope * x + intercept, by maximum likelihood. */
final class PlattFit {

  private static final String SLOPE = "slope";

  private PlattFit() {}

  /** Returns the line; where its slope would be negative it is level, at the bad rate. */
  static CalibrationCurve.Platt of(PooledRecords records, PlattTargets targets) {
    double ofBad = 1.0;
    double ofGood = 0.0;
    if (targets == PlattTargets.SMOOTHED) {
      ofBad = (records.totalBads + 1.0) / (records.totalBads + 2.0);
      ofGood = 1.0 / (records.totalGoods + 2.0);
    }
    if (records.size() == 1) {
      return level(records);
    }
    double[] bads = new double[records.size()];
    double[] goods = new double[records.size()];
    for (int i = 0; i < bads.length; i++) {
      bads[i] = records.bads[i] * ofBad + records.goods[i] * ofGood;
      goods[i] = records.bads[i] * (1.0 - ofBad) + records.goods[i] * (1.0 - ofGood);
    }
    PooledFit fit = new PooledRegression(goods, bads).fit(List.of(SLOPE), records.logOdds);
    double slope = fit.slopes().get(0);
    return slope > 0 ? new CalibrationCurve.Platt(fit.intercept(), slope) : level(records);
  }

  private static CalibrationCurve.Platt level(PooledRecords records) {
    return new CalibrationCurve.Platt(records.badRateLogOdds(), 0.0);
  }
}
