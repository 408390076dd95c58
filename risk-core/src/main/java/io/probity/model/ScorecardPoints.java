package io.probity.model;

import io.probity.binning.Binning;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes whole points from coefficients: the intercept and the offset of the scale are spread evenly
 * over the features, and each bin's share is rounded, halves away from zero.
 *
 * <p>points = -factor (slope x coefficient x WOE + (slope x intercept + shift) / n) + offset / n for n
 * features, where slope and shift are those of an affine calibration (1 and 0 otherwise).
 */
public final class ScorecardPoints {

  private final ScoreScale scale;
  private final double slope;
  private final double sharedPoints;

  private ScorecardPoints(ScoreScale scale, double slope, double sharedPoints) {
    this.scale = scale;
    this.slope = slope;
    this.sharedPoints = sharedPoints;
  }

  /**
   * Returns the points of a scorecard of some features.
   *
   * @param features the number of features, at least 1
   */
  public static ScorecardPoints of(
      ScoreScale scale, Calibration calibration, double intercept, int features) {
    double slope = 1.0;
    double shift = isAffine(calibration) ? calibration.shift() : 0.0;
    if (calibration.curve() instanceof CalibrationCurve.Platt platt) {
      slope = platt.slope();
      shift += platt.intercept();
    }
    double shared = (scale.offset() - scale.factor() * (slope * intercept + shift)) / features;
    return new ScorecardPoints(scale, slope, shared);
  }

  /** Returns whether the points of a calibration stand on the scale, or are nominal. */
  public static boolean isAffine(Calibration calibration) {
    return calibration.curve() instanceof CalibrationCurve.Identity
        || calibration.curve() instanceof CalibrationCurve.Platt;
  }

  /** Returns the unrounded points of what a bin brings to the log-odds of bad. */
  public double unrounded(double contribution) {
    return sharedPoints - scale.factor() * slope * contribution;
  }

  /** Returns the whole points of what a bin brings to the log-odds of bad. */
  public int whole(double contribution) {
    return scale.rounded(unrounded(contribution));
  }

  /** Returns the whole points of a contribution that carries no share of the intercept and offset. */
  public int wholeDifference(double contribution) {
    return scale.rounded(-scale.factor() * slope * contribution);
  }

  /** Returns the whole points of each bin of a feature. */
  public List<Integer> points(Binning binning, double coefficient) {
    List<Integer> points = new ArrayList<>();
    for (int bin = 0; bin < binning.bins(); bin++) {
      points.add(whole(coefficient * binning.woe(bin)));
    }
    return points;
  }
}
