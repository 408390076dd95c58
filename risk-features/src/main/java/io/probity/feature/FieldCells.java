package io.probity.feature;

import io.probity.input.NearestName;
import io.probity.input.Violations;
import io.probity.schema.CellReader;
import io.probity.schema.FieldKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the cells of fields that are sent by name. Immutable. */
final class FieldCells {

  private static final int LONGEST_SHOWN = 100;

  private final CellReader[] readers;
  private final String[] names; // of the readers' fields: one step nearer than through the reader
  private final Set<String> taken;
  private final Set<String> computed;

  /**
   * Creates a reader.
   *
   * @param readers of the wanted fields
   * @param taken the names of all fields that may be sent
   * @param computed the names of fields that may not be sent, since they are computed
   */
  FieldCells(CellReader[] readers, Set<String> taken, Set<String> computed) {
    this.readers = readers;
    this.names = Arrays.stream(readers).map(reader -> reader.field().name()).toArray(String[]::new);
    this.taken = taken;
    this.computed = computed;
  }

  /** Reads the wanted fields into the first slots; returns whether all that was sent is valid. */
  boolean readInto(Map<String, ?> fields, double[] slots) {
    int found = 0;
    boolean valid = true;
    for (int i = 0; i < readers.length; i++) {
      Object value = fields.get(names[i]);
      double cell = cellOf(readers[i], value);
      found += value == null ? 0 : 1;
      valid &= cell != CellReader.INVALID;
      slots[i] = cell;
    }
    return valid && (found == fields.size() || taken.containsAll(fields.keySet()));
  }

  /** Adds everything that is wrong with the fields. */
  void report(Map<String, ?> fields, Violations violations) {
    for (String key : fields.keySet()) {
      if (computed.contains(key)) {
        violations.add(
            "fields." + key,
            "the field is a feature of the catalogue, computed from the application's parts",
            received(fields.get(key)),
            "leave it out");
      } else if (!taken.contains(key)) {
        violations.add(
            "fields." + key,
            "unknown field",
            "",
            violations.isFull() ? "" : NearestName.remedy(key, taken));
      }
    }
    for (CellReader reader : readers) {
      String name = reader.field().name();
      Object value = fields.get(name);
      if (cellOf(reader, value) == CellReader.INVALID) {
        violations.add("fields." + name, problem(reader, value), received(value), "");
      }
    }
  }

  private static double cellOf(CellReader reader, @Nullable Object value) {
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Double number) {
      return reader.ofNumber(number);
    }
    if (value instanceof String text) {
      return textCell(reader, text);
    }
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof BigDecimal
        || value instanceof Float
        || value instanceof Short
        || value instanceof Byte) {
      return reader.ofNumber(((Number) value).doubleValue());
    }
    return value instanceof LocalDate day ? reader.ofDate(day) : CellReader.INVALID;
  }

  /** A number sent as a text is refused, unless the text names a special code or is missing. */
  private static double textCell(CellReader reader, String text) {
    if (reader.field().kind() == FieldKind.NUMBER) {
      String stripped = text.strip();
      if (reader.isMissing(stripped)) {
        return Double.NaN;
      }
      double special = reader.specialOf(stripped);
      return Double.isNaN(special) ? CellReader.INVALID : special;
    }
    return reader.ofText(text);
  }

  private static String problem(CellReader reader, @Nullable Object value) {
    FieldKind kind = reader.field().kind();
    if (kind == FieldKind.NUMBER && !(value instanceof Number)) {
      return "must be a number or the name of a special code";
    }
    if (kind == FieldKind.DATE && !(value instanceof LocalDate || value instanceof String)) {
      return "must be a date";
    }
    if (kind == FieldKind.CATEGORY && !(value instanceof String || value instanceof Number)) {
      return "must be a text that names a level";
    }
    if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      return "must be a finite number";
    }
    if (!(value instanceof String || value instanceof Number)) {
      return "must be a text, a number or a date";
    }
    return reader.problem(String.valueOf(value));
  }

  private static String received(@Nullable Object value) {
    if (value instanceof String text) {
      return "\"" + text.substring(0, Math.min(text.length(), LONGEST_SHOWN)) + "\"";
    }
    return value == null || value instanceof Number || value instanceof LocalDate
        ? String.valueOf(value)
        : "a " + value.getClass().getSimpleName();
  }
}
