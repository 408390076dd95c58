package io.probity.feature;

import static io.probity.feature.TestApplications.AS_OF;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.Channel;
import io.probity.application.CreditType;
import io.probity.application.Education;
import io.probity.application.EmploymentStatus;
import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.Inquiry;
import io.probity.application.InquiryKind;
import io.probity.application.LoanApplication;
import io.probity.application.LoanPurpose;
import io.probity.application.LoanRequest;
import io.probity.application.MacroContext;
import io.probity.application.MacroIndicator;
import io.probity.application.RateType;
import io.probity.application.Refinancing;
import io.probity.application.ResidenceStatus;
import io.probity.application.StatusCode;
import io.probity.application.Tradeline;
import io.probity.application.TradelineMonth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random applications, dense in edge cases: few lenders, equal days, gaps, nulls, zeros. */
final class RandomApplications {

  private final SplittableRandom random;

  RandomApplications(long seed) {
    this.random = new SplittableRandom(seed);
  }

  LoanApplication next() {
    List<Tradeline> tradelines = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      tradelines.add(tradeline(i));
    }
    List<Inquiry> inquiries = new ArrayList<>();
    for (int i = random.nextInt(15); i > 0; i--) {
      inquiries.add(inquiry());
    }
    BorrowingHistory borrowing = random.nextInt(12) == 0
        ? BorrowingHistory.noHit()
        : BorrowingHistory.of(
            pick(BorrowingStatus.THIN, BorrowingStatus.HIT), tradelines, inquiries);
    return TestApplications.application()
        .applicant(applicant())
        .request(request(borrowing))
        .income(random.nextInt(12) == 0 ? IncomeHistory.notAsked() : income())
        .borrowing(borrowing)
        .macro(new MacroContext(indicator(), indicator(), indicator()))
        .build();
  }

  private Applicant applicant() {
    return Applicant.builder()
        .birthDate(maybe(() -> AS_OF.minusDays(15_000 + random.nextInt(12_000))))
        .dependants(maybe(() -> random.nextInt(5)))
        .householdSize(maybe(() -> 1 + random.nextInt(5)))
        .education(pick(Education.values()))
        .employment(pick(EmploymentStatus.values()))
        .employedSince(maybe(() -> AS_OF.minusDays(random.nextInt(4_000))))
        .residence(pick(ResidenceStatus.values()))
        .residentSince(maybe(() -> AS_OF.minusDays(random.nextInt(4_000))))
        .customerSince(maybe(() -> AS_OF.minusDays(random.nextInt(4_000))))
        .livingCosts(maybe(() -> money(3_000)))
        .savings(maybe(() -> money(9_000)))
        .build();
  }

  private LoanRequest request(BorrowingHistory borrowing) {
    List<String> repaid = borrowing.tradelines().stream()
        .map(Tradeline::id)
        .filter(id -> id != null && random.nextInt(4) == 0)
        .toList();
    return LoanRequest.builder()
        .product(pick(CreditType.values()))
        .purpose(pick(LoanPurpose.values()))
        .amount(maybe(() -> money(20_000).add(BigDecimal.ONE)))
        .termMonths(maybe(() -> 1 + random.nextInt(60)))
        .nominalRate(random.nextInt(5) == 0 ? Double.NaN : random.nextInt(40) / 100.0)
        .rateType(pick(RateType.values()))
        .channel(pick(Channel.values()))
        .lender(maybe(this::lender))
        .refinances(new Refinancing(repaid, random.nextBoolean()))
        .build();
  }

  private IncomeHistory income() {
    LocalDate from = AS_OF.minusDays(random.nextInt(900));
    IncomeHistory.Builder history = IncomeHistory.builder(
            pick(IncomeEvidence.VERIFIED, IncomeEvidence.STATED))
        .observed(from, AS_OF.plusDays(40))
        .businessNetShare(0.25)
        .statedMonthly(maybe(() -> money(5_000)));
    int days = (int) (AS_OF.toEpochDay() - from.toEpochDay()) + 1;
    for (int i = random.nextInt(40); i > 0; i--) {
      history.payment(
          from.plusDays(random.nextInt(days)),
          money(3_000),
          pick(IncomeKind.values()),
          "source " + random.nextInt(4));
    }
    return history.build();
  }

  Inquiry inquiry() {
    return new Inquiry(
        AS_OF.minusDays(random.nextInt(420)),
        lender(),
        LoanPurpose.UNKNOWN,
        random.nextInt(6) == 0 ? InquiryKind.ACCOUNT_REVIEW : InquiryKind.CREDIT_APPLICATION,
        random.nextInt(15) == 0 ? "own" : null);
  }

  Tradeline tradeline(int number) {
    LocalDate opened =
        AS_OF.minusDays(random.nextBoolean() ? random.nextInt(250) : random.nextInt(1_500));
    @Nullable
    LocalDate reported = random.nextBoolean() && opened.isBefore(AS_OF.minusDays(3))
        ? AS_OF.minusDays(1 + random.nextInt(2))
        : null;
    List<TradelineMonth> months = new ArrayList<>();
    YearMonth last = YearMonth.from(AS_OF);
    for (YearMonth month = last.minusMonths(random.nextInt(30)); !month.isAfter(last); ) {
      if (random.nextInt(5) > 0 && !month.isBefore(YearMonth.from(opened))) {
        months.add(month(month));
      }
      month = month.plusMonths(1);
    }
    return Tradeline.builder(lender(), pick(CreditType.values()), opened)
        .id(maybe(() -> "T" + number))
        .lenderOfRecord(maybe(() -> "bank " + random.nextInt(3)))
        .platform(maybe(() -> "platform " + random.nextInt(2)))
        .secured(random.nextInt(4) == 0)
        .closed(random.nextInt(3) == 0 ? opened.plusDays(random.nextInt(700)) : null)
        .limitOrAmount(mostly(() -> money(5_000)))
        .balance(mostly(() -> money(4_000)))
        .nominalRate(random.nextBoolean() ? Double.NaN : random.nextInt(30) / 100.0)
        .remainingMonths(maybe(() -> random.nextInt(40)))
        .monthlyPayment(maybe(() -> money(400)))
        .dueDay(maybe(() -> 1 + random.nextInt(31)))
        .pastDue(mostly(() -> money(50)))
        .reportedOn(reported)
        .applicationId(random.nextInt(15) == 0 ? "own" : null)
        .months(months)
        .build();
  }

  private TradelineMonth month(YearMonth month) {
    return new TradelineMonth(
        month,
        mostly(() -> money(3_000)),
        mostly(() -> random.nextInt(4) == 0 ? random.nextInt(150) : 0),
        maybe(() -> money(300)),
        maybe(() -> money(300)),
        random.nextInt(8) == 0 ? pick(StatusCode.values()) : StatusCode.NORMAL);
  }

  private MacroIndicator indicator() {
    Map<YearMonth, Double> byMonth = new TreeMap<>();
    for (int month = 0; month < 20; month++) {
      if (random.nextInt(3) > 0) {
        byMonth.put(YearMonth.from(AS_OF).minusMonths(month), random.nextInt(90) / 1_000.0);
      }
    }
    return MacroIndicator.of(byMonth);
  }

  private String lender() {
    return "lender " + random.nextInt(5);
  }

  /** Returns an amount of whole cents, every fifth of them 0. */
  private BigDecimal money(int below) {
    return random.nextInt(5) == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(random.nextInt(100 * below), 2);
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }

  private <T> @Nullable T mostly(Supplier<T> value) {
    return random.nextInt(12) == 0 ? null : value.get();
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
