package io.probity.simulation;

import io.probity.input.InvalidInputException;
import io.probity.input.Violations;
import java.time.YearMonth;

/**
 * What is simulated. Applicants come in over {@code months} calendar months; every one gets the loan,
 * and the panel follows each loan until {@code observedMonths} months after the last application, or
 * until the loan is {@code followedMonths} months on book.
 *
 * @param applicants how many applicants, 1 to 100,000,000
 * @param months over how many months they come in, 1 to 600
 * @param seed of all random numbers; an applicant depends on it, on its number and on {@code months}
 * @param firstMonth the month of the first applications
 * @param observedMonths how long after the last application the panel ends, 0 to 600; below 12 the
 *     last cohorts are too young for a 12-month target
 * @param followedMonths the months on book up to which a loan is followed, 12 to 600
 */
public record SimulationPlan(
    long applicants,
    int months,
    long seed,
    YearMonth firstMonth,
    int observedMonths,
    int followedMonths) {

  /** The month of the first applications, unless it is said otherwise. */
  public static final YearMonth FIRST_MONTH = YearMonth.of(2021, 1);

  /** How long after the last application the panel ends, unless it is said otherwise. */
  public static final int OBSERVED_MONTHS = 12;

  /** How long a loan is followed, unless it is said otherwise. */
  public static final int FOLLOWED_MONTHS = 18;

  private static final long MOST_APPLICANTS = 100_000_000;
  private static final int LONGEST = 600;

  /**
   * Checks the numbers.
   *
   * @throws InvalidInputException with every number that is out of its range
   */
  public SimulationPlan {
    Violations violations = new Violations();
    check(violations, "applicants", applicants, 1, MOST_APPLICANTS);
    check(violations, "months", months, 1, LONGEST);
    check(violations, "observedMonths", observedMonths, 0, LONGEST);
    check(violations, "followedMonths", followedMonths, PerformancePath.HORIZON, LONGEST);
    check(violations, "firstMonth", firstMonth.getYear(), 1950, 2100);
    violations.throwIfAny();
  }

  /** Returns a plan with the usual first month and length of observation. */
  public static SimulationPlan of(long applicants, int months, long seed) {
    return new SimulationPlan(
        applicants, months, seed, FIRST_MONTH, OBSERVED_MONTHS, FOLLOWED_MONTHS);
  }

  /** Returns the last month of the panel. */
  public YearMonth lastMonth() {
    return firstMonth.plusMonths(months - 1L + observedMonths);
  }

  private static void check(Violations violations, String place, long value, long low, long high) {
    if (!(value >= low && value <= high)) {
      violations.add(place, "must be from " + low + " to " + high, Long.toString(value), "");
    }
  }
}
