package io.probity.cli;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.CreditType;
import io.probity.application.EmploymentStatus;
import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.Inquiry;
import io.probity.application.LoanApplication;
import io.probity.application.LoanRequest;
import io.probity.application.Tradeline;
import io.probity.application.TradelineMonth;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.Workspace;
import io.probity.input.DecimalText;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Simulated applicants, more likely to turn bad the more pressed for money they are. */
final class SimulatedApplications {

  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

  private final SplittableRandom random;

  SimulatedApplications(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns a CSV of a target named bad and the fields of a schema, computed by its extractor. */
  String csv(int rows, Schema schema, List<String> features) {
    FeatureExtractor extractor = FeatureExtractor.compile(schema, features);
    Workspace workspace = extractor.newWorkspace();
    double[] cells = new double[features.size()];
    StringBuilder csv = new StringBuilder("bad," + String.join(",", features) + "\n");
    for (int row = 0; row < rows; row++) {
      double pressure = random.nextDouble();
      extractor.extractInto(application(row, pressure), workspace, cells);
      csv.append(random.nextDouble() < 0.5 * Math.pow(pressure, 3) ? 1 : 0);
      for (int i = 0; i < cells.length; i++) {
        csv.append(',').append(text(schema, features.get(i), cells[i]));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String text(Schema schema, String feature, double cell) {
    if (Double.isNaN(cell)) {
      return "";
    }
    if (SpecialValues.isSpecial(cell)) {
      return schema.field(feature).rules().specials().stream()
          .filter(special -> special.cell() == cell)
          .map(SpecialCode::name)
          .findFirst()
          .orElseThrow();
    }
    return DecimalText.of(cell);
  }

  private LoanApplication application(int number, double pressure) {
    return LoanApplication.builder("S-" + number)
        .asOf(AS_OF)
        .currency("EUR")
        .applicant(Applicant.builder()
            .employment(EmploymentStatus.EMPLOYED)
            .employedSince(AS_OF.minusDays(60 + random.nextInt(5_000)))
            .build())
        .request(LoanRequest.builder()
            .product(CreditType.INSTALMENT)
            .amount(BigDecimal.valueOf(2_000 + random.nextInt(8_000)))
            .termMonths(36)
            .nominalRate(0.09)
            .build())
        .income(income(pressure))
        .borrowing(random.nextInt(15) == 0 ? BorrowingHistory.noHit() : borrowing(pressure))
        .build();
  }

  private IncomeHistory income(double pressure) {
    YearMonth last = YearMonth.from(AS_OF).minusMonths(1);
    IncomeHistory.Builder history = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(last.minusMonths(11).atDay(1), last.atEndOfMonth());
    double level = 3_500 - 1_500 * pressure;
    for (int month = 0; month < 12; month++) {
      double amount = level * (1 + pressure * (random.nextDouble() - 0.5));
      history.payment(
          last.minusMonths(month).atDay(25),
          BigDecimal.valueOf(Math.round(amount)),
          IncomeKind.SALARY,
          "employer");
    }
    return history.build();
  }

  private BorrowingHistory borrowing(double pressure) {
    List<Tradeline> tradelines = new ArrayList<>();
    tradelines.add(Tradeline.builder("card", CreditType.REVOLVING, AS_OF.minusYears(3))
        .limitOrAmount(BigDecimal.valueOf(4_000))
        .balance(BigDecimal.valueOf(Math.round(4_000 * noisy(pressure))))
        .reportedOn(AS_OF.minusDays(4))
        .month(TradelineMonth.of(
            YearMonth.from(AS_OF).minusMonths(2),
            BigDecimal.TEN,
            random.nextDouble() < 0.4 * pressure * pressure ? 5 + random.nextInt(60) : 0))
        .build());
    int loans = (int) Math.round(6 * noisy(pressure));
    for (int i = 0; i < loans; i++) {
      tradelines.add(Tradeline.builder(
              "micro " + i, CreditType.MICRO_LOAN, AS_OF.minusDays(20 + random.nextInt(160)))
          .limitOrAmount(BigDecimal.valueOf(600))
          .balance(BigDecimal.valueOf(100 + random.nextInt(400)))
          .monthlyPayment(BigDecimal.valueOf(80))
          .dueDay(1 + random.nextInt(28))
          .reportedOn(AS_OF.minusDays(2))
          .build());
    }
    List<Inquiry> inquiries = new ArrayList<>();
    for (int i = (int) Math.round(8 * noisy(pressure)); i > 0; i--) {
      inquiries.add(
          Inquiry.of(AS_OF.minusDays(1 + random.nextInt(88)), "lender " + random.nextInt(20)));
    }
    return BorrowingHistory.of(BorrowingStatus.HIT, tradelines, inquiries);
  }

  private double noisy(double pressure) {
    return Math.min(1, Math.max(0, pressure + 0.5 * (random.nextDouble() - 0.5)));
  }
}
