package io.probity.schema;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns a raw value of one field into the cell of a feature vector. Training and serving read every
 * value through this class, so that both understand special codes, missing values and levels alike.
 *
 * <p>The order is: missing tokens, special codes, then the value itself. An invalid value gives
 * {@link #INVALID}, which no valid cell equals, and {@link #problem} says why. Immutable.
 */
public final class CellReader {

  /** Returned for a value that breaks the field's rules; never a valid cell. */
  public static final double INVALID = Double.POSITIVE_INFINITY;

  private final Field field;
  private final Set<String> missingTokens;
  private final Map<String, Double> specialByText = new HashMap<>();
  private final double[] specialNumbers;
  private final double[] specialCells;
  private final double[] readAsText; // numbers or days that a token may be written like, rising
  private final Map<String, Integer> levelIndex = new HashMap<>();
  private final double low;
  private final double high;
  private final double plainLow; // a number from here on is its own cell, whatever else is declared
  private final double plainHigh;
  private final boolean isNumber;

  private CellReader(Field field, Set<String> missingTokens) {
    this.field = field;
    this.missingTokens = missingTokens;
    Map<Double, Double> byNumber = new LinkedHashMap<>();
    for (SpecialCode special : field.rules().specials()) {
      specialByText.put(special.name(), special.cell());
      for (String raw : special.raw()) {
        specialByText.put(raw, special.cell());
        double number = StrictNumber.parse(raw);
        if (Double.isFinite(number)) {
          byNumber.put(number + 0.0, special.cell());
        }
      }
    }
    specialNumbers = byNumber.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    specialCells = byNumber.values().stream().mapToDouble(Double::doubleValue).toArray();
    for (String level : field.rules().levels()) {
      levelIndex.put(level, levelIndex.size());
    }
    low = field.rules().valid().map(Range::low).orElse(Double.NEGATIVE_INFINITY);
    high = field.rules().valid().map(Range::high).orElse(Double.POSITIVE_INFINITY);
    readAsText = readAsText();
    isNumber = field.kind() == FieldKind.NUMBER;
    boolean isPlain = isNumber
        && readAsText.length == 0
        && specialNumbers.length == 0
        && field.role() != FieldRole.TARGET
        && field.role() != FieldRole.WEIGHT;
    plainLow = isPlain ? Math.max(low, SpecialValues.LEAST_NUMBER) : Double.POSITIVE_INFINITY;
    plainHigh = Math.min(high, Double.MAX_VALUE);
  }

  /**
   * Returns the values whose text may mean something else than the value: those of missing tokens and
   * of the texts of special codes that look like numbers or dates.
   */
  private double[] readAsText() {
    Set<String> texts = new HashSet<>(missingTokens);
    for (Map.Entry<String, Double> special : specialByText.entrySet()) {
      double number = StrictNumber.parse(special.getKey());
      boolean sameEitherWay =
          Double.isFinite(number) && Double.compare(plainNumber(number), special.getValue()) == 0;
      if (!sameEitherWay) {
        texts.add(special.getKey());
      }
    }
    return texts.stream()
        .mapToDouble(field.kind() == FieldKind.DATE ? CellReader::date : StrictNumber::parse)
        .filter(Double::isFinite)
        .map(value -> value + 0.0)
        .sorted()
        .toArray();
  }

  /** Returns the reader of a field of a schema. */
  public static CellReader of(Schema schema, Field field) {
    return new CellReader(field, schema.missingTokens());
  }

  /** Returns the field that is read. */
  public Field field() {
    return field;
  }

  /** Returns the cell of a text, with surrounding blanks ignored. */
  public double ofText(String raw) {
    String text = raw.strip();
    if (isMissing(text)) {
      return Double.NaN;
    }
    double special = specialOf(text);
    if (!Double.isNaN(special)) {
      return special;
    }
    return switch (field.kind()) {
      case NUMBER -> {
        double number = StrictNumber.parse(text);
        yield Double.isFinite(number) ? plainNumber(number) : INVALID;
      }
      case CATEGORY -> level(text);
      case DATE -> date(text);
      case TEXT -> INVALID;
    };
  }

  /**
   * Returns the cell of a text of UTF-8: the same as {@link #ofText} of it. Numbers and days are read
   * from the bytes, without a text in between.
   *
   * @param from the position of the first byte
   * @param to the position after the last byte
   */
  public double ofBytes(byte[] utf8, int from, int to) {
    if (from == to) {
      return Double.NaN;
    }
    if (isNumber) {
      double number = StrictNumber.parse(utf8, from, to);
      if (number >= plainLow && number <= plainHigh) {
        return number + 0.0;
      }
      if (Double.isFinite(number) && !isReadAsText(number)) {
        return plainNumber(number);
      }
    } else if (field.kind() == FieldKind.DATE) {
      double day = IsoDay.parse(utf8, from, to);
      if (Double.isFinite(day) && !isReadAsText(day)) {
        return day;
      }
    }
    return ofText(new String(utf8, from, to - from, StandardCharsets.UTF_8));
  }

  private boolean isReadAsText(double value) {
    return readAsText.length > 0 && Arrays.binarySearch(readAsText, value + 0.0) >= 0;
  }

  /**
   * Returns the cell of a number: NaN stays missing, infinities are invalid. A whole number names the
   * level of a category that is written the same.
   */
  public double ofNumber(double number) {
    if (Double.isNaN(number)) {
      return Double.NaN;
    }
    return switch (field.kind()) {
      case NUMBER -> plainNumber(number);
      case CATEGORY -> number == (long) number ? ofText(Long.toString((long) number)) : INVALID;
      case DATE, TEXT -> INVALID;
    };
  }

  /** Returns the cell of a day. */
  public double ofDate(LocalDate day) {
    return field.kind() == FieldKind.DATE ? day.toEpochDay() : INVALID;
  }

  /** Returns whether the text, without surrounding blanks, stands for a missing value. */
  public boolean isMissing(String text) {
    return text.isEmpty() || (!missingTokens.isEmpty() && missingTokens.contains(text));
  }

  /** Returns the cell of the special code that the text stands for, or NaN. */
  public double specialOf(String text) {
    if (specialByText.isEmpty()) {
      return Double.NaN;
    }
    Double cell = specialByText.get(text);
    return cell == null ? Double.NaN : cell;
  }

  /** Returns the rule that an invalid text breaks, as a violation without a place. */
  public String problem(String raw) {
    String text = raw.strip();
    return switch (field.kind()) {
      case NUMBER -> {
        double number = StrictNumber.parse(text);
        if (Double.isNaN(number)) {
          yield "must be a number written with a decimal point, such as -12.5 or 3e4";
        }
        if (Double.isInfinite(number)) {
          yield "must be a number that a double can hold";
        }
        if (field.role() == FieldRole.TARGET) {
          yield "the target must be 0 (good) or 1 (bad)";
        }
        if (field.role() == FieldRole.WEIGHT) {
          yield "a weight must be at least 0";
        }
        yield field
            .rules()
            .valid()
            .map(range -> "must be " + range.describe())
            .orElse("must not lie in the range that is kept for special codes");
      }
      case CATEGORY -> "must be one of the known levels";
      case DATE -> "must be a date written as year-month-day, such as 2026-11-21";
      case TEXT -> "a text cannot be used as a feature";
    };
  }

  private double plainNumber(double number) {
    if (!SpecialValues.isNumber(number)) {
      return INVALID;
    }
    for (int i = 0; i < specialNumbers.length; i++) {
      if (specialNumbers[i] == number) {
        return specialCells[i];
      }
    }
    if (field.role() == FieldRole.TARGET && number != 0.0 && number != 1.0) {
      return INVALID;
    }
    if (field.role() == FieldRole.WEIGHT && number < 0.0) {
      return INVALID;
    }
    return number >= low && number <= high ? number + 0.0 : INVALID;
  }

  private double level(String text) {
    Integer index = levelIndex.get(text);
    if (index != null) {
      return index;
    }
    return field.rules().unseen() == UnseenRule.REFUSE ? INVALID : SpecialValues.UNSEEN;
  }

  private static double date(String text) {
    try {
      return LocalDate.parse(text).toEpochDay();
    } catch (DateTimeException notDate) {
      return INVALID;
    }
  }
}
