package io.probity.bench;

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
import io.probity.application.LoanApplication;
import io.probity.application.LoanPurpose;
import io.probity.application.LoanRequest;
import io.probity.application.MacroContext;
import io.probity.application.MacroIndicator;
import io.probity.application.RateType;
import io.probity.application.ResidenceStatus;
import io.probity.application.StatusCode;
import io.probity.application.Tradeline;
import io.probity.application.TradelineBuilder;
import io.probity.application.TradelineMonth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Made-up applications with 24 months of income, 12 tradelines, 3 recent loans and 20 inquiries. */
final class BenchApplications {

  private static final int MONTHS = 24;
  private static final int TRADELINES = 9;
  private static final int RECENT_LOANS = 3;
  private static final int INQUIRIES = 20;
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);

  private BenchApplications() {}

  /** Returns so many distinct applications, always the same. */
  static List<LoanApplication> make(int count) {
    SplittableRandom random = new SplittableRandom(20_261_121);
    MacroContext economy = macro(random);
    List<LoanApplication> applications = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      applications.add(application(i, economy, random));
    }
    return applications;
  }

  private static LoanApplication application(
      int number, MacroContext economy, SplittableRandom random) {
    return LoanApplication.builder("A-" + number)
        .asOf(AS_OF.minusDays(random.nextInt(28)))
        .currency("EUR")
        .applicant(applicant(random))
        .request(request(random))
        .income(income(random))
        .borrowing(borrowing(random))
        .macro(economy)
        .build();
  }

  private static Applicant applicant(SplittableRandom random) {
    LocalDate birth = AS_OF.minusDays(8_000 + random.nextInt(12_000));
    return Applicant.builder()
        .birthDate(birth)
        .dependants(random.nextInt(4))
        .householdSize(1 + random.nextInt(5))
        .education(pick(Education.class, random))
        .employment(pick(EmploymentStatus.class, random))
        .employedSince(AS_OF.minusDays(30 + random.nextInt(4_000)))
        .residence(pick(ResidenceStatus.class, random))
        .residentSince(AS_OF.minusDays(30 + random.nextInt(4_000)))
        .customerSince(AS_OF.minusDays(30 + random.nextInt(2_000)))
        .livingCosts(amount(random, 500, 2_000))
        .savings(amount(random, 0, 20_000))
        .build();
  }

  private static LoanRequest request(SplittableRandom random) {
    return LoanRequest.builder()
        .product(CreditType.INSTALMENT)
        .purpose(pick(LoanPurpose.class, random))
        .amount(amount(random, 1_000, 40_000))
        .termMonths(6 + random.nextInt(55))
        .nominalRate(0.04 + random.nextInt(200) / 1_000.0)
        .rateType(RateType.FIXED)
        .channel(pick(Channel.class, random))
        .lender("lender-0")
        .build();
  }

  private static IncomeHistory income(SplittableRandom random) {
    YearMonth last = YearMonth.from(AS_OF).minusMonths(1);
    YearMonth first = last.minusMonths(MONTHS - 1);
    IncomeHistory.Builder history = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(first.atDay(1), last.atEndOfMonth());
    for (int month = 0; month < MONTHS; month++) {
      if (random.nextInt(10) > 0) {
        LocalDate day = first.plusMonths(month).atDay(1 + random.nextInt(28));
        history.payment(day, amount(random, 1_500, 3_000), IncomeKind.SALARY, "employer");
      }
      if (random.nextInt(3) == 0) {
        LocalDate day = first.plusMonths(month).atDay(1 + random.nextInt(28));
        history.payment(
            day, amount(random, 50, 900), IncomeKind.GIG, "platform-" + random.nextInt(3));
      }
    }
    return history.build();
  }

  private static BorrowingHistory borrowing(SplittableRandom random) {
    List<Tradeline> tradelines = new ArrayList<>();
    for (int i = 0; i < TRADELINES + RECENT_LOANS; i++) {
      tradelines.add(tradeline(i, random));
    }
    List<Inquiry> inquiries = new ArrayList<>();
    for (int i = 0; i < INQUIRIES; i++) {
      inquiries.add(
          Inquiry.of(AS_OF.minusDays(30 + random.nextInt(400)), "lender-" + random.nextInt(10)));
    }
    return BorrowingHistory.of(BorrowingStatus.HIT, tradelines, inquiries);
  }

  private static Tradeline tradeline(int number, SplittableRandom random) {
    CreditType type = pick(CreditType.class, random);
    YearMonth last = YearMonth.from(AS_OF).minusMonths(2);
    LocalDate opened =
        last.minusMonths(MONTHS - 1 + random.nextInt(24)).atDay(1 + random.nextInt(28));
    if (number % 3 == 0) { // a recent one, so that there is something to match
      opened = AS_OF.minusDays(40 + random.nextInt(140));
    }
    BigDecimal balance = amount(random, 0, 5_000);
    BigDecimal payment = amount(random, 20, 400);
    boolean inArrears = random.nextInt(3) == 0;
    TradelineBuilder tradeline = Tradeline.builder("lender-" + random.nextInt(8), type, opened)
        .limitOrAmount(balance.add(amount(random, 100, 5_000)))
        .balance(balance)
        .nominalRate(0.05 + random.nextInt(200) / 1_000.0)
        .remainingMonths(1 + random.nextInt(36))
        .monthlyPayment(random.nextInt(4) == 0 ? null : payment)
        .dueDay(1 + random.nextInt(28))
        .pastDue(random.nextInt(8) == 0 ? amount(random, 1, 300) : BigDecimal.ZERO)
        .reportedOn(random.nextInt(2) == 0 ? AS_OF.minusDays(29) : null);
    YearMonth first = YearMonth.from(opened).isAfter(last.minusMonths(MONTHS - 1))
        ? YearMonth.from(opened)
        : last.minusMonths(MONTHS - 1);
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      tradeline.month(month(month, payment, inArrears, random));
    }
    return tradeline.build();
  }

  private static TradelineMonth month(
      YearMonth month, BigDecimal due, boolean inArrears, SplittableRandom random) {
    int daysPastDue = inArrears && random.nextInt(8) == 0 ? random.nextInt(120) : 0;
    return new TradelineMonth(
        month,
        amount(random, 0, 5_000),
        daysPastDue,
        due,
        daysPastDue > 0 ? BigDecimal.ZERO : due,
        StatusCode.NORMAL);
  }

  private static MacroContext macro(SplittableRandom random) {
    return new MacroContext(indicator(random), indicator(random), indicator(random));
  }

  private static MacroIndicator indicator(SplittableRandom random) {
    Map<YearMonth, Double> byMonth = new TreeMap<>();
    for (int month = 1; month <= 10; month++) {
      byMonth.put(YearMonth.of(2026, month), 0.01 + random.nextInt(50) / 1_000.0);
    }
    return MacroIndicator.of(byMonth);
  }

  private static <E extends Enum<E>> E pick(Class<E> type, SplittableRandom random) {
    E[] constants = type.getEnumConstants();
    return constants[random.nextInt(constants.length)];
  }

  private static BigDecimal amount(SplittableRandom random, int least, int spread) {
    return BigDecimal.valueOf(100L * least + random.nextLong(100L * spread), 2);
  }
}
