package io.probity.training;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.model.MasterScale;
import io.probity.model.ScoreScale;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningSettingsJson;
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
    TrainingPlan defaults = TrainingPlan.DEFAULT;
    String family = json.text("family", defaults.family());
    long seed = json.has("seed") ? json.value("seed").build(() -> seed(json)) : defaults.seed();
    double holdout = json.number("holdout", defaults.holdout());
    FeatureChoice features =
        json.optionalObject("features").map(TrainingPlanJson::features).orElse(defaults.features());
    BinningSettings binning =
        json.optionalObject("binning").map(BinningSettingsJson::read).orElse(defaults.binning());
    SelectionPlan selection = json.optionalObject("selection")
        .map(TrainingPlanJson::selection)
        .orElse(defaults.selection());
    ScoreScale scale =
        json.optionalObject("scale").map(TrainingPlanJson::scale).orElse(defaults.scale());
    MasterScale grades = json.has("grades") ? grades(json) : defaults.grades();
    json.finish();
    return json.build(
        () -> new TrainingPlan(family, seed, holdout, features, binning, selection, scale, grades));
  }

  private static long seed(JsonObject json) {
    try {
      return json.decimal("seed").longValueExact();
    } catch (ArithmeticException notWhole) {
      throw new IllegalArgumentException("a seed must be a whole number of 64 bits", notWhole);
    }
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

  private static SelectionPlan selection(JsonObject json) {
    double minimumIv = json.number("minimumIv", SelectionPlan.DEFAULT.minimumIv());
    boolean removeWrongSigns =
        json.flag("removeWrongSigns", SelectionPlan.DEFAULT.removeWrongSigns());
    json.finish();
    return json.build(() -> new SelectionPlan(minimumIv, removeWrongSigns));
  }

  private static ScoreScale scale(JsonObject json) {
    double basePoints = json.number("basePoints", ScoreScale.DEFAULT.basePoints());
    double baseOdds = json.number("baseOdds", ScoreScale.DEFAULT.baseOdds());
    double points = json.number("pointsToDoubleOdds", ScoreScale.DEFAULT.pointsToDoubleOdds());
    json.finish();
    return json.build(() -> new ScoreScale(basePoints, baseOdds, points));
  }

  private static MasterScale grades(JsonObject json) {
    List<MasterScale.Grade> grades = new ArrayList<>();
    for (JsonObject grade : json.objects("grades")) {
      String name = grade.text("name");
      double pdBelow = grade.number("pdBelow");
      grade.finish();
      grades.add(grade.build(() -> new MasterScale.Grade(name, pdBelow)));
    }
    return json.value("grades").build(() -> new MasterScale(grades));
  }

  static String write(TrainingPlan plan) {
    JsonText out = JsonText.pretty().beginObject().put("family", plan.family());
    out.put("seed", plan.seed()).put("holdout", plan.holdout());
    out.beginObject("features").put("exclude", plan.features().exclude()).beginList("allow");
    plan.features()
        .allow()
        .forEach((name, reason) ->
            out.beginObject().put("field", name).put("reason", reason).endObject());
    out.endList().endObject();
    BinningSettingsJson.write(out, "binning", plan.binning());
    out.beginObject("selection").put("minimumIv", plan.selection().minimumIv());
    out.put("removeWrongSigns", plan.selection().removeWrongSigns()).endObject();
    out.beginObject("scale").put("basePoints", plan.scale().basePoints());
    out.put("baseOdds", plan.scale().baseOdds());
    out.put("pointsToDoubleOdds", plan.scale().pointsToDoubleOdds()).endObject();
    out.beginList("grades");
    for (MasterScale.Grade grade : plan.grades().grades()) {
      out.beginObject()
          .put("name", grade.name())
          .put("pdBelow", grade.pdBelow())
          .endObject();
    }
    return out.endList().endObject().toString();
  }
}
