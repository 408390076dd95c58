package io.probity.schema;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that derived fields refer to fields that exist, fit, and never back to themselves. */
final class DerivationOrder {

  private final Schema schema;
  private final Set<String> done = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  private DerivationOrder(Schema schema) {
    this.schema = schema;
  }

  static void check(Schema schema) {
    DerivationOrder order = new DerivationOrder(schema);
    for (Field field : schema.fields()) {
      order.visit(field);
    }
  }

  private void visit(Field field) {
    if (!(field.source() instanceof FieldSource.Derived derived) || done.contains(field.name())) {
      return;
    }
    if (open.contains(field.name())) {
      throw broken(field, "a derived field may not depend on itself", String.join(" <- ", open));
    }
    open.push(field.name());
    for (Operand operand : derived.how().operands()) {
      if (operand instanceof Operand.OfField of) {
        if (!schema.has(of.name())) {
          throw new InvalidInputException(new Violation(
              "field " + field.name(),
              "it is derived from a field \"" + of.name() + "\" that does not exist",
              "",
              NearestName.remedy(
                  of.name(), schema.fields().stream().map(Field::name).toList())));
        }
        requireKind(field, derived.how(), schema.field(of.name()));
        visit(schema.field(of.name()));
      } else if (operand instanceof Operand.AsOf && !takesDates(derived.how())) {
        throw broken(field, "only dates can be compared with " + Operand.AS_OF_TEXT, "");
      }
    }
    open.pop();
    done.add(field.name());
  }

  private static void requireKind(Field field, Derivation how, Field operand) {
    if (operand.role() == FieldRole.TARGET) {
      throw broken(field, "a field may not be derived from the target", operand.name());
    }
    List<FieldKind> fitting = how instanceof Derivation.IsMissing
        ? List.of(FieldKind.NUMBER, FieldKind.CATEGORY, FieldKind.DATE)
        : takesDates(how)
            ? List.of(FieldKind.DATE)
            : takesLevels(how) ? List.of(FieldKind.CATEGORY) : List.of(FieldKind.NUMBER);
    if (!fitting.contains(operand.kind())) {
      throw broken(
          field,
          "its derivation needs a field of kind " + fitting.get(0),
          operand.name() + " of kind " + operand.kind());
    }
  }

  private static boolean takesDates(Derivation how) {
    return how instanceof Derivation.MonthsBetween || how instanceof Derivation.AgeAt;
  }

  private static boolean takesLevels(Derivation how) {
    return how instanceof Derivation.LevelNumber || how instanceof Derivation.LevelGroup;
  }

  private static InvalidInputException broken(Field field, String rule, String received) {
    return new InvalidInputException(Violation.of("field " + field.name(), rule, received));
  }
}
