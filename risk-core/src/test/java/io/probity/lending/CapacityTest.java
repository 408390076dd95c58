package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityTest {

  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void largestPrincipal_workedCaseA_is36016_30() {
    assertThat(capacity(0.12, 12, 320_000)).isEqualTo(3_601_630);
  }

  @Test
  void largestPrincipal_workedCaseB_is4018_68() {
    assertThat(capacity(0.24, 12, 38_000)).isEqualTo(401_868);
  }

  @Test
  void largestPrincipal_rateOfZero_isLargerThanTheUnroundedFormula() {
    // 3,000.04 / 10 = 300.004 is paid as 300.00, 3,000.05 / 10 = 300.005 as 300.01
    assertThat(capacity(0.0, 10, 30_000)).isEqualTo(300_004);
  }

  @Test
  void largestPrincipal_noRoom_isZero() {
    assertThat(capacity(0.12, 12, 0)).isZero();
    assertThat(capacity(0.12, 12, -1)).isZero();
    assertThat(capacity(0.12, 12, Long.MIN_VALUE)).isZero();
  }

  @Test
  void largestPrincipal_fixedFeesAboveTheRoom_isZero() {
    LoanFees fees = LoanFees.none(USD).withInsurance(Fee.ofAmount(Money.of("10.00", "USD")));
    Instalment instalment = Instalment.annuity(AnnualRate.nominal(0.12), 12).withFees(fees);

    assertThat(Capacity.largestPrincipal(instalment, 999)).isZero();
    assertThat(Capacity.largestPrincipal(instalment, 1_000)).isEqualTo(5); // 0.4 of a cent
  }

  @Test
  void largestPrincipal_instalmentWithoutPrincipal_isTheMaximum() {
    Instalment free =
        Instalment.interestOnly(AnnualRate.nominal(0.0), 12, RepaymentSource.VERIFIED);

    assertThat(Capacity.largestPrincipal(free, 1)).isEqualTo(Money.MAX_MINOR_UNITS);
    assertThat(Capacity.largestPrincipal(free, Long.MAX_VALUE)).isEqualTo(Money.MAX_MINOR_UNITS);
  }

  @Test
  void largestPrincipal_flatFeesOnly_isTheMaximumOnceTheyFit() {
    LoanFees fees = LoanFees.none(USD).withPerInstalment(Fee.ofAmount(Money.of("9.90", "USD")));
    Instalment instalment = Instalment.interestOnly(
            AnnualRate.nominal(0.0), 12, RepaymentSource.VERIFIED)
        .withFees(fees);

    assertThat(Capacity.largestPrincipal(instalment, 990)).isEqualTo(Money.MAX_MINOR_UNITS);
    assertThat(Capacity.largestPrincipal(instalment, 989)).isZero();
  }

  @Test
  void largestPrincipal_hugeRoom_isTheMaximum() {
    assertThat(capacity(0.12, 12, Long.MAX_VALUE)).isEqualTo(Money.MAX_MINOR_UNITS);
  }

  @Test
  void largestPrincipal_ofTerms_ignoresTheirPrincipal() {
    LoanTerms terms = LoanTerms.builder(
            LoanKind.ANNUITY, Money.of("40000", "USD"), AnnualRate.nominal(0.12), 12)
        .build();
    Money room = Money.of("3200", "USD");

    assertThat(Capacity.largestPrincipal(terms, RepaymentSource.NONE, room))
        .isEqualTo(Money.of("36016.30", "USD"));
    assertThat(Capacity.largestPrincipal(
            terms.withPrincipal(Money.of("1", "USD")), RepaymentSource.NONE, room))
        .isEqualTo(Money.of("36016.30", "USD"));
  }

  @Test
  void largestPrincipal_zeroAndThreeDecimalCurrencies_roundToTheirOwnUnit() {
    // 320,000 yen and 320.000 dinar are the same number of minor units as 3,200.00 dollars
    assertThat(capacityOf("JPY", "320000")).isEqualTo(Money.of("3601630", "JPY"));
    assertThat(capacityOf("KWD", "320.000")).isEqualTo(Money.of("3601.630", "KWD"));
  }

  @Test
  void largestPrincipal_roomInAnotherCurrency_isRefused() {
    assertThatThrownBy(() -> capacityOf("USD", Money.of("100", "EUR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the room must be in USD like the loan; received 100.00 EUR; convert it first");
  }

  @ParameterizedTest
  @EnumSource(LoanKind.class)
  void largestPrincipal_randomLoans_fitsAndOneMoreDoesNot(LoanKind kind) {
    SplittableRandom random = new SplittableRandom(kind.ordinal());
    for (int i = 0; i < 3_000; i++) {
      Instalment instalment = random(random, kind, RandomLoans.nominal(random));
      long room = 1 + random.nextLong(1L << random.nextInt(1, 45));

      long capacity = Capacity.largestPrincipal(instalment, room);

      if (instalment.of(0) > room) {
        assertThat(capacity).isZero();
      } else {
        assertThat(instalment.of(capacity)).isLessThanOrEqualTo(room);
        if (capacity < Money.MAX_MINOR_UNITS) {
          assertThat(instalment.of(capacity + 1)).isGreaterThan(room);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void largestPrincipal_moreRoom_neverFalls(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000; i++) {
      LoanKind kind = RandomLoans.kind(random);
      Instalment instalment = random(random, kind, RandomLoans.nominal(random));
      long room = random.nextLong(1L << random.nextInt(1, 40));

      assertThat(Capacity.largestPrincipal(instalment, room + 1))
          .isGreaterThanOrEqualTo(Capacity.largestPrincipal(instalment, room));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void largestPrincipal_higherRate_neverRises(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000; i++) {
      LoanKind kind = RandomLoans.kind(random);
      double nominal = random.nextDouble();
      long fixed = random.nextLong();
      long room = random.nextLong(1L << random.nextInt(1, 40));
      Instalment cheap = random(new SplittableRandom(fixed), kind, Double.toString(nominal));
      Instalment dear =
          random(new SplittableRandom(fixed), kind, Double.toString(nominal + 0.0001));

      assertThat(Capacity.largestPrincipal(dear, room))
          .isLessThanOrEqualTo(Capacity.largestPrincipal(cheap, room));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void largestPrincipal_withoutFees_equalsThatOfTheFactor(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1_000; i++) {
      AnnualRate rate = AnnualRate.nominal(Double.parseDouble(RandomLoans.nominal(random)));
      int months = RandomLoans.months(random);
      long room = random.nextLong(1L << 40);

      assertThat(Capacity.largestPrincipal(Instalment.annuity(rate, months), room))
          .isEqualTo(AnnuityFactor.of(rate, months).largestPrincipal(room));
    }
  }

  private static Instalment random(SplittableRandom random, LoanKind kind, String nominal) {
    AnnualRate rate = AnnualRate.nominal(Double.parseDouble(nominal));
    int months = RandomLoans.months(random);
    RepaymentSource source = random.nextBoolean() ? RepaymentSource.NONE : RepaymentSource.VERIFIED;
    Instalment instalment = switch (kind) {
      case ANNUITY -> Instalment.annuity(rate, months);
      case EQUAL_PRINCIPAL -> Instalment.equalPrincipal(rate, months);
      case INTEREST_ONLY -> Instalment.interestOnly(rate, months, source);
      case REVOLVING -> Instalment.revolving(rate, new Share(random.nextLong(100_000_000)));
    };
    return random.nextBoolean() ? instalment.withFees(RandomLoans.fees(random, USD)) : instalment;
  }

  private static long capacity(double nominal, int months, long room) {
    Instalment instalment = Instalment.annuity(AnnualRate.nominal(nominal), months);
    return Capacity.largestPrincipal(instalment, room);
  }

  private static Money capacityOf(String currency, String room) {
    return capacityOf(currency, Money.of(room, currency));
  }

  private static Money capacityOf(String currency, Money room) {
    LoanTerms terms = LoanTerms.builder(
            LoanKind.ANNUITY, Money.of("40000", currency), AnnualRate.nominal(0.12), 12)
        .build();
    return Capacity.largestPrincipal(terms, RepaymentSource.NONE, room);
  }
}
