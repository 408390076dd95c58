package io.probity.training;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import io.probity.model.ScoreScale;
import io.probity.training.additive.AdditiveSettingsJson;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningSettingsJson;
import io.probity.training.boosted.BoostedSettingsJson;
import io.probity.training.calibration.CalibrationPlanJson;
import io.probity.training.editing.BinningEditJson;
import io.probity.training.grades.GradePlanJson;
import io.probity.training.honesty.AgeRulePlan;
import io.probity.training.rounding.RoundingPlan;
import io.probity.training.scorecard.ScorecardSettingsJson;
import io.probity.training.selection.SelectionPlanJson;
import io.probity.training.split.PeriodPlan;
import io.probity.training.split.SplitPlanJson;
import io.probity.training.tribuo.TribuoSettingsJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The JSON form of training plans. */
final class TrainingPlanJson {

  private TrainingPlanJson() {}

  static TrainingPlan read(byte[] utf8, String place) {
    JsonObject json = JsonObject.parse(utf8, place, JsonLimits.FILE);
    TrainingPlan.Builder plan = new TrainingPlan.Builder();
    plan.data(json.optionalObject("data").map(PlanData::read));
    json.optionalValue("family").ifPresent(value -> plan.family(value.text()));
    json.optionalValue("seed").ifPresent(value -> plan.seed(value.build(() -> seed(value))));
    json.optionalObject("split").ifPresent(split -> plan.split(SplitPlanJson.read(split)));
    plan.periods(json.optionalObject("periods").map(TrainingPlanJson::periods));
    json.optionalObject("features").ifPresent(choice -> plan.features(features(choice)));
    json.optionalObject("binning")
        .ifPresent(settings -> plan.binning(BinningSettingsJson.read(settings)));
    json.optionalObject("binningByFeature")
        .ifPresent(settings -> plan.binningByFeature(byFeature(settings)));
    plan.edits(BinningEditJson.read(json.optionalObjects("edits"), ""));
    json.optionalObject("selection")
        .ifPresent(selection -> plan.selection(SelectionPlanJson.read(selection)));
    json.optionalObject("scorecard")
        .ifPresent(settings -> plan.scorecard(ScorecardSettingsJson.read(settings)));
    json.optionalObject("additive")
        .ifPresent(settings -> plan.additive(AdditiveSettingsJson.read(settings)));
    json.optionalObject("boosted")
        .ifPresent(settings -> plan.boosted(BoostedSettingsJson.read(settings)));
    plan.tribuo(json.nullableValue("tribuo").map(part -> TribuoSettingsJson.read(part.object())));
    plan.ageRule(json.nullableValue("ageRule").map(rule -> ageRule(rule.object())));
    json.optionalObject("calibration")
        .ifPresent(settings -> plan.calibration(CalibrationPlanJson.read(settings)));
    json.optionalObject("rounding").ifPresent(rounding -> plan.rounding(rounding(rounding)));
    json.optionalObject("scale").ifPresent(scale -> plan.scale(scale(scale)));
    json.optionalValue("grades").ifPresent(grades -> plan.grades(GradePlanJson.read(grades)));
    json.finish();
    return json.build(plan::build);
  }

  private static long seed(JsonValue value) {
    try {
      return value.decimal().longValueExact();
    } catch (ArithmeticException notWhole) {
      throw new IllegalArgumentException("a seed must be a whole number of 64 bits", notWhole);
    }
  }

  private static PeriodPlan periods(JsonObject json) {
    String column = json.text("column");
    PeriodPlan.Span span = json.choice("span", PeriodPlan.Span.class, PeriodPlan.Span.QUARTER);
    json.finish();
    return new PeriodPlan(column, span);
  }

  private static FeatureChoice features(JsonObject json) {
    Set<String> exclude = new TreeSet<>(json.optionalTexts("exclude"));
    Map<String, String> allow = new LinkedHashMap<>();
    for (JsonObject field : json.optionalObjects("allow")) {
      allow.put(field.text("field"), field.text("reason"));
      field.finish();
    }
    json.finish();
    return json.build(() -> new FeatureChoice(exclude, allow));
  }

