package io.probity.simulation;

import io.probity.application.Applicant;
import io.probity.application.Channel;
import io.probity.application.CreditType;
import io.probity.application.Education;
import io.probity.application.EmploymentStatus;
import io.probity.application.LoanPurpose;
import io.probity.application.LoanRequest;
import io.probity.application.RateType;
import io.probity.application.ResidenceStatus;
import java.time.LocalDate;

/** What an applicant says of themselves, and what they ask for. */
final class Request {

  static final String LENDER = "simulated lender";

  private static final int[] TERMS = {6, 12, 18, 24, 36};
  private static final double RATE = 0.18;

  private Request() {}

  static Applicant applicant(String id, Person person, Draws draws) {
    double costs = 380.0 + 0.33 * person.level() + 170.0 * person.dependants();
    double savings =
        person.level() * StrictMath.exp(-0.6 + 0.45 * person.discipline() + 1.1 * draws.normal());
    boolean tellsSavings = draws.chance(0.85);
    int partner = draws.chance(person.age() < 25.0 ? 0.2 : 0.6) ? 1 : 0;
    LocalDate born = person.asOf().minusDays((long) (person.age() * 365.25));
    ResidenceStatus residence = residence(person, draws);
    int residentMonths =
        (int) StrictMath.min(-48.0 * StrictMath.log(1.0 - draws.uniform()), person.age() * 10.0);
    boolean isCustomer = draws.chance(0.4);
    int customerMonths = draws.whole(1, 100);
    return Applicant.builder()
        .id("P" + id)
        .birthDate(born)
        .dependants(person.dependants())
        .householdSize(1 + partner + person.dependants())
        .education(education(draws))
        .employment(employment(person.livelihood()))
        .employedSince(
            person.asOf().minusMonths(person.tenureMonths()).minusDays(draws.whole(0, 27)))
        .residence(residence)
        .residentSince(person.asOf().minusMonths(residentMonths))
        .customerSince(isCustomer ? person.asOf().minusMonths(customerMonths) : null)
        .livingCosts(Amounts.steps(costs * StrictMath.exp(0.15 * draws.normal()), 10))
        .savings(tellsSavings ? Amounts.steps(savings, 10) : null)
        .build();
  }

  static LoanRequest loan(Person person, Draws draws) {
    double amount =
        person.level() * StrictMath.exp(0.55 + 0.12 * person.appetite() + 0.55 * draws.normal());
    return LoanRequest.builder()
        .product(CreditType.INSTALMENT)
        .purpose(purpose(person, draws))
        .amount(Amounts.steps(amount, 50))
        .termMonths(TERMS[draws.pick(0.12, 0.35, 0.13, 0.25, 0.15)])
        .nominalRate(RATE)
        .rateType(RateType.FIXED)
        .channel(channel(draws))
        .lender(LENDER)
        .build();
  }

  private static Education education(Draws draws) {
    return switch (draws.pick(0.12, 0.40, 0.20, 0.20, 0.08)) {
      case 0 -> Education.PRIMARY;
      case 1 -> Education.SECONDARY;
      case 2 -> Education.VOCATIONAL;
      case 3 -> Education.BACHELOR;
      default -> Education.POSTGRADUATE;
    };
  }

  private static EmploymentStatus employment(Livelihood livelihood) {
    return switch (livelihood) {
      case SALARIED -> EmploymentStatus.EMPLOYED;
      case TEMPORARY, SEASONAL -> EmploymentStatus.EMPLOYED_TEMPORARY;
      case GIG -> EmploymentStatus.GIG_WORKER;
      case SELF_EMPLOYED -> EmploymentStatus.SELF_EMPLOYED;
      case RETIRED -> EmploymentStatus.RETIRED;
    };
  }

  private static ResidenceStatus residence(Person person, Draws draws) {
    int choice = person.age() < 26.0
        ? draws.pick(0.02, 0.03, 0.45, 0.50)
        : draws.pick(0.20, 0.25, 0.45, 0.10);
    return switch (choice) {
      case 0 -> ResidenceStatus.OWNER;
      case 1 -> ResidenceStatus.OWNER_WITH_MORTGAGE;
      case 2 -> ResidenceStatus.TENANT;
      default -> ResidenceStatus.WITH_FAMILY;
    };
  }

  private static Channel channel(Draws draws) {
    return switch (draws.pick(0.15, 0.30, 0.45, 0.10)) {
      case 0 -> Channel.BRANCH;
      case 1 -> Channel.ONLINE;
      case 2 -> Channel.MOBILE_APP;
      default -> Channel.PARTNER;
    };
  }

  private static LoanPurpose purpose(Person person, Draws draws) {
    double business = person.livelihood() == Livelihood.SELF_EMPLOYED ? 0.30 : 0.0;
    double consolidation = 0.16 * StrictMath.exp(0.3 * person.appetite());
    return switch (draws.pick(0.30, 0.16, 0.14, 0.06, 0.07, 0.09, consolidation, business)) {
      case 0 -> LoanPurpose.CONSUMPTION;
      case 1 -> LoanPurpose.CAR;
      case 2 -> LoanPurpose.HOME_IMPROVEMENT;
      case 3 -> LoanPurpose.EDUCATION;
      case 4 -> LoanPurpose.MEDICAL;
      case 5 -> LoanPurpose.TRAVEL_OR_EVENT;
      case 6 -> LoanPurpose.DEBT_CONSOLIDATION;
      default -> LoanPurpose.BUSINESS;
    };
  }
}
