package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void rows_smallLoan_matchesHandCalculation() {
    Schedule schedule =
        Schedule.of(loan(LoanKind.ANNUITY, "100.00", "USD", 0.12, 3).build());

    // level = 100 x 0.01 / (1 - 1.01^-3) = 34.0022 -> 34.00
    // interest 1.00, 0.67, 0.34; principal 33.00, 33.33 and the rest 33.67, so the last is 34.01
    assertThat(schedule.rows())
        .extracting(Schedule.Row::interest)
        .hasToString("[1.00, 0.67, 0.34]");
    assertThat(schedule.rows())
        .extracting(Schedule.Row::principal)
        .hasToString("[33.00, 33.33, 33.67]");
    assertThat(schedule.rows())
        .extracting(Schedule.Row::instalment)
        .hasToString("[34.00, 34.00, 34.01]");
    assertThat(schedule.rows())
        .extracting(Schedule.Row::closingBalance)
        .hasToString("[67.00, 33.67, 0.00]");
    assertThat(schedule.rows())
        .extracting(Schedule.Row::openingBalance)
        .hasToString("[100.00, 67.00, 33.67]");
    assertThat(schedule.rows()).allMatch(row -> row.dueDate().isEmpty());
  }

  @Test
  void totals_everyFee_addUp() {
    LoanFees fees = new LoanFees(
        Fee.ofShare(Share.of("0.03"), USD),
        Fee.ofAmount(Money.of("20.00", "USD")),
        Fee.ofAmount(Money.of("1.50", "USD")),
        Fee.ofShare(Share.of("0.0005"), USD));
    Schedule schedule =
        Schedule.of(loan(LoanKind.ANNUITY, "1000", "USD", 0.0, 10).fees(fees).build());

    // 1,000 + 30 borrowed, 980 received; ten times 103.00 + 1.50 + 0.50
    assertThat(schedule.amountFinanced()).hasToString("1030.00");
    assertThat(schedule.netDisbursed()).hasToString("980.00");
    assertThat(schedule.totalInterest()).hasToString("0.00");
    assertThat(schedule.totalPaid()).hasToString("1050.00");
    assertThat(schedule.totalFees()).hasToString("70.00");
    assertThat(schedule.totalCost()).hasToString("70.00");
    assertThat(schedule.currency()).isEqualTo(USD);
    assertThat(schedule.terms().months()).isEqualTo(10);
    assertThat(schedule.rows()).allMatch(row -> row.fee().toString().equals("2.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, USD, 0, 600", // 0.17 a month would end after 589 months
    "30000, JPY, 0.18, 360", // 452.4 yen: half a yen grows to 5,000 yen in 30 years
    "500.00, USD, 0.36, 120",
    "6.00, USD, 0, 600",
    "6.00, USD, 0.05, 600",
    "12.00, USD, 10, 1200",
    "0.07, USD, 0.1, 7",
    "1, JPY, 0.12, 1",
    "100000, JPY, 0.0101, 600",
    "0.600, KWD, 0.3, 600"
  })
  void rows_roundingOutgrowsTheLastInstalment_termIsKept(
      String principal, String currency, double nominal, int months) {
    for (LoanKind kind : scheduled()) {
      Schedule schedule =
          Schedule.of(loan(kind, principal, currency, nominal, months).build());

      assertThat(schedule.rows()).hasSize(months);
      assertSums(schedule);
      assertBalancesLastToTheEnd(schedule);
    }
  }

  @Test
  void rows_roundingOutgrowsTheLastInstalment_instalmentsDifferByAUnit() {
    Schedule schedule =
        Schedule.of(loan(LoanKind.ANNUITY, "100.00", "USD", 0.0, 600).build());

    // 10,000 cents over 600 months are 16.67 cents: 16 or 17 each month, and 400 times 17
    assertThat(schedule.rows())
        .extracting(row -> row.instalment().toString())
        .containsOnly("0.16", "0.17");
    assertThat(schedule.rows())
        .filteredOn(row -> row.instalment().toString().equals("0.17"))
        .hasSize(400);
  }

  @Test
  void rows_longTermAtHighRate_lastInstalmentIsAtMostTwiceTheLevel() {
    Schedule schedule =
        Schedule.of(loan(LoanKind.ANNUITY, "30000", "JPY", 0.18, 360).build());

    // the level is 452.13 yen
    assertThat(schedule.rows())
        .allMatch(row ->
            row.instalment().intValueExact() >= 450 && row.instalment().intValueExact() <= 454);
  }

  @Test
  void rows_longestTerm_has1200Instalments() {
    Schedule schedule =
        Schedule.of(loan(LoanKind.ANNUITY, "1000000", "USD", 0.03, 1_200).build());

    assertThat(schedule.rows()).hasSize(1_200);
    assertSums(schedule);
  }

  @Test
  void rows_largestPrincipal_doNotOverflow() {
    Money largest = new Money(Money.MAX_MINOR_UNITS, USD);
    LoanFees fees = new LoanFees(
        Fee.ofShare(Share.of("1"), USD),
        Fee.none(USD),
        Fee.ofShare(Share.of("1"), USD),
        Fee.ofShare(Share.of("1"), USD));

    for (LoanKind kind : scheduled()) {
      LoanTerms terms = LoanTerms.builder(kind, largest, AnnualRate.nominal(10.0), 1_200)
          .fees(fees)
          .build();

      assertSums(Schedule.of(terms));
    }
  }

  @Test
  void rows_interestOnlyMonths_repayNothing() {
    Schedule schedule = Schedule.of(loan(LoanKind.EQUAL_PRINCIPAL, "900.00", "USD", 0.12, 5)
        .interestOnlyMonths(2)
        .build());

    assertThat(schedule.rows())
        .extracting(Schedule.Row::principal)
        .hasToString("[0.00, 0.00, 300.00, 300.00, 300.00]");
    assertThat(schedule.rows())
        .extracting(Schedule.Row::interest)
        .hasToString("[9.00, 9.00, 9.00, 6.00, 3.00]");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void rows_randomLoans_addUpToTheMinorUnit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 250; i++) {
      Schedule schedule = Schedule.of(random(random));

      assertThat(schedule.rows()).hasSize(schedule.terms().months());
      assertSums(schedule);
      assertBalancesLastToTheEnd(schedule);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rows_equalPrincipal_neverRise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      int months = RandomLoans.months(random);
      double nominal = random.nextDouble();
      long principal = months + random.nextLong(1L << 40);
      LoanTerms terms = LoanTerms.builder(
              LoanKind.EQUAL_PRINCIPAL,
              new Money(principal, USD),
              AnnualRate.nominal(nominal),
              months)
          .build();

      List<Schedule.Row> rows = Schedule.of(terms).rows();

      for (int k = 1; k < months - 1; k++) {
        assertThat(rows.get(k).interest()).isLessThanOrEqualTo(rows.get(k - 1).interest());
      }
      BigDecimal rest =
          BigDecimal.valueOf(months / 2 + 1, 2); // half a cent a month goes to the last
      assertThat(rows.get(0).instalment().add(rest))
          .isGreaterThanOrEqualTo(rows.get(months - 1).instalment());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rows_annuityOfUsualSize_isLevelButForTheLast(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 100; i++) {
      int months = 2 + random.nextInt(59);
      AnnualRate rate = AnnualRate.nominal(random.nextInt(400) / 1_000.0);
      Money principal = new Money(100_000 + random.nextLong(10_000_000), USD);

      List<Schedule.Row> rows = Schedule.of(
              LoanTerms.builder(LoanKind.ANNUITY, principal, rate, months).build())
          .rows();

      assertThat(rows.subList(0, months - 1))
          .extracting(Schedule.Row::instalment)
          .containsOnly(rows.get(0).instalment());
    }
  }

  @Test
  void of_revolving_isRefused() {
    LoanTerms line = LoanTerms.revolving(
            Money.of("1000", "USD"), AnnualRate.nominal(0.2), Share.of("0.05"))
        .build();

    assertThatThrownBy(() -> Schedule.of(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a revolving line has no schedule");
  }

  @Test
  void of_lessThanOneMinorUnitAMonth_isRefused() {
    LoanTerms terms = loan(LoanKind.ANNUITY, "0.11", "USD", 0.1, 12).build();

    assertThatThrownBy(() -> Schedule.of(terms))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a schedule needs at least one minor unit of principal a month; received"
            + " 0.11 USD over 12 months; shorten the term");
  }

  private static List<LoanKind> scheduled() {
    return List.of(LoanKind.ANNUITY, LoanKind.EQUAL_PRINCIPAL, LoanKind.INTEREST_ONLY);
  }

  private static LoanTerms random(SplittableRandom random) {
    Currency currency = RandomLoans.currency(random);
    LoanKind kind = scheduled().get(random.nextInt(3));
    int months = RandomLoans.months(random);
    AnnualRate nominal = AnnualRate.nominal(Double.parseDouble(RandomLoans.nominal(random)));
    int grace = kind == LoanKind.INTEREST_ONLY ? 0 : random.nextInt(Math.min(months, 4));
    Money principal = new Money(months + RandomLoans.amount(random) / 2, currency);
    LoanFees fees = RandomLoans.fees(random, currency);
    boolean upfrontFits = fees.upfront().applyTo(principal.minorUnits()) < principal.minorUnits();
    return LoanTerms.builder(
            kind,
            principal,
            random.nextBoolean() ? nominal : nominal.to(RateKind.EFFECTIVE),
            months)
        .interestOnlyMonths(grace)
        .fees(upfrontFits ? fees : fees.withUpfront(Fee.none(currency)))
        .build();
  }

  static void assertSums(Schedule schedule) {
    BigDecimal balance = schedule.amountFinanced();
    BigDecimal repaid = BigDecimal.ZERO;
    for (Schedule.Row row : schedule.rows()) {
      assertThat(row.openingBalance()).isEqualTo(balance);
      assertThat(row.interest()).isNotNegative();
      assertThat(row.principal()).isNotNegative();
      assertThat(row.instalment()).isEqualTo(row.interest().add(row.principal()).add(row.fee()));
      balance = balance.subtract(row.principal());
      repaid = repaid.add(row.principal());
      assertThat(row.closingBalance()).isEqualTo(balance);
    }
    assertThat(balance).isZero();
    assertThat(repaid).isEqualByComparingTo(schedule.amountFinanced());
    assertThat(schedule.totalCost())
        .isEqualTo(schedule.totalPaid().subtract(schedule.netDisbursed()))
        .isEqualTo(schedule.totalInterest().add(schedule.totalFees()));
  }

  /** The loan does not end before its term: something is owed until the last instalment. */
  private static void assertBalancesLastToTheEnd(Schedule schedule) {
    List<Schedule.Row> rows = schedule.rows();
    assertThat(rows.get(rows.size() - 1).openingBalance()).isPositive();
    assertThat(rows.get(rows.size() - 1).instalment()).isPositive();
  }

  private static LoanTerms.Builder loan(
      LoanKind kind, String principal, String currency, double nominal, int months) {
    return LoanTerms.builder(
        kind, Money.of(principal, currency), AnnualRate.nominal(nominal), months);
  }
}
