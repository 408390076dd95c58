package io.probity.training.boosted;

import io.probity.input.JsonObject;
import io.probity.input.JsonText;
import io.probity.input.JsonValue;
import java.util.Arrays;
import java.util.List;

/** The JSON form of boosted settings. Absent keys have their defaults; a rate of 0 is AUTO. */
public final class BoostedSettingsJson {

  private BoostedSettingsJson() {}

  /** Reads boosted settings. */
  public static BoostedSettings read(JsonObject json) {
    BoostedSettings usual = BoostedSettings.DEFAULT;
    List<Integer> depths = json.has("depths")
        ? json.value("depths").list().stream().map(JsonValue::whole).toList()
        : usual.depths();
    List<Double> cautions = json.has("cautions")
        ? Arrays.stream(json.numbers("cautions")).boxed().toList()
        : usual.cautions();
    double rate = json.number("rate", usual.rate());
    double rowShare = json.number("rowShare", usual.rowShare());
    double columnShare = json.number("columnShare", usual.columnShare());
    int mostIndicators = json.whole("mostIndicators", usual.mostIndicators());
    boolean flags = json.flag("flags", usual.flags());
    int mostRounds = json.whole("mostRounds", usual.mostRounds());
    int patience = json.whole("patience", usual.patience());
    int mostTuningRows = json.whole("mostTuningRows", usual.mostTuningRows());
    json.finish();
    return json.build(() -> new BoostedSettings(
        depths,
        cautions,
        rate,
        rowShare,
        columnShare,
        mostIndicators,
        flags,
        mostRounds,
        patience,
        mostTuningRows));
  }

  /** Writes boosted settings under a key. */
  public static void write(JsonText out, String key, BoostedSettings settings) {
    out.beginObject(key);
    out.put("depths", settings.depths().stream().mapToInt(Integer::intValue).toArray());
    out.put(
        "cautions",
        settings.cautions().stream().mapToDouble(Double::doubleValue).toArray());
    out.put("rate", settings.rate()).put("rowShare", settings.rowShare());
    out.put("columnShare", settings.columnShare());
    out.put("mostIndicators", settings.mostIndicators()).put("flags", settings.flags());
    out.put("mostRounds", settings.mostRounds()).put("patience", settings.patience());
    out.put("mostTuningRows", settings.mostTuningRows()).endObject();
  }
}
