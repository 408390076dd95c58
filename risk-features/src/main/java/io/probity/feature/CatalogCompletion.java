package io.probity.feature;

import io.probity.input.NearestName;
import io.probity.input.Violations;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.Texts;
import java.util.ArrayList;
import java.util.List;

/** Completes the fields of a schema that come from the catalogue. */
final class CatalogCompletion {

  private final FeatureCatalog catalog;
  private final Violations violations = new Violations();

  CatalogCompletion(FeatureCatalog catalog) {
    this.catalog = catalog;
  }

  Schema complete(Schema schema) {
    Schema completed = schema.withFields(this::complete);
    violations.throwIfAny();
    return completed;
  }

  private Field complete(Field field) {
    if (!(field.source() instanceof FieldSource.FromCatalog source)) {
      return field;
    }
    String place = "field " + field.name();
    if (!catalog.has(source.id())) {
      violations.add(
          place,
          "the catalogue has no feature \"" + source.id() + "\"",
          "",
          catalog.remedy(source.id()));
      return field;
    }
    CatalogFeature feature = catalog.feature(source.id());
    if (field.kind() != feature.kind()) {
      violations.add(
          place, "the feature is of kind " + feature.kind(), field.kind().name(), "");
      return field;
    }
    for (String level : field.rules().levels()) {
      if (!feature.levels().contains(level)) {
        violations.add(
            place,
            "the feature has no level \"" + level + "\"",
            "",
            NearestName.remedy(level, feature.levels()));
      }
    }
    return completed(field, feature);
  }

  private static Field completed(Field field, CatalogFeature feature) {
    FieldRules stated = field.rules();
    FieldRules rules = new FieldRules(
        stated.valid().or(feature::valid),
        specials(stated.specials(), feature),
        stated.direction(),
        stated.unseen(),
        stated.untrained(),
        stated.levels().isEmpty() ? feature.levels() : stated.levels(),
        stated.unit().isEmpty() ? feature.unit() : stated.unit());
    return new Field(
        field.name(),
        field.kind(),
        field.role() == FieldRole.FEATURE ? feature.role() : field.role(),
        field.source(),
        rules,
        field.labels().equals(Texts.NONE) ? feature.labels() : field.labels(),
        field.reasons().equals(Texts.NONE) ? feature.reasons() : field.reasons());
  }

  /** Each code keeps its own number unless the schema took it; those get the lowest free ones. */
  private static List<SpecialCode> specials(List<SpecialCode> stated, CatalogFeature feature) {
    List<SpecialCode> all = new ArrayList<>(stated);
    List<SpecialCode> displaced = new ArrayList<>();
    for (SpecialCode special : feature.specialCodes()) {
      if (stated.stream().noneMatch(known -> known.name().equals(special.name()))) {
        (isFree(stated, special.code()) ? all : displaced).add(special);
      }
    }
    for (SpecialCode special : displaced) {
      all.add(new SpecialCode(lowestFree(all), special.name(), List.of()));
    }
    return all;
  }

  private static int lowestFree(List<SpecialCode> taken) {
    int code = 0;
    while (!isFree(taken, code)) {
      code++;
    }
    return code;
  }

  private static boolean isFree(List<SpecialCode> taken, int code) {
    return taken.stream().noneMatch(special -> special.code() == code);
  }
}
