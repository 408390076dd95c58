package io.probity.training.scorecard;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON form of scorecard settings. A setting is a number, a list to choose from by inner folds, or
 * AUTO for the usual list; {@code refit} also NONE.
 */
public final class ScorecardSettingsJson {

  private static final String AUTO = "AUTO";
  private static final String NONE = "NONE";

  private ScorecardSettingsJson() {}

  /** Reads scorecard settings; absent keys have their defaults. */
  public static ScorecardSettings read(JsonObject json) {
    ScorecardSettings defaults = ScorecardSettings.DEFAULT;
    Choice prior = choice(json, "woePrior", ScorecardSettings.WOE_PRIORS);
    Choice ridge = choice(json, "ridge", ScorecardSettings.RIDGES);
    Choice refit = choice(json, "refit", ScorecardSettings.REFITS);
    int folds = json.whole("folds", defaults.folds());
    int rows = json.whole("mostTuningRows", defaults.mostTuningRows());
    json.finish();
    return json.build(() -> new ScorecardSettings(prior, ridge, refit, folds, rows));
  }

  private static Choice choice(JsonObject json, String key, Choice usual) {
    if (!json.has(key)) {
      return usual;
    }
    JsonValue value = json.value(key);
    if (value.isText() && value.text().equals(AUTO)) {
      return usual;
    }
    List<JsonValue> values = value.isList() ? value.list() : List.of(value);
    List<Double> choices = new ArrayList<>();
    for (JsonValue one : values) {
      boolean none = one.isText() && one.text().equals(NONE);
      choices.add(none ? ScorecardSettings.NO_REFIT : one.number());
    }
    return value.build(() -> new Choice(choices));
  }

  /** Writes scorecard settings under a key. */
  public static void write(JsonText out, String key, ScorecardSettings settings) {
    out.beginObject(key);
    write(out, "woePrior", settings.woePrior());
    write(out, "ridge", settings.ridge());
    write(out, "refit", settings.refit());
    out.put("folds", settings.folds());
    out.put("mostTuningRows", settings.mostTuningRows()).endObject();
  }

  private static void write(JsonText out, String key, Choice choice) {
    out.beginList(key);
    for (double value : choice.values()) {
      if (Double.isInfinite(value)) {
        out.add(NONE);
      } else {
        out.add(value);
      }
    }
    out.endList();
  }
}
