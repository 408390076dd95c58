package io.probity.feature;

import static io.probity.feature.TestApplications.AS_OF;
import static io.probity.feature.TestApplications.STATUS_MONTH;
import static io.probity.feature.TestApplications.application;
import static io.probity.feature.TestApplications.credit;
import static io.probity.feature.TestApplications.daysAgo;
import static io.probity.feature.TestApplications.feature;
import static io.probity.feature.TestApplications.income;
import static io.probity.feature.TestApplications.money;
import static io.probity.feature.TestApplications.owing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.BorrowingStatus;
import io.probity.application.CreditType;
import io.probity.application.LoanApplication;
import io.probity.application.LoanRequest;
import io.probity.application.Refinancing;
import io.probity.application.Tradeline;
import io.probity.application.TradelineBuilder;
import io.probity.application.TradelineMonth;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is owed, to whom and at what cost. */
class BorrowingFeaturesTest {

  private static final LocalDate OLD = LocalDate.of(2024, 5, 10);

  private static TradelineBuilder loan(String lender, String balance) {
    return credit(lender, CreditType.INSTALMENT, OLD).balance(money(balance));
  }

  private static TradelineBuilder card(String lender, String balance, String limit) {
    return credit(lender, CreditType.REVOLVING, OLD)
        .balance(money(balance))
        .limitOrAmount(money(limit));
  }

  private static TradelineBuilder micro(String lender, String balance) {
    return credit(lender, CreditType.MICRO_LOAN, OLD).balance(money(balance));
  }

  @Test
  void openTradelines_closedOnOrAfterTheDay_countAsOpen() {
    LoanApplication application = owing(
        loan("a", "1"),
        loan("b", "1").closed(AS_OF),
        loan("c", "1").closed(AS_OF.plusDays(9)),
        loan("d", "0").closed(daysAgo(1)));

    assertThat(feature("open_tradelines", application)).isEqualTo(3);
    assertThat(feature("balance_total", application)).isEqualTo(3);
  }

  @Test
  void tradelines_withoutReport_areKnownOnceTheLagOfOpeningsHasPassed() {
    // opened + 30 days must lie strictly before the day
    TradelineBuilder known = Tradeline.builder("a", CreditType.INSTALMENT, daysAgo(31));
    TradelineBuilder unknown = Tradeline.builder("b", CreditType.INSTALMENT, daysAgo(30));
    TradelineBuilder reported = credit("c", CreditType.INSTALMENT, daysAgo(2));

    assertThat(feature("open_tradelines", owing(known, unknown, reported))).isEqualTo(2);
  }

  @Test
  void lendersActive_countsGroupsWithABalanceOrAnUndrawnLine() {
    LoanApplication application = owing(
        loan("a", "10"),
        loan("a", "20"), // the same group
        loan("b", "0"), // open but nothing owed: not active
        card("c", "0", "500"), // an undrawn line
        card("d", "0", "0"), // a line without a limit
        credit("e", CreditType.INSTALMENT, OLD), // a balance that is not known
        loan("f", "9").closed(daysAgo(3)));

    assertThat(feature("lenders_active", application)).isEqualTo(3); // a, c, e
  }

  @Test
  void microLendersActive_keepsPlatformAndLenderOfRecordApart() {
    LoanApplication application = owing(
        micro("a", "300").platform("app").lenderOfRecord("bank 1"),
        micro("a", "250").platform("app").lenderOfRecord("bank 2"),
        micro("a", "150").platform("app").lenderOfRecord("bank 1"), // the first pair again
        credit("b", CreditType.BUY_NOW_PAY_LATER, OLD).balance(money("5")),
        micro("c", "0"), // nothing owed
        loan("d", "999")); // no micro-loan

    assertThat(feature("micro_lenders_active", application)).isEqualTo(3);
    assertThat(feature("lenders_active", application)).isEqualTo(3); // groups a, b and d
  }

  @Test
  void utilisation_isNotClippedAndLeavesOutLinesWithoutLimit() {
    LoanApplication application =
        owing(card("a", "1500", "1000"), card("b", "100", "1000"), card("c", "70", "0"));

    assertThat(feature("utilisation_total", application)).isEqualTo(0.8); // 1,600 / 2,000
    assertThat(feature("utilisation_max", application)).isEqualTo(1.5);
    assertThat(feature("utilisation_total", owing(loan("a", "5"))))
        .isEqualTo(CatalogCode.NONE.cell());
    assertThat(feature(
            "utilisation_total",
            owing(credit("a", CreditType.REVOLVING, OLD).limitOrAmount(money("10")))))
        .isNaN();
  }

