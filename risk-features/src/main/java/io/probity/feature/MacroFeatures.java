package io.probity.feature;

import java.util.List;

/** The features of the economy. */
final class MacroFeatures {

  private MacroFeatures() {}

  static List<Definition> all() {
    return List.of(
        level("unemployment_rate", MacroMeasures.UNEMPLOYMENT).from(0.0, 1.0).rises(),
        change("unemployment_rate", MacroMeasures.UNEMPLOYMENT).rises(),
        level("gdp_growth", MacroMeasures.GDP).anyNumber().falls(),
        change("gdp_growth", MacroMeasures.GDP).falls(),
        level("policy_rate", MacroMeasures.POLICY_RATE).anyNumber().rises(),
        change("policy_rate", MacroMeasures.POLICY_RATE).rises());
  }

  private static Definition level(String id, int figure) {
    return number(
            id,
            "The value of the indicator for its last month that is not after the last fully known"
                + " one.")
        .window("12 months")
        .missing("the window has no value")
        .by(CatalogRun::macro, figure);
  }

  private static Definition change(String id, int figure) {
    return number(
            id + "_change_6m",
            "The feature " + id + " less the indicator's value 6 months earlier.")
        .window("6 months")
        .missing("one of the two values is not known")
        .anyNumber()
        .by(CatalogRun::macro, figure + 1);
  }

  private static Definition number(String id, String sentence) {
    return Definition.number(id, FeatureGroup.MACRO, sentence).unit("fraction");
  }
}
