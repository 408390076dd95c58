package io.probity.feature;

import static io.probity.feature.TestApplications.STATUS_MONTH;
import static io.probity.feature.TestApplications.credit;
import static io.probity.feature.TestApplications.daysAgo;
import static io.probity.feature.TestApplications.feature;
import static io.probity.feature.TestApplications.money;
import static io.probity.feature.TestApplications.owing;
import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.CreditType;
import io.probity.application.LoanApplication;
import io.probity.application.StatusCode;
import io.probity.application.TradelineBuilder;
import io.probity.application.TradelineMonth;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How credits were repaid. Month 1 is September 2026, the last one known. */
class ConductFeaturesTest {

  private static TradelineBuilder loan(String lender) {
    return credit(lender, CreditType.INSTALMENT, LocalDate.of(2016, 1, 5));
  }

  private static TradelineMonth late(int month, int days) {
    return TradelineMonth.of(STATUS_MONTH.minusMonths(month - 1L), money("10"), days);
  }

  private static TradelineMonth coded(int month, StatusCode code) {
    return new TradelineMonth(STATUS_MONTH.minusMonths(month - 1L), null, null, null, null, code);
  }

  @Test
  void maximum_overEachWindow() {
    LoanApplication application = owing(
        loan("a").month(late(1, 5)).month(late(4, 35)).month(late(13, 95)).month(late(0, 200)),
        loan("b").month(late(6, 61)).closed(daysAgo(20)));

    assertThat(feature("dpd_max_3m", application)).isEqualTo(5);
    assertThat(feature("dpd_max_6m", application)).isEqualTo(61); // of a closed loan
    assertThat(feature("dpd_max_12m", application)).isEqualTo(61);
    assertThat(feature("dpd_max_24m", application)).isEqualTo(95); // October is not known yet
    assertThat(feature("times_30_dpd_24m", application)).isEqualTo(3);
    assertThat(feature("times_60_dpd_24m", application)).isEqualTo(2);
    assertThat(feature("times_90_dpd_24m", application)).isEqualTo(1);
  }

  @Test
  void maximum_aGapIsUnknownAndNotZero() {
    LoanApplication gap = owing(loan("a").month(late(5, 0)));

    assertThat(feature("dpd_max_3m", gap)).isNaN();
    assertThat(feature("dpd_max_6m", gap)).isZero();
    assertThat(feature("times_30_dpd_24m", gap)).isZero();
    assertThat(feature("months_since_30_dpd", gap)).isEqualTo(CatalogCode.NONE.cell());
    assertThat(feature("times_30_dpd_24m", owing(loan("a")))).isNaN();
    assertThat(feature("months_since_30_dpd", owing(loan("a")))).isNaN();
    assertThat(feature("worst_status", owing(loan("a")))).isNaN();
  }

  @Test
  void times_twoTradelinesInOneMonth_countTwice() {
    LoanApplication application =
        owing(loan("a").month(late(2, 30)), loan("b").month(late(2, 29)).month(late(3, 45)));

    assertThat(feature("times_30_dpd_24m", application)).isEqualTo(2);
  }

  @Test
  void monthsSince_countsFromTheEndOfTheMonth() {
    // 31 August to 21 November are two whole months
    assertThat(feature("months_since_30_dpd", owing(loan("a").month(late(2, 30)))))
        .isEqualTo(2);
    assertThat(feature("months_since_30_dpd", owing(loan("a").month(late(60, 30)))))
        .isEqualTo(60); // 31 October 2021 to 21 November 2026 are 60 whole months
  }

  @Test
  void adverseData_expireAfterTheLookBack() {
    LoanApplication application = owing(loan("a").month(late(61, 120)).month(late(1, 0)));
    FeatureCatalog longer = FeatureCatalog.standard()
        .withSettings(new CatalogSettings(KnowledgeLags.DEFAULT, 61, 0.5, 0.05, 0, 0.05));

    assertThat(feature("worst_status", application)).isZero();
    assertThat(feature("months_since_30_dpd", application)).isEqualTo(CatalogCode.NONE.cell());
    assertThat(feature("worst_status", application, longer)).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "29,1", "30,2", "59,2", "60,3", "89,3", "90,4", "119,4", "120,5"})
  void worstStatus_byDaysPastDue(int days, int status) {
    assertThat(feature("worst_status", owing(loan("a").month(late(9, days))))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"NORMAL,0", "OTHER,0", "RESTRUCTURED,4", "SETTLED,6", "REPOSSESSED,6", "WRITTEN_OFF,6"
  })
  void worstStatus_byCode(StatusCode code, int status) {
    assertThat(feature("worst_status", owing(loan("a").month(coded(9, code))))).isEqualTo(status);
  }

  @Test
  void pastDueNow_isMissingWhereAnOpenTradelineDoesNotSay() {
    TradelineBuilder late = loan("a").pastDue(money("12.50"));
    TradelineBuilder closed = loan("b").closed(daysAgo(9));
    TradelineBuilder writtenOff = loan("c").closed(daysAgo(9)).pastDue(money("100"));

    assertThat(feature("past_due_now", owing(late, closed, writtenOff))).isEqualTo(112.5);
    assertThat(feature("past_due_now", owing(late, loan("d")))).isNaN();
  }

  @Test
  void lag_shiftsTheWindow() {
    FeatureCatalog prompt = FeatureCatalog.standard()
        .withSettings(CatalogSettings.DEFAULT.withLags(KnowledgeLags.NONE));
    LoanApplication application = owing(loan("a").month(late(0, 33)).month(late(3, 70)));

    assertThat(feature("dpd_max_3m", application)).isEqualTo(70);
    assertThat(feature("dpd_max_3m", application, prompt)).isEqualTo(33); // August to October
  }
}
