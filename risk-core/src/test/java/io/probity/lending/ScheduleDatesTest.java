package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Due dates and day counts of schedules. */
class ScheduleDatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 2026-02-28, 2026-03-31, 2026-04-30",
    "2028-01-31, 2028-02-29, 2028-03-31, 2028-04-30",
    "2026-01-29, 2026-02-28, 2026-03-29, 2026-04-29",
    "2026-12-30, 2027-01-30, 2027-02-28, 2027-03-30",
    "2026-02-28, 2026-03-28, 2026-04-28, 2026-05-28"
  })
  void dueDates_fromStart_returnToTheDay(
      LocalDate start, LocalDate first, LocalDate second, LocalDate third) {
    assertThat(dueDates(annuity(0.12, 3).start(start).build()))
        .containsExactly(first, second, third);
    assertThat(dueDates(annuity(0.12, 3).start(start).firstDue(first).build()))
        .containsExactly(first, second, third);
  }

  @Test
  void dueDates_firstPeriodNotAMonth_followTheFirstDueDate() {
    LoanTerms terms = annuity(0.12, 3)
        .start(LocalDate.of(2026, 1, 10))
        .firstDue(LocalDate.of(2026, 1, 31))
        .build();

    assertThat(dueDates(terms))
        .containsExactly(
            LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31));
  }

  @Test
  void rows_equalMonths_doNotDependOnDates() {
    Schedule plain = Schedule.of(annuity(0.12, 12).build());
    Schedule dated =
        Schedule.of(annuity(0.12, 12).start(LocalDate.of(2026, 1, 31)).build());

    assertThat(dated.rows())
        .extracting(Schedule.Row::instalment)
        .isEqualTo(plain.rows().stream().map(Schedule.Row::instalment).toList());
  }

  @Test
  void interest_act365_countsCalendarDays() {
    LoanTerms terms = balloon(0.073, 3).dayCount(DayCount.ACT_365).build();

    // 10,000.00 x 0.073 / 365 = 2.00 a day; 31, 28 and 31 days
    assertThat(Schedule.of(terms).rows())
        .extracting(Schedule.Row::interest)
        .hasToString("[62.00, 56.00, 62.00]");
  }

  @Test
  void interest_act360_countsCalendarDaysOver360() {
    LoanTerms terms = balloon(0.072, 3).dayCount(DayCount.ACT_360).build();

    // 10,000.00 x 0.072 / 360 = 2.00 a day; 31, 28 and 31 days
    assertThat(Schedule.of(terms).rows())
        .extracting(Schedule.Row::interest)
        .hasToString("[62.00, 56.00, 62.00]");
  }

  @Test
  void interest_thirty360LongFirstPeriod_countsItsDays() {
    LoanTerms terms = balloon(0.072, 3).firstDue(LocalDate.of(2026, 2, 16)).build();

    // 2.00 a day: 1 January to 16 February are 45 days of 30-day months, then 30 and 30
    assertThat(Schedule.of(terms).rows())
        .extracting(Schedule.Row::interest)
        .hasToString("[90.00, 60.00, 60.00]");
  }

  @Test
  void instalment_act365TwoMonths_matchesHandCalculation() {
    LoanTerms terms = annuity(0.365, 2)
        .start(LocalDate.of(2026, 1, 1))
        .dayCount(DayCount.ACT_365)
        .build();

    // 0.1% a day: 31 days 1.031, 28 days 1.028; 1 / 1.031 + 1 / (1.031 x 1.028) = 1.9134458...
    // 1,000.00 / 1.9134458 = 522.6174; interest 31.00 and 508.38 x 0.028 = 14.23
    Schedule.Row first = Schedule.of(terms).rows().get(0);
    Schedule.Row last = Schedule.of(terms).rows().get(1);
    assertThat(first.instalment()).hasToString("522.62");
    assertThat(first.interest()).hasToString("31.00");
    assertThat(last.interest()).hasToString("14.23");
    assertThat(last.instalment()).hasToString("522.61");
  }

  @ParameterizedTest
  @EnumSource(DayCount.class)
  void rows_randomDatedLoans_addUpAndStayLevel(DayCount rule) {
    SplittableRandom random = new SplittableRandom(rule.ordinal());
    for (int i = 0; i < 200; i++) {
      int months = 2 + random.nextInt(35);
      LocalDate start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000));
      LoanTerms terms = LoanTerms.builder(
              LoanKind.ANNUITY,
              new Money(
                  1_000_000 + random.nextLong(10_000_000), Money.of("0", "USD").currency()),
              AnnualRate.nominal(random.nextInt(300) / 1_000.0),
              months)
          .start(start)
          .firstDue(start.plusDays(10 + random.nextInt(36)))
          .dayCount(rule)
          .build();

      Schedule schedule = Schedule.of(terms);

      ScheduleTest.assertSums(schedule);
      assertThat(schedule.rows()).hasSize(months);
      double level = schedule.rows().get(0).instalment().doubleValue();
      assertThat(schedule.rows().get(months - 1).instalment().doubleValue())
          .isCloseTo(level, within(1.0 + 0.02 * months));
    }
  }

  @Test
  void of_firstPeriodWhoseInterestPassesTheInstalment_isRefused() {
    LoanTerms terms = LoanTerms.builder(
            LoanKind.ANNUITY, Money.of("1000", "USD"), AnnualRate.nominal(0.3), 60)
        .start(LocalDate.of(2026, 1, 1))
        .firstDue(LocalDate.of(2026, 7, 1))
        .build();

    assertThatThrownBy(() -> Schedule.of(terms))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("every instalment must cover its interest; received .* against interest"
            + " of 150.00 in month 1; shorten the term or the first period, or count equal months"
            + " \\(THIRTY_360\\)");
  }

  @Test
  void of_calendarMonthWhoseInterestPassesTheInstalment_isRefused() {
    LoanTerms terms = LoanTerms.builder(
            LoanKind.ANNUITY, Money.of("100000", "USD"), AnnualRate.nominal(0.3), 360)
        .start(LocalDate.of(2026, 1, 1))
        .dayCount(DayCount.ACT_365)
        .build();

    assertThatThrownBy(() -> Schedule.of(terms))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("every instalment must cover its interest");
  }

  @Test
  void cashFlows_needWhatTheyAreMadeOf() {
    Schedule dateless = Schedule.of(annuity(0.12, 12).build());
    Schedule longFirst = Schedule.of(annuity(0.12, 12)
        .start(LocalDate.of(2026, 1, 1))
        .firstDue(LocalDate.of(2026, 2, 15))
        .build());

    assertThatThrownBy(dateless::datedCashFlows)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("start date");
    assertThatThrownBy(longFirst::monthlyCashFlows)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("received 2026-01-01 to 2026-02-15; use datedCashFlows()");
    assertThat(longFirst.datedCashFlows().annualRate(RateKind.NOMINAL).value())
        .isCloseTo(0.12, within(0.002));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void annualRate_act365Schedule_isTheContractRateCompoundedDaily(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 50; i++) {
      LoanTerms terms = annuity(0.1, 12 + random.nextInt(48))
          .start(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_000)))
          .dayCount(DayCount.ACT_365)
          .build();

      // interest is added monthly, at 10% nominal: 10.47% effective, give or take the month lengths
      assertThat(
              Schedule.of(terms).datedCashFlows().annualRate(RateKind.EFFECTIVE).value())
          .isCloseTo(0.10471, within(2e-4));
    }
  }

  private static List<LocalDate> dueDates(LoanTerms terms) {
    return Schedule.of(terms).rows().stream()
        .map(row -> row.dueDate().orElseThrow())
        .toList();
  }

  private static LoanTerms.Builder annuity(double nominal, int months) {
    return LoanTerms.builder(
        LoanKind.ANNUITY, Money.of("1000", "USD"), AnnualRate.nominal(nominal), months);
  }

  private static LoanTerms.Builder balloon(double nominal, int months) {
    return LoanTerms.builder(
            LoanKind.INTEREST_ONLY, Money.of("10000", "USD"), AnnualRate.nominal(nominal), months)
        .start(LocalDate.of(2026, 1, 1));
  }
}
