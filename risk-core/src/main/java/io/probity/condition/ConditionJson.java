package io.probity.condition;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.SpecialCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads conditions and checks each test against the scope. */
final class ConditionJson {

  private static final List<String> TESTS = List.of(
      "equals", "above", "atLeast", "below", "atMost", "between", "in", "missing", "special");

  private ConditionJson() {}

  static Condition read(JsonObject json, ConditionScope scope) {
    Condition condition;
    if (json.has("all")) {
      condition = new Condition.All(parts(json.value("all"), scope));
    } else if (json.has("any")) {
      condition = new Condition.Any(parts(json.value("any"), scope));
    } else if (json.has("not")) {
      condition = new Condition.Not(read(json.object("not"), scope));
    } else if (json.has("field")) {
      condition = test(json, scope);
    } else {
      throw broken(json.place(), "a condition needs one of all, any, not and field", "", "");
    }
    json.finish();
    return condition;
  }

  private static List<Condition> parts(JsonValue value, ConditionScope scope) {
    List<Condition> parts = new ArrayList<>();
    for (JsonObject part : value.objects()) {
      parts.add(read(part, scope));
    }
    if (parts.isEmpty()) {
      throw broken(value.place(), "a list of conditions must not be empty", "", "");
    }
    return parts;
  }

  private static Condition test(JsonObject json, ConditionScope scope) {
    JsonValue named = json.value("field");
    String name = scope.resolve(named.text());
    if (!scope.has(name) && !scope.isOpen()) {
      throw broken(
          named.place(),
          "there is no field \"" + name + "\"",
          "",
          NearestName.remedy(name, scope.names()));
    }
    Optional<Condition.Permission> permission = permission(json, scope.protectedField(name));
    Condition test = test(json, named, name, scope);
    return permission.isPresent() ? new Condition.Sensitive(test, name, permission.get()) : test;
  }

  private static Condition test(
      JsonObject json, JsonValue named, String name, ConditionScope scope) {
    List<String> given = TESTS.stream().filter(json::has).toList();
    if (given.size() != 1) {
      throw broken(
          json.place(),
          "a test needs exactly one of " + String.join(", ", TESTS),
          given.isEmpty() ? "none" : String.join(", ", given),
          "");
    }
    String test = given.get(0);
    if (scope.isUnknown(name)) {
      return new Condition.IsMissing(name);
    }
    requireTestable(named, name, scope);
    return test(test, json.value(test), name, scope);
  }

  private static Condition test(String test, JsonValue value, String name, ConditionScope scope) {
    switch (test) {
      case "missing" -> {
        Condition missing = new Condition.IsMissing(name);
        return value.flag() ? missing : new Condition.Not(missing);
      }
      case "special" -> {
        return special(value, name, scope.field(name));
      }
      case "in" -> {
        return in(value, value.list(), name, scope);
      }
      default -> {
        if (scope.kind(name) == FieldKind.CATEGORY) {
          if (!test.equals("equals")) {
            throw broken(
                value.place(), "a category can be tested with equals and in, not " + test, "", "");
          }
          return in(value, List.of(value), name, scope);
        }
        return range(test, value, name, scope);
      }
    }
  }

