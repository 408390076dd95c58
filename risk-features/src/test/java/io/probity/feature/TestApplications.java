package io.probity.feature;

import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.CreditType;
import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.Inquiry;
import io.probity.application.LoanApplication;
import io.probity.application.Tradeline;
import io.probity.application.TradelineBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Applications of 21 November 2026. The last month of known income is October, and the last month of
 * known payment status is September, since its end lies more than 30 days back.
 */
final class TestApplications {

  static final LocalDate AS_OF = LocalDate.of(2026, 11, 21);
  static final YearMonth INCOME_MONTH = YearMonth.of(2026, 10);
  static final YearMonth STATUS_MONTH = YearMonth.of(2026, 9);

  private TestApplications() {}

  static LoanApplication.Builder application() {
    return LoanApplication.builder("own").asOf(AS_OF).currency("EUR");
  }

  static LocalDate daysAgo(int days) {
    return AS_OF.minusDays(days);
  }

  static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }

  /** Returns a credit that was reported yesterday. */
  static TradelineBuilder credit(String lender, CreditType type, LocalDate opened) {
    return Tradeline.builder(lender, type, opened).reportedOn(daysAgo(1));
  }

  static LoanApplication owing(TradelineBuilder... tradelines) {
    return owing(application(), tradelines);
  }

  static LoanApplication owing(LoanApplication.Builder application, TradelineBuilder... lines) {
    List<Tradeline> tradelines =
        List.of(lines).stream().map(TradelineBuilder::build).toList();
    return application
        .borrowing(BorrowingHistory.of(BorrowingStatus.HIT, tradelines, List.of()))
        .build();
  }

  static LoanApplication asking(List<Tradeline> tradelines, Inquiry... inquiries) {
    return application()
        .borrowing(BorrowingHistory.of(BorrowingStatus.HIT, tradelines, List.of(inquiries)))
        .build();
  }

  /** Returns verified totals of salary by month, the newest in October. */
  static IncomeHistory income(String... totals) {
    YearMonth first = INCOME_MONTH.minusMonths(totals.length - 1L);
    IncomeHistory.Builder history = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(first.atDay(1), INCOME_MONTH.atEndOfMonth());
    for (int i = 0; i < totals.length; i++) {
      history.payment(
          first.plusMonths(i).atDay(25), money(totals[i]), IncomeKind.SALARY, "employer");
    }
    return history.build();
  }

  static double feature(String id, LoanApplication application) {
    return feature(id, application, FeatureCatalog.standard());
  }

  static double feature(String id, LoanApplication application, FeatureCatalog catalog) {
    return FeatureExtractor.compile(catalog.schema(), catalog, List.of(id)).extract(application)[0];
  }
}
