package io.probity.training.calibration;

import io.probity.model.Calibration;

/** The mean PD of a sample as a function of a shift of its log-odds, and where it is a stated one. */
final class ShiftSearch {

  private static final int MOST_STEPS = 200;
  private static final double SETTLED = 1e-15;

  private final double[] corrected;
  private final double[] weights;
  private final double floor;
  private final double ceiling;

  private ShiftSearch(double[] corrected, double[] weights, double floor, double ceiling) {
    this.corrected = corrected;
    this.weights = weights;
    this.floor = floor;
    this.ceiling = ceiling;
  }

  /** Corrects the log-odds by the curve of a calibration, without its shift. */
  static ShiftSearch of(Calibration calibration, double[] badLogOdds, double[] weights) {
    if (badLogOdds.length != weights.length) {
      throw new IllegalArgumentException("as many weights as log-odds are needed, not "
          + weights.length
          + " and "
          + badLogOdds.length);
    }
    double[] corrected = new double[badLogOdds.length];
    double total = 0.0;
    for (int row = 0; row < corrected.length; row++) {
      if (!Double.isFinite(badLogOdds[row])) {
        throw new IllegalArgumentException(
            "log-odds must be finite, but record " + row + " has " + badLogOdds[row]);
      }
      if (!(weights[row] >= 0)) {
        throw new IllegalArgumentException(
            "a weight must be 0 or more, but record " + row + " has " + weights[row]);
      }
      corrected[row] = calibration.curve().calibrated(badLogOdds[row]);
      total += weights[row];
    }
    if (!(total > 0 && total <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a shift needs records with a finite weight above 0, not a sum of " + total);
    }
    return new ShiftSearch(corrected, weights, calibration.floor(), calibration.ceiling());
  }

  /** A mean clipped PD, its slope in the shift, and the mean before clipping. */
  record Mean(double value, double slope, double unclipped) {}

  Mean mean(double shift) {
    double sum = 0.0;
    double slope = 0.0;
    double unclipped = 0.0;
    double total = 0.0;
    for (int row = 0; row < corrected.length; row++) {
      double pd = 1.0 / (1.0 + StrictMath.exp(-(corrected[row] + shift)));
      double served = Math.min(Math.max(pd, floor), ceiling);
      sum += weights[row] * served;
      slope += served == pd ? weights[row] * pd * (1.0 - pd) : 0.0;
      unclipped += weights[row] * pd;
      total += weights[row];
    }
    return new Mean(sum / total, slope / total, unclipped / total);
  }

  /** Returns the shift at which the mean clipped PD is a rate between floor and ceiling. */
  double shiftTo(double rate) {
    double aim = StrictMath.log(rate) - StrictMath.log1p(-rate);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < corrected.length; row++) {
      if (weights[row] > 0) {
        least = Math.min(least, corrected[row]);
        most = Math.max(most, corrected[row]);
      }
    }
    double low = aim - most; // here no PD is above the rate
    double high = aim - least; // and here none below
    double shift = low + (high - low) / 2.0;
    for (int step = 0; step < MOST_STEPS && high > low; step++) {
      Mean mean = mean(shift);
      double gap = mean.value() - rate;
      if (gap > 0) {
        high = shift;
      } else {
        low = shift;
      }
      double next = shift - gap / mean.slope();
      if (!(next > low && next < high)) {
        next = low + (high - low) / 2.0;
      }
      if (gap == 0 || Math.abs(next - shift) <= SETTLED * Math.max(1.0, Math.abs(shift))) {
        return shift;
      }
      shift = next;
    }
    return shift;
  }
}
