package io.probity.feature;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.FieldSource;
import io.probity.schema.Range;
import io.probity.schema.RiskDirection;
import io.probity.schema.SpecialCode;
import io.probity.schema.Texts;
import io.probity.schema.UnseenRule;
import io.probity.schema.UntrainedRule;
import java.util.List;
import java.util.Optional;

/**
 * One feature of the standard catalogue. A changed definition gets a new id.
 *
 * @param id its id, such as {@code income_cv_12m}
 * @param group what it is about
 * @param kind a number or a category
 * @param role {@code PROTECTED} for a legally protected attribute and what is computed from it, {@code
 *     LENDER_OUTPUT} for a lender's own judgement, else {@code FEATURE}
 * @param unit the unit in words
 * @param valid the numbers that it may give; empty for any, and for a category
 * @param window the time that it looks at, in words
 * @param definition one English sentence from which it can be recomputed
 * @param direction how risk is expected to move with it
 * @param specials the special codes that it may give
 * @param missing when it is missing
 * @param actionable whether the applicant can do something about it
 * @param levels the levels of a category
 * @param labels its name for people, by language
 * @param descriptions what it is, by language
 * @param reasons the sentence told to an applicant whom it cost points, by language
 */
public record CatalogFeature(
    String id,
    FeatureGroup group,
    FieldKind kind,
    FieldRole role,
    String unit,
    Optional<Range> valid,
    String window,
    String definition,
    RiskDirection direction,
    List<CatalogSpecial> specials,
    String missing,
    boolean actionable,
    List<String> levels,
    Texts labels,
    Texts descriptions,
    Texts reasons) {

  /** Copies the lists. */
  public CatalogFeature {
    specials = List.copyOf(specials);
    levels = List.copyOf(levels);
  }

  /** Returns whether it is a legally protected attribute or computed from one. */
  public boolean isProtected() {
    return role == FieldRole.PROTECTED;
  }

  /** Returns the schema's field for this feature, named by its id. */
  public Field field() {
    FieldRules rules = new FieldRules(
        valid, specialCodes(), direction, UnseenRule.WORST, UntrainedRule.WORST, levels, unit);
    return new Field(id, kind, role, new FieldSource.FromCatalog(id), rules, labels, reasons);
  }

  List<SpecialCode> specialCodes() {
    return specials.stream()
        .map(special -> new SpecialCode(special.code().code(), special.code().name(), List.of()))
        .toList();
  }
}
