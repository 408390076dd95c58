package io.probity.feature;

import static io.probity.feature.TestApplications.AS_OF;
import static io.probity.feature.TestApplications.asking;
import static io.probity.feature.TestApplications.credit;
import static io.probity.feature.TestApplications.daysAgo;
import static io.probity.feature.TestApplications.feature;
import static io.probity.feature.TestApplications.money;
import static io.probity.feature.TestApplications.owing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.application.CreditType;
import io.probity.application.Inquiry;
import io.probity.application.InquiryKind;
import io.probity.application.LoanApplication;
import io.probity.application.LoanPurpose;
import io.probity.application.StatusCode;
import io.probity.application.Tradeline;
import io.probity.application.TradelineBuilder;
import io.probity.application.TradelineMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for and taking new credit: every figure is computed by hand. */
class CreditSeekingFeaturesTest {

  private static final LocalDate OLD = LocalDate.of(2024, 1, 5);

  private static Inquiry inquiry(String lender, int daysAgo) {
    return Inquiry.of(daysAgo(daysAgo), lender);
  }

  private static TradelineBuilder loan(String lender, LocalDate opened) {
    return credit(lender, CreditType.INSTALMENT, opened);
  }

  private static TradelineBuilder newLoan(String lender, LocalDate opened, String amount) {
    return loan(lender, opened).limitOrAmount(money(amount));
  }

  /** An old loan of which an instalment falls due on a day of each month. */
  private static TradelineBuilder paying(String lender, int dueDay, String payment) {
    return loan(lender, OLD).dueDay(dueDay).monthlyPayment(money(payment));
  }

  @ParameterizedTest
  @CsvSource({
    "1,7d,1",
    "7,7d,1",
    "8,7d,0",
    "8,30d,1",
    "30,30d,1",
    "31,30d,0",
    "365,365d,1",
    "366,365d,0"
  })
  void inquiries_windowHoldsItsFirstDayAndNotTheDayItself(int daysAgo, String window, int count) {
    assertThat(feature("inquiries_" + window, asking(List.of(), inquiry("a", daysAgo))))
        .isEqualTo(count);
    assertThat(feature("inquiries_" + window, asking(List.of(), inquiry("a", 0))))
        .isZero();
  }

  @Test
  void inquiries_sameLenderWithinFourteenDays_isOne() {
    LoanApplication application = asking(
        List.of(),
        inquiry("a", 60),
        inquiry("a", 46), // 14 days later: the same
        inquiry("a", 45), // 15 days after the counted one
        inquiry("b", 60));

    assertThat(feature("inquiries_90d", application)).isEqualTo(3);
    assertThat(feature("inquiring_lenders_90d", application)).isEqualTo(2);
    assertThat(feature("inquiring_lenders_30d", application)).isZero();
    assertThat(feature("months_since_last_inquiry", application)).isEqualTo(1); // 7 October
  }

  @Test
  void inquiries_othersThanCreditApplicationsAndTheOwnOne_areLeftOut() {
    LoanApplication application = asking(
        List.of(),
        new Inquiry(daysAgo(3), "a", LoanPurpose.CAR, InquiryKind.CREDIT_APPLICATION, "own"),
        new Inquiry(daysAgo(3), "b", LoanPurpose.CAR, InquiryKind.ACCOUNT_REVIEW, null),
        new Inquiry(daysAgo(3), "c", LoanPurpose.CAR, InquiryKind.OWN_RECORD, null),
        inquiry("a", 2));

    assertThat(feature("inquiries_7d", application)).isEqualTo(1);
    assertThat(feature("months_since_last_inquiry", asking(List.of())))
        .isEqualTo(CatalogCode.NONE.cell());
  }

  @Test
  void newLenders_countsThoseWhoseFirstEverTradelineIsNew() {
    LoanApplication application = owing(
        loan("a", OLD).closed(LocalDate.of(2025, 1, 5)),
        loan("a", daysAgo(20)), // an old acquaintance
        loan("b", daysAgo(20)),
        loan("b", daysAgo(3)), // the second one of a new lender
        Tradeline.builder("c", CreditType.INSTALMENT, daysAgo(119))); // shifted by 30: 89 days

    assertThat(feature("new_lenders_30d", application)).isEqualTo(1); // b
    assertThat(feature("new_lenders_90d", application)).isEqualTo(2); // b and c
    assertThat(feature("new_lenders_7d", application)).isZero();
    assertThat(feature("new_tradelines_30d", application)).isEqualTo(3);
    assertThat(feature("new_tradelines_7d", application)).isEqualTo(1);
    assertThat(feature("new_tradelines_90d", application)).isEqualTo(4);
  }

