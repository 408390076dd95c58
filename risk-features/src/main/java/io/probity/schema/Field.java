package io.probity.schema;

import java.util.Optional;

/**
 * One field of the data dictionary.
 *
 * @param name its name: the column of the CSV and the key of an application's fields; not blank, at
 *     most 200 characters, no control characters, not starting with {@code $}
 * @param kind what its values are
 * @param role what it is for
 * @param source where its value comes from
 * @param rules which values are valid and what they mean
 * @param labels its name for people, by language
 * @param reasons the sentence told to an applicant whom this field cost points, by language
 */
public record Field(
    String name,
    FieldKind kind,
    FieldRole role,
    FieldSource source,
    FieldRules rules,
    Texts labels,
    Texts reasons) {

  private static final int LONGEST_NAME = 200;

  /** Checks the name and that the rules fit the kind, and adds the rules that a derivation implies. */
  public Field {
    rules = ImpliedRules.of(kind, source, rules);
    if (name.isBlank() || name.length() > LONGEST_NAME || name.startsWith("$")) {
      throw new IllegalArgumentException(
          "a field's name must be 1 to 200 characters and not start with $, not \"" + name + "\"");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a field's name must not hold control characters");
    }
    if (role == FieldRole.TARGET && kind != FieldKind.NUMBER) {
      throw new IllegalArgumentException("the target must be a NUMBER of 0 and 1, not " + kind);
    }
    if (role == FieldRole.WEIGHT && kind != FieldKind.NUMBER) {
      throw new IllegalArgumentException("a weight must be a NUMBER, not " + kind);
    }
    if (role == FieldRole.DATE && kind != FieldKind.DATE) {
      throw new IllegalArgumentException("a field of role DATE must be of kind DATE, not " + kind);
    }
    if (kind != FieldKind.CATEGORY && !rules.levels().isEmpty()) {
      throw new IllegalArgumentException("only a CATEGORY has levels");
    }
    if (kind != FieldKind.NUMBER && rules.direction() != RiskDirection.FREE) {
      throw new IllegalArgumentException("only a NUMBER has a direction of risk");
    }
    if (kind != FieldKind.NUMBER && rules.valid().isPresent()) {
      throw new IllegalArgumentException("only a NUMBER has a valid range");
    }
  }

  /** Returns a plain field that is sent as it is. */
  public static Field of(String name, FieldKind kind, FieldRole role) {
    return new Field(name, kind, role, FieldSource.INPUT, FieldRules.NONE, Texts.NONE, Texts.NONE);
  }

  /** Returns this field with another role. */
  public Field withRole(FieldRole other) {
    return new Field(name, kind, other, source, rules, labels, reasons);
  }

  /** Returns this field with another source. */
  public Field withSource(FieldSource other) {
    return new Field(name, kind, role, other, rules, labels, reasons);
  }

  /** Returns this field with other rules. */
  public Field withRules(FieldRules other) {
    return new Field(name, kind, role, source, other, labels, reasons);
  }

  /** Returns the field's name for people in a language, or its plain name where it has none. */
  public String label(String language) {
    return labels.in(language, name);
  }

  /** Returns the special code of a name, if the field declares it. */
  public Optional<SpecialCode> special(String specialName) {
    return rules.specials().stream().filter(s -> s.name().equals(specialName)).findFirst();
  }
}
