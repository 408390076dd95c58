package io.probity.application;

import io.probity.input.Violations;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that the parts of an application keep, each part by itself and together. */
final class ApplicationRules {

  private static final int OLDEST = 120;
  private static final int MOST_PEOPLE = 100;
  private static final int LONGEST_TERM = 600;
  private static final double LARGEST_RATE = 10.0;

  private final Findings findings;
  private final @Nullable LocalDate asOf;
  private final ApplicationParts parts;

  private ApplicationRules(Findings findings, @Nullable LocalDate asOf, ApplicationParts parts) {
    this.findings = findings;
    this.asOf = asOf;
    this.parts = parts;
  }

  /**
   * Adds everything that is wrong.
   *
   * @param asOf the day of the application; null if unknown, and then nothing is compared with it
   * @param broken the places that broke already, which are not reported again
   */
  static void check(
      @Nullable LocalDate asOf, ApplicationParts parts, Violations violations, Set<String> broken) {
    Findings findings = new Findings(violations, broken);
    boolean taken = asOf == null || findings.day("asOf", asOf);
    ApplicationRules rules = new ApplicationRules(findings, taken ? asOf : null, parts);
    rules.applicant(parts.applicant());
    rules.request(parts.request());
    IncomeRules.check(parts.income(), findings);
    BorrowingRules.check(parts.borrowing(), rules.asOf, parts.applicant().birthDate(), findings);
    rules.macro(parts.macro());
    rules.beforeEverything();
  }

  private void applicant(Applicant applicant) {
    findings.text("applicant.id", applicant.id());
    born(applicant.birthDate());
    findings.whole("applicant.dependants", applicant.dependants(), 0, MOST_PEOPLE);
    findings.whole("applicant.householdSize", applicant.householdSize(), 1, MOST_PEOPLE);
    since("applicant.employedSince", applicant.employedSince(), applicant.birthDate());
    since("applicant.residentSince", applicant.residentSince(), applicant.birthDate());
    since("applicant.customerSince", applicant.customerSince(), applicant.birthDate());
    findings.amount("applicant.livingCosts", applicant.livingCosts());
    findings.amount("applicant.savings", applicant.savings());
  }

  private void born(@Nullable LocalDate birth) {
    String place = "applicant.birthDate";
    if (birth == null || !findings.day(place, birth) || asOf == null) {
      return;
    }
    if (!birth.isBefore(asOf)) {
      findings.add(place, "must lie before the day of the application, " + asOf, birth);
    } else if (!birth.plusYears(OLDEST + 1).isAfter(asOf)) {
      findings.add(place, "nobody is older than " + OLDEST + " years", birth);
    }
  }

  private void since(String place, @Nullable LocalDate day, @Nullable LocalDate birth) {
    if (day == null || !findings.day(place, day)) {
      return;
    }
    if (asOf != null && day.isAfter(asOf)) {
      findings.add(place, "must not lie after the day of the application, " + asOf, day);
    }
    if (birth != null && day.isBefore(birth)) {
      findings.add(place, "must not lie before the day of birth, " + birth, day);
    }
  }

  private void request(LoanRequest request) {
    if (request.amount() != null && request.amount().signum() == 0) {
      findings.add("request.amount", "the amount asked for must be above 0", request.amount());
    }
    findings.amount("request.amount", request.amount());
    findings.whole("request.termMonths", request.termMonths(), 1, LONGEST_TERM);
    findings.fraction("request.nominalRate", request.nominalRate(), 0.0, LARGEST_RATE);
    findings.text("request.lender", request.lender());
    Set<String> named = new HashSet<>();
    for (int i = 0; i < request.refinances().tradelines().size(); i++) {
      String id = request.refinances().tradelines().get(i);
      String place = "request.refinances.tradelines[" + i + "]";
      if (parts.borrowing().tradelineColumns().position(id) < 0) {
        findings.add(
            place, "must be the id of a tradeline of the borrowing history", "\"" + id + "\"");
      } else if (!named.add(id)) {
        findings.add(place, "a tradeline is named twice", "\"" + id + "\"");
      }
    }
  }

  private void macro(MacroContext macro) {
    indicator("macro.unemploymentRate", macro.unemploymentRate(), 0.0, 1.0);
    indicator("macro.gdpGrowth", macro.gdpGrowth(), -1.0, LARGEST_RATE);
    indicator("macro.policyRate", macro.policyRate(), -1.0, LARGEST_RATE);
  }

  private void indicator(String place, MacroIndicator indicator, double low, double high) {
    indicator.byMonth().forEach((month, value) -> {
      findings.month(place + "." + month, month);
      if (!(value >= low && value <= high)) {
        findings.add(place + "." + month, "must be a fraction from " + low + " to " + high, value);
      }
    });
  }

  private void beforeEverything() {
    if (asOf == null || dates().findAny().isEmpty()) {
      return;
    }
    if (dates().noneMatch(day -> !day.isAfter(asOf))) {
      findings.add("asOf", "must not lie before every record of the application", asOf);
    }
  }

  private Stream<LocalDate> dates() {
    return Stream.of(
            parts.income().payments().stream().map(IncomePayment::date),
            parts.borrowing().tradelines().stream().map(Tradeline::opened),
            parts.borrowing().inquiries().stream().map(Inquiry::date))
        .flatMap(days -> days);
  }
}
