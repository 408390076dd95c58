package io.probity.schema;

/** Reads days written as year-month-day in ten characters of ASCII, such as {@code 2026-11-21}. */
final class IsoDay {

  private static final int LENGTH = 10;
  private static final int DAYS_OF_400_YEARS = 146_097;
  private static final int DAYS_TO_1970 = 719_468; // from the 1st of March of the year 0
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private IsoDay() {}

  /**
   * Returns the day as days since 1970-01-01, or NaN if the bytes are no day of this form.
   *
   * <p>The year is taken to begin in March, so that the leap day is its last; a month m of it then
   * begins after (153 m + 2) / 5 days.
   */
  static double parse(byte[] bytes, int from, int to) {
    if (to - from != LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return Double.NaN;
    }
    int century = twoDigits(bytes, from);
    int ofCentury = twoDigits(bytes, from + 2);
    int month = twoDigits(bytes, from + 5);
    int day = twoDigits(bytes, from + 8);
    int year = 100 * century + ofCentury;
    if ((century | ofCentury | month | day) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > DAYS[month - 1]
        || (month == 2 && day == 29 && !isLeap(year))) {
      return Double.NaN;
    }
    int marchYear = month > 2 ? year : year - 1;
    int era = Math.floorDiv(marchYear, 400);
    int yearOfEra = marchYear - 400 * era;
    int marchMonth = (month + 9) % 12;
    int dayOfYear = (153 * marchMonth + 2) / 5 + day - 1;
    int dayOfEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (double) DAYS_OF_400_YEARS * era + dayOfEra - DAYS_TO_1970;
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  /** Returns the number of two digits, or a negative number if there are none. */
  private static int twoDigits(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int units = bytes[at + 1] - '0';
    boolean digits = tens >= 0 && tens <= 9 && units >= 0 && units <= 9;
    return digits ? 10 * tens + units : -1;
  }
}
