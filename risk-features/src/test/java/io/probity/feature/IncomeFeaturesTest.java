package io.probity.feature;

import static io.probity.feature.TestApplications.AS_OF;
import static io.probity.feature.TestApplications.INCOME_MONTH;
import static io.probity.feature.TestApplications.application;
import static io.probity.feature.TestApplications.daysAgo;
import static io.probity.feature.TestApplications.feature;
import static io.probity.feature.TestApplications.income;
import static io.probity.feature.TestApplications.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.application.BorrowingHistory;
import io.probity.application.IncomeEvidence;
import io.probity.application.IncomeHistory;
import io.probity.application.IncomeKind;
import io.probity.application.LoanApplication;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomeFeaturesTest {

  private static LoanApplication with(IncomeHistory history) {
    return application().income(history).build();
  }

  /** Reads a series of golden 13 as payments, the last month in October. */
  private static IncomeHistory golden(String name, int months) throws IOException {
    YearMonth first = INCOME_MONTH.minusMonths(months - 1L);
    IncomeHistory.Builder history = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(first.atDay(1), INCOME_MONTH.atEndOfMonth());
    try (InputStream in =
        IncomeFeaturesTest.class.getResourceAsStream("/golden/13_income/input.csv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.strip().split(",");
        if (cells[0].equals(name)) {
          LocalDate day = first.plusMonths(Integer.parseInt(cells[1])).atDay(10);
          history.payment(day, new BigDecimal(cells[3]), IncomeKind.OTHER, cells[2]);
        }
      }
    }
    return history.build();
  }

  private static JsonObject expected(String name) throws IOException {
    try (InputStream in =
        IncomeFeaturesTest.class.getResourceAsStream("/golden/13_income/expected.json")) {
      return JsonObject.parse(in.readAllBytes(), "expected.json", JsonLimits.FILE)
          .object("expected")
          .object(name);
    }
  }

  @ParameterizedTest
  @CsvSource({"steady_salary", "declining_to_zero", "all_zero"})
  void features_goldenSeriesOfAYear_match(String name) throws IOException {
    LoanApplication application = with(golden(name, 12));
    JsonObject expected = expected(name);
    boolean isZero = name.equals("all_zero");
    String[][] pairs = {
      {"income_mean_12m", "mean"},
      {"income_cv_12m", "cv"},
      {"income_trend_12m", "ols_slope_relative_to_mean"},
      {"income_zero_months_12m", "zero_months"},
      {"income_longest_gap_12m", "longest_zero_run"},
      {"income_source_concentration_12m", "herfindahl_sources"},
      {"income_lower_quartile_12m", "p25_type7"},
    };
    for (String[] pair : pairs) {
      double actual = feature(pair[0], application);
      if (expected.value(pair[1]).isText()) {
        assertThat(isZero).isTrue(); // golden's NaN is the special code NO_INCOME here
        assertThat(actual).as(pair[0]).isEqualTo(CatalogCode.NO_INCOME.cell());
      } else {
        assertThat(actual).as(pair[0]).isCloseTo(expected.number(pair[1]), within(1e-9));
      }
    }
  }

  @Test
  void features_goldenSeriesOfTwoYears_match() throws IOException {
    LoanApplication application = with(golden("seasonal_24", 24));

    assertThat(feature("income_mean_24m", application))
        .isCloseTo(expected("seasonal_24").number("mean"), within(1e-9));
    assertThat(feature("income_months_observed", application)).isEqualTo(24);
    // the last 12 months: farm 153,100.00 (sum below), wage 8 x 3,200.75, remittance 3 x 1,500
    double farm = 13200 + 16800 + 20694.23 + 21000 + 20394.23 + 17700 + 12300 + 8400 + 4205.77
        + 3600 + 5405.77 + 7800;
    double wage = 8 * 3200.75;
    double total = farm + wage + 4500;
    assertThat(feature("income_sources_12m", application)).isEqualTo(3);
    assertThat(feature("income_main_source_share_12m", application))
        .isCloseTo(farm / total, within(1e-12));
    assertThat(feature("income_source_concentration_12m", application))
        .isCloseTo((farm * farm + wage * wage + 4500.0 * 4500.0) / (total * total), within(1e-12));
  }

  @Test
  void features_incomeOfWorkedCaseB_matchTheDefinitions() {
    LoanApplication application = with(income("9000", "0", "12000", "3000", "6000", "6000"));

    // mean 36,000 / 6; squared deviations 9 + 36 + 36 + 9 + 0 + 0 = 90 million, / 5 = 18 million
    assertThat(feature("income_base", application)).isEqualTo(6_000);
    assertThat(feature("income_mean_6m", application)).isEqualTo(6_000);
    assertThat(feature("income_cv_6m", application))
        .isCloseTo(Math.sqrt(18e6) / 6_000, within(1e-12))
        .isCloseTo(0.7071, within(5e-5));
    assertThat(feature("income_zero_months_6m", application)).isEqualTo(1);
    assertThat(feature("income_verified_months", application)).isEqualTo(6);
    assertThat(feature("income_mean_3m", application)).isEqualTo(5_000);
    assertThat(feature("income_mean_12m", application)).isEqualTo(6_000); // half were observed
    assertThat(feature("income_mean_24m", application)).isNaN(); // fewer than half
    // over the six observed months of twelve: below the mean -6,000 and -3,000
    assertThat(feature("income_semideviation_12m", application))
        .isCloseTo(Math.sqrt(45e6 / 6), within(1e-9));
    assertThat(feature("income_downside_12m", application))
        .isCloseTo(Math.sqrt(45e6 / 6) / 6_000, within(1e-12));
    assertThat(feature("income_min_to_mean_12m", application)).isZero();
    // slopes of the six months: products -2.5 x 3 + -1.5 x -6 + -.5 x 6 + .5 x -3 = -3, over 17.5
    assertThat(feature("income_trend_12m", application))
        .isCloseTo(-3_000 / 17.5 / 6_000, within(1e-12));
  }

  @Test
  void base_lessThanThreeVerifiedMonths_takesTheShareOfTheSmaller() {
    IncomeHistory verified = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 31))
        .statedMonthly(money("5000"))
        .payment(LocalDate.of(2026, 9, 20), money("3000"), IncomeKind.SALARY, "employer")
        .payment(LocalDate.of(2026, 10, 20), money("4000"), IncomeKind.SALARY, "employer")
        .build();

    // min(5,000, 3,500) x 0.5: stated income never raises verified
    assertThat(feature("income_base", with(verified))).isEqualTo(1_750);
    assertThat(feature("income_verified_months", with(verified))).isEqualTo(2);
    assertThat(feature("income_base", with(IncomeHistory.ofStated(money("5000")))))
        .isEqualTo(2_500);
    assertThat(feature("income_stated", with(IncomeHistory.ofStated(money("5000")))))
        .isEqualTo(5_000);
  }

  @Test
  void base_statedAboveThreeVerifiedMonths_isIgnored() {
    IncomeHistory.Builder history = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 10, 31))
        .statedMonthly(money("9000"))
        .payment(LocalDate.of(2026, 8, 20), money("3000"), IncomeKind.SALARY, "employer");

    // 3,000, 0, 0: a month without payment inside the observed days is a month of zero
    assertThat(feature("income_base", with(history.build()))).isEqualTo(1_000);
  }

  @Test
  void totals_ineligibleKindsAndTurnover_countAsTheDefinitionsSay() {
    LocalDate day = LocalDate.of(2026, 10, 5);
    IncomeHistory history = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 10, 31))
        .businessNetShare(0.3)
        .payment(day, money("1000"), IncomeKind.BUSINESS, "shop")
        .payment(day, money("600"), IncomeKind.PENSION, "state")
        .payment(day, money("5000"), IncomeKind.LOAN_PROCEEDS, "lender")
        .payment(day, money("5000"), IncomeKind.OWN_TRANSFER, "self")
        .payment(day, money("5000"), IncomeKind.REFUND, "store")
        .build();

    // 0.3 x 1,000 + 600 = 900, over three months
    assertThat(feature("income_mean_3m", with(history))).isEqualTo(300);
  }

  @Test
  void windows_partMonthsAndTheCurrentMonth_areOutside() {
    IncomeHistory history = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(LocalDate.of(2026, 7, 2), LocalDate.of(2026, 11, 20))
        .payment(LocalDate.of(2026, 7, 15), money("777"), IncomeKind.SALARY, "e")
        .payment(LocalDate.of(2026, 8, 15), money("100"), IncomeKind.SALARY, "e")
        .payment(LocalDate.of(2026, 9, 15), money("200"), IncomeKind.SALARY, "e")
        .payment(LocalDate.of(2026, 10, 31), money("300"), IncomeKind.SALARY, "e")
        .payment(LocalDate.of(2026, 11, 15), money("999"), IncomeKind.SALARY, "e")
        .build();

    assertThat(feature("income_months_observed", with(history))).isEqualTo(3);
    assertThat(feature("income_mean_3m", with(history))).isEqualTo(200);
    assertThat(feature("months_since_last_income", with(history))).isZero(); // 15 November
  }

  @Test
  void lag_shiftsTheWindowAndNeverShortensIt() {
    FeatureCatalog lagged = FeatureCatalog.standard()
        .withSettings(CatalogSettings.DEFAULT.withLags(new KnowledgeLags(0, 21, 30, 30, 0)));
    LoanApplication application = with(income("100", "200", "300", "900"));

    // 31 October + 21 days is 21 November, not before it: the last known month is September
    assertThat(feature("income_mean_3m", application)).isCloseTo(1_400 / 3.0, within(1e-9));
    assertThat(feature("income_mean_3m", application, lagged)).isEqualTo(200);
  }

  @Test
  void monthsSinceLastIncome_isNoneWithoutAnyAndMissingWithoutObservation() {
    IncomeHistory empty = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(daysAgo(400), daysAgo(1))
        .build();

    assertThat(feature("months_since_last_income", with(empty))).isEqualTo(CatalogCode.NONE.cell());
    assertThat(feature("months_since_last_income", with(IncomeHistory.ofStated(money("1")))))
        .isNaN();
    // 22 September to 21 November is one whole month, 21 September two
    for (int day : List.of(21, 22)) {
      IncomeHistory paid = IncomeHistory.builder(IncomeEvidence.VERIFIED)
          .observed(daysAgo(400), daysAgo(1))
          .payment(LocalDate.of(2026, 9, day), money("5"), IncomeKind.GIG, "app")
          .build();
      assertThat(feature("months_since_last_income", with(paid))).isEqualTo(day == 21 ? 2 : 1);
    }
  }

  @Test
  void notAsked_isASpecialCodeAndPaymentsOfTheDayAreNotKnown() {
    LoanApplication notAsked = application().borrowing(BorrowingHistory.noHit()).build();
    IncomeHistory today = IncomeHistory.builder(IncomeEvidence.VERIFIED)
        .observed(daysAgo(400), AS_OF)
        .payment(AS_OF, money("5"), IncomeKind.GIG, "app")
        .build();

    assertThat(feature("income_mean_3m", notAsked)).isEqualTo(CatalogCode.NOT_ASKED.cell());
    assertThat(feature("dsti", notAsked)).isEqualTo(CatalogCode.NOT_ASKED.cell());
    assertThat(feature("months_since_last_income", with(today))).isEqualTo(CatalogCode.NONE.cell());
  }
}
