package io.probity.simulation;

import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.IncomePayment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What an applicant received in the twelve months before the application, and what a lender sees of
 * it. Past shocks are drawn month by month: losing the work stops income for some months, with a
 * benefit later; an illness takes part of a month's income.
 */
final class IncomePast {

  static final int MONTHS = 12;

  private static final double ILLNESS_A_MONTH = 0.008;
  private static final double BENEFIT_SHARE = 0.35;
  private static final double CALM_UNEMPLOYMENT = 0.045;
  private static final int MONTHS_IN_SEASON = 8;

  private final Person person;
  private final BusinessCycle cycle;
  private final Draws draws;
  private final YearMonth first;
  private final List<IncomePayment> payments = new ArrayList<>();
  private final boolean[] stressed = new boolean[MONTHS];
  private final double netShare;
  private final int seasonStart;
  private int monthsWithoutWork;

  private IncomePast(Person person, BusinessCycle cycle, Draws draws) {
    this.person = person;
    this.cycle = cycle;
    this.draws = draws;
    this.first = person.month().minusMonths(MONTHS);
    this.netShare = StrictMath.rint(draws.between(0.30, 0.60) * 100.0) / 100.0;
    this.seasonStart = draws.whole(0, 11);
  }

  static IncomePast draw(Person person, BusinessCycle cycle, Draws draws) {
    IncomePast past = new IncomePast(person, cycle, draws);
    for (int i = 0; i < MONTHS; i++) {
      past.month(i);
    }
    return past;
  }

  /** Returns whether a shock took income in a month, counted from twelve months before asOf. */
  boolean stressed(int month) {
    return month >= 0 && month < MONTHS && stressed[month];
  }

  int stressedMonths() {
    int count = 0;
    for (boolean one : stressed) {
      count += one ? 1 : 0;
    }
    return count;
  }

  /** Returns the history as a lender sees it, with money that was borrowed in between. */
  IncomeHistory seen(List<IncomePayment> borrowed) {
    double overstated =
        StrictMath.max(-0.05, 0.02 - 0.05 * person.discipline() + 0.13 * draws.normal());
    double usual = usualIncome() * (1.0 + overstated);
    boolean isVerified = draws.chance(person.livelihood() == Livelihood.GIG ? 0.70 : 0.82);
    int seenMonths = draws.chance(0.12) ? draws.whole(4, MONTHS - 1) : MONTHS;
    if (!isVerified) {
      return IncomeHistory.builder(IncomeEvidence.STATED)
          .statedMonthly(Amounts.steps(usual * 1.08, 10))
          .build();
    }
    LocalDate from = person.month().minusMonths(seenMonths).atDay(1);
    LocalDate to = person.month().minusMonths(1).atEndOfMonth();
    IncomeHistory.Builder seen = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(from, to)
        .statedMonthly(Amounts.steps(usual, 10));
    if (person.livelihood() == Livelihood.SELF_EMPLOYED) {
      seen.businessNetShare(netShare);
    }
    payments.stream().filter(payment -> !payment.date().isBefore(from)).forEach(seen::payment);
    borrowed.stream()
        .filter(payment -> !payment.date().isBefore(from) && !payment.date().isAfter(to))
        .forEach(seen::payment);
    return seen.build();
  }

  private double usualIncome() {
    return person.livelihood() == Livelihood.SEASONAL ? 0.9 * person.level() : person.level();
  }

  private void month(int i) {
    YearMonth month = first.plusMonths(i);
    boolean isIll =
        draws.chance(ILLNESS_A_MONTH + 0.0002 * StrictMath.max(0.0, person.age() - 40.0));
    double share = isIll ? draws.between(0.3, 0.7) : 1.0;
    if (monthsWithoutWork == 0 && draws.chance(monthlyLoss(month))) {
      monthsWithoutWork = draws.whole(1, 5);
    }
    stressed[i] = isIll || monthsWithoutWork > 0;
    if (monthsWithoutWork > 0) {
      monthsWithoutWork--;
      if (draws.chance(0.55)) {
        pay(month, 20, BENEFIT_SHARE * person.level(), IncomeKind.BENEFIT, "benefit office");
      }
      return;
    }
    work(month, share);
  }

  private double monthlyLoss(YearMonth month) {
    double downturn = StrictMath.max(0.0, cycle.unemployment(month) - CALM_UNEMPLOYMENT);
    return person.livelihood().yearlyLoss() * (1.0 + 25.0 * downturn) / MONTHS;
  }

  private void work(YearMonth month, double share) {
    double usual = share * person.level();
    switch (person.livelihood()) {
      case SALARIED -> pay(month, 25, usual * varied(0.02), IncomeKind.SALARY, "employer");
      case TEMPORARY -> pay(month, 28, usual * varied(0.09), IncomeKind.SALARY, "agency");
      case SEASONAL -> season(month, usual);
      case GIG -> gig(month, usual);
      case SELF_EMPLOYED ->
        pay(month, 15, usual / netShare * varied(0.28), IncomeKind.BUSINESS, "own business");
      case RETIRED -> pay(month, 1, usual, IncomeKind.PENSION, "pension fund");
    }
  }

  private void season(YearMonth month, double usual) {
    boolean isInSeason = (month.getMonthValue() - 1 + seasonStart) % 12 < MONTHS_IN_SEASON;
    if (isInSeason) {
      pay(month, 27, 1.25 * usual * varied(0.12), IncomeKind.SALARY, "season employer");
    } else if (draws.chance(0.5)) {
      pay(month, 20, BENEFIT_SHARE * usual, IncomeKind.BENEFIT, "benefit office");
    }
  }

  private void gig(YearMonth month, double usual) {
    if (draws.chance(0.05)) {
      return;
    }
    double total = usual * varied(0.38);
    int parts = draws.whole(1, 3);
    for (int part = 0; part < parts; part++) {
      pay(
          month,
          draws.whole(1, 28),
          total / parts * draws.between(0.8, 1.2),
          IncomeKind.GIG,
          "platform " + draws.whole(1, 3));
    }
  }

  private double varied(double spread) {
    return StrictMath.exp(spread * draws.normal() - 0.5 * spread * spread);
  }

  private void pay(YearMonth month, int day, double amount, IncomeKind kind, String source) {
    payments.add(new IncomePayment(month.atDay(day), Amounts.cents(amount), kind, source));
  }
}
