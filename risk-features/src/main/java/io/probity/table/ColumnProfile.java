package io.probity.table;

import io.probity.csv.RecordScanner;
import io.probity.csv.TextHash;
import io.probity.schema.FieldKind;
import io.probity.schema.StrictNumber;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** What the values of one column look like. Adding up profiles gives the profile of all values. */
final class ColumnProfile {

  private static final Set<String> MISSING_TOKENS =
      Set.of("NA", "N/A", "NULL", "null", "NaN", "nan", "None", "?", ".");
  private static final double NUMERIC_SHARE = 0.95;
  private static final double DIFFERENT_SHARE = 0.97; // of more values than are counted exactly
  private static final int RECORDS_A_LEVEL = 5;

  private final String name;
  private final Set<String> tokens = new TreeSet<>();
  private final DistinctCount distinct = new DistinctCount();
  private long values;
  private long numbers;
  private long dates;

  ColumnProfile(String name) {
    this.name = name;
  }

  /** Adds the value of a record. */
  void add(RecordScanner record, int column) {
    byte[] bytes = record.bytesUnsafe();
    int from = record.start(column);
    int to = record.end(column);
    if (from < to
        && !record.hasDoubledQuotes(column)
        && Double.isFinite(StrictNumber.parse(bytes, from, to))) {
      values++;
      numbers++;
      distinct.add(TextHash.of(bytes, from, to));
    } else if (from < to) {
      add(record.text(column).strip());
    }
  }

  private void add(String text) {
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
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    distinct.add(TextHash.of(bytes, 0, bytes.length));
  }

  /** Adds the values of another profile. */
  void addAll(ColumnProfile other) {
    tokens.addAll(other.tokens);
    distinct.addAll(other.distinct);
    values += other.values;
    numbers += other.numbers;
    dates += other.dates;
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
    long levels = distinct.estimate() + tokens.size();
    boolean few = levels <= SchemaInference.MOST_LEVELS && levels * RECORDS_A_LEVEL <= values;
    return few || levels <= RECORDS_A_LEVEL ? FieldKind.CATEGORY : FieldKind.TEXT;
  }

  /** Returns the missing tokens of a column of numbers or dates; in a category they are levels. */
  Set<String> missingTokens() {
    FieldKind kind = kind();
    return kind == FieldKind.NUMBER || kind == FieldKind.DATE ? tokens : Set.of();
  }

  /** Returns whether no value occurs twice, as far as that can be counted. */
  boolean allDifferent() {
    long counted = distinct.estimate();
    boolean exact = counted <= DistinctCount.KEPT;
    return values > 1 && (exact ? counted == values : counted >= DIFFERENT_SHARE * values);
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
