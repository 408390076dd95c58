package io.probity.simulation;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is so of an applicant, whoever knows it.
 *
 * @param asOf the day of the application
 * @param age in years, with a fraction
 * @param livelihood how the applicant earns a living
 * @param tenureMonths how long so
 * @param discipline how carefully bills are paid; standard normal
 * @param appetite how gladly money is borrowed; standard normal, correlation -0.3 with discipline
 * @param level the usual net income of a month with work
 * @param dependants how many people depend on the applicant
 */
record Person(
    LocalDate asOf,
    double age,
    Livelihood livelihood,
    int tenureMonths,
    double discipline,
    double appetite,
    double level,
    int dependants) {

  private static final int FIRST_DAY = 5; // from here on the month before the last one is known
  private static final int LAST_DAY = 28;
  private static final double YOUNGEST = 18.5;
  private static final double PENSION_AGE = 63.0;
  private static final double LONGEST_TENURE_SHARE = 0.9;

  static Person draw(YearMonth month, Draws draws) {
    LocalDate asOf = month.atDay(draws.whole(FIRST_DAY, LAST_DAY));
    double age = YOUNGEST + 52.0 * StrictMath.pow(draws.uniform(), 1.5);
    double discipline = draws.normal();
    double appetite = -0.3 * discipline + StrictMath.sqrt(1.0 - 0.09) * draws.normal();
    Livelihood livelihood = livelihood(age, draws);
    double experience = StrictMath.min(age - YOUNGEST, 22.0) / 22.0;
    double level = livelihood.level()
        * StrictMath.exp(7.35 + 0.45 * experience + 0.05 * discipline + 0.38 * draws.normal());
    int dependants = age < 24.0 ? draws.poisson(0.1, 2) : draws.poisson(0.9, 5);
    return new Person(
        asOf,
        age,
        livelihood,
        tenure(livelihood, age, draws),
        discipline,
        appetite,
        level,
        dependants);
  }

  YearMonth month() {
    return YearMonth.from(asOf);
  }

  private static Livelihood livelihood(double age, Draws draws) {
    if (age >= PENSION_AGE && draws.chance(0.8)) {
      return Livelihood.RETIRED;
    }
    boolean isYoung = age < 26.0;
    int type = isYoung
        ? draws.pick(0.38, 0.18, 0.12, 0.28, 0.04)
        : draws.pick(0.61, 0.09, 0.08, 0.12, 0.10);
    return switch (type) {
      case 0 -> Livelihood.SALARIED;
      case 1 -> Livelihood.TEMPORARY;
      case 2 -> Livelihood.SEASONAL;
      case 3 -> Livelihood.GIG;
      default -> Livelihood.SELF_EMPLOYED;
    };
  }

  private static int tenure(Livelihood livelihood, double age, Draws draws) {
    double mean = switch (livelihood) {
      case SALARIED -> 60.0;
      case TEMPORARY -> 9.0;
      case SEASONAL, GIG -> 18.0;
      case SELF_EMPLOYED -> 48.0;
      case RETIRED -> 70.0;
    };
    double longest = (age - YOUNGEST + 0.5) * 12.0 * LONGEST_TENURE_SHARE;
    double drawn = -mean * StrictMath.log(1.0 - draws.uniform());
    return (int) StrictMath.min(drawn, longest);
  }
}
