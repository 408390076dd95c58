package io.probity.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The rules of an {@link IncomeHistory}. */
final class IncomeRules {

  private final IncomeHistory income;
  private final Findings findings;

  private IncomeRules(IncomeHistory income, Findings findings) {
    this.income = income;
    this.findings = findings;
  }

  static void check(IncomeHistory income, Findings findings) {
    IncomeRules rules = new IncomeRules(income, findings);
    rules.evidence();
    rules.observation();
    rules.payments();
    findings.amount("income.statedMonthly", income.statedMonthly());
    findings.fraction("income.businessNetShare", income.businessNetShare(), 0.0, 1.0);
  }

  private void evidence() {
    boolean isEmpty = income.payments().isEmpty()
        && income.observedFrom() == null
        && income.observedTo() == null
        && income.statedMonthly() == null;
    if (income.evidence() == IncomeEvidence.NOT_ASKED && !isEmpty) {
      findings.add(
          "income.evidence", "a history that nobody asked for must be empty", income.evidence());
    }
  }

  private void observation() {
    LocalDate from = income.observedFrom();
    LocalDate to = income.observedTo();
    boolean fromTaken = findings.day("income.observedFrom", from);
    boolean toTaken = findings.day("income.observedTo", to);
    if ((from == null) != (to == null) || (from == null && !income.payments().isEmpty())) {
      findings.add(
          from == null ? "income.observedFrom" : "income.observedTo",
          "a history with payments must say over which days it was observed",
          null,
          "add it");
    }
    if (from != null && to != null && fromTaken && toTaken && to.isBefore(from)) {
      findings.add("income.observedTo", "must not lie before observedFrom, " + from, to);
    }
  }

  private void payments() {
    List<IncomePayment> payments = income.payments();
    BigDecimal sum = BigDecimal.ZERO;
    boolean hasTurnover = false;
    for (int i = 0; i < payments.size(); i++) {
      IncomePayment payment = payments.get(i);
      payment(i, payment);
      hasTurnover |= payment.kind() == IncomeKind.BUSINESS;
      sum = MoneyUnits.fits(payment.amount()) ? sum.add(payment.amount()) : sum;
    }
    findings.sum("income.payments", sum);
    if (hasTurnover && Double.isNaN(income.businessNetShare())) {
      findings.add(
          "income.businessNetShare",
          "payments of kind BUSINESS are turnover, so the share that is income must be stated",
          null,
          "add it");
    }
  }

  private void payment(int i, IncomePayment payment) {
    String place = "income.payments[" + i + "]";
    findings.amount(place + ".amount", payment.amount());
    findings.text(place + ".source", payment.source());
    LocalDate day = payment.date();
    LocalDate from = income.observedFrom();
    LocalDate to = income.observedTo();
    if (findings.day(place + ".date", day)
        && from != null
        && to != null
        && (day.isBefore(from) || day.isAfter(to))) {
      findings.add(place + ".date", "must lie in the observed days, " + from + " to " + to, day);
    }
  }
}
