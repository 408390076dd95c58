package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.explain.Action;
import io.probity.explain.ReasonText;
import io.probity.explain.ReasonTexts;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Range;
import io.probity.schema.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the key {@code actions} of a policy: what an applicant can change. Nobody is told to change a
 * protected field, and a derived one changes with its operands.
 *
 * @param scope the fields
 * @param texts the words of reasons
 */
record ActionJson(ConditionScope scope, ReasonTexts texts) {

  static List<Action> read(JsonObject policy, ConditionScope scope, ReasonTexts texts) {
    List<Action> actions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonObject json : policy.optionalObjects("actions")) {
      Action action = new ActionJson(scope, texts).action(json);
      if (!seen.add(action.field())) {
        json.value("field").violation("a field has one action", "join the two");
      }
      actions.add(action);
    }
    return actions;
  }

  private Action action(JsonObject json) {
    boolean isUnknown = scope.isOpen() && !scope.schema().has(json.text("field"));
    Field field = isUnknown ? unknown(json) : field(json.value("field"));
    boolean isCategory = field.kind() == FieldKind.CATEGORY;
    double least = json.nullableNumber("least").orElse(Double.NEGATIVE_INFINITY);
    double most = json.nullableNumber("most").orElse(Double.POSITIVE_INFINITY);
    Range limits = json.build(() -> new Range(least, most));
    Action.Direction direction =
        json.choice("direction", Action.Direction.class, Action.Direction.EITHER);
    Optional<BigDecimal> step = json.nullableValue("step").map(JsonValue::decimal);
    List<String> levels = levels(json, field);
    Action.Cost cost = json.optionalObject("cost").map(ActionJson::cost).orElse(Action.Cost.ONE);
    ReasonText own = texts.own(json);
    json.finish();
    return json.build(() -> new Action(
        field.name(),
        field.kind(),
        limits,
        direction,
        step,
        levels,
        cost,
        isUnknown ? Texts.NONE : texts.advice(isCategory ? "$change" : "$raise", field, own),
        isUnknown ? Texts.NONE : texts.advice(isCategory ? "$change" : "$lower", field, own)));
  }

  /** A field of the model, before the model is known. */
  private static Field unknown(JsonObject json) {
    FieldKind kind = json.has("levels") ? FieldKind.CATEGORY : FieldKind.NUMBER;
    return json.build(() -> Field.of(json.text("field"), kind, FieldRole.FEATURE));
  }

  private Field field(JsonValue name) {
    if (!scope.schema().has(name.text())) {
      List<String> known = scope.schema().fields().stream().map(Field::name).toList();
      name.violation(
          "there is no field \"" + name.text() + "\"", NearestName.remedy(name.text(), known));
    }
    Field field = scope.schema().field(name.text());
    if (scope.protectedField(field.name()).isPresent()) {
      name.violation("a protected field is nothing to change", "remove the action");
    }
    if (field.source() instanceof FieldSource.Derived) {
      name.violation("a derived field changes with its operands", "name an operand");
    }
    boolean canChange = field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.CATEGORY;
    if (!canChange || field.role() == FieldRole.TARGET) {
      name.violation("only a number or a category that is no target can change", "");
    }
    return field;
  }

  private List<String> levels(JsonObject json, Field field) {
    List<String> levels = json.optionalTexts("levels");
    List<String> known = field.rules().levels();
    for (String level : levels) {
      if (!scope.isOpen() && !known.contains(level)) {
        json.value("levels")
            .violation(
                "the field has no level \"" + level + "\"", NearestName.remedy(level, known));
      }
    }
    return levels;
  }

  private static Action.Cost cost(JsonObject json) {
    double fixed = json.number("fixed", 0);
    double perUnit = json.number("perUnit", 0);
    json.finish();
    return json.build(() -> new Action.Cost(fixed, perUnit));
  }
}
