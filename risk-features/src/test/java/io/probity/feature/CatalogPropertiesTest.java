package io.probity.feature;

import static io.probity.feature.TestApplications.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.CreditType;
import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.IncomePayment;
import io.probity.application.Inquiry;
import io.probity.application.InquiryKind;
import io.probity.application.LoanApplication;
import io.probity.application.LoanPurpose;
import io.probity.application.LoanRequest;
import io.probity.application.StatusCode;
import io.probity.application.Tradeline;
import io.probity.application.TradelineMonth;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of all features of the catalogue, on random applications. */
class CatalogPropertiesTest {

  private static final int RUNS = 60;
  private static final FeatureCatalog CATALOG = FeatureCatalog.standard();
  private static final List<String> IDS =
      CATALOG.features().stream().map(CatalogFeature::id).toList();
  private static final FeatureExtractor ALL =
      FeatureExtractor.compile(CATALOG.schema(), CATALOG, IDS);

  private static LoanApplication.Builder copy(LoanApplication a) {
    return TestApplications.application()
        .applicant(a.applicant())
        .request(a.request())
        .income(a.income())
        .borrowing(a.borrowing())
        .macro(a.macro());
  }

  private static IncomeHistory.Builder copy(IncomeHistory history) {
    return IncomeHistory.builder(history.evidence())
        .observed(history.observedFrom(), history.observedTo())
        .statedMonthly(history.statedMonthly())
        .businessNetShare(history.businessNetShare());
  }

  private static Tradeline with(
      Tradeline t, UnaryOperator<BigDecimal> money, List<TradelineMonth> months) {
    return Tradeline.builder(t.lender(), t.type(), t.opened())
        .id(t.id())
        .lenderOfRecord(t.lenderOfRecord())
        .platform(t.platform())
        .secured(t.secured())
        .closed(t.closed())
        .limitOrAmount(money.apply(t.limitOrAmount()))
        .balance(money.apply(t.balance()))
        .nominalRate(t.nominalRate())
        .remainingMonths(t.remainingMonths())
        .monthlyPayment(money.apply(t.monthlyPayment()))
        .dueDay(t.dueDay())
        .pastDue(money.apply(t.pastDue()))
        .reportedOn(t.reportedOn())
        .applicationId(t.applicationId())
        .months(months)
        .build();
  }