  @Test
  void unmetInquiries_needAFullAnswerTimeAndTheLag() {
    List<Tradeline> opened = List.of(
        loan("met", daysAgo(70)).build(), // 30 days after the inquiry
        loan("late", daysAgo(69)).build(), // 31 days after it
        loan("before", daysAgo(101)).build());
    LoanApplication application = asking(
        opened,
        inquiry("met", 100),
        inquiry("late", 100),
        inquiry("before", 100),
        inquiry("never", 60), // the last that counts: 30 days of answer + 30 of lag
        inquiry("young", 59),
        inquiry("edge", 120), // the first of the shifted window of 90 days
        inquiry("old", 121));

    // late, before, never, edge
    assertThat(feature("unmet_inquiries_90d", application)).isEqualTo(4);
    assertThat(feature("unmet_inquiries_180d", application)).isEqualTo(5); // and old
  }

  @Test
  void borrowingToRepay_aNewLoanBeforeADueDateOfAnother_isMatched() {
    // new on 1 September, an instalment of 100 due on the 11th: t + 10
    LoanApplication matched =
        owing(paying("a", 11, "100"), newLoan("b", LocalDate.of(2026, 9, 1), "100"));

    assertThat(feature("borrowing_to_repay_count_180d", matched)).isEqualTo(1);
    assertThat(feature("borrowing_to_repay_share_180d", matched)).isEqualTo(1);
    // every month the 10 days before the 11th have a due date ahead: the 1st to the 10th. The
    // window
    // is 25 May to 20 November: June to November, six times 10 days of 180
    assertThat(feature("borrowing_to_repay_excess_180d", matched))
        .isCloseTo(1 - 60 / 180.0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "b,2026-09-01,12,100,0", // due on t + 11
    "b,2026-09-11,11,100,0", // due on t itself
    "b,2026-09-10,11,100,1", // due on t + 1
    "b,2026-08-25,1,100,1", // due on 1 September, in the next month
    "b,2026-09-25,31,100,1", // September has no 31st: due on the 30th
    "b,2026-09-01,5,99.99,0", // less than the instalment
    "a,2026-09-01,5,100,0", // of the same lender
    "b,2026-05-25,27,100,1", // 180 days ago, the first day of the window
  })
  void borrowingToRepay_byLenderDayAndAmount(
      String lender, LocalDate opened, int dueDay, String amount, int count) {
    LoanApplication application =
        owing(paying("a", dueDay, "100"), newLoan(lender, opened, amount));

    assertThat(feature("borrowing_to_repay_count_180d", application)).isEqualTo(count);
  }

  @Test
  void borrowingToRepay_aMissedInstalment_isNoMatch() {
    YearMonth september = YearMonth.of(2026, 9);
    TradelineMonth paidLess =
        new TradelineMonth(september, null, null, money("100"), money("60"), StatusCode.NORMAL);
    TradelineMonth pastDue = TradelineMonth.of(september, money("5"), 12);
    TradelineMonth paid =
        new TradelineMonth(september, null, null, money("100"), money("100"), StatusCode.NORMAL);
    TradelineMonth more =
        new TradelineMonth(september, null, null, money("150"), money("150"), StatusCode.NORMAL);
    TradelineBuilder fresh = newLoan("b", LocalDate.of(2026, 9, 1), "120");

    assertThat(feature(
            "borrowing_to_repay_count_180d", owing(paying("a", 5, "100").month(paidLess), fresh)))
        .isZero();
    assertThat(feature(
            "borrowing_to_repay_count_180d", owing(paying("a", 5, "100").month(pastDue), fresh)))
        .isZero();
    assertThat(feature(
            "borrowing_to_repay_count_180d", owing(paying("a", 5, "100").month(paid), fresh)))
        .isEqualTo(1);
    // what was due in that month counts, not the usual payment
    assertThat(feature(
            "borrowing_to_repay_count_180d", owing(paying("a", 5, "100").month(more), fresh)))
        .isZero();
  }

