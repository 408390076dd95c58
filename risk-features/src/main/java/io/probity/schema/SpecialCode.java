package io.probity.schema;

import java.util.List;

/**
 * A declared value that is no measurement: "no bureau record", "not asked", "refused".
 *
 * @param code its number, 0 to 255, unique in its field
 * @param name its name, such as {@code NO_HIT}, unique in its field
 * @param raw how it is written in data, such as {@code -999}; the name itself is always understood
 */
public record SpecialCode(int code, String name, List<String> raw) {

  /** Checks the code and the name. */
  public SpecialCode {
    raw = List.copyOf(raw);
    if (code < 0 || code >= SpecialValues.COUNT) {
      throw new IllegalArgumentException("a special code must be from 0 to 255, not " + code);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a special code needs a name");
    }
  }

  /** Returns the cell that holds this code in a feature vector. */
  public double cell() {
    return SpecialValues.cell(code);
  }
}
