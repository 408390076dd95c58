package io.probity.bench;

import io.probity.metrics.Auc;
import io.probity.metrics.CalibrationRegression;
import io.probity.metrics.RankedOutcomes;

/**
 * How close the PDs of a model are to the true ones, on records that it did not learn from. Against
 * the outcomes all figures hold their noise; against the truth each record counts as bad with its true
 * PD and as good with the rest, which is what the figures would be on the average over outcomes.
 *
 * @param truth the AUC of the true PDs
 * @param model the AUC of the model's PDs
 * @param slope the calibration slope of the model's PDs, 1 if they are right
 * @param intercept the calibration intercept, 0 if they are right
 */
record Closeness(double truth, double model, double slope, double intercept) {

  /** Compares by what came of the loans. */
  static Closeness byOutcomes(double[] pd, double[] truePd, int[] bad) {
    return of(RankedOutcomes.of(pd, bad), RankedOutcomes.of(truePd, bad));
  }

  /** Compares by the true PDs. */
  static Closeness byTruth(double[] pd, double[] truePd) {
    return of(expected(pd, truePd), expected(truePd, truePd));
  }

  /** Returns the AUC of the model as a share of that of the truth. */
  double ratio() {
    return model / truth;
  }

  private static Closeness of(RankedOutcomes model, RankedOutcomes truth) {
    CalibrationRegression calibration = CalibrationRegression.of(model);
    return new Closeness(
        Auc.of(truth).value(),
        Auc.of(model).value(),
        calibration.slope().value(),
        calibration.intercept().value());
  }

  /** Each record twice: as bad with the weight of its true PD, as good with the rest. */
  private static RankedOutcomes expected(double[] pd, double[] truePd) {
    int n = pd.length;
    double[] scores = new double[2 * n];
    int[] bad = new int[2 * n];
    double[] weights = new double[2 * n];
    for (int i = 0; i < n; i++) {
      scores[i] = pd[i];
      scores[n + i] = pd[i];
      bad[i] = 1;
      weights[i] = truePd[i];
      weights[n + i] = 1.0 - truePd[i];
    }
    return RankedOutcomes.of(scores, bad, weights);
  }
}
