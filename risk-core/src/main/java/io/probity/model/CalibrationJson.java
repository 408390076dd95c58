package io.probity.model;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.List;

/** The JSON form of calibrations. */
final class CalibrationJson {

  private CalibrationJson() {}

  static byte[] write(Calibration calibration) {
    JsonText out = JsonText.pretty().beginObject();
    CalibrationCurve curve = calibration.curve();
    if (curve instanceof CalibrationCurve.Platt platt) {
      out.put("method", "PLATT").put("intercept", platt.intercept()).put("slope", platt.slope());
    } else if (curve instanceof CalibrationCurve.Beta beta) {
      out.put("method", "BETA").put("a", beta.a()).put("b", beta.b());
      out.put("intercept", beta.intercept());
    } else if (curve instanceof CalibrationCurve.Isotonic isotonic) {
      out.put("method", "ISOTONIC").beginList("knots");
      for (int knot = 0; knot < isotonic.knots(); knot++) {
        out.beginList().add(isotonic.from(knot)).add(isotonic.pd(knot)).endList();
      }
      out.endList();
    } else {
      out.put("method", "IDENTITY");
    }
    out.put("shift", calibration.shift());
    out.put("floor", calibration.floor()).put("ceiling", calibration.ceiling());
    return out.endObject().toBytes();
  }

  static Calibration read(JsonObject json) {
    String method = json.text("method");
    CalibrationCurve curve = json.build(() -> curve(method, json));
    double shift = json.number("shift");
    double floor = json.number("floor");
    double ceiling = json.number("ceiling");
    json.finish();
    return json.build(() -> new Calibration(curve, shift, floor, ceiling));
  }

  private static CalibrationCurve curve(String method, JsonObject json) {
    return switch (method) {
      case "IDENTITY" -> new CalibrationCurve.Identity();
      case "PLATT" -> new CalibrationCurve.Platt(json.number("intercept"), json.number("slope"));
      case "BETA" ->
        new CalibrationCurve.Beta(json.number("a"), json.number("b"), json.number("intercept"));
      case "ISOTONIC" -> isotonic(json.value("knots").list());
      default ->
        throw new IllegalArgumentException(
            "the method of a calibration must be IDENTITY, PLATT, BETA or ISOTONIC, not " + method);
    };
  }

  private static CalibrationCurve isotonic(List<JsonValue> knots) {
    double[] from = new double[knots.size()];
    double[] pd = new double[knots.size()];
    for (int i = 0; i < from.length; i++) {
      double[] knot = knots.get(i).numbers();
      if (knot.length != 2) {
        throw new IllegalArgumentException("a knot is a pair of log-odds and PD");
      }
      from[i] = knot[0];
      pd[i] = knot[1];
    }
    return CalibrationCurve.Isotonic.of(from, pd);
  }
}