  @Test
  void borrowingToRepay_securedRevolvingAndUnknownAmounts_areNotEligible() {
    LocalDate day = LocalDate.of(2026, 9, 1);
    LoanApplication application = owing(
        paying("a", 5, "100"),
        newLoan("b", day, "900").secured(true),
        credit("c", CreditType.REVOLVING, day).limitOrAmount(money("900")),
        loan("d", day),
        newLoan("e", daysAgo(181), "900"));

    for (String figure : List.of("count", "share", "excess")) {
      assertThat(feature("borrowing_to_repay_" + figure + "_180d", application))
          .as(figure)
          .isEqualTo(CatalogCode.NONE.cell());
    }
  }

  @Test
  void borrowingToRepay_withoutAnyDueDay_isMissing() {
    LoanApplication application =
        owing(loan("a", OLD), newLoan("b", LocalDate.of(2026, 9, 1), "100"));

    assertThat(feature("borrowing_to_repay_share_180d", application)).isNaN();
  }

  @Test
  void borrowingToRepay_eachLoanCountsOnceAndMayRepayAnyOther() {
    LoanApplication application = owing(
        paying("a", 5, "100"),
        paying("b", 6, "50"),
        newLoan("b", LocalDate.of(2026, 9, 1), "100"), // repays a
        newLoan("c", LocalDate.of(2026, 9, 1), "70"), // repays b only
        newLoan("d", LocalDate.of(2026, 9, 20), "900")); // nothing due until the 30th

    // 2 of 3. Each month the 11 days from 10 before the 5th to 1 before the 6th have one of the two
    // ahead. In the window, 25 May to 20 November, fall those of June to November: 66 days
    assertThat(feature("borrowing_to_repay_count_180d", application)).isEqualTo(2);
    assertThat(feature("borrowing_to_repay_share_180d", application))
        .isCloseTo(2 / 3.0, within(1e-15));
    assertThat(feature("borrowing_to_repay_excess_180d", application))
        .isCloseTo(2 / 3.0 - 66 / 180.0, within(1e-15));
  }

  @Test
  void lenderTrend_isTheSlopeOverTheMean() {
    // from September on a second lender: months 1 to 11 have one, month 12 two
    LoanApplication application =
        owing(loan("a", OLD).balance(money("5")), loan("b", LocalDate.of(2026, 9, 2)));

    // slope = 5.5 x 1 / 143, mean = 13 / 12
    assertThat(feature("lender_trend_12m", application))
        .isCloseTo(5.5 / 143 / (13 / 12.0), within(1e-15));
    assertThat(feature("lender_trend_12m", owing())).isZero();
    assertThat(feature("lender_trend_12m", owing(loan("a", OLD)))).isZero();
  }

  @Test
  void lenderTrend_repaidMonthsAndClosingCount() {
    TradelineBuilder repaid = loan("a", OLD);
    for (int month = 0; month < 6; month++) { // nothing owed in the last six months
      repaid.month(
          TradelineMonth.of(TestApplications.STATUS_MONTH.minusMonths(month), money("0"), 0));
    }
    TradelineBuilder closed =
        loan("a", OLD).closed(TestApplications.STATUS_MONTH.minusMonths(5).atDay(3));

    // one lender for six months, then none: slope -(0.5 + ... + 5.5) / 143 = -18 / 143, mean 0.5
    assertThat(feature("lender_trend_12m", owing(repaid)))
        .isCloseTo(-18 / 143.0 / 0.5, within(1e-15));
    assertThat(feature("lender_trend_12m", owing(closed)))
        .isCloseTo(-18 / 143.0 / 0.5, within(1e-15));
  }

  @Test
  void windows_ofTheDayAreExact() {
    assertThat(AS_OF.minusDays(180)).isEqualTo(LocalDate.of(2026, 5, 25));
    assertThat(YearMonth.from(daysAgo(30))).isEqualTo(YearMonth.of(2026, 10));
  }
}
