package io.probity.lending;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How the days between two due dates become a part of a year, for interest. */
public enum DayCount {
  /**
   * Every month is one twelfth of a year, whatever its length: the default. Only a first period that
   * is not one month long is counted in days, each month with 30 of them and the 31st taken as the
   * 30th (30E/360).
   */
  THIRTY_360(360) {
    @Override
    public int days(LocalDate from, LocalDate to) {
      int months = Math.multiplyExact(to.getYear() - from.getYear(), 12)
          + to.getMonthValue()
          - from.getMonthValue();
      return Math.multiplyExact(months, MONTH)
          + Math.min(to.getDayOfMonth(), MONTH)
          - Math.min(from.getDayOfMonth(), MONTH);
    }
  },
  /** Calendar days over 365, leap years included. */
  ACT_365(365),
  /** Calendar days over 360, so that a year bears 365 / 360 of the nominal rate. */
  ACT_360(360);

  static final int MONTH = 30;

  private final int daysPerYear;

  DayCount(int daysPerYear) {
    this.daysPerYear = daysPerYear;
  }

  /** Returns the days that make a year: 360 or 365. */
  public int daysPerYear() {
    return daysPerYear;
  }

  /** Returns the days from one date to another by this rule; negative if {@code to} is earlier. */
  public int days(LocalDate from, LocalDate to) {
    return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
  }
}