  private static Map<String, BinningSettings> byFeature(JsonObject json) {
    Map<String, BinningSettings> byFeature = new LinkedHashMap<>();
    for (String feature : json.keys()) {
      byFeature.put(feature, BinningSettingsJson.read(json.object(feature)));
    }
    return byFeature;
  }

  private static ScoreScale scale(JsonObject json) {
    double basePoints = json.number("basePoints", ScoreScale.DEFAULT.basePoints());
    double baseOdds = json.number("baseOdds", ScoreScale.DEFAULT.baseOdds());
    double points = json.number("pointsToDoubleOdds", ScoreScale.DEFAULT.pointsToDoubleOdds());
    json.finish();
    return json.build(() -> new ScoreScale(basePoints, baseOdds, points));
  }

  private static AgeRulePlan ageRule(JsonObject json) {
    AgeRulePlan.Jurisdiction jurisdiction =
        json.choice("jurisdiction", AgeRulePlan.Jurisdiction.class);
    String field = json.text("field");
    json.finish();
    return new AgeRulePlan(jurisdiction, field);
  }

  private static RoundingPlan rounding(JsonObject json) {
    RoundingPlan.Method method =
        json.choice("method", RoundingPlan.Method.class, RoundingPlan.DEFAULT.method());
    List<Integer> cutOffs = new ArrayList<>();
    json.optionalValue("cutOffs")
        .ifPresent(list -> list.list().forEach(cutOff -> cutOffs.add(cutOff.whole())));
    json.finish();
    return new RoundingPlan(method, cutOffs);
  }

  static String write(TrainingPlan plan) {
    JsonText out = JsonText.pretty().beginObject();
    plan.data().ifPresent(data -> data.write(out, "data"));
    out.put("family", plan.family()).put("seed", plan.seed());
    SplitPlanJson.write(out, "split", plan.split());
    plan.periods()
        .ifPresent(periods -> out.beginObject("periods")
            .put("column", periods.column())
            .put("span", periods.span().name())
            .endObject());
    out.beginObject("features").put("exclude", plan.features().exclude()).beginList("allow");
    plan.features()
        .allow()
        .forEach((name, reason) ->
            out.beginObject().put("field", name).put("reason", reason).endObject());
    out.endList().endObject();
    BinningSettingsJson.write(out, "binning", plan.binning());
    out.beginObject("binningByFeature");
    plan.binningByFeature()
        .forEach((feature, settings) -> BinningSettingsJson.write(out, feature, settings));
    out.endObject();
    BinningEditJson.write(out, "edits", plan.edits());
    SelectionPlanJson.write(out, "selection", plan.selection());
    ScorecardSettingsJson.write(out, "scorecard", plan.scorecard());
    AdditiveSettingsJson.write(out, "additive", plan.additive());
    BoostedSettingsJson.write(out, "boosted", plan.boosted());
    plan.tribuo().ifPresent(part -> TribuoSettingsJson.write(out, "tribuo", part));
    plan.ageRule()
        .ifPresent(rule -> out.beginObject("ageRule")
            .put("jurisdiction", rule.jurisdiction().name())
            .put("field", rule.field())
            .endObject());
    CalibrationPlanJson.write(out, "calibration", plan.calibration());
    out.beginObject("scale").put("basePoints", plan.scale().basePoints());
    out.put("baseOdds", plan.scale().baseOdds());
    out.put("pointsToDoubleOdds", plan.scale().pointsToDoubleOdds()).endObject();
    out.beginObject("rounding").put("method", plan.rounding().method().name());
    out.put(
        "cutOffs",
        plan.rounding().cutOffs().stream().mapToDouble(cutOff -> cutOff).toArray());
    out.endObject();
    GradePlanJson.write(out, "grades", plan.grades());
    return out.endObject().toString();
  }
}
