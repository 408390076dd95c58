package io.probity.simulation;

import io.probity.application.BorrowingHistory;
import io.probity.application.IncomeHistory;
import io.probity.application.LoanApplication;
import io.probity.application.LoanRequest;
import io.probity.preparation.MacroSeries;
import io.probity.preparation.PanelMonth;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * A simulated lender. Each applicant is a function of the plan and of their number only, so that they
 * can be drawn in any order, on any thread. Immutable.
 *
 * <p>Each applicant has three streams of random numbers: one for the past, one for the shocks and the
 * outcome, one for the months of the loan.
 */
public final class Simulation {

  private static final String CURRENCY = "EUR";
  private static final int STREAMS = 3;

  private final SimulationPlan plan;
  private final BusinessCycle cycle;

  private Simulation(SimulationPlan plan) {
    this.plan = plan;
    this.cycle = BusinessCycle.of(plan);
  }

  /** Returns the simulation of a plan. */
  public static Simulation of(SimulationPlan plan) {
    return new Simulation(plan);
  }

  /** Returns the plan. */
  public SimulationPlan plan() {
    return plan;
  }

  /** Returns the economy by month, with the days of publication. */
  public MacroSeries economy() {
    return cycle.series();
  }

  /**
   * Draws an applicant.
   *
   * @param number from 0 to the number of applicants less 1
   */
  public SimulatedApplicant applicant(long number) {
    if (!(number >= 0 && number < plan.applicants())) {
      throw new IllegalArgumentException(
          "an applicant's number must be from 0 to " + (plan.applicants() - 1) + ", not " + number);
    }
    Draws past = Draws.of(plan.seed(), STREAMS * number);
    YearMonth month = plan.firstMonth().plusMonths(past.whole(0, plan.months() - 1));
    Person person = Person.draw(month, past);
    LoanApplication application = application(id(number), person, past);
    Hazard hazard = Hazard.of(Observables.of(application));
    Truth truth = truth(hazard, person, Draws.of(plan.seed(), STREAMS * number + 1));
    long last = ChronoUnit.MONTHS.between(month, plan.lastMonth());
    List<PanelMonth> months = PerformancePath.draw(
        month,
        application.request(),
        truth.pd(),
        truth.isBad(),
        (int) StrictMath.min(last, plan.followedMonths()),
        Draws.of(plan.seed(), STREAMS * number + 2));
    return new SimulatedApplicant(application, months, truth);
  }

  private static String id(long number) {
    return String.format(Locale.ROOT, "A%08d", number + 1);
  }

  private LoanApplication application(String id, Person person, Draws draws) {
    IncomePast received = IncomePast.draw(person, cycle, draws);
    CreditPast borrowed = CreditPast.draw(person, received, draws);
    IncomeHistory income = received.seen(borrowed.proceeds());
    BorrowingHistory borrowing = borrowed.seen(id, Request.LENDER);
    LoanRequest request = Request.loan(person, draws);
    return LoanApplication.builder(id)
        .asOf(person.asOf())
        .currency(CURRENCY)
        .applicant(Request.applicant(id, person, draws))
        .request(request)
        .income(income)
        .borrowing(borrowing)
        .macro(cycle.series().before(person.asOf()))
        .build();
  }

  private static Truth truth(Hazard hazard, Person person, Draws draws) {
    boolean isLost = draws.chance(hazard.jobLossProbability());
    boolean isIll = draws.chance(hazard.illnessProbability());
    double help = draws.uniform();
    double takes = Hazard.helpProbability(-1);
    int familyHelp = help < takes ? -1 : help < 1.0 - Hazard.helpProbability(1) ? 0 : 1;
    Shocks shocks = new Shocks(isLost, isIll, familyHelp);
    double given = hazard.pdGiven(shocks);
    return new Truth(
        hazard.pd(),
        hazard.logOdds(),
        given,
        draws.chance(given),
        shocks,
        person.discipline(),
        person.appetite(),
        person.level());
  }
}
