package io.probity.preparation;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.schema.StrictNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one record, read by name. Blank means not known. What is wrong is gathered with its
 * place, {@code file:line (column)}; {@link #broken} tells whether that happened. Where a cell that
 * must be given is not, a stand-in is returned, with which nothing is built.
 */
final class RecordCells {

  private static final int LONGEST_NUMBER = 40;
  private static final LocalDate NO_DAY = LocalDate.EPOCH;
  private static final YearMonth NO_MONTH = YearMonth.of(1970, 1);

  private final String file;
  private final long line;
  private final Map<String, Integer> columns;
  private final List<String> cells;
  private final Violations violations;
  private boolean broken;

  RecordCells(
      String file,
      long line,
      Map<String, Integer> columns,
      List<String> cells,
      Violations violations) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.cells = cells;
    this.violations = violations;
  }

  /** Returns the positions of columns, by name. */
  static Map<String, Integer> positions(List<String> columns) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i), i);
    }
    return Map.copyOf(positions);
  }

  boolean broken() {
    return broken;
  }

  void violation(String column, String rule, String remedy) {
    violations.add(new Violation(place(column), rule, "\"" + raw(column) + "\"", remedy));
    broken = true;
  }

  String place(String column) {
    return file + ":" + line + (column.isEmpty() ? "" : " (" + column + ")");
  }

  @Nullable
  String text(String column) {
    String text = raw(column);
    return text.isBlank() ? null : text;
  }

  String givenText(String column) {
    String text = text(column);
    return text == null ? missing(column, "") : text;
  }

  @Nullable
  LocalDate day(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      violation(column, "must be a day such as 2026-11-30", "write days as year-month-day");
      return NO_DAY;
    }
  }

  LocalDate givenDay(String column) {
    LocalDate day = day(column);
    return day == null ? missing(column, NO_DAY) : day;
  }

  YearMonth givenMonth(String column) {
    String text = text(column);
    if (text == null) {
      return missing(column, NO_MONTH);
    }
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException notAMonth) {
      violation(column, "must be a month such as 2026-11", "write months as year-month");
      return NO_MONTH;
    }
  }

  @Nullable
  BigDecimal amount(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    if (text.length() > LONGEST_NUMBER || !Double.isFinite(StrictNumber.parse(text))) {
      violation(column, "must be an amount such as 1250.50", "use a point, and no separators");
      return null;
    }
    return new BigDecimal(text);
  }

  BigDecimal givenAmount(String column) {
    BigDecimal amount = amount(column);
    return amount != null ? amount : broken ? BigDecimal.ZERO : missing(column, BigDecimal.ZERO);
  }

  /** Returns a number; NaN where it is not known. */
  double number(String column) {
    String text = text(column);
    if (text == null) {
      return Double.NaN;
    }
    double number = StrictNumber.parse(text);
    if (!Double.isFinite(number)) {
      violation(column, "must be a number such as 0.125", "use a point, and no separators");
    }
    return number;
  }

  @Nullable
  Integer whole(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notWhole) {
      violation(column, "must be a whole number", "");
      return 0;
    }
  }

  int givenWhole(String column) {
    Integer whole = whole(column);
    return whole == null ? missing(column, 0) : whole;
  }

  boolean flag(String column, boolean otherwise) {
    String text = text(column);
    if (text == null) {
      return otherwise;
    }
    if (!text.equals("true") && !text.equals("false")) {
      violation(column, "must be true or false", "");
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E choice(String column, Class<E> type, E otherwise) {
    String text = text(column);
    if (text == null) {
      return otherwise;
    }
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException unknown) {
      violation(column, "must be one of " + Arrays.toString(type.getEnumConstants()), "");
      return otherwise;
    }
  }

  /** Returns a choice that must be given. */
  <E extends Enum<E>> E givenChoice(String column, Class<E> type) {
    E first = type.getEnumConstants()[0];
    return text(column) == null ? missing(column, first) : choice(column, type, first);
  }

  /** Gathers what a constructor of a value refuses. */
  void refused(IllegalArgumentException why) {
    if (why instanceof InvalidInputException invalid) {
      invalid
          .violations()
          .forEach(one -> violations.add(new Violation(
              place("") + " " + one.place(), one.rule(), one.received(), one.remedy())));
    } else {
      violations.add(Violation.of(place(""), String.valueOf(why.getMessage()), ""));
    }
    broken = true;
  }

  private <T> T missing(String column, T standIn) {
    violations.add(place(column), "must be given", "", "");
    broken = true;
    return standIn;
  }

  private String raw(String column) {
    Integer at = columns.get(column);
    if (at == null) {
      throw new IllegalStateException("there is no column " + column);
    }
    return cells.get(at);
  }
}
