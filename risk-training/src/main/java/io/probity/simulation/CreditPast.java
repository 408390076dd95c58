package io.probity.simulation;

import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.CreditType;
import io.probity.application.IncomeKind;
import io.probity.application.IncomePayment;
import io.probity.application.Inquiry;
import io.probity.application.InquiryKind;
import io.probity.application.LoanPurpose;
import io.probity.application.Tradeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an applicant borrowed before, as a bureau reports it: bank credit over many years, and
 * micro-loans of the last months. Somebody with several micro-loans mostly takes the next one a few
 * days before an instalment of another lender is due, to repay it.
 */
final class CreditPast {

  private static final int MOST_MICRO_LOANS = 8;
  private static final int MICRO_LENDERS = 12;
  private static final int BANKS = 9;

  private final Person person;
  private final IncomePast income;
  private final Draws draws;
  private final LocalDate reportedOn;
  private final List<TradelinePast> lines = new ArrayList<>();
  private final List<Inquiry> inquiries = new ArrayList<>();
  private final List<IncomePayment> proceeds = new ArrayList<>();

  private CreditPast(Person person, IncomePast income, Draws draws) {
    this.person = person;
    this.income = income;
    this.draws = draws;
    this.reportedOn = person.month().atDay(2);
  }

  static CreditPast draw(Person person, IncomePast income, Draws draws) {
    CreditPast past = new CreditPast(person, income, draws);
    boolean isYoung = person.age() < 25.0;
    if (draws.chance(isYoung ? 0.40 : 0.07)) {
      return past;
    }
    past.bankCredit(isYoung);
    past.microLoans();
    past.otherInquiries();
    return past;
  }

  /** Returns the payouts of the micro-loans, which come into the account but are no income. */
  List<IncomePayment> proceeds() {
    return proceeds;
  }

  /** Returns what the bureau answers, with the inquiry of the application itself. */
  BorrowingHistory seen(String applicationId, String lender) {
    if (draws.chance(0.01)) {
      return BorrowingHistory.unavailable();
    }
    if (lines.isEmpty()) {
      return BorrowingHistory.noHit();
    }
    inquiries.add(new Inquiry(
        person.asOf().minusDays(1),
        lender,
        LoanPurpose.UNKNOWN,
        InquiryKind.CREDIT_APPLICATION,
        applicationId));
    List<Tradeline> tradelines = new ArrayList<>();
    for (TradelinePast line : lines) {
      tradelines.add(line.tradeline("T" + (tradelines.size() + 1)));
    }
    boolean isThin =
        lines.size() == 1 && lines.get(0).opened().isAfter(person.asOf().minusMonths(12));
    return BorrowingHistory.of(
        isThin ? BorrowingStatus.THIN : BorrowingStatus.HIT, tradelines, inquiries);
  }

  private void bankCredit(boolean isYoung) {
    double mean = StrictMath.exp((isYoung ? -0.2 : 0.65) + 0.25 * person.appetite());
    int count = draws.poisson(mean, 7);
    int longest = (int) StrictMath.min(180.0, (person.age() - 18.0) * 12.0);
    for (int i = 0; i < count; i++) {
      int type = draws.pick(0.50, 0.38, person.age() > 28.0 ? 0.12 : 0.0);
      int monthsAgo = StrictMath.max(2, (int) (longest * StrictMath.pow(draws.uniform(), 1.3)));
      LocalDate opened = person.month().minusMonths(monthsAgo).atDay(draws.whole(1, 28));
      add(
          switch (type) {
            case 0 -> CreditType.REVOLVING;
            case 1 -> CreditType.INSTALMENT;
            default -> CreditType.MORTGAGE;
          },
          "bank " + draws.whole(1, BANKS),
          opened,
          0.0);
    }
  }

  private void microLoans() {
    double stress = income.stressedMonths() > 0 ? 0.6 : 0.0;
    double mean =
        StrictMath.exp(-0.75 + 0.65 * person.appetite() - 0.45 * person.discipline() + stress);
    int count = draws.poisson(mean, MOST_MICRO_LOANS);
    Set<String> used = new HashSet<>();
    for (int i = 0; i < count; i++) {
      String lender = "micro " + draws.whole(1, MICRO_LENDERS);
      int daysAgo = draws.whole(35, 330);
      boolean repaysAnother = i > 0 && draws.chance(0.6);
      double least = 0.0;
      LocalDate opened = person.asOf().minusDays(daysAgo);
      if (repaysAnother) {
        TradelinePast other = lines.get(lines.size() - 1);
        LocalDate latest = person.month().minusMonths(draws.whole(1, 6)).atEndOfMonth();
        LocalDate repaying = other.dueBefore(latest).minusDays(draws.whole(1, 9));
        opened = repaying.isAfter(other.opened()) ? repaying : opened;
        least = other.instalment() * 1.05;
      }
      if (!used.add(lender) || opened.isAfter(reportedOn)) {
        continue;
      }
      CreditType type = draws.chance(0.75) ? CreditType.MICRO_LOAN : CreditType.BUY_NOW_PAY_LATER;
      TradelinePast line = add(type, lender, opened, least);
      inquiries.add(new Inquiry(
          opened, lender, LoanPurpose.CONSUMPTION, InquiryKind.CREDIT_APPLICATION, null));
      if (type == CreditType.MICRO_LOAN) {
        BigDecimal paidOut = Amounts.cents(line.amount());
        proceeds.add(new IncomePayment(opened, paidOut, IncomeKind.LOAN_PROCEEDS, lender));
      }
    }
  }

  private TradelinePast add(CreditType type, String lender, LocalDate opened, double least) {
    int micro = 0;
    for (TradelinePast line : lines) {
      micro += line.type().isMicro() ? 1 : 0;
    }
    TradelinePast line = TradelinePast.draw(
        new TradelinePast.Opening(type, lender, opened, reportedOn, least),
        person,
        income,
        micro,
        draws);
    lines.add(line);
    return line;
  }

  private void otherInquiries() {
    int recent = draws.poisson(
        StrictMath.exp(-0.7 + 0.35 * person.appetite() - 0.2 * person.discipline()), 8);
    for (int i = 0; i < recent; i++) {
      LocalDate day = person.asOf().minusDays(draws.whole(3, 200));
      InquiryKind kind =
          draws.chance(0.8) ? InquiryKind.CREDIT_APPLICATION : InquiryKind.ACCOUNT_REVIEW;
      String lender = draws.chance(0.5)
          ? "bank " + draws.whole(1, BANKS)
          : "micro " + draws.whole(1, MICRO_LENDERS);
      inquiries.add(new Inquiry(day, lender, LoanPurpose.UNKNOWN, kind, null));
    }
  }
}