  @Test
  void unsecuredShare_ofBalances() {
    TradelineBuilder home = credit("bank", CreditType.MORTGAGE, OLD).balance(money("9000"));

    assertThat(feature("unsecured_share", owing(home, loan("a", "1000")))).isEqualTo(0.1);
    assertThat(feature("unsecured_share", owing(loan("a", "0"))))
        .isEqualTo(CatalogCode.NONE.cell());
  }

  @Test
  void debtService_ofWorkedCaseA_is1600() {
    // one instalment of 1,200 and 5% of a card balance of 8,000
    LoanApplication application =
        owing(loan("a", "10000").monthlyPayment(money("1200")), card("b", "8000", "20000"));

    assertThat(feature("debt_service", application)).isEqualTo(1_600);
    assertThat(feature("debt_service_closed_end", application)).isEqualTo(1_200);
    assertThat(feature("balance_revolving", application)).isEqualTo(8_000);
    assertThat(feature("limit_revolving", application)).isEqualTo(20_000);
  }

  @Test
  void debtService_fallsBackFromPaymentToAnnuityToShare() {
    // annuity of 1,000 over 12 months at 12% a year: 1,000 x 0.01 / (1 - 1.01^-12) = 88.8488
    TradelineBuilder annuity = loan("a", "1000").nominalRate(0.12).remainingMonths(12);
    TradelineBuilder free = loan("b", "1000").nominalRate(0.0).remainingMonths(3); // 333.333
    TradelineBuilder share = loan("c", "1000.10"); // 5% is 50.005, which rounds half up
    TradelineBuilder minimum = card("d", "1000", "5000").monthlyPayment(money("70"));

    assertThat(feature("debt_service", owing(annuity))).isEqualTo(88.85);
    assertThat(feature("debt_service", owing(free))).isEqualTo(333.33);
    assertThat(feature("debt_service", owing(share))).isEqualTo(50.01);
    assertThat(feature("debt_service", owing(minimum))).isEqualTo(70); // above 5% of 1,000
    assertThat(feature("revolving_minimum", owing(minimum, share))).isEqualTo(70);
    assertThat(feature("debt_service", owing(annuity, credit("e", CreditType.INSTALMENT, OLD))))
        .isNaN();
  }

  @Test
  void debtService_refinancedLenderToLender_isLeftOut() {
    TradelineBuilder old = loan("a", "1000").id("T1").monthlyPayment(money("100"));
    TradelineBuilder kept = loan("b", "500").id("T2").monthlyPayment(money("40"));
    LoanApplication direct = owing(
        application()
            .request(LoanRequest.builder()
                .refinances(new Refinancing(List.of("T1"), true))
                .build()),
        old,
        kept);
    LoanApplication byCustomer = owing(
        application()
            .request(LoanRequest.builder()
                .refinances(new Refinancing(List.of("T1"), false))
                .build()),
        old,
        kept);

    assertThat(feature("debt_service", direct)).isEqualTo(40);
    assertThat(feature("refinanced_payoff", direct)).isEqualTo(1_000);
    assertThat(feature("outstanding_unsecured", direct)).isEqualTo(500);
    assertThat(feature("balance_total", direct)).isEqualTo(1_500);
    assertThat(feature("debt_service", byCustomer)).isEqualTo(140);
    assertThat(feature("refinanced_payoff", byCustomer)).isZero();
  }

  @Test
  void ratios_followTheDefinitions() {
    LoanApplication.Builder asked = application()
        .income(income("2000", "2000", "2000", "2000", "2000", "2000"))
        .applicant(Applicant.builder().householdSize(4).build())
        .request(LoanRequest.builder()
            .product(CreditType.INSTALMENT)
            .amount(money("1200"))
            .termMonths(12)
            .nominalRate(0.0)
            .lender("a")
            .build());
    LoanApplication application =
        owing(asked, loan("a", "4800").monthlyPayment(money("300")).limitOrAmount(money("6000")));

    assertThat(feature("loan_instalment", application)).isEqualTo(100); // 1,200 / 12
    assertThat(feature("pti", application)).isEqualTo(0.05);
    assertThat(feature("dsti", application)).isEqualTo(0.2); // (300 + 100) / 2,000
    assertThat(feature("dsti_existing", application)).isEqualTo(0.15);
    assertThat(feature("dti", application)).isEqualTo(0.25); // 6,000 / 24,000
    assertThat(feature("dti_existing", application)).isEqualTo(0.2);
    assertThat(feature("lti", application)).isEqualTo(0.05);
    assertThat(feature("residual_income_per_member", application)).isEqualTo(400); // 1,600 / 4
    assertThat(feature("amount_to_largest_loan", application)).isEqualTo(0.2);
    assertThat(feature("outstanding_own", application)).isEqualTo(4_800);
  }