  private static Condition range(String test, JsonValue value, String name, ConditionScope scope) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    if (test.equals("between")) {
      List<JsonValue> ends = value.list();
      if (ends.size() != 2) {
        throw broken(value.place(), "between needs [low, high]", value.received(), "");
      }
      low = number(ends.get(0), name, scope);
      high = number(ends.get(1), name, scope);
      if (!(low <= high)) {
        throw broken(
            value.place(),
            "between needs low <= high, so this can never hold",
            low + ", " + high,
            "swap the ends");
      }
      return checkedRange(new Condition.InRange(name, low, true, high, true), value, scope);
    }
    double number = number(value, name, scope);
    Condition.InRange range = switch (test) {
      case "equals" -> new Condition.InRange(name, number, true, number, true);
      case "above" -> new Condition.InRange(name, number, false, high, true);
      case "atLeast" -> new Condition.InRange(name, number, true, high, true);
      case "below" -> new Condition.InRange(name, low, true, number, false);
      default -> new Condition.InRange(name, low, true, number, true);
    };
    return checkedRange(range, value, scope);
  }

  /** Refuses a test that no valid value, or every valid value, passes. */
  private static Condition checkedRange(
      Condition.InRange range, JsonValue value, ConditionScope scope) {
    double lowest = lowestValid(range.name(), scope);
    double highest = highestValid(range.name(), scope);
    boolean reaches = range.low() < highest || range.contains(highest);
    boolean starts = range.high() > lowest || range.contains(lowest);
    if (!reaches || !starts) {
      throw broken(
          value.place(),
          "no valid value of " + range.name() + " passes this test",
          value.received(),
          "its valid values are from " + lowest + " to " + highest);
    }
    if (Double.isFinite(lowest)
        && Double.isFinite(highest)
        && range.contains(lowest)
        && range.contains(highest)) {
      throw broken(
          value.place(),
          "every valid value of " + range.name() + " passes this test",
          value.received(),
          "its valid values are from " + lowest + " to " + highest);
    }
    return range;
  }

  private static double lowestValid(String name, ConditionScope scope) {
    if (name.equals(ConditionScope.PD)) {
      return 0.0;
    }
    return scope
        .field(name)
        .flatMap(field -> field.rules().valid())
        .map(r -> r.low())
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static double highestValid(String name, ConditionScope scope) {
    if (name.equals(ConditionScope.PD)) {
      return 1.0;
    }
    return scope
        .field(name)
        .flatMap(field -> field.rules().valid())
        .map(r -> r.high())
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static Condition in(
      JsonValue place, List<JsonValue> values, String name, ConditionScope scope) {
    if (values.isEmpty()) {
      throw broken(place.place(), "a set must not be empty, since nothing is in it", "", "");
    }
    if (scope.kind(name) != FieldKind.CATEGORY) {
      return new Condition.InNumbers(
          name, values.stream().map(value -> number(value, name, scope)).toList());
    }
    List<String> levels = scope.levels(name);
    List<Integer> indices = new ArrayList<>();
    for (JsonValue value : values) {
      int index = levels.indexOf(value.text());
      if (index < 0) {
        throw broken(
            value.place(),
            name + " has no level \"" + value.text() + "\"",
            "",
            NearestName.remedy(value.text(), levels));
      }
      indices.add(index);
    }
    return new Condition.InLevels(name, indices);
  }

  private static Condition special(JsonValue value, String name, Optional<Field> field) {
    List<SpecialCode> specials = field.map(f -> f.rules().specials()).orElse(List.of());
    if (specials.isEmpty()) {
      throw broken(value.place(), name + " declares no special codes", "", "");
    }
    if (value.isFlag()) {
      Condition any = new Condition.IsSpecial(name, -1);
      return value.flag() ? any : new Condition.Not(any);
    }
    for (SpecialCode special : specials) {
      if (special.name().equals(value.text())) {
        return new Condition.IsSpecial(name, special.code());
      }
    }
    throw broken(
        value.place(),
        name + " has no special code \"" + value.text() + "\"",
        "",
        NearestName.remedy(
            value.text(), specials.stream().map(SpecialCode::name).toList()));
  }

  private static double number(JsonValue value, String name, ConditionScope scope) {
    return scope.kind(name) == FieldKind.DATE ? value.date().toEpochDay() : value.number();
  }

  private static void requireTestable(JsonValue named, String name, ConditionScope scope) {
    boolean isTarget =
        scope.field(name).filter(f -> f.role() == FieldRole.TARGET).isPresent();
    if (isTarget || scope.kind(name) == FieldKind.TEXT) {
      throw broken(
          named.place(), "a condition cannot test the target or a text", "\"" + name + "\"", "");
    }
  }

  /** Returns what permits the use of a protected field; empty where none is used. */
  private static Optional<Condition.Permission> permission(
      JsonObject json, Optional<Field> protectedField) {
    String jurisdiction = json.text("jurisdiction", "");
    String reason = json.text("reason", "");
    if (protectedField.isEmpty()) {
      return Optional.empty();
    }
    if (jurisdiction.isBlank() || reason.isBlank()) {
      throw broken(
          json.place(),
          "a condition on the protected field "
              + protectedField.get().name()
              + " must name its jurisdiction and reason",
          "",
          "add both keys, or remove the condition");
    }
    return Optional.of(new Condition.Permission(jurisdiction, reason));
  }

  private static InvalidInputException broken(
      String place, String rule, String received, String remedy) {
    return new InvalidInputException(new Violation(place, rule, received, remedy));
  }
}
