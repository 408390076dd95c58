package io.probity.training.calibration;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.util.OptionalDouble;

/**
 * The JSON form of calibration plans; {@code longRunRate} is null for none:
 *
 * <pre>{@code
 * {"method": "AUTO", "plattTargets": "OBSERVED", "betaForm": "ABM", "margin": 0.001,
 *  "leastOfEach": 10, "longRunRate": 0.03, "floor": 0.0001, "ceiling": 0.9999}
 * }</pre>
 */
public final class CalibrationPlanJson {

  private CalibrationPlanJson() {}

  /** Reads a calibration plan; absent keys have their defaults. */
  public static CalibrationPlan read(JsonObject json) {
    CalibrationPlan defaults = CalibrationPlan.DEFAULT;
    CalibrationMethod method = json.choice("method", CalibrationMethod.class, defaults.method());
    PlattTargets targets = json.choice("plattTargets", PlattTargets.class, defaults.plattTargets());
    BetaForm form = json.choice("betaForm", BetaForm.class, defaults.betaForm());
    double margin = json.number("margin", defaults.margin());
    int least = json.whole("leastOfEach", defaults.leastOfEach());
    OptionalDouble rate = json.nullableNumber("longRunRate");
    double floor = json.number("floor", defaults.floor());
    double ceiling = json.number("ceiling", defaults.ceiling());
    json.finish();
    return json.build(
        () -> new CalibrationPlan(method, targets, form, margin, least, rate, floor, ceiling));
  }

  /** Writes a calibration plan under a key. */
  public static void write(JsonText out, String key, CalibrationPlan plan) {
    out.beginObject(key).put("method", plan.method().name());
    out.put("plattTargets", plan.plattTargets().name());
    out.put("betaForm", plan.betaForm().name()).put("margin", plan.margin());
    out.put("leastOfEach", plan.leastOfEach());
    if (plan.longRunRate().isPresent()) {
      out.put("longRunRate", plan.longRunRate().getAsDouble());
    } else {
      out.putNull("longRunRate");
    }
    out.put("floor", plan.floor()).put("ceiling", plan.ceiling()).endObject();
  }
}
