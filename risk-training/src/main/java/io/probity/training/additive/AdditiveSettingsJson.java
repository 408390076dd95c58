package io.probity.training.additive;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The JSON form of additive settings. Absent keys have their defaults; a rate or bags of 0 is AUTO. */
public final class AdditiveSettingsJson {

  private AdditiveSettingsJson() {}

  /** Reads additive settings. */
  public static AdditiveSettings read(JsonObject json) {
    AdditiveSettings usual = AdditiveSettings.DEFAULT;
    double rate = json.number("rate", usual.rate());
    int leaves = json.whole("leaves", usual.leaves());
    double leastLeafWeight = json.number("leastLeafWeight", usual.leastLeafWeight());
    double ridge = json.number("ridge", usual.ridge());
    double levelRidge = json.number("levelRidge", usual.levelRidge());
    List<Double> caution = new ArrayList<>(usual.caution());
    if (json.has("caution")) {
      caution.clear();
      Arrays.stream(json.numbers("caution")).forEach(caution::add);
    }
    int bags = json.whole("bags", usual.bags());
    double bagShare = json.number("bagShare", usual.bagShare());
    int mostBins = json.whole("mostBins", usual.mostBins());
    int mostRounds = json.whole("mostRounds", usual.mostRounds());
    int patience = json.whole("patience", usual.patience());
    int folds = json.whole("folds", usual.folds());
    List<Integer> pairs = json.has("pairs")
        ? json.value("pairs").list().stream().map(JsonValue::whole).toList()
        : usual.pairs();
    int pairPositions = json.whole("pairPositions", usual.pairPositions());
    double mergeTolerance = json.number("mergeTolerance", usual.mergeTolerance());
    json.finish();
    return json.build(() -> new AdditiveSettings(
        rate,
        leaves,
        leastLeafWeight,
        ridge,
        levelRidge,
        caution,
        bags,
        bagShare,
        mostBins,
        mostRounds,
        patience,
        folds,
        pairs,
        pairPositions,
        mergeTolerance));
  }

  /** Writes additive settings under a key. */
  public static void write(JsonText out, String key, AdditiveSettings settings) {
    out.beginObject(key).put("rate", settings.rate()).put("leaves", settings.leaves());
    out.put("leastLeafWeight", settings.leastLeafWeight()).put("ridge", settings.ridge());
    out.put("levelRidge", settings.levelRidge());
    out.put(
        "caution", settings.caution().stream().mapToDouble(Double::doubleValue).toArray());
    out.put("bags", settings.bags()).put("bagShare", settings.bagShare());
    out.put("mostBins", settings.mostBins()).put("mostRounds", settings.mostRounds());
    out.put("patience", settings.patience()).put("folds", settings.folds());
    out.put("pairs", settings.pairs().stream().mapToInt(Integer::intValue).toArray());
    out.put("pairPositions", settings.pairPositions());
    out.put("mergeTolerance", settings.mergeTolerance()).endObject();
  }
}
