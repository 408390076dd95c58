package io.probity.training.calibration;

import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import java.util.OptionalDouble;

/**
 * Every option of a calibration. Start from {@link #DEFAULT} and change what differs.
 *
 * @param method how log-odds are corrected
 * @param plattTargets what {@link CalibrationMethod#PLATT} is fitted to
 * @param betaForm which parameters of {@link CalibrationMethod#BETA} are free
 * @param margin for {@link CalibrationMethod#AUTO}: the share of the best log-loss by which a plainer
 *     method may be worse, in [0, 1]
 * @param leastOfEach the least number of bads and of goods that a curve is fitted to, at least 1; with
 *     fewer the log-odds stay as they are
 * @param longRunRate the long-run default rate that the mean PD is moved to, between floor and ceiling;
 *     empty to leave it at that of the records
 * @param floor the smallest PD, above 0
 * @param ceiling the largest PD, below 1
 */
public record CalibrationPlan(
    CalibrationMethod method,
    PlattTargets plattTargets,
    BetaForm betaForm,
    double margin,
    int leastOfEach,
    OptionalDouble longRunRate,
    double floor,
    double ceiling) {

  /** The plainest method within a thousandth of the best log-loss. */
  public static final double DEFAULT_MARGIN = 0.001;

  /** Ten bads and ten goods: a line through fewer is guesswork. */
  public static final int DEFAULT_LEAST_OF_EACH = 10;

  /** Automatic choice; maximum likelihood; all parameters free; PD within [0.0001, 0.9999]. */
  public static final CalibrationPlan DEFAULT = new CalibrationPlan(
      CalibrationMethod.AUTO,
      PlattTargets.OBSERVED,
      BetaForm.ABM,
      DEFAULT_MARGIN,
      DEFAULT_LEAST_OF_EACH,
      OptionalDouble.empty(),
      Calibration.FLOOR,
      1.0 - Calibration.FLOOR);

  /** Checks the numbers. */
  public CalibrationPlan {
    if (!(margin >= 0 && margin <= 1)) {
      throw new IllegalArgumentException("a margin must be in [0, 1], not " + margin);
    }
    if (leastOfEach < 1) {
      throw new IllegalArgumentException(
          "a calibration needs at least 1 bad and 1 good, so not a least number of " + leastOfEach);
    }
    if (!(floor > 0 && floor < ceiling && ceiling < 1)) {
      throw new IllegalArgumentException(
          "the bounds of a PD need 0 < floor < ceiling < 1, not " + floor + " and " + ceiling);
    }
    if (longRunRate.isPresent()) {
      requireRate(longRunRate.getAsDouble(), floor, ceiling);
    }
  }

  static void requireRate(double rate, double floor, double ceiling) {
    if (!(rate > floor && rate < ceiling)) {
      throw new IllegalArgumentException(
          "a long-run default rate must lie between the bounds of the" + " PD, " + floor + " and "
              + ceiling + ", not " + rate);
    }
  }

  /** Returns this plan with another method. */
  public CalibrationPlan withMethod(CalibrationMethod other) {
    return new CalibrationPlan(
        other, plattTargets, betaForm, margin, leastOfEach, longRunRate, floor, ceiling);
  }

  /** Returns this plan with other targets of a Platt calibration. */
  public CalibrationPlan withPlattTargets(PlattTargets other) {
    return new CalibrationPlan(
        method, other, betaForm, margin, leastOfEach, longRunRate, floor, ceiling);
  }

  /** Returns this plan with another form of a beta calibration. */
  public CalibrationPlan withBetaForm(BetaForm other) {
    return new CalibrationPlan(
        method, plattTargets, other, margin, leastOfEach, longRunRate, floor, ceiling);
  }

  /** Returns this plan with another margin of the automatic choice. */
  public CalibrationPlan withMargin(double share) {
    return new CalibrationPlan(
        method, plattTargets, betaForm, share, leastOfEach, longRunRate, floor, ceiling);
  }

  /** Returns this plan with another least number of bads and of goods. */
  public CalibrationPlan withLeastOfEach(int records) {
    return new CalibrationPlan(
        method, plattTargets, betaForm, margin, records, longRunRate, floor, ceiling);
  }

  /** Returns this plan with a long-run default rate. */
  public CalibrationPlan withLongRunRate(double rate) {
    return new CalibrationPlan(
        method,
        plattTargets,
        betaForm,
        margin,
        leastOfEach,
        OptionalDouble.of(rate),
        floor,
        ceiling);
  }

  /** Returns this plan with other bounds of a PD. */
  public CalibrationPlan withBounds(double smallest, double largest) {
    return new CalibrationPlan(
        method, plattTargets, betaForm, margin, leastOfEach, longRunRate, smallest, largest);
  }

  /** Returns the calibration of a curve, without a shift. */
  Calibration calibration(CalibrationCurve curve) {
    return new Calibration(curve, 0.0, floor, ceiling);
  }
}
