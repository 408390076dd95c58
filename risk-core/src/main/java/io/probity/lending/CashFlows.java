package io.probity.lending;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The cash flows of a loan and the annual rate that they amount to, fees included (APR, APRC).
 *
 * <p>The rate is the one at which the flows are worth nothing: the sum of amount x (1 + r)^-t is 0,
 * with t in years: months / 12, or days / 365 for dated flows (ACT/365). The effective rate is r, the
 * nominal one 12 ((1 + r)^(1/12) - 1).
 *
 * <p>A rate is given only where it is certain: the amounts change sign exactly once in time, so there
 * is one rate above -100%, and it lies in the bracket of -99% to 100,000,000% effective. It is found
 * by bisection of ln(1 + r), which needs no derivative and cannot leave the bracket, to within 1e-15.
 * Flows that add up to nothing have a rate of exactly 0. Loans paid with rounded instalments may show
 * a rate a trifle below that of the contract.
 */
public final class CashFlows {

  private static final int MONTHS_PER_YEAR = 12;
  private static final double DAYS_PER_YEAR = 365.0;
  private static final double MAX_YEARS = 100.0;
  private static final double LOWEST = -0.99;
  private static final double HIGHEST = 1e6;
  private static final double LARGEST = 1e18;
  private static final int HALVINGS = 64;

  private final double[] years;
  private final double[] amounts;
  private final boolean monthly;
  private final int totalSign;

  private CashFlows(double[] years, List<BigDecimal> amounts, boolean monthly) {
    this.years = years;
    this.amounts = amounts.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    this.monthly = monthly;
    this.totalSign = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum();
    double span = years.length == 0 ? 0.0 : years[years.length - 1];
    if (!(span <= MAX_YEARS)) {
      throw new IllegalArgumentException(
          "cash flows may span at most " + MAX_YEARS + " years; received " + span);
    }
    for (double amount : this.amounts) {
      if (!(Math.abs(amount) <= LARGEST)) {
        throw new IllegalArgumentException(
            "a cash flow must be within plus or minus " + LARGEST + "; received " + amount);
      }
    }
  }

  /**
   * Returns flows that are one month apart, the first of them now.
   *
   * @param amounts in major units; what the lender pays is negative and what it receives positive, or
   *     the other way round; 0 where a month has no flow
   * @throws IllegalArgumentException if they span more than 100 years
   */
  public static CashFlows ofMonths(List<BigDecimal> amounts) {
    double[] years = new double[amounts.size()];
    for (int k = 0; k < years.length; k++) {
      years[k] = (double) k / MONTHS_PER_YEAR;
    }
    return new CashFlows(years, amounts, true);
  }

  /**
   * Returns flows at their dates.
   *
   * @param dates as many as amounts, none before the one in front of it
   * @param amounts in major units, with the signs of {@link #ofMonths}
   * @throws IllegalArgumentException if dates and amounts do not go together, or they span more than
   *     100 years
   */
  public static CashFlows ofDates(List<LocalDate> dates, List<BigDecimal> amounts) {
    if (dates.size() != amounts.size()) {
      throw new IllegalArgumentException("every cash flow needs one date; received " + dates.size()
          + " dates and " + amounts.size() + " amounts");
    }
    double[] years = new double[dates.size()];
    for (int k = 0; k < years.length; k++) {
      if (k > 0 && dates.get(k).isBefore(dates.get(k - 1))) {
        throw new IllegalArgumentException(
            "the dates must be in order; received " + dates.get(k) + " after " + dates.get(k - 1));
      }
      years[k] = ChronoUnit.DAYS.between(dates.get(0), dates.get(k)) / DAYS_PER_YEAR;
    }
    return new CashFlows(years, amounts, false);
  }

  /**
   * Returns the annual rate of the flows.
   *
   * @throws IllegalArgumentException if no rate exists (all flows of one sign), if more than one may
   *     (several changes of sign), or if it lies outside the bracket
   */
  public AnnualRate annualRate(RateKind kind) {
    requireOneChangeOfSign();
    AnnualRate effective = AnnualRate.effective(StrictMath.expm1(totalSign == 0 ? 0.0 : growth()));
    return effective.to(kind);
  }

  private void requireOneChangeOfSign() {
    int changes = 0;
    double sign = 0.0;
    for (double amount : amounts) {
      double next = Math.signum(amount);
      if (next != 0.0) {
        changes += next == -sign ? 1 : 0;
        sign = next;
      }
    }
    if (changes == 0) {
      throw new IllegalArgumentException("no annual rate exists: the " + amounts.length
          + " cash flows need both a disbursement and a repayment");
    }
    if (changes > 1) {
      throw new IllegalArgumentException("the annual rate may not be the only one: the cash flows"
          + " change sign " + changes + " times, a loan changes once");
    }
  }

  /** Returns ln(1 + effective rate). */
  private double growth() {
    double low = StrictMath.log1p(LOWEST);
    double high = StrictMath.log1p(HIGHEST);
    double signAtLow = Math.signum(presentValue(low));
    if (signAtLow * Math.signum(presentValue(high)) >= 0.0) {
      throw new IllegalArgumentException("no annual rate exists between " + LOWEST + " and "
          + HIGHEST + " (effective fractions) for these cash flows");
    }
    for (int k = 0; k < HALVINGS; k++) {
      double middle = low + (high - low) / 2.0;
      if (Math.signum(presentValue(middle)) == signAtLow) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2.0;
  }

  private double presentValue(double growth) {
    double sum = 0.0;
    if (monthly) {
      double discount = StrictMath.exp(-growth / MONTHS_PER_YEAR);
      for (int k = amounts.length - 1; k >= 0; k--) {
        sum = sum * discount + amounts[k];
      }
    } else {
      for (int k = amounts.length - 1; k >= 0; k--) {
        sum += amounts[k] * StrictMath.exp(-growth * years[k]);
      }
    }
    return sum;
  }
}
