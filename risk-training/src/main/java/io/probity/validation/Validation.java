package io.probity.validation;

import io.probity.metrics.Brier;
import io.probity.metrics.CalibrationTable;
import io.probity.metrics.DeLong;
import io.probity.metrics.Ks;
import io.probity.metrics.LogLoss;
import io.probity.metrics.RankedOutcomes;

/**
 * The few figures of one model on one set of records that training shows; {@link ModelValidation} says
 * everything.
 *
 * @param rows the records
 * @param bads how many of them are bad
 * @param discrimination AUC and Gini with their DeLong variance
 * @param ks the Kolmogorov-Smirnov distance, and the PD where it is reached
 * @param brier the Brier score
 * @param logLoss the mean log-loss
 * @param calibration mean PD and bad rate in tenths of the records
 */
public record Validation(
    int rows,
    int bads,
    DeLong discrimination,
    Ks ks,
    Brier brier,
    LogLoss logLoss,
    CalibrationTable calibration) {

  private static final int TENTHS = 10;

  /**
   * Computes the figures.
   *
   * @param pd the PD of each record, in (0, 1)
   * @param target 1 for bad, 0 for good, one a record; both must occur
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static Validation of(double[] pd, int[] target) {
    RankedOutcomes outcomes = RankedOutcomes.of(pd, target);
    int bads = 0;
    for (int outcome : target) {
      bads += outcome;
    }
    return new Validation(
        target.length,
        bads,
        DeLong.of(outcomes),
        Ks.of(outcomes),
        Brier.of(outcomes),
        LogLoss.of(outcomes),
        CalibrationTable.equalFrequency(outcomes, TENTHS));
  }

  /** Returns the share of bads, in (0, 1). */
  public double badRate() {
    return (double) bads / rows;
  }
}
