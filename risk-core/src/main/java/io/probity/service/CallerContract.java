package io.probity.service;

import io.probity.decision.CreditEngine;
import io.probity.feature.FeatureExtractor;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What callers promise to send: the fields of a schema and, where they say so, the parts of an
 * application that catalogue features are computed from. An engine that needs more, or that would read
 * the same field otherwise, is refused before it takes traffic.
 *
 * @param fields the fields that are sent, with their kinds, units, levels and special codes
 * @param sendsParts whether applications come with applicant, income and borrowing histories
 */
public record CallerContract(Schema fields, boolean sendsParts) {

  /**
   * Checks an engine.
   *
   * @throws InvalidInputException if it breaks the contract, with all violations
   */
  public void check(CreditEngine engine) {
    List<Violation> violations = violations(engine);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
  }

  /** Returns how an engine breaks the contract; empty if it does not. */
  public List<Violation> violations(CreditEngine engine) {
    FeatureExtractor extractor = engine.extractor();
    List<Violation> violations = new ArrayList<>();
    for (String name : extractor.inputNames()) {
      Field needed = extractor.schema().field(name);
      boolean computed = sendsParts && needed.source() instanceof FieldSource.FromCatalog;
      if (fields.has(name)) {
        compare(fields.field(name), needed, violations);
      } else if (!computed) {
        violations.add(new Violation(
            name,
            "the new engine reads a field that callers do not send",
            needed.kind().toString(),
            "train without it, or have the callers send it and extend the contract first"));
      }
    }
    for (Field sent : fields.fields()) {
      if (!extractor.schema().has(sent.name())) {
        violations.add(new Violation(
            sent.name(),
            "callers send a field that the new engine would refuse as unknown",
            sent.kind().toString(),
            "declare it in the schema of the model or the policy, as IGNORED if need be"));
      }
    }
    return violations;
  }

  private static void compare(Field sent, Field needed, List<Violation> violations) {
    if (sent.kind() != needed.kind()) {
      violations.add(new Violation(
          sent.name(),
          "callers send the field as another kind",
          sent.kind() + " is sent, " + needed.kind() + " is read",
          "declare it as callers send it"));
      return;
    }
    String unit = sent.rules().unit();
    if (!unit.isEmpty()
        && !needed.rules().unit().isEmpty()
        && !unit.equals(needed.rules().unit())) {
      violations.add(new Violation(
          sent.name(),
          "callers send the field in another unit",
          unit + " is sent, " + needed.rules().unit() + " is read",
          "convert the training data to the unit of the contract"));
    }
    Set<String> levels = new HashSet<>(sent.rules().levels());
    levels.removeAll(needed.rules().levels());
    if (needed.kind() == FieldKind.CATEGORY && !levels.isEmpty()) {
      violations.add(new Violation(
          sent.name(),
          "callers send levels that the new engine has never seen",
          String.join(", ", levels.stream().sorted().toList()),
          "train on data that hold them, or take them out of the contract"));
    }
    Set<String> codes = rawCodes(sent);
    codes.removeAll(rawCodes(needed));
    if (!codes.isEmpty()) {
      violations.add(new Violation(
          sent.name(),
          "callers send special codes that the new engine would read as plain values",
          String.join(", ", codes.stream().sorted().toList()),
          "declare them as specials of the field"));
    }
  }

  private static Set<String> rawCodes(Field field) {
    Set<String> codes = new HashSet<>();
    for (SpecialCode special : field.rules().specials()) {
      codes.addAll(special.raw());
    }
    return codes;
  }
}
