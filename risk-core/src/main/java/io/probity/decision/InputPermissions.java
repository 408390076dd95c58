package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.input.JsonObject;
import io.probity.input.Violations;
import io.probity.schema.Field;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what a model and a policy read: a forbidden field never, also not as an operand of a derived
 * one; a protected field of the model or of an input only with a permission.
 */
final class InputPermissions {

  private final PolicyRules rules;
  private final String place;
  private final ConditionScope scope;
  private final Violations violations = new Violations();

  private InputPermissions(PolicyRules rules, String place, ConditionScope scope) {
    this.rules = rules;
    this.place = place;
    this.scope = scope;
  }

  static void check(
      PolicyRules rules,
      List<String> features,
      List<String> forbidden,
      JsonObject json,
      ConditionScope scope) {
    String place = json.place().isEmpty() ? "" : json.place() + " at ";
    InputPermissions permissions = new InputPermissions(rules, place, scope);
    Set<String> inputs = new LinkedHashSet<>(features);
    inputs.addAll(rules.inputs().values());
    rules.limits().caps().forEach(cap -> cap.less().ifPresent(inputs::add));
    Set<String> all = new LinkedHashSet<>(inputs);
    rules.conditions().forEach(condition -> all.addAll(condition.names()));
    all.forEach(name -> permissions.checkForbidden(name, forbidden));
    inputs.forEach(permissions::checkSensitive);
    permissions.violations.throwIfAny();
  }

  private void checkForbidden(String name, List<String> forbidden) {
    Set<String> read = new LinkedHashSet<>();
    collect(name, scope.schema(), read);
    read.retainAll(forbidden);
    for (String field : read) {
      violations.add(
          place + "forbiddenInputs",
          "the field " + field + " is forbidden, and the model or the policy reads it",
          name.equals(field) ? "" : "as part of " + name,
          "train the model without it, or remove the rule");
    }
  }

  /** A condition brings its own permission, so only the model and the inputs are checked here. */
  private void checkSensitive(String name) {
    Optional<Field> field = scope.protectedField(name);
    if (field.isEmpty() || isPermitted(field.get().name())) {
      return;
    }
    violations.add(
        place + "sensitiveInputs",
        "the model or an input reads the protected field " + field.get().name()
            + " without a permission",
        name.equals(field.get().name()) ? "" : "as part of " + name,
        "name its jurisdiction and reason, or do without it");
  }

  private boolean isPermitted(String field) {
    return rules.sensitiveInputs().stream().anyMatch(input -> input.field().equals(field));
  }

  private static void collect(String name, Schema schema, Set<String> into) {
    if (!into.add(name) || !schema.has(name)) {
      return;
    }
    if (schema.field(name).source() instanceof FieldSource.Derived derived) {
      for (Operand operand : derived.how().operands()) {
        if (operand instanceof Operand.OfField of) {
          collect(of.name(), schema, into);
        }
      }
    }
  }
}
