package io.probity.validation;

import java.time.LocalDate;
import java.util.Locale;

/** How long a slice of time is. */
public enum TimeSlice {
  /** A calendar month, such as {@code 2025-03}. */
  MONTH,
  /** A quarter of a calendar year, such as {@code 2025-Q1}. */
  QUARTER,
  /** A calendar year, such as {@code 2025}. */
  YEAR;

  private static final int MONTHS_OF_QUARTER = 3;

  /** Returns the name of the slice that a day lies in; names sort by time for years 0 to 9999. */
  public String label(LocalDate day) {
    return switch (this) {
      case MONTH -> String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
      case QUARTER ->
        String.format(
            Locale.ROOT,
            "%04d-Q%d",
            day.getYear(),
            (day.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
      case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
    };
  }
}