  @Test
  void ratios_incomeOfZero_areNoIncome() {
    LoanApplication application =
        owing(application().income(income("0", "0", "0")), loan("a", "5"));

    for (String id : List.of("dsti_existing", "dti_existing", "lti", "pti", "dsti", "dti")) {
      assertThat(feature(id, application)).as(id).isEqualTo(CatalogCode.NO_INCOME.cell());
    }
  }

  @Test
  void instalment_ofWorkedCaseA_andOfALine() {
    LoanRequest.Builder request =
        LoanRequest.builder().amount(money("36000")).termMonths(12).nominalRate(0.12);
    LoanApplication loan =
        application().request(request.product(CreditType.INSTALMENT).build()).build();
    // a line: 5% of 36,000 = 1,800, above its annuity over 36 months of 1,195.72
    LoanApplication line =
        application().request(request.product(CreditType.REVOLVING).build()).build();

    assertThat(feature("loan_instalment", loan)).isEqualTo(3_198.56);
    assertThat(feature("loan_instalment", line)).isEqualTo(1_800);
  }

  @Test
  void balanceGrowth_comparesMonthEndsSixMonthsApart() {
    TradelineBuilder old = loan("a", "1")
        .month(TradelineMonth.of(STATUS_MONTH, money("900"), 0))
        .month(TradelineMonth.of(STATUS_MONTH.minusMonths(6), money("1000"), 0))
        .month(TradelineMonth.of(STATUS_MONTH.plusMonths(1), money("5"), 0)); // not yet known
    TradelineBuilder fresh = credit("b", CreditType.INSTALMENT, LocalDate.of(2026, 8, 2))
        .month(TradelineMonth.of(STATUS_MONTH, money("600"), 0));

    // 1,500 now, 1,000 six months ago: the second loan was not there yet
    assertThat(feature("balance_growth_6m", owing(old, fresh))).isEqualTo(0.5);
    assertThat(feature("balance_growth_6m", owing(fresh))).isEqualTo(CatalogCode.NONE.cell());
    assertThat(feature("balance_growth_6m", owing(old, loan("c", "1")))).isNaN(); // a gap
  }

  @Test
  void ages_areWholeCalendarMonths() {
    LoanApplication application = owing(
        credit("a", CreditType.INSTALMENT, LocalDate.of(2026, 9, 21)),
        credit("b", CreditType.INSTALMENT, LocalDate.of(2025, 11, 22))
            .closed(LocalDate.of(2026, 1, 1)));

    // 2 months, and one day short of 12
    assertThat(feature("oldest_tradeline_months", application)).isEqualTo(11);
    assertThat(feature("mean_tradeline_months", application)).isEqualTo(6.5);
    assertThat(feature("oldest_tradeline_months", owing())).isEqualTo(CatalogCode.NONE.cell());
  }

  @Test
  void status_withoutHistory_isASpecialCodeAndAThinOneIsComputed() {
    LoanApplication noHit = application().borrowing(BorrowingHistory.noHit()).build();
    LoanApplication unavailable =
        application().borrowing(BorrowingHistory.unavailable()).build();
    LoanApplication notAsked = application()
        .income(income("1", "1", "1"))
        .borrowing(BorrowingHistory.notAsked())
        .build();
    LoanApplication thin = application()
        .borrowing(BorrowingHistory.of(BorrowingStatus.THIN, List.of(), List.of()))
        .build();

    assertThat(feature("open_tradelines", noHit)).isEqualTo(CatalogCode.NO_HIT.cell());
    assertThat(feature("open_tradelines", unavailable)).isEqualTo(CatalogCode.UNAVAILABLE.cell());
    assertThat(feature("open_tradelines", notAsked)).isEqualTo(CatalogCode.NOT_ASKED.cell());
    assertThat(feature("open_tradelines", thin)).isZero();
    assertThat(feature("borrowing_status", thin)).isEqualTo(2); // NOT_ASKED, NO_HIT, THIN
  }

  @Test
  void ownLoan_isLeftOut() {
    assertThat(feature("open_tradelines", owing(loan("a", "5").applicationId("own"))))
        .isZero();
    assertThat(feature("open_tradelines", owing(loan("a", "5").applicationId("other"))))
        .isEqualTo(1);
  }

  @Test
  void debtToIncome_roundsNothingButCents() {
    LoanApplication application = owing(
        application().income(income("1000.01", "1000.02", "1000.03")),
        loan("a", "100.10").monthlyPayment(money("10.01")));

    assertThat(feature("dsti_existing", application)).isCloseTo(10.01 / 1_000.02, within(1e-15));
  }
}
