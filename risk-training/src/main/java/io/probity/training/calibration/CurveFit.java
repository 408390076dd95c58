package io.probity.training.calibration;

import io.probity.model.CalibrationCurve;
import java.util.List;
import java.util.Optional;

/** Fits the curve of a method. */
final class CurveFit {

  private CurveFit() {}

  /** A curve, the method it is of, and what an analyst should know of it. */
  record Fitted(CalibrationMethod method, CalibrationCurve curve, List<String> warnings) {}

  /**
   * Returns the curve of a method.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CalibrationCurve of(
      CalibrationMethod method, CalibrationPlan plan, PooledRecords records) {
    return switch (method) {
      case NONE -> new CalibrationCurve.Identity();
      case PLATT -> PlattFit.of(records, plan.plattTargets());
      case BETA -> BetaFit.of(records, plan.betaForm());
      case ISOTONIC -> IsotonicFit.inside(records).curve();
      case AUTO -> throw new IllegalArgumentException("AUTO is a choice, not a curve");
    };
  }

  /**
   * Returns the curve of a method; where it has no finite one, Platt's line with smoothed targets, and
   * where that has none either the log-odds as they are.
   */
  static Fitted orPlainer(CalibrationMethod method, CalibrationPlan plan, PooledRecords records) {
    try {
      CalibrationCurve curve = of(method, plan, records);
      return new Fitted(method, curve, warning(curve).stream().toList());
    } catch (IllegalArgumentException refused) {
      String reason = method + " could not be fitted: " + refused.getMessage() + "; ";
      boolean smoothed =
          method == CalibrationMethod.PLATT && plan.plattTargets() == PlattTargets.SMOOTHED;
      if (smoothed) {
        return new Fitted(
            CalibrationMethod.NONE,
            new CalibrationCurve.Identity(),
            List.of(reason + "the log-odds stay as they are"));
      }
      Fitted plainer =
          orPlainer(CalibrationMethod.PLATT, plan.withPlattTargets(PlattTargets.SMOOTHED), records);
      return new Fitted(
          plainer.method(),
          plainer.curve(),
          List.of(reason + "PLATT with SMOOTHED targets is taken instead"));
    }
  }

  private static Optional<String> warning(CalibrationCurve curve) {
    boolean level = false;
    if (curve instanceof CalibrationCurve.Platt platt) {
      level = platt.slope() == 0;
    } else if (curve instanceof CalibrationCurve.Beta beta) {
      level = beta.a() == 0 && beta.b() == 0;
    } else if (curve instanceof CalibrationCurve.Isotonic isotonic) {
      level = isotonic.pd(0) == isotonic.pd(isotonic.knots() - 1);
    }
    return level
        ? Optional.of("the bad rate does not rise with the log-odds, so every record gets the same"
            + " PD; the predictor ranks no better than chance, or the wrong way round")
        : Optional.empty();
  }
}
