package io.probity.application;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days and months as whole numbers, so that histories can be computed on without making objects.
 *
 * <p>A day is its number since 1970-01-01. A month is {@code year x 12 + month - 1}. A packed day is
 * {@code month x 32 + day of the month}: the whole calendar months between two packed days are their
 * difference divided by 32.
 *
 * <p>Source of the day and month conversion: Hinnant, chrono-compatible low-level date algorithms
 * (2013). Years 1 to 9999.
 */
public final class DayNumbers {

  private static final int MONTHS = 12;
  private static final int PACK_BITS = 5;
  private static final int DAYS_OF_400_YEARS = 146_097;
  private static final int EPOCH_SHIFT = 719_468; // days from 0000-03-01 to 1970-01-01
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9_999;

  private DayNumbers() {}

  /** Returns the number of a day; a year outside 1 to 9999 is moved to the nearer end. */
  public static int day(LocalDate date) {
    return (int) inRange(date).toEpochDay();
  }

  /** Returns the packed day; a year outside 1 to 9999 is moved to the nearer end. */
  public static int packed(LocalDate date) {
    LocalDate day = inRange(date);
    return pack(day.getYear() * MONTHS + day.getMonthValue() - 1, day.getDayOfMonth());
  }

  /** Returns the number of a month; a year outside 1 to 9999 is moved to the nearer end. */
  public static int month(YearMonth month) {
    int year = Math.max(FIRST_YEAR, Math.min(LAST_YEAR, month.getYear()));
    return year * MONTHS + month.getMonthValue() - 1;
  }

  /** Returns the month of a packed day. */
  public static int monthOfPacked(int packed) {
    return packed >> PACK_BITS;
  }

  /** Returns the packed day of a day of a month, 1 to 31. */
  public static int pack(int month, int dayOfMonth) {
    return (month << PACK_BITS) + dayOfMonth;
  }

  /** Returns the day of the month of a packed day. */
  public static int dayOfMonth(int packed) {
    return packed & ((1 << PACK_BITS) - 1);
  }

  /** Returns the whole calendar months from a packed day to a later one. */
  public static int wholeMonths(int fromPacked, int toPacked) {
    return (toPacked - fromPacked) >> PACK_BITS;
  }

  /** Returns the packed day of a day. */
  public static int packed(int day) {
    int shifted = day + EPOCH_SHIFT;
    int era = Math.floorDiv(shifted, DAYS_OF_400_YEARS);
    int dayOfEra = shifted - era * DAYS_OF_400_YEARS;
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int fromMarch = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
    int monthsFromMarch = (era * 400 + yearOfEra) * MONTHS + fromMarch + 2;
    return pack(monthsFromMarch, dayOfMonth);
  }

  /** Returns the first day of a month. */
  public static int firstDay(int month) {
    int monthsFromMarch = month - 2;
    int year = Math.floorDiv(monthsFromMarch, MONTHS);
    int fromMarch = monthsFromMarch - year * MONTHS;
    int era = Math.floorDiv(year, 400);
    int yearOfEra = year - era * 400;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153 * fromMarch + 2) / 5;
    return era * DAYS_OF_400_YEARS + dayOfEra - EPOCH_SHIFT;
  }

  /** Returns the number of days of a month. */
  public static int lengthOf(int month) {
    return firstDay(month + 1) - firstDay(month);
  }

  private static LocalDate inRange(LocalDate date) {
    if (date.getYear() < FIRST_YEAR) {
      return LocalDate.of(FIRST_YEAR, 1, 1);
    }
    return date.getYear() > LAST_YEAR ? LocalDate.of(LAST_YEAR, 12, 31) : date;
  }
}
