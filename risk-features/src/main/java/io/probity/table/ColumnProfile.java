package io.probity.table;

import io.probity.schema.FieldKind;
import io.probity.schema.StrictNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** What the values of one column look like. */
final class ColumnProfile {

  private static final Set<String> MISSING_TOKENS =
      Set.of("NA", "N/A", "NULL", "null", "NaN", "nan", "None", "?", ".");
  private static final double NUMERIC_SHARE = 0.95;
  private static final int RECORDS_A_LEVEL = 5;
  private static final int MOST_DISTINCT = 1_000_000;

  private final String name;
  private final Set<String> tokens = new TreeSet<>();
  private final Set<String> distinct = new HashSet<>();
  private long values;
  private long numbers;
  private long dates;

  ColumnProfile(String name) {
    this.name = name;
  }

  void add(String text) {
    if (text.isEmpty()) {
      return;
    }
    if (MISSING_TOKENS.contains(text)) {
      tokens.add(text);
      return;
    }
    values++;
    if (Double.isFinite(StrictNumber.parse(text))) {
      numbers++;
    } else if (isDate(text)) {
      dates++;
    }
    if (distinct.size() < MOST_DISTINCT) {
      distinct.add(text);
    }
  }

  String name() {
    return name;
  }

  FieldKind kind() {
    if (values == 0 || numbers >= NUMERIC_SHARE * values) {
      return FieldKind.NUMBER;
    }
    if (dates == values) {
      return FieldKind.DATE;
    }
    int levels = distinct.size() + tokens.size();
    boolean few =
        levels <= SchemaInference.MOST_LEVELS && levels * (long) RECORDS_A_LEVEL <= values;
    return few || levels <= RECORDS_A_LEVEL ? FieldKind.CATEGORY : FieldKind.TEXT;
  }

  /** Returns the missing tokens of a column of numbers or dates; in a category they are levels. */
  Set<String> missingTokens() {
    FieldKind kind = kind();
    return kind == FieldKind.NUMBER || kind == FieldKind.DATE ? tokens : Set.of();
  }

  boolean allDifferent() {
    return values > 1 && (distinct.size() == values || distinct.size() == MOST_DISTINCT);
  }

  private static boolean isDate(String text) {
    if (text.length() != 10 || text.charAt(4) != '-') {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException notDate) {
      return false;
    }
  }
}
