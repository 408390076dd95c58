package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CashFlowsTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final LocalDate START = LocalDate.of(2026, 1, 1);

  @Test
  void annualRate_oneMonth_matchesHandCalculation() {
    CashFlows flows = months("-100", "102");

    assertThat(flows.annualRate(RateKind.NOMINAL).value()).isCloseTo(0.24, within(1e-14));
    // 1.02^12 - 1
    assertThat(flows.annualRate(RateKind.EFFECTIVE).value())
        .isCloseTo(0.26824179456254527, within(1e-14));
  }

  @Test
  void annualRate_oneYearByDate_isTheGrowth() {
    CashFlows flows =
        CashFlows.ofDates(List.of(START, START.plusDays(365)), amounts("-1000", "1234.50"));

    assertThat(flows.annualRate(RateKind.EFFECTIVE).value()).isCloseTo(0.2345, within(1e-14));
  }

  @Test
  void annualRate_seenByTheBorrower_isTheSame() {
    assertThat(months("100", "-60", "-60").annualRate(RateKind.NOMINAL))
        .isEqualTo(months("-100", "60", "60").annualRate(RateKind.NOMINAL));
  }

  @Test
  void annualRate_flowsThatAddUpToNothing_isExactlyZero() {
    assertThat(months("-0.30", "0.10", "0.20").annualRate(RateKind.EFFECTIVE))
        .isEqualTo(AnnualRate.effective(0.0));
  }

  @Test
  void annualRate_lessPaidBackThanReceived_isNegative() {
    CashFlows flows = CashFlows.ofDates(List.of(START, START.plusDays(365)), amounts("-100", "90"));

    assertThat(flows.annualRate(RateKind.EFFECTIVE).value()).isCloseTo(-0.1, within(1e-14));
  }

  @Test
  void annualRate_weekOfPaydayLoan_isFound() {
    CashFlows flows = CashFlows.ofDates(List.of(START, START.plusDays(7)), amounts("-100", "115"));

    // 1.15^(365 / 7) - 1
    assertThat(flows.annualRate(RateKind.EFFECTIVE).value())
        .isCloseTo(StrictMath.pow(1.15, 365.0 / 7) - 1, within(1e-9));
  }

  @Test
  void annualRate_disbursedInStages_isFound() {
    CashFlows flows = months("-100", "0", "-100", "0", "204.04");

    // 100 x 1.01^4 + 100 x 1.01^2 = 206.07, so 204.04 is a little below 1% a month
    assertThat(flows.annualRate(RateKind.NOMINAL).value()).isBetween(0.07, 0.12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void annualRate_randomLoans_makesTheFlowsWorthNothing(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      Schedule schedule = Schedule.of(loan(random, LoanFees.none(USD)));
      List<BigDecimal> amounts = Stream.concat(
              Stream.of(schedule.netDisbursed().negate()),
              schedule.rows().stream().map(Schedule.Row::instalment))
          .toList();

      double monthly = schedule.monthlyCashFlows().annualRate(RateKind.NOMINAL).monthly();

      double worth = 0.0;
      for (int k = 0; k < amounts.size(); k++) {
        worth += amounts.get(k).doubleValue() * Math.pow(1 + monthly, -k);
      }
      double scale = schedule.totalPaid().doubleValue() * amounts.size();
      assertThat(worth).isCloseTo(0.0, within(1e-13 * scale));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void annualRate_withFees_isAtLeastTheContractRate(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Fee onePercent = Fee.ofShare(Share.of("0.01"), USD);
    List<LoanFees> kinds = List.of(
        LoanFees.none(USD).withFinanced(onePercent),
        LoanFees.none(USD).withUpfront(onePercent),
        LoanFees.none(USD).withPerInstalment(onePercent),
        LoanFees.none(USD).withInsurance(onePercent));
    for (int i = 0; i < 200; i++) {
      LoanTerms terms = loan(random, kinds.get(random.nextInt(kinds.size())));
      CashFlows flows = Schedule.of(terms).monthlyCashFlows();

      double nominal = flows.annualRate(RateKind.NOMINAL).value();

      assertThat(nominal).isGreaterThan(terms.rate().to(RateKind.NOMINAL).value());
      assertThat(flows.annualRate(RateKind.EFFECTIVE).value()).isGreaterThanOrEqualTo(nominal);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void annualRate_withoutFees_isTheContractRateButForCents(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      LoanTerms terms = loan(random, LoanFees.none(USD));

      assertThat(
              Schedule.of(terms).monthlyCashFlows().annualRate(RateKind.NOMINAL).value())
          .isCloseTo(terms.rate().to(RateKind.NOMINAL).value(), within(1e-4));
    }
  }

  @Test
  void annualRate_onlyOneSign_saysThatNoneExists() {
    for (CashFlows flows :
        List.of(months("100", "5"), months("-100"), months("0", "0"), months())) {
      assertThatThrownBy(() -> flows.annualRate(RateKind.NOMINAL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no annual rate exists")
          .hasMessageContaining("need both a disbursement and a repayment");
    }
  }

  @Test
  void annualRate_severalChangesOfSign_isRefused() {
    // the classic of two rates: -100 + 230 / (1 + j) - 132 / (1 + j)^2 is 0 at 10% and at 20%
    assertThatThrownBy(() -> months("-100", "230", "-132").annualRate(RateKind.NOMINAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the annual rate may not be the only one: the cash flows change sign 2 times, a"
            + " loan changes once");
  }

  @Test
  void annualRate_outsideTheBracket_saysSo() {
    assertThatThrownBy(() -> months("-1", "1000").annualRate(RateKind.NOMINAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no annual rate exists between -0.99 and 1000000.0");
    assertThatThrownBy(() -> months("-1000", "1").annualRate(RateKind.NOMINAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no annual rate exists between");
    assertThatThrownBy(() -> CashFlows.ofDates(List.of(START, START), amounts("-100", "101"))
            .annualRate(RateKind.NOMINAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no annual rate exists between");
  }

  @Test
  void annualRate_longestLoan_isFound() {
    List<BigDecimal> amounts = Stream.concat(
            Stream.of("-100"), Collections.nCopies(1_200, "1").stream())
        .map(BigDecimal::new)
        .toList();

    // 1 - (1 + j)^-1200 = 100 j has its solution a trifle below j = 0.01
    assertThat(CashFlows.ofMonths(amounts).annualRate(RateKind.NOMINAL).monthly())
        .isBetween(0.00999, 0.01);
  }

  @Test
  void of_badInput_isRefused() {
    assertThatThrownBy(() -> CashFlows.ofDates(List.of(START), amounts("-1", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every cash flow needs one date; received 1 dates and 2 amounts");
    assertThatThrownBy(
            () -> CashFlows.ofDates(List.of(START, START.minusDays(1)), amounts("-1", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the dates must be in order; received 2025-12-31 after 2026-01-01");
    assertThatThrownBy(
            () -> CashFlows.ofDates(List.of(START, START.plusYears(101)), amounts("-1", "1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 100.0 years");
    assertThatThrownBy(() -> months("-1E+400", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a cash flow must be within");
  }

  private static LoanTerms loan(SplittableRandom random, LoanFees fees) {
    LoanKind[] kinds = {LoanKind.ANNUITY, LoanKind.EQUAL_PRINCIPAL, LoanKind.INTEREST_ONLY};
    AnnualRate nominal = AnnualRate.nominal(random.nextDouble() * 0.5);
    return LoanTerms.builder(
            kinds[random.nextInt(kinds.length)],
            new Money(1_000_000 + random.nextLong(100_000_000), USD),
            random.nextBoolean() ? nominal : nominal.to(RateKind.EFFECTIVE),
            1 + random.nextInt(120))
        .fees(fees)
        .build();
  }

  private static CashFlows months(String... amounts) {
    return CashFlows.ofMonths(amounts(amounts));
  }

  private static List<BigDecimal> amounts(String... amounts) {
    return Stream.of(amounts).map(BigDecimal::new).toList();
  }
}
