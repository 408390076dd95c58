package io.probity.decision;

import io.probity.input.InvalidInputException;
import io.probity.input.Violations;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import java.util.List;

/** Checks features that a caller computed. Immutable. */
final class FeatureCells {

  private static final int NO_CATEGORY = -1;

  private final List<String> names;
  private final int[] levels; // how many each has; -1 for a number

  private FeatureCells(List<String> names, int[] levels) {
    this.names = names;
    this.levels = levels;
  }

  static FeatureCells of(List<String> names, Schema schema) {
    int[] levels =
        names.stream().map(schema::field).mapToInt(FeatureCells::levels).toArray();
    return new FeatureCells(names, levels);
  }

  private static int levels(Field field) {
    return field.kind() == FieldKind.CATEGORY ? field.rules().levels().size() : NO_CATEGORY;
  }

  /**
   * Checks the cells.
   *
   * @throws InvalidInputException with all violations
   */
  void check(double[] cells) {
    if (cells.length != levels.length) {
      throw new IllegalArgumentException(
          "one cell for each of the features " + names + " is needed, not " + cells.length);
    }
    boolean valid = true;
    for (int i = 0; i < levels.length; i++) {
      valid &= isValid(cells[i], levels[i]);
    }
    if (!valid) {
      throw violations(cells);
    }
  }

  private static boolean isValid(double cell, int levels) {
    if (Double.isNaN(cell) || SpecialValues.isSpecial(cell)) {
      return true;
    }
    return levels == NO_CATEGORY
        ? SpecialValues.isNumber(cell)
        : cell >= SpecialValues.UNSEEN && cell < levels && cell == (int) cell;
  }

  private InvalidInputException violations(double[] cells) {
    Violations violations = new Violations();
    for (int i = 0; i < levels.length; i++) {
      if (!isValid(cells[i], levels[i])) {
        violations.add(
            "features." + names.get(i),
            levels[i] == NO_CATEGORY
                ? "a cell must be a finite number, NaN or a special value"
                : "a cell must be the index of a level, from -1 for unseen to " + (levels[i] - 1),
            Double.toString(cells[i]),
            "send NaN where the value is missing");
      }
    }
    return new InvalidInputException(violations.list());
  }
}
