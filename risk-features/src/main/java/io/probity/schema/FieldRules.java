package io.probity.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of a field are valid and what they mean.
 *
 * @param valid the valid numbers; empty for any
 * @param specials the special codes, matched before anything else
 * @param direction how risk is expected to move with the value
 * @param unseen what happens to a level that training never saw
 * @param untrained the WOE of a missing or special bin without training records
 * @param levels the known levels of a category, in the order of their indices; empty until they are
 *     learned from data
 * @param unit the unit in words, such as {@code EUR per month}; empty for none
 */
public record FieldRules(
    Optional<Range> valid,
    List<SpecialCode> specials,
    RiskDirection direction,
    UnseenRule unseen,
    UntrainedRule untrained,
    List<String> levels,
    String unit) {

  /** No rules: any value, no special codes, no direction, unseen and untrained take the worst bin. */
  public static final FieldRules NONE = new FieldRules(
      Optional.empty(),
      List.of(),
      RiskDirection.FREE,
      UnseenRule.WORST,
      UntrainedRule.WORST,
      List.of(),
      "");

  /** Checks that special codes and levels are unique. */
  public FieldRules {
    specials = List.copyOf(specials);
    levels = List.copyOf(levels);
    Set<Integer> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (SpecialCode special : specials) {
      if (!codes.add(special.code())) {
        throw new IllegalArgumentException("special code " + special.code() + " is declared twice");
      }
      if (!names.add(special.name())) {
        throw new IllegalArgumentException("special name " + special.name() + " is declared twice");
      }
      for (String raw : special.raw()) {
        if (!raw.equals(special.name()) && !names.add(raw)) {
          throw new IllegalArgumentException("\"" + raw + "\" stands for two special codes");
        }
      }
    }
    if (new HashSet<>(levels).size() != levels.size()) {
      throw new IllegalArgumentException("the levels of a category must differ");
    }
  }

  /** Returns these rules with other levels. */
  public FieldRules withLevels(List<String> other) {
    return new FieldRules(valid, specials, direction, unseen, untrained, other, unit);
  }

  /** Returns these rules with another direction of risk. */
  public FieldRules withDirection(RiskDirection other) {
    return new FieldRules(valid, specials, other, unseen, untrained, levels, unit);
  }

  /** Returns these rules with other special codes. */
  public FieldRules withSpecials(List<SpecialCode> other) {
    return new FieldRules(valid, other, direction, unseen, untrained, levels, unit);
  }
}
