package io.probity.training.split;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.table.DoubleColumn;
import io.probity.table.LevelColumn;
import io.probity.table.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How records are parted into periods, for bins that must hold their order in time.
 *
 * @param column a date, or a category such as the name of a sample, each value of which is a period
 * @param span the length of a period for a date; a category has none
 */
public record PeriodPlan(String column, Span span) {

  /** The length of a period. */
  public enum Span {
    /** A calendar month. */
    MONTH,
    /** A calendar quarter. */
    QUARTER,
    /** A calendar year. */
    YEAR
  }

  private static final int MONTHS = 12;

  /**
   * Returns the period of each record, numbered from 0 without gaps, in the order of time.
   *
   * @throws InvalidInputException if there is no such column, it is neither a date nor a category, or a
   *     record has no value in it
   */
  public int[] of(Table table) {
    List<String> names = table.schema().fields().stream().map(Field::name).toList();
    if (!names.contains(column)) {
      throw broken("there is no such column", "", NearestName.remedy(column, names));
    }
    FieldKind kind = table.schema().field(column).kind();
    long[] keys = new long[table.rows()];
    if (kind == FieldKind.DATE) {
      DoubleColumn days = table.numbers(column);
      for (int row = 0; row < keys.length; row++) {
        keys[row] = key(days.cell(row), row);
      }
    } else if (kind == FieldKind.CATEGORY) {
      LevelColumn levels = table.levels(column);
      for (int row = 0; row < keys.length; row++) {
        keys[row] = level(levels.cell(row), row);
      }
    } else {
      throw broken("periods need a date or a category", kind.name(), "");
    }
    long[] known = Arrays.stream(keys).distinct().sorted().toArray();
    return Arrays.stream(keys).mapToInt(key -> Arrays.binarySearch(known, key)).toArray();
  }

  private long key(double day, int row) {
    if (Double.isNaN(day)) {
      throw missing(row);
    }
    LocalDate date = LocalDate.ofEpochDay((long) day);
    long month = (long) date.getYear() * MONTHS + date.getMonthValue() - 1;
    return switch (span) {
      case MONTH -> month;
      case QUARTER -> Math.floorDiv(month, 3);
      case YEAR -> date.getYear();
    };
  }

  private long level(double cell, int row) {
    if (!(cell >= 0)) {
      throw missing(row);
    }
    return (long) cell;
  }

  private InvalidInputException missing(int row) {
    return broken("every record needs a period", "none in record " + (row + 1), "");
  }

  private InvalidInputException broken(String rule, String received, String remedy) {
    return new InvalidInputException(new Violation("periods by " + column, rule, received, remedy));
  }
}
