package io.probity.training.selection;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.TreeSet;

/** The JSON form of selection plans; absent keys have their defaults. */
public final class SelectionPlanJson {

  private SelectionPlanJson() {}

  /** Reads a selection plan. */
  public static SelectionPlan read(JsonObject json) {
    FeatureBounds bounds = bounds(json);
    Stepwise stepwise =
        json.optionalObject("stepwise").map(SelectionPlanJson::stepwise).orElse(Stepwise.NONE);
    boolean wrongSigns = json.flag("removeWrongSigns", SelectionPlan.DEFAULT.removeWrongSigns());
    TreeSet<String> force = new TreeSet<>(json.optionalTexts("force"));
    json.finish();
    return new SelectionPlan(bounds, stepwise, wrongSigns, force);
  }

  private static FeatureBounds bounds(JsonObject json) {
    FeatureBounds defaults = FeatureBounds.DEFAULT;
    double missing = json.number("largestMissingShare", defaults.largestMissingShare());
    int bins = json.optionalValue("fewestBins").map(JsonValue::whole).orElse(defaults.fewestBins());
    double iv = json.number("minimumIv", defaults.minimumIv());
    double psi = json.nullableNumber("largestPsi").orElse(defaults.largestPsi());
    double correlation = json.number("largestCorrelation", defaults.largestCorrelation());
    double vif = json.nullableNumber("largestVif").orElse(defaults.largestVif());
    return json.build(() -> new FeatureBounds(missing, bins, iv, psi, correlation, vif));
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
    FeatureBounds bounds = plan.bounds();
    out.beginObject(key).put("largestMissingShare", bounds.largestMissingShare());
    out.put("fewestBins", bounds.fewestBins()).put("minimumIv", bounds.minimumIv());
    putBound(out, "largestPsi", bounds.largestPsi());
    out.put("largestCorrelation", bounds.largestCorrelation());
    putBound(out, "largestVif", bounds.largestVif());
    out.beginObject("stepwise").put("criterion", plan.stepwise().criterion().name());
    out.put("enter", plan.stepwise().enter())
        .put("stay", plan.stepwise().stay())
        .endObject();
    out.put("removeWrongSigns", plan.removeWrongSigns());
    out.put("force", plan.force()).endObject();
  }

  private static void putBound(JsonText out, String key, double bound) {
    if (Double.isInfinite(bound)) {
      out.putNull(key);
    } else {
      out.put(key, bound);
    }
  }
}
