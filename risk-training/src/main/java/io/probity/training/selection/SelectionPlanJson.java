package io.probity.training.selection;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import java.util.TreeSet;

/** The JSON form of selection plans; absent keys have their defaults. */
public final class SelectionPlanJson {

  private SelectionPlanJson() {}

  /** Reads a selection plan. */
  public static SelectionPlan read(JsonObject json) {
    SelectionPlan defaults = SelectionPlan.DEFAULT;
    double missing = json.number("largestMissingShare", defaults.largestMissingShare());
    double iv = json.number("minimumIv", defaults.minimumIv());
    double correlation = json.number("largestCorrelation", defaults.largestCorrelation());
    double vif = json.nullableNumber("largestVif").orElse(defaults.largestVif());
    Stepwise stepwise = json.optionalObject("stepwise")
        .map(SelectionPlanJson::stepwise)
        .orElse(defaults.stepwise());
    boolean wrongSigns = json.flag("removeWrongSigns", defaults.removeWrongSigns());
    TreeSet<String> force = new TreeSet<>(json.optionalTexts("force"));
    json.finish();
    return json.build(
        () -> new SelectionPlan(missing, iv, correlation, vif, stepwise, wrongSigns, force));
  }

  private static Stepwise stepwise(JsonObject json) {
    Stepwise.Criterion criterion = json.choice("criterion", Stepwise.Criterion.class);
    double enter = json.number("enter", Stepwise.NONE.enter());
    double stay = json.number("stay", Math.max(enter, Stepwise.NONE.stay()));
    json.finish();
    return json.build(() -> new Stepwise(criterion, enter, stay));
  }

  /** Writes a selection plan under a key. */
  public static void write(JsonText out, String key, SelectionPlan plan) {
    out.beginObject(key).put("largestMissingShare", plan.largestMissingShare());
    out.put("minimumIv", plan.minimumIv());
    out.put("largestCorrelation", plan.largestCorrelation());
    if (Double.isInfinite(plan.largestVif())) {
      out.putNull("largestVif");
    } else {
      out.put("largestVif", plan.largestVif());
    }
    out.beginObject("stepwise").put("criterion", plan.stepwise().criterion().name());
    out.put("enter", plan.stepwise().enter())
        .put("stay", plan.stepwise().stay())
        .endObject();
    out.put("removeWrongSigns", plan.removeWrongSigns());
    out.put("force", plan.force()).endObject();
  }
}
