package io.probity.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a {@link BorrowingHistory}. */
final class BorrowingRules {

  private static final int LONGEST_TERM = 1_200;
  private static final int LAST_DUE_DAY = 31;
  private static final int MOST_DAYS_PAST_DUE = 9_999;
  private static final double LARGEST_RATE = 10.0;

  private final @Nullable LocalDate asOf;
  private final @Nullable LocalDate birth;
  private final Findings findings;
  private final Set<String> ids = new HashSet<>();
  private BigDecimal sum = BigDecimal.ZERO;

  private BorrowingRules(@Nullable LocalDate asOf, @Nullable LocalDate birth, Findings findings) {
    this.asOf = asOf;
    this.birth = birth;
    this.findings = findings;
  }

  static void check(
      BorrowingHistory borrowing,
      @Nullable LocalDate asOf,
      @Nullable LocalDate birth,
      Findings findings) {
    if (!borrowing.status().hasHistory()
        && !(borrowing.tradelines().isEmpty() && borrowing.inquiries().isEmpty())) {
      findings.add(
          "borrowing.status", "a history of this status must be empty", borrowing.status());
    }
    BorrowingRules rules = new BorrowingRules(asOf, birth, findings);
    for (int i = 0; i < borrowing.tradelines().size(); i++) {
      rules.tradeline("borrowing.tradelines[" + i + "]", borrowing.tradelines().get(i));
    }
    findings.sum("borrowing.tradelines", rules.sum);
    for (int i = 0; i < borrowing.inquiries().size(); i++) {
      Inquiry inquiry = borrowing.inquiries().get(i);
      String place = "borrowing.inquiries[" + i + "]";
      findings.day(place + ".date", inquiry.date());
      findings.text(place + ".lender", inquiry.lender());
    }
  }

  private void tradeline(String place, Tradeline tradeline) {
    findings.text(place + ".lender", tradeline.lender());
    findings.text(place + ".lenderOfRecord", tradeline.lenderOfRecord());
    findings.text(place + ".platform", tradeline.platform());
    if (tradeline.id() != null && !ids.add(tradeline.id())) {
      findings.add(place + ".id", "an id must belong to one tradeline only", tradeline.id());
    }
    days(place, tradeline);
    findings.fraction(place + ".nominalRate", tradeline.nominalRate(), 0.0, LARGEST_RATE);
    findings.whole(place + ".remainingMonths", tradeline.remainingMonths(), 0, LONGEST_TERM);
    findings.whole(place + ".dueDay", tradeline.dueDay(), 1, LAST_DUE_DAY);
    amount(place + ".limitOrAmount", tradeline.limitOrAmount());
    amount(place + ".balance", tradeline.balance());
    amount(place + ".monthlyPayment", tradeline.monthlyPayment());
    amount(place + ".pastDue", tradeline.pastDue());
    months(place, tradeline);
  }

  private void days(String place, Tradeline tradeline) {
    LocalDate opened = tradeline.opened();
    if (findings.day(place + ".opened", opened) && birth != null && opened.isBefore(birth)) {
      findings.add(place + ".opened", "must not lie before the day of birth, " + birth, opened);
    }
    LocalDate closed = tradeline.closed();
    if (closed != null && findings.day(place + ".closed", closed) && closed.isBefore(opened)) {
      findings.add(place + ".closed", "must not lie before opened, " + opened, closed);
    }
    LocalDate reported = tradeline.reportedOn();
    if (reported == null || !findings.day(place + ".reportedOn", reported)) {
      return;
    }
    if (reported.isBefore(opened)) {
      findings.add(place + ".reportedOn", "must not lie before opened, " + opened, reported);
    }
    if (asOf != null && !reported.isBefore(asOf)) {
      findings.add(
          place + ".reportedOn",
          "must lie before the day of the application, " + asOf,
          reported,
          "leave the tradeline out: it was not known");
    }
  }

  private void months(String place, Tradeline tradeline) {
    List<TradelineMonth> months = tradeline.months();
    YearMonth opened = YearMonth.from(tradeline.opened());
    LocalDate reportedOn = tradeline.reportedOn();
    Set<YearMonth> seen = new HashSet<>();
    for (int i = 0; i < months.size(); i++) {
      TradelineMonth reported = months.get(i);
      YearMonth month = reported.month();
      String at = place + ".months[" + i + "]";
      findings.month(at + ".month", month);
      if (month.isBefore(opened)) {
        findings.add(at + ".month", "must not lie before the month of opening, " + opened, month);
      }
      if (reportedOn != null && month.atDay(1).isAfter(reportedOn)) {
        findings.add(at + ".month", "must not lie after the report of " + reportedOn, month);
      }
      if (!seen.add(month)) {
        findings.add(at + ".month", "a month must be reported once", month);
      }
      findings.whole(at + ".daysPastDue", reported.daysPastDue(), 0, MOST_DAYS_PAST_DUE);
      amount(at + ".balance", reported.balance());
      amount(at + ".due", reported.due());
      amount(at + ".paid", reported.paid());
    }
  }

  private void amount(String place, @Nullable BigDecimal amount) {
    findings.amount(place, amount);
    if (amount != null && MoneyUnits.fits(amount)) {
      sum = sum.add(amount);
    }
  }
}
