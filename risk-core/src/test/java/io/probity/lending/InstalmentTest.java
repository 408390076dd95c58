package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalmentTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final AnnualRate TWELVE_PERCENT = AnnualRate.nominal(0.12);

  @Test
  void annuity_workedCaseA_is3198_56() {
    assertThat(Instalment.annuity(TWELVE_PERCENT, 12).of(3_600_000)).isEqualTo(319_856);
  }

  @Test
  void equalPrincipal_isTheFirstInstalment() {
    // 100,000.00 / 12 = 8,333.33 and 1% of 100,000.00 = 1,000.00
    assertThat(Instalment.equalPrincipal(TWELVE_PERCENT, 12).of(10_000_000)).isEqualTo(933_333);
  }

  @Test
  void interestOnly_withoutSource_isTheEquivalentAnnuity() {
    assertThat(Instalment.interestOnly(TWELVE_PERCENT, 12, RepaymentSource.NONE).of(3_600_000))
        .isEqualTo(319_856);
  }

  @Test
  void interestOnly_verifiedSource_isTheInterest() {
    Instalment instalment = Instalment.interestOnly(TWELVE_PERCENT, 12, RepaymentSource.VERIFIED);

    assertThat(instalment.of(3_600_000)).isEqualTo(36_000);
    assertThat(instalment.of(50)).isEqualTo(1); // half a cent goes up
  }

  @Test
  void revolving_highMinimumShare_isTheShareOfTheFullLine() {
    Instalment instalment = Instalment.revolving(AnnualRate.nominal(0.24), Share.of("0.05"));

    // 5% of 8,000.00 = 400.00; annuity at 2% over 36 months = 313.86
    assertThat(instalment.of(800_000)).isEqualTo(40_000);
  }

  @Test
  void revolving_lowMinimumShare_isTheAnnuityOver36Months() {
    Instalment instalment = Instalment.revolving(AnnualRate.nominal(0.24), Share.of("0.03"));

    // 8,000.00 x 0.02 / (1 - 1.02^-36) = 8,000.00 x 0.0392328526 = 313.8628
    assertThat(instalment.of(800_000)).isEqualTo(31_386);
  }

  @Test
  void withFees_financedAndMonthly_areIncluded() {
    LoanFees fees = new LoanFees(
        Fee.ofShare(Share.of("0.03"), USD),
        Fee.ofAmount(Money.of("500.00", "USD")),
        Fee.ofAmount(Money.of("9.90", "USD")),
        Fee.ofShare(Share.of("0.0005"), USD));
    Instalment instalment = Instalment.annuity(TWELVE_PERCENT, 12).withFees(fees);

    // 36,000 + 3% = 37,080.00 pays 3,294.51; fee 9.90; insurance 0.05% of 36,000.00 = 18.00;
    // the upfront fee is in no instalment
    assertThat(instalment.of(3_600_000)).isEqualTo(329_451 + 990 + 1_800);
  }

  @Test
  void of_termsWithInterestOnlyMonths_testsTheMonthsLeft() {
    LoanTerms terms = LoanTerms.builder(
            LoanKind.ANNUITY, Money.of("30000", "USD"), AnnualRate.nominal(0.15), 18)
        .interestOnlyMonths(3)
        .build();

    assertThat(Instalment.tested(terms, RepaymentSource.NONE))
        .isEqualTo(Money.of("2205.79", "USD"));
  }

  @Test
  void of_act360_takesTheRateTimes365Over360() {
    LoanTerms terms = LoanTerms.builder(
            LoanKind.INTEREST_ONLY, Money.of("36000", "USD"), TWELVE_PERCENT, 12)
        .start(LocalDate.of(2026, 1, 1))
        .dayCount(DayCount.ACT_360)
        .build();

    // 360.00 x 365 / 360
    assertThat(Instalment.tested(terms, RepaymentSource.VERIFIED))
        .isEqualTo(Money.of("365.00", "USD"));
  }

  @Test
  void of_revolvingTerms_isTheLine() {
    LoanTerms line = LoanTerms.revolving(
            Money.of("8000", "USD"), AnnualRate.nominal(0.24), Share.of("0.05"))
        .build();

    assertThat(Instalment.tested(line, RepaymentSource.VERIFIED)).isEqualTo(Money.of("400", "USD"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_equalsTheFirstRegularRowOfTheSchedule(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 150; i++) {
      Currency currency = RandomLoans.currency(random);
      int months = 1 + random.nextInt(60);
      LoanKind kind = random.nextBoolean() ? LoanKind.ANNUITY : LoanKind.EQUAL_PRINCIPAL;
      AnnualRate rate = AnnualRate.nominal(random.nextInt(600) / 1_000.0);
      int grace = random.nextInt(Math.min(months, 6));
      LoanTerms terms = LoanTerms.builder(
              kind, new Money(10_000_000 + random.nextLong(1L << 40), currency), rate, months)
          .interestOnlyMonths(grace)
          .fees(RandomLoans.fees(random, currency))
          .build();

      Schedule.Row row = Schedule.of(terms).rows().get(grace);

      if (grace < months - 1) { // the last row takes the rest
        assertThat(Instalment.tested(terms, RepaymentSource.NONE).amount())
            .isEqualTo(row.instalment());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Money.MAX_MINOR_UNITS + 1})
  void of_principalOutOfRange_isRefused(long principal) {
    assertThatThrownBy(() -> Instalment.annuity(TWELVE_PERCENT, 12).of(principal))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("received " + principal);
  }
}
