package io.probity.feature;

import io.probity.input.JsonText;
import io.probity.schema.SchemaJson;

/** Writes the catalogue as JSON. */
final class CatalogJson {

  private CatalogJson() {}

  static String write(FeatureCatalog catalog) {
    JsonText out = JsonText.pretty().beginObject().put("version", catalog.version());
    write(out, catalog.settings());
    out.beginList("features");
    catalog.features().forEach(feature -> write(out, feature));
    return out.endList().endObject().toString();
  }

  private static void write(JsonText out, CatalogSettings settings) {
    KnowledgeLags lags = settings.lags();
    out.beginObject("settings")
        .beginObject("lags")
        .put("inquiryDays", lags.inquiryDays())
        .put("incomeDays", lags.incomeDays())
        .put("openingDays", lags.openingDays())
        .put("statusDays", lags.statusDays())
        .put("macroDays", lags.macroDays())
        .endObject()
        .put("adverseLookbackMonths", settings.adverseLookbackMonths())
        .put("statedIncomeShare", settings.statedIncomeShare())
        .put("revolvingBalanceShare", settings.revolvingBalanceShare())
        .put("revolvingLimitShare", settings.revolvingLimitShare())
        .put("closedEndBalanceShare", settings.closedEndBalanceShare())
        .endObject();
  }

  private static void write(JsonText out, CatalogFeature feature) {
    out.beginObject()
        .put("id", feature.id())
        .put("group", feature.group().name())
        .put("kind", feature.kind().name())
        .put("role", feature.role().name())
        .put("unit", feature.unit())
        .put("window", feature.window())
        .put("definition", feature.definition())
        .put("direction", feature.direction().name())
        .put("protected", feature.isProtected())
        .put("actionable", feature.actionable())
        .put("missing", feature.missing());
    feature.valid().ifPresent(range -> SchemaJson.writeRange(out, "valid", range));
    out.beginList("specials");
    for (CatalogSpecial special : feature.specials()) {
      out.beginObject()
          .put("code", special.code().code())
          .put("name", special.code().name())
          .put("meaning", special.meaning())
          .endObject();
    }
    out.endList().put("levels", feature.levels());
    SchemaJson.writeTexts(out, "labels", feature.labels());
    SchemaJson.writeTexts(out, "descriptions", feature.descriptions());
    SchemaJson.writeTexts(out, "reasons", feature.reasons());
    out.endObject();
  }
}
