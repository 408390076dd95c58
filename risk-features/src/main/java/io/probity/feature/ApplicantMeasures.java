package io.probity.feature;

import io.probity.application.Applicant;
import io.probity.application.DayNumbers;
import io.probity.application.Education;
import io.probity.application.EmploymentStatus;
import io.probity.application.ResidenceStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of the applicant, and what came of the search for a borrowing history. */
final class ApplicantMeasures extends Measures {

  static final int AGE = 0;
  static final int MONTHS_EMPLOYED = 1;
  static final int MONTHS_RESIDENT = 2;
  static final int MONTHS_CUSTOMER = 3;
  static final int DEPENDANTS = 4;
  static final int HOUSEHOLD_SIZE = 5;
  static final int EMPLOYMENT = 6;
  static final int EDUCATION = 7;
  static final int RESIDENCE = 8;
  static final int LIVING_COSTS = 9;
  static final int SAVINGS = 10;
  static final int BORROWING_STATUS = 11;

  private static final int MONTHS_OF_YEAR = 12;

  ApplicantMeasures() {
    super(12);
  }

  @Override
  void measure(CatalogRun run) {
    Applicant applicant = run.application().applicant();
    int asOf = run.packedDay();
    set(AGE, years(applicant.birthDate(), asOf));
    set(MONTHS_EMPLOYED, months(applicant.employedSince(), asOf));
    set(MONTHS_RESIDENT, months(applicant.residentSince(), asOf));
    set(MONTHS_CUSTOMER, months(applicant.customerSince(), asOf));
    set(DEPENDANTS, CatalogRun.number(applicant.dependants()));
    set(HOUSEHOLD_SIZE, CatalogRun.number(applicant.householdSize()));
    set(EMPLOYMENT, Levels.index(applicant.employment(), EmploymentStatus.UNKNOWN));
    set(EDUCATION, Levels.index(applicant.education(), Education.UNKNOWN));
    set(RESIDENCE, Levels.index(applicant.residence(), ResidenceStatus.UNKNOWN));
    set(LIVING_COSTS, CatalogRun.number(applicant.livingCosts()));
    set(SAVINGS, CatalogRun.number(applicant.savings()));
    set(BORROWING_STATUS, Levels.index(run.application().borrowing().status()));
  }

  /** Returns whole years, NaN if the first day is not known. */
  static double years(@Nullable LocalDate from, int toPacked) {
    if (from == null) {
      return Double.NaN;
    }
    int years = DayNumbers.wholeMonths(DayNumbers.packed(from), toPacked) / MONTHS_OF_YEAR;
    return years;
  }

  private static double months(@Nullable LocalDate from, int toPacked) {
    return from == null ? Double.NaN : DayNumbers.wholeMonths(DayNumbers.packed(from), toPacked);
  }
}
