package io.probity.lending;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The interest periods of a loan: when each ends and what interest it bears. */
final class Periods {

  private static final MathContext DIGITS = new MathContext(40);
  private static final int MONTHS_PER_YEAR = 12;

  private final long rateUnits;
  private final int[] days;
  private final int daysPerYear;
  private final List<LocalDate> dueDates;

  private Periods(long rateUnits, int[] days, int daysPerYear, List<LocalDate> dueDates) {
    this.rateUnits = rateUnits;
    this.days = days;
    this.daysPerYear = daysPerYear;
    this.dueDates = dueDates;
  }

  static Periods of(LoanTerms terms) {
    DayCount rule = terms.dayCount();
    List<LocalDate> dueDates = dueDates(terms);
    int[] days = new int[terms.months()];
    LocalDate from = terms.start();
    for (int k = 0; k < days.length; k++) {
      if (from == null) {
        days[k] = DayCount.MONTH;
      } else {
        LocalDate to = dueDates.get(k);
        boolean month = k > 0 || to.equals(from.plusMonths(1));
        days[k] = rule == DayCount.THIRTY_360 && month ? DayCount.MONTH : rule.days(from, to);
        from = to;
      }
    }
    return new Periods(RateUnits.of(terms.rate()), days, rule.daysPerYear(), dueDates);
  }

  /** The due dates in order, empty if the terms have no start date. */
  List<LocalDate> dueDates() {
    return dueDates;
  }

  /** Whether a period is exactly one twelfth of a year. */
  private boolean isMonth(int k) {
    return days[k] * MONTHS_PER_YEAR == daysPerYear;
  }

  /** The interest of period k on a balance, HALF_UP. */
  long interest(long balance, int k) {
    return isMonth(k)
        ? RateUnits.monthInterest(balance, rateUnits)
        : RateUnits.daysInterest(balance, rateUnits, days[k], daysPerYear);
  }

  /** The rounded level instalment that repays a principal over the periods from {@code first} on. */
  long level(long principal, int first) {
    for (int k = first; k < days.length; k++) {
      if (!isMonth(k)) {
        return HalfUp.round(BigDecimal.valueOf(principal).divide(values(first)[0], DIGITS));
      }
    }
    return AnnuityFactor.ofUnits(rateUnits, days.length - first).instalment(principal);
  }

  /**
   * The balance that an unrounded annuity from {@code first} on leaves after each period, HALF_UP;
   * the element at 0 is after period {@code first}.
   */
  long[] levelBalances(long principal, int first) {
    BigDecimal[] values = values(first);
    long[] balances = new long[values.length - 1];
    BigDecimal level = BigDecimal.valueOf(principal).divide(values[0], DIGITS);
    for (int k = 0; k < balances.length; k++) {
      balances[k] = HalfUp.round(level.multiply(values[k + 1], DIGITS));
    }
    return balances;
  }

  /**
   * What an instalment of 1 is worth at the start of each period from {@code first} on, then 0. It is
   * built from the end, where dividing by 1 + rate makes errors shrink.
   */
  private BigDecimal[] values(int first) {
    int count = days.length - first;
    BigDecimal[] values = new BigDecimal[count + 1];
    values[count] = BigDecimal.ZERO;
    for (int k = count - 1; k >= 0; k--) {
      BigDecimal rate = BigDecimal.valueOf(rateUnits)
          .multiply(BigDecimal.valueOf(days[first + k]))
          .divide(BigDecimal.valueOf(RateUnits.PER_YEAR * daysPerYear), DIGITS);
      values[k] = values[k + 1].add(BigDecimal.ONE).divide(BigDecimal.ONE.add(rate), DIGITS);
    }
    return values;
  }

  private static List<LocalDate> dueDates(LoanTerms terms) {
    LocalDate start = terms.start();
    if (start == null) {
      return List.of();
    }
    LocalDate regular = start.plusMonths(1);
    LocalDate stated = terms.firstDue() == null ? regular : terms.firstDue();
    boolean fromStart = stated.equals(regular);
    List<LocalDate> dates = new ArrayList<>(terms.months());
    for (int k = 0; k < terms.months(); k++) {
      dates.add(fromStart ? start.plusMonths(k + 1) : stated.plusMonths(k)); // day 31 comes back
    }
    return List.copyOf(dates);
  }
}
