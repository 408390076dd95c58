package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnualRateTest {

  @Test
  void to_twelvePercentNominal_is12_68Effective() {
    // 1.01^12 - 1 = 0.12682503013196972
    assertThat(AnnualRate.nominal(0.12).to(RateKind.EFFECTIVE).value())
        .isCloseTo(0.12682503013196972, within(1e-16));
    assertThat(AnnualRate.effective(0.12682503013196972).to(RateKind.NOMINAL).value())
        .isCloseTo(0.12, within(1e-16));
  }

  @Test
  void to_sameKind_isTheSame() {
    AnnualRate rate = AnnualRate.effective(0.2);

    assertThat(rate.to(RateKind.EFFECTIVE)).isSameAs(rate);
  }

  @Test
  void value_negativeZero_isZero() {
    assertThat(AnnualRate.nominal(-0.0)).isEqualTo(AnnualRate.nominal(0.0));
    assertThat(AnnualRate.nominal(0.0).to(RateKind.EFFECTIVE)).isEqualTo(AnnualRate.effective(0.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void to_randomRates_effectiveIsAtLeastNominalAndComesBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      AnnualRate nominal = AnnualRate.nominal(random.nextDouble(-0.9, 10.0));

      AnnualRate effective = nominal.to(RateKind.EFFECTIVE);

      assertThat(effective.value()).isGreaterThanOrEqualTo(nominal.value());
      assertThat(effective.to(RateKind.NOMINAL).value()).isCloseTo(nominal.value(), within(1e-13));
      assertThat(effective.monthly()).isCloseTo(nominal.value() / 12, within(1e-13));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rateUnits_randomDecimals_areRecovered(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      long units = random.nextLong(10 * RateUnits.PER_YEAR + 1);
      double written = Double.parseDouble(units + "e-12");

      assertThat(RateUnits.of(AnnualRate.nominal(written))).isEqualTo(units);
      assertThat(RateUnits.ofMonthly(written / 12)).isEqualTo(units);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rateUnits_effectiveOfADecimal_isItsNominal(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      long units = random.nextLong(1_000_000) * 1_000_000; // up to 100%, six decimals
      AnnualRate nominal = AnnualRate.nominal(units / 1e12);

      assertThat(RateUnits.of(nominal.to(RateKind.EFFECTIVE))).isEqualTo(units);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void monthInterest_randomBalances_equalsDecimalArithmetic(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      String nominal = RandomLoans.nominal(random);
      long units = RateUnits.of(AnnualRate.nominal(Double.parseDouble(nominal)));
      long balance = RandomLoans.amount(random);
      long tie = balance / 1_200 * 1_200 + 600; // with whole percents: half a cent

      assertThat(RateUnits.monthInterest(balance, units))
          .isEqualTo(ExactAnnuity.monthInterest(balance, nominal));
      assertThat(RateUnits.monthInterest(tie, units))
          .isEqualTo(ExactAnnuity.monthInterest(tie, nominal));
    }
  }

  @ParameterizedTest
  @CsvSource({"50, 0.12, 1", "49, 0.12, 0", "1650, 0.36, 50", "600, 0.01, 1", "599, 0.01, 0"})
  void monthInterest_tie_roundsUp(long balance, double nominal, long interest) {
    assertThat(RateUnits.monthInterest(balance, RateUnits.of(AnnualRate.nominal(nominal))))
        .isEqualTo(interest);
  }

  @ParameterizedTest
  @CsvSource({
    "NOMINAL, -12",
    "EFFECTIVE, -1",
    "NOMINAL, NaN",
    "EFFECTIVE, NaN",
    "NOMINAL, Infinity",
    "EFFECTIVE, -Infinity"
  })
  void annualRate_outOfRange_isRefused(RateKind kind, double value) {
    assertThatThrownBy(() -> new AnnualRate(value, kind))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("annual rate must be a finite fraction above")
        .hasMessageContaining("received " + value);
  }
}
