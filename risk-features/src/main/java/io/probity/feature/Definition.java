package io.probity.feature;

import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Range;
import io.probity.schema.RiskDirection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A feature of the catalogue while it is written down: what it is, and how it is computed. */
final class Definition {

  private final String id;
  private final FeatureGroup group;
  private final FieldKind kind;
  private final String sentence;
  private final List<String> levels = new ArrayList<>();
  private final Map<CatalogCode, String> specials = new EnumMap<>(CatalogCode.class);
  private FieldRole role = FieldRole.FEATURE;
  private RiskDirection direction = RiskDirection.FREE;
  private Optional<Range> valid;
  private String unit = "";
  private String window = "day of the application";
  private String missing = "never";
  private boolean actionable;
  private boolean needsIncome;
  private boolean needsBorrowing;
  private Function<CatalogRun, Measures> source = CatalogRun::applicant;
  private int figure;

  private Definition(String id, FeatureGroup group, FieldKind kind, String sentence) {
    this.id = id;
    this.group = group;
    this.kind = kind;
    this.sentence = sentence;
    this.valid = kind == FieldKind.NUMBER
        ? Optional.of(new Range(0.0, Double.POSITIVE_INFINITY))
        : Optional.empty();
  }

  static Definition number(String id, FeatureGroup group, String sentence) {
    return new Definition(id, group, FieldKind.NUMBER, sentence);
  }

  /** Returns a category with the constants of an enum as levels, without its UNKNOWN. */
  static <E extends Enum<E>> Definition category(
      String id, FeatureGroup group, Class<E> type, String sentence) {
    Definition definition = new Definition(id, group, FieldKind.CATEGORY, sentence);
    definition.levels.addAll(Levels.of(type));
    return definition.missing("it is UNKNOWN");
  }

  Definition unit(String value) {
    this.unit = value;
    return this;
  }

  Definition window(String value) {
    this.window = value;
    return this;
  }

  /** Sets the valid numbers, which are all from 0 on where nothing else is said. */
  Definition from(double low, double high) {
    this.valid = Optional.of(new Range(low, high));
    return this;
  }

  /** Says that any number is valid, so that none is refused. */
  Definition anyNumber() {
    this.valid = Optional.empty();
    return this;
  }

  Definition rises() {
    this.direction = RiskDirection.RISES;
    return this;
  }

  Definition falls() {
    this.direction = RiskDirection.FALLS;
    return this;
  }

  Definition missing(String when) {
    this.missing = when;
    return this;
  }

  Definition none(String meaning) {
    specials.put(CatalogCode.NONE, meaning);
    return this;
  }

  Definition noIncome() {
    specials.put(CatalogCode.NO_INCOME, CatalogCode.NO_INCOME.meaning());
    return this;
  }

  Definition role(FieldRole value) {
    this.role = value;
    return this;
  }

  Definition actionable() {
    this.actionable = true;
    return this;
  }

  /** Sets which figure of which measures it is. */
  Definition by(Function<CatalogRun, Measures> measures, int position) {
    this.source = measures;
    this.figure = position;
    return this;
  }

  /** Says that it is a special code where there is no income history. */
  Definition needsIncome() {
    specials.put(CatalogCode.NOT_ASKED, "nobody asked for the income");
    this.needsIncome = true;
    return this;
  }

  /** Says that it is a special code where there is no borrowing history. */
  Definition needsBorrowing() {
    addBorrowingCodes();
    specials.put(CatalogCode.NOT_ASKED, "nobody asked for the borrowing history");
    this.needsBorrowing = true;
    return this;
  }

  /** Says that it is a special code where there is no income history or no borrowing history. */
  Definition needsBoth() {
    addBorrowingCodes();
    specials.put(
        CatalogCode.NOT_ASKED, "nobody asked for the income, or for the borrowing history");
    this.needsIncome = true;
    this.needsBorrowing = true;
    return this;
  }

  private void addBorrowingCodes() {
    specials.put(CatalogCode.NO_HIT, CatalogCode.NO_HIT.meaning());
    specials.put(CatalogCode.UNAVAILABLE, CatalogCode.UNAVAILABLE.meaning());
  }

  FigureSource source() {
    return new FigureSource(source, figure, needsIncome, needsBorrowing);
  }

  CatalogFeature feature(CatalogTexts texts) {
    return new CatalogFeature(
        id,
        group,
        kind,
        role,
        unit,
        valid,
        window,
        sentence,
        direction,
        specials.entrySet().stream()
            .map(special -> new CatalogSpecial(special.getKey(), special.getValue()))
            .toList(),
        missing,
        actionable,
        levels,
        texts.labels(id),
        texts.descriptions(id),
        texts.reasons(id));
  }
}
