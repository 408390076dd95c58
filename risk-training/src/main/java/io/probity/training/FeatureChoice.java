package io.probity.training;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which fields a model may use: all of role FEATURE but those excluded, and of the protected ones and
 * a lender's own outputs only those allowed with a written reason.
 *
 * @param exclude the names of features that are left out
 * @param allow the names of protected or lender-output fields that may be used, each with its reason
 */
public record FeatureChoice(Set<String> exclude, Map<String, String> allow) {

  /** Every feature, nothing protected. */
  public static final FeatureChoice DEFAULT = new FeatureChoice(Set.of(), Map.of());

  private static final Set<FieldRole> NEEDS_REASON =
      Set.of(FieldRole.PROTECTED, FieldRole.LENDER_OUTPUT);

  /** Copies the collections and checks that every reason says something. */
  public FeatureChoice {
    exclude = Collections.unmodifiableSet(new TreeSet<>(exclude));
    allow = Collections.unmodifiableMap(new TreeMap<>(allow));
    allow.forEach((name, reason) -> {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("using the field " + name + " needs a written reason");
      }
    });
  }

  /**
   * Returns the fields that a model may use, in the schema's order.
   *
   * @throws InvalidInputException if a name is no field, a reason is given for a field that needs
   *     none, or no field is left
   */
  public List<Field> of(Schema schema) {
    List<String> names = schema.fields().stream().map(Field::name).toList();
    for (String name : exclude) {
      requireKnown(name, names, "exclude");
    }
    for (String name : allow.keySet()) {
      requireKnown(name, names, "allow");
      if (!NEEDS_REASON.contains(schema.field(name).role())) {
        throw new InvalidInputException(Violation.of(
            "plan at features.allow",
            "only a PROTECTED or LENDER_OUTPUT field is allowed by a reason",
            name + " of role " + schema.field(name).role()));
      }
    }
    List<Field> chosen = new ArrayList<>();
    for (Field field : schema.fields()) {
      boolean usable = field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.CATEGORY;
      boolean may = field.role() == FieldRole.FEATURE || allow.containsKey(field.name());
      if (usable && may && !exclude.contains(field.name())) {
        chosen.add(field);
      }
    }
    if (chosen.isEmpty()) {
      throw new InvalidInputException(new Violation(
          "schema",
          "there is no feature to learn from",
          "",
          "give at least one number or category the role FEATURE"));
    }
    return chosen;
  }

  private static void requireKnown(String name, List<String> names, String key) {
    if (!names.contains(name)) {
      throw new InvalidInputException(new Violation(
          "plan at features." + key,
          "there is no field \"" + name + "\"",
          "",
          NearestName.remedy(name, names)));
    }
  }
}
