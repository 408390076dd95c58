package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that records are divided by, as it is written on the command line: {@code sex}, or with
 * cuts {@code age:25,62}.
 *
 * @param name the name of the column
 * @param cuts the lower ends of all groups of numbers but the first; none for the groups of its own
 */
record GroupColumn(String name, List<Double> cuts) {

  GroupColumn {
    cuts = List.copyOf(cuts);
  }

  static GroupColumn parse(String option, String text) {
    int sign = text.lastIndexOf(':');
    if (sign < 0) {
      return new GroupColumn(text, List.of());
    }
    List<Double> cuts = new ArrayList<>();
    for (String cut : text.substring(sign + 1).split(",", -1)) {
      try {
        cuts.add(Double.parseDouble(cut.strip()));
      } catch (NumberFormatException unreadable) {
        InvalidInputException invalid = new InvalidInputException(new Violation(
            option, "cuts must be numbers", text, "write COLUMN, or COLUMN:25,62 with cuts"));
        invalid.initCause(unreadable);
        throw invalid;
      }
    }
    return new GroupColumn(text.substring(0, sign), cuts);
  }

  double[] cutsOfNumbers() {
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