  private static void assertSameBits(double[] actual, double[] expected, String what) {
    for (int i = 0; i < expected.length; i++) {
      if (Double.doubleToLongBits(actual[i]) != Double.doubleToLongBits(expected[i])) {
        fail(IDS.get(i) + " after " + what + ": " + actual[i] + ", before " + expected[i]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void recordsNotYetKnown_changeNoFeature(long seed) {
    RandomApplications applications = new RandomApplications(seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < RUNS; run++) {
      LoanApplication application = applications.next();
      if (!application.borrowing().status().hasHistory()
          || application.income().evidence() == IncomeEvidence.NOT_ASKED) {
        continue;
      }
      LoanApplication later = copy(application)
          .income(withLaterPayments(application.income(), random))
          .borrowing(withLaterRecords(application.borrowing(), random))
          .build();

      assertSameBits(ALL.extract(later), ALL.extract(application), "unknown records");
    }
  }

  private static IncomeHistory withLaterPayments(IncomeHistory income, SplittableRandom random) {
    IncomeHistory.Builder history = copy(income).payments(income.payments());
    for (int i = 0; i < 5; i++) {
      history.payment(
          AS_OF.plusDays(random.nextInt(40)),
          BigDecimal.valueOf(random.nextInt(9_999)),
          IncomeKind.SALARY,
          "source " + random.nextInt(9));
    }
    return history.build();
  }

  private static BorrowingHistory withLaterRecords(
      BorrowingHistory borrowing, SplittableRandom random) {
    List<Tradeline> tradelines = new ArrayList<>();
    YearMonth first = YearMonth.of(2026, 10); // its end and 30 days are not before 21 November
    for (Tradeline tradeline : borrowing.tradelines()) {
      List<TradelineMonth> months = new ArrayList<>(tradeline.months());
      months.removeIf(month -> !month.month().isBefore(first));
      if (!YearMonth.from(tradeline.opened()).isAfter(first)) {
        months.add(new TradelineMonth(
            first,
            BigDecimal.valueOf(random.nextInt(3_000)),
            random.nextInt(200),
            BigDecimal.TEN,
            BigDecimal.ONE,
            StatusCode.WRITTEN_OFF));
      }
      tradelines.add(with(tradeline, amount -> amount, months));
    }
    for (int i = 0; i < 4; i++) {
      LocalDate opened = AS_OF.minusDays(30).plusDays(random.nextInt(60));
      tradelines.add(
          random.nextInt(tradelines.size() + 1),
          Tradeline.builder("lender " + random.nextInt(9), CreditType.MICRO_LOAN, opened)
              .limitOrAmount(BigDecimal.valueOf(900))
              .balance(BigDecimal.valueOf(900))
              .monthlyPayment(BigDecimal.TEN)
              .dueDay(1 + random.nextInt(31))
              .build());
    }
    List<Inquiry> inquiries = new ArrayList<>(borrowing.inquiries());
    for (int i = 0; i < 4; i++) {
      inquiries.add(Inquiry.of(AS_OF.plusDays(random.nextInt(9)), "lender " + random.nextInt(9)));
      inquiries.add(new Inquiry(
          AS_OF.minusDays(random.nextInt(99)),
          "lender " + random.nextInt(9),
          LoanPurpose.CAR,
          InquiryKind.CREDIT_APPLICATION,
          "own"));
    }
    return BorrowingHistory.of(borrowing.status(), tradelines, inquiries);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void orderOfRecords_isIrrelevant(long seed) {
    RandomApplications applications = new RandomApplications(seed);
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      LoanApplication application = applications.next();
      List<IncomePayment> payments = new ArrayList<>(application.income().payments());
      List<Tradeline> tradelines = new ArrayList<>();
      for (Tradeline tradeline : application.borrowing().tradelines()) {
        List<TradelineMonth> months = new ArrayList<>(tradeline.months());
        Collections.shuffle(months, random);
        tradelines.add(with(tradeline, amount -> amount, months));
      }
      List<Inquiry> inquiries = new ArrayList<>(application.borrowing().inquiries());
      Collections.shuffle(payments, random);
      Collections.shuffle(tradelines, random);
      Collections.shuffle(inquiries, random);
      LoanApplication shuffled = copy(application)
          .income(copy(application.income()).payments(payments).build())
          .borrowing(BorrowingHistory.of(application.borrowing().status(), tradelines, inquiries))
          .build();

      double[] before = ALL.extract(application);
      double[] after = ALL.extract(shuffled);
      for (int i = 0; i < before.length; i++) {
        if (IDS.get(i).equals("income_source_concentration_12m")) {
          // squares are added in the order in which the sources first come
          assertThat(after[i]).as(IDS.get(i)).isCloseTo(before[i], within(1e-15));
          after[i] = before[i];
        }
      }
      assertSameBits(after, before, "shuffling");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void scalingAllMoney_scalesAmountsAndLeavesTheRest(long seed) {
    RandomApplications applications = new RandomApplications(seed);
    BigDecimal factor = BigDecimal.valueOf(1_000);
    UnaryOperator<BigDecimal> scale = amount -> amount == null ? null : amount.multiply(factor);
    for (int run = 0; run < RUNS; run++) {
      LoanApplication application = applications.next();
      double[] before = ALL.extract(application);
      double[] after = ALL.extract(scaled(application, scale));
      for (int i = 0; i < before.length; i++) {
        boolean isAmount = CATALOG.feature(IDS.get(i)).unit().startsWith("amount")
            && SpecialValues.isNumber(before[i]);
        double expected = isAmount ? before[i] * 1_000 : before[i];
        double slack = 1e-9 * Math.abs(expected) + roundedCents(IDS.get(i), before);
        if (!(Math.abs(after[i] - expected) <= slack)
            && Double.doubleToLongBits(after[i]) != Double.doubleToLongBits(expected)) {
          fail(IDS.get(i) + " scaled: " + after[i] + ", expected " + expected);
        }
      }
    }
  }

  /** Returns what rounding the service of a dozen credits to cents, and then not, can make out. */
  private static double roundedCents(String id, double[] before) {
    double cents = 0.07;
    double income = before[IDS.indexOf("income_base")];
    return switch (id) {
      case "debt_service", "debt_service_closed_end", "loan_instalment" -> 1_000 * cents;
      case "residual_income_per_member" -> 1_000 * cents;
      case "dsti", "dsti_existing", "pti" -> income > 0 ? cents / income : 0;
      default -> 0;
    };
  }

  private static LoanApplication scaled(LoanApplication a, UnaryOperator<BigDecimal> scale) {
    LoanRequest request = a.request();
    IncomeHistory.Builder income =
        copy(a.income()).statedMonthly(scale.apply(a.income().statedMonthly()));
    for (IncomePayment payment : a.income().payments()) {
      income.payment(
          payment.date(), scale.apply(payment.amount()), payment.kind(), payment.source());
    }
    List<Tradeline> tradelines = a.borrowing().tradelines().stream()
        .map(tradeline -> with(
            tradeline,
            scale,
            tradeline.months().stream()
                .map(month -> new TradelineMonth(
                    month.month(),
                    scale.apply(month.balance()),
                    month.daysPastDue(),
                    scale.apply(month.due()),
                    scale.apply(month.paid()),
                    month.code()))
                .toList()))
        .toList();
    return copy(a)
        .applicant(Applicant.builder()
            .birthDate(a.applicant().birthDate())
            .dependants(a.applicant().dependants())
            .householdSize(a.applicant().householdSize())
            .education(a.applicant().education())
            .employment(a.applicant().employment())
            .employedSince(a.applicant().employedSince())
            .residence(a.applicant().residence())
            .residentSince(a.applicant().residentSince())
            .customerSince(a.applicant().customerSince())
            .livingCosts(scale.apply(a.applicant().livingCosts()))
            .savings(scale.apply(a.applicant().savings()))
            .build())
        .request(LoanRequest.builder()
            .product(request.product())
            .purpose(request.purpose())
            .amount(scale.apply(request.amount()))
            .termMonths(request.termMonths())
            .nominalRate(request.nominalRate())
            .rateType(request.rateType())
            .channel(request.channel())
            .lender(request.lender())
            .refinances(request.refinances())
            .build())
        .income(income.build())
        .borrowing(BorrowingHistory.of(
            a.borrowing().status(), tradelines, a.borrowing().inquiries()))
        .build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void jsonRoundTrip_givesAnEqualApplicationWithTheSameFeatures(long seed) throws IOException {
    RandomApplications applications = new RandomApplications(seed);
    for (int run = 0; run < RUNS; run++) {
      LoanApplication application = applications.next();
      byte[] json = application.toJson().getBytes(StandardCharsets.UTF_8);

      LoanApplication read = LoanApplication.parse(new ByteArrayInputStream(json));

      assertThat(read).isEqualTo(application);
      assertThat(read.toJson()).isEqualTo(application.toJson());
      assertSameBits(ALL.extract(read), ALL.extract(application), "the round trip");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aFeatureAloneOrWithAUsedWorkspace_isTheSame(long seed) {
    RandomApplications applications = new RandomApplications(seed);
    SplittableRandom random = new SplittableRandom(seed);
    Workspace used = ALL.newWorkspace();
    double[] out = new double[IDS.size()];
    for (int run = 0; run < RUNS; run++) {
      LoanApplication application = applications.next();
      double[] all = ALL.extract(application);
      ALL.extractInto(application, used, out);
      assertSameBits(out, all, "using the workspace before");
      int one = random.nextInt(IDS.size());
      assertThat(new double[] {TestApplications.feature(IDS.get(one), application)})
          .as(IDS.get(one))
          .containsExactly(all[one]);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyCell_isValidOrMissingOrADeclaredCodeOrALevel(long seed) {
    RandomApplications applications = new RandomApplications(seed);
    for (int run = 0; run < RUNS; run++) {
      double[] cells = ALL.extract(applications.next());
      for (int i = 0; i < cells.length; i++) {
        CatalogFeature feature = CATALOG.features().get(i);
        double cell = cells[i];
        if (SpecialValues.isSpecial(cell)) {
          assertThat(feature.field().rules().specials())
              .as(feature.id())
              .extracting(SpecialCode::code)
              .contains(SpecialValues.codeOf(cell));
        } else if (feature.kind() == FieldKind.CATEGORY) {
          assertThat(Double.isNaN(cell) || (cell >= 0 && cell < feature.levels().size()))
              .as(feature.id())
              .isTrue();
        } else if (!Double.isNaN(cell)) {
          assertThat(Double.isFinite(cell)).isTrue();
          assertThat(feature.valid().map(range -> range.contains(cell)).orElse(true))
              .as(feature.id() + " = " + cell)
              .isTrue();
        }
        if (feature.missing().equals("never")) {
          assertThat(cell).as(feature.id()).isNotNaN();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void status_onlyThinAndHitHaveFiguresOfTradelines(long seed) {
    LoanApplication application = new RandomApplications(seed).next();
    for (BorrowingStatus status : BorrowingStatus.values()) {
      LoanApplication other = copy(application)
          .request(LoanRequest.unknown())
          .borrowing(BorrowingHistory.of(status, List.of(), List.of()))
          .build();
      assertThat(SpecialValues.isSpecial(TestApplications.feature("inquiries_90d", other)))
          .isEqualTo(!status.hasHistory());
    }
  }
}
