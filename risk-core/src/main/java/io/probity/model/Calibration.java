package io.probity.model;

/**
 * From the log-odds of a predictor to the PD: the curve, then a shift to a long-run default rate, then
 * the logistic function, clipped.
 *
 * @param curve how log-odds are corrected
 * @param shift added to the corrected log-odds
 * @param floor the smallest PD, above 0
 * @param ceiling the largest PD, below 1
 */
public record Calibration(CalibrationCurve curve, double shift, double floor, double ceiling) {

  /** The smallest PD unless stated otherwise. */
  public static final double FLOOR = 1e-4;

  /** No correction; PD within [0.0001, 0.9999]. */
  public static final Calibration IDENTITY = of(new CalibrationCurve.Identity());

  /** Checks the shift and the bounds. */
  public Calibration {
    if (!Double.isFinite(shift)) {
      throw new IllegalArgumentException("the shift of a calibration must be finite, not " + shift);
    }
    if (!(floor > 0 && floor < ceiling && ceiling < 1)) {
      throw new IllegalArgumentException(
          "the bounds of a PD need 0 < floor < ceiling < 1, not " + floor + " and " + ceiling);
    }
  }

  /** Returns a calibration without a shift and with the usual bounds. */
  public static Calibration of(CalibrationCurve curve) {
    return new Calibration(curve, 0.0, FLOOR, 1.0 - FLOOR);
  }

  /** Returns this calibration with another shift. */
  public Calibration withShift(double other) {
    return new Calibration(curve, other, floor, ceiling);
  }

  /** Returns the calibrated log-odds of bad, before clipping. */
  public double calibrated(double badLogOdds) {
    return curve.calibrated(badLogOdds) + shift;
  }

  /** Returns the PD: a fraction in [floor, ceiling], never falling as the log-odds rise. */
  public double pd(double badLogOdds) {
    double pd = 1.0 / (1.0 + StrictMath.exp(-calibrated(badLogOdds)));
    return Math.min(Math.max(pd, floor), ceiling);
  }
}
