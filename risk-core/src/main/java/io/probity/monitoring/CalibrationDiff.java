package io.probity.monitoring;

import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What two calibrations say differently: method, parameters, and where that moves the PD most. */
final class CalibrationDiff {

  private static final int STEPS = 160;
  private static final double LOWEST = -10.0; // log-odds of a PD of 0.005%
  private static final double STEP = 0.1;

  private CalibrationDiff() {}

  static void compare(Calibration first, Calibration second, Differences differences) {
    if (first.equals(second)) {
      return;
    }
    Map<String, String> before = parameters(first.curve());
    Map<String, String> after = parameters(second.curve());
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      differences.compare(
          "calibration, " + name,
          before.getOrDefault(name, Differences.NOTHING),
          after.getOrDefault(name, Differences.NOTHING));
    }
    differences.compare("calibration, shift", first.shift(), second.shift());
    differences.compare("calibration, lowest PD", first.floor(), second.floor());
    differences.compare("calibration, highest PD", first.ceiling(), second.ceiling());
    double at = LOWEST;
    for (int step = 0; step <= STEPS; step++) {
      double logOdds = LOWEST + step * STEP;
      at = gap(first, second, logOdds) > gap(first, second, at) ? logOdds : at;
    }
    differences.compare(
        "calibration, largest change of the PD, at log-odds " + Differences.number(at),
        first.pd(at),
        second.pd(at));
  }

  private static double gap(Calibration first, Calibration second, double logOdds) {
    return Math.abs(first.pd(logOdds) - second.pd(logOdds));
  }

  private static Map<String, String> parameters(CalibrationCurve curve) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (curve instanceof CalibrationCurve.Platt platt) {
      parameters.put("method", "PLATT");
      parameters.put("intercept", Differences.number(platt.intercept()));
      parameters.put("slope", Differences.number(platt.slope()));
    } else if (curve instanceof CalibrationCurve.Beta beta) {
      parameters.put("method", "BETA");
      parameters.put("a", Differences.number(beta.a()));
      parameters.put("b", Differences.number(beta.b()));
      parameters.put("intercept", Differences.number(beta.intercept()));
    } else if (curve instanceof CalibrationCurve.Isotonic isotonic) {
      parameters.put("method", "ISOTONIC");
      parameters.put("knots", Integer.toString(isotonic.knots()));
    } else {
      parameters.put("method", "IDENTITY");
    }
    return parameters;
  }
}
