package io.probity.schema;

import java.util.ArrayList;
import java.util.List;

/** What a derivation implies for its field: the special codes it may give, the levels it maps to. */
final class ImpliedRules {

  private ImpliedRules() {}

  /** Returns the rules of a field with what its source implies added. */
  static FieldRules of(FieldKind kind, FieldSource source, FieldRules rules) {
    if (!(source instanceof FieldSource.Derived derived)) {
      return rules;
    }
    Derivation how = derived.how();
    FieldKind given = how instanceof Derivation.LevelGroup ? FieldKind.CATEGORY : FieldKind.NUMBER;
    if (kind != given) {
      throw new IllegalArgumentException("this derivation gives a field of kind " + given);
    }
    if (how instanceof Derivation.LevelGroup group) {
      return rules.levels().isEmpty() ? rules.withLevels(group.levels()) : rules;
    }
    List<SpecialCode> specials = new ArrayList<>(rules.specials());
    if (how instanceof Derivation.Ratio ratio) {
      addSpecial(specials, ratio.zeroDenominator());
    }
    if (mayOverflow(how)) {
      addSpecial(specials, Derivation.OUT_OF_DOMAIN);
    }
    return rules.withSpecials(specials);
  }

  private static boolean mayOverflow(Derivation how) {
    return how instanceof Derivation.Ratio
        || how instanceof Derivation.Difference
        || how instanceof Derivation.Sum
        || how instanceof Derivation.Product
        || how instanceof Derivation.Log1p;
  }

  private static void addSpecial(List<SpecialCode> specials, String name) {
    if (specials.stream().anyMatch(special -> special.name().equals(name))) {
      return;
    }
    int code = 0;
    while (isTaken(specials, code)) {
      code++;
    }
    specials.add(new SpecialCode(code, name, List.of()));
  }

  private static boolean isTaken(List<SpecialCode> specials, int code) {
    return specials.stream().anyMatch(special -> special.code() == code);
  }
}
