package io.probity.training.calibration;

import io.probity.model.Calibration;

/**
 * A calibration moved in log-odds so that the mean PD over a sample is a stated long-run default rate.
 *
 * <p>The shift s solves: weighted mean of clip(1 / (1 + e^-(c(x) + s))) = rate, where c is the curve of
 * the calibration. The PDs are clipped as they are served; the mean before clipping is reported beside
 * it. The left side never falls in s, so the solution is bracketed and found by Newton's method, halved
 * where a step would leave the bracket. A shift that the calibration had before is replaced.
 *
 * <p>The points of an affine calibration must be made anew after a shift.
 *
 * @param calibration the calibration with its new shift
 * @param rate the stated rate
 * @param meanBefore the mean clipped PD with the shift that the calibration had
 * @param meanPd the mean clipped PD now, the rate up to rounding
 * @param meanUnclipped the mean PD now, were it not clipped
 */
public record LongRunShift(
    Calibration calibration, double rate, double meanBefore, double meanPd, double meanUnclipped) {

  /**
   * Solves for the shift.
   *
   * @param badLogOdds the uncalibrated log-odds of bad of the sample, finite, at least one
   * @param weights the weight of each record, finite and 0 or more, not all 0
   * @param rate the long-run default rate, above the floor and below the ceiling of the calibration
   * @throws IllegalArgumentException if a value is wrong
   */
  public static LongRunShift of(
      Calibration calibration, double[] badLogOdds, double[] weights, double rate) {
    CalibrationPlan.requireRate(rate, calibration.floor(), calibration.ceiling());
    ShiftSearch search = ShiftSearch.of(calibration, badLogOdds, weights);
    double shift = search.shiftTo(rate);
    return new LongRunShift(
        calibration.withShift(shift),
        rate,
        search.mean(calibration.shift()).value(),
        search.mean(shift).value(),
        search.mean(shift).unclipped());
  }
}
