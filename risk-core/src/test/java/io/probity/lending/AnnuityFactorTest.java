package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnuityFactorTest {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Test
  void instalment_textbookLoan_matchesHandCalculation() {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(0.12), 12);

    // 0.01 / (1 - 1.01^-12) = 0.0888487886783417..., times 36,000.00
    assertThat(factor.value()).isCloseTo(0.08884878867834170, within(1e-16));
    assertThat(factor.instalment(3_600_000)).isEqualTo(319_856);
  }

  @Test
  void instalment_rateOfZero_dividesHalfUp() {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(0.0), 8);

    assertThat(factor.instalment(80)).isEqualTo(10);
    assertThat(factor.instalment(83)).isEqualTo(10); // 10.375
    assertThat(factor.instalment(84)).isEqualTo(11); // 10.5
    assertThat(factor.instalment(0)).isZero();
  }

  @Test
  void instalment_oneMonth_isPrincipalAndInterest() {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(0.36), 1);

    // 3% of 16.50 is 0.495, which the double nearest to 0.03 takes for less than half a cent
    assertThat(factor.instalment(1_650)).isEqualTo(1_700);
    assertThat(factor.instalment(1_649)).isEqualTo(1_698);
  }

  @Test
  void instalment_exactTieOverTwoMonths_roundsUp() {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(3.0), 2);

    // i = 1/4: i / (1 - (4/5)^2) = 25/36, so 18 + 36 k pays 12.5 + 25 k
    for (long k = 0; k < 1_000; k++) {
      assertThat(factor.instalment(18 + 36 * k)).isEqualTo(13 + 25 * k);
      assertThat(factor.instalment(17 + 36 * k)).isEqualTo(12 + 25 * k);
    }
  }

  @Test
  void instalment_ofTradeline_isTheSamePrimitive() {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(0.185), 36);

    assertThat(AnnuityFactor.instalment(2_500_000, 0.185 / 12, 36)).isEqualTo(91_009);
    assertThat(factor.instalment(2_500_000)).isEqualTo(91_009);
  }

  @Test
  void instalment_effectiveRate_isThatOfItsNominal() {
    AnnualRate effective = AnnualRate.nominal(0.12).to(RateKind.EFFECTIVE);

    assertThat(AnnuityFactor.of(effective, 12).value())
        .isEqualTo(AnnuityFactor.of(AnnualRate.nominal(0.12), 12).value());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void instalment_randomLoans_equalsDecimalArithmetic(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int loan = 0; loan < 100; loan++) {
      String nominal = RandomLoans.nominal(random);
      int months = RandomLoans.months(random);
      AnnuityFactor factor =
          AnnuityFactor.of(AnnualRate.nominal(Double.parseDouble(nominal)), months);
      BigDecimal exact = ExactAnnuity.factor(nominal, months);
      for (int i = 0; i < 20; i++) {
        long principal = RandomLoans.amount(random);

        assertThat(factor.instalment(principal))
            .as("%s at %s over %s", principal, nominal, months)
            .isEqualTo(ExactAnnuity.instalment(principal, exact));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void instalment_principalsNearHalfCents_equalsDecimalArithmetic(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double nearest = 1.0;
    for (int loan = 0; loan < 100; loan++) {
      String nominal = RandomLoans.nominal(random);
      int months = RandomLoans.months(random);
      AnnuityFactor factor =
          AnnuityFactor.of(AnnualRate.nominal(Double.parseDouble(nominal)), months);
      BigDecimal exact = ExactAnnuity.factor(nominal, months);
      for (int i = 0; i < 20; i++) {
        long instalment = random.nextLong(1L << random.nextInt(1, 45));
        long tie = principalAtHalf(instalment, exact);
        for (long principal = tie; principal <= tie + 1; principal++) {
          if (principal <= Money.MAX_MINOR_UNITS) {
            BigDecimal amount = ExactAnnuity.unrounded(principal, exact);
            nearest =
                Math.min(nearest, distanceToHalf(amount) / Math.max(1.0, amount.doubleValue()));

            assertThat(factor.instalment(principal))
                .as("%s at %s over %s", principal, nominal, months)
                .isEqualTo(ExactAnnuity.instalment(principal, exact));
          }
        }
      }
    }
    assertThat(nearest).isLessThan(HalfUp.ERROR); // the second computation was needed
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void value_randomLoans_keepsTheStatedErrorBound(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int loan = 0; loan < 300; loan++) {
      String nominal = RandomLoans.nominal(random);
      int months = RandomLoans.months(random);
      BigDecimal exact = ExactAnnuity.factor(nominal, months);
      double value = AnnuityFactor.of(AnnualRate.nominal(Double.parseDouble(nominal)), months)
          .value();

      BigDecimal error = new BigDecimal(value).subtract(exact).abs();

      assertThat(error).isLessThan(exact.multiply(BigDecimal.valueOf(0x1p-50)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void instalment_risesWithPrincipalAndRateAndFallsWithTerm(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      double rate = Double.parseDouble(RandomLoans.nominal(random));
      int months = 1 + random.nextInt(AnnuityFactor.MAX_MONTHS - 1);
      long principal = RandomLoans.amount(random);
      AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(rate), months);
      long instalment = factor.instalment(principal);

      assertThat(factor.instalment(principal + 1)).isGreaterThanOrEqualTo(instalment);
      assertThat(AnnuityFactor.of(AnnualRate.nominal(rate + 1e-6), months).instalment(principal))
          .isGreaterThanOrEqualTo(instalment);
      assertThat(AnnuityFactor.of(AnnualRate.nominal(rate), months + 1).instalment(principal))
          .isLessThanOrEqualTo(instalment);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1000000000000000", "0, 1200, 833333333333",
    "10, 1, 1833333333333333", "10, 1200, 833333333333333"
  })
  void instalment_extremes_doNotOverflow(double nominal, int months, long expected) {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(nominal), months);

    assertThat(factor.instalment(Money.MAX_MINOR_UNITS)).isEqualTo(expected);
    assertThat(factor.instalment(AnnuityFactor.MAX_BALANCE))
        .isBetween(3 * expected - 2, 3 * expected + 2);
  }

  @Test
  void largestPrincipal_neverPassesTheMaximum() {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(0.12), 12);

    assertThat(factor.largestPrincipal(Long.MAX_VALUE)).isEqualTo(Money.MAX_MINOR_UNITS);
    assertThat(factor.largestPrincipal(0)).isZero();
    assertThat(factor.largestPrincipal(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void largestPrincipal_fitsAndOneMoreDoesNot(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      AnnualRate rate = AnnualRate.nominal(Double.parseDouble(RandomLoans.nominal(random)));
      AnnuityFactor factor = AnnuityFactor.of(rate, RandomLoans.months(random));
      long room = 1 + random.nextLong(1L << random.nextInt(1, 40));

      long principal = factor.largestPrincipal(room);

      assertThat(factor.instalment(principal)).isLessThanOrEqualTo(room);
      if (principal < Money.MAX_MINOR_UNITS) {
        assertThat(factor.instalment(principal + 1)).isGreaterThan(room);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_201, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void of_termOutOfRange_isRefused(int months) {
    assertThatThrownBy(() -> AnnuityFactor.of(AnnualRate.nominal(0.1), months))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the term must be 1 to 1200 months; received " + months);
    assertThatThrownBy(() -> AnnuityFactor.instalment(1, 0.01, months))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("term");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 0.84, Double.NaN, Double.POSITIVE_INFINITY})
  void instalment_monthlyRateOutOfRange_isRefused(double monthly) {
    assertThatThrownBy(() -> AnnuityFactor.instalment(100, monthly, 12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a contract rate must lie in [0, 10.0]");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 3_000_000_000_000_001L, Long.MAX_VALUE})
  void instalment_principalOutOfRange_isRefused(long principal) {
    AnnuityFactor factor = AnnuityFactor.of(AnnualRate.nominal(0.1), 12);

    assertThatThrownBy(() -> factor.instalment(principal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("received " + principal);
  }

  private static long principalAtHalf(long instalment, BigDecimal factor) {
    return BigDecimal.valueOf(instalment)
        .add(HALF)
        .divide(factor, 0, RoundingMode.FLOOR)
        .min(BigDecimal.valueOf(Money.MAX_MINOR_UNITS))
        .longValueExact();
  }

  private static double distanceToHalf(BigDecimal amount) {
    return amount.remainder(BigDecimal.ONE).subtract(HALF).abs().doubleValue();
  }
}
