package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fees, the shares in them, and their grouping. */
class FeeTest {

  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void applyTo_fixedAndShare_addUpHalfUp() {
    Fee fee = new Fee(Money.of("10.00", "USD"), Share.of("0.03"));

    assertThat(fee.applyTo(1_650)).isEqualTo(1_050); // 49.5 cents go up
    assertThat(fee.applyTo(1_649)).isEqualTo(1_049);
    assertThat(Fee.none(USD).applyTo(1_000_000)).isZero();
    assertThat(Fee.ofAmount(Money.of("1", "USD")).applyTo(0)).isEqualTo(100);
    assertThat(Fee.ofShare(Share.of("1"), USD).applyTo(7)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shareApplyTo_randomAmounts_equalsDecimalArithmetic(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 5_000; i++) {
      Share share = new Share(random.nextLong(1_000_000_001L));
      long amount = random.nextLong(AnnuityFactor.MAX_BALANCE + 1) >>> random.nextInt(50);

      BigDecimal exact = share.fraction().multiply(BigDecimal.valueOf(amount));

      assertThat(share.applyTo(amount))
          .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
  }

  @Test
  void share_ofFraction_keepsItsDigits() {
    assertThat(Share.of("0.050").billionths()).isEqualTo(50_000_000);
    assertThat(Share.of("0.050").fraction()).isEqualTo("0.05");
    assertThat(Share.of("0.000000001").fraction()).isEqualByComparingTo("0.000000001");
    assertThat(Share.of("0")).isEqualTo(Share.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "1.01", "3", "1E+2000000000"})
  void share_outsideZeroToOne_isRefused(String fraction) {
    assertThatThrownBy(() -> Share.of(fraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a share must lie in [0, 1]; received " + new BigDecimal(fraction)
            + "; write 3% as 0.03");
  }

  @Test
  void share_moreThanNineDecimals_isRefused() {
    assertThatThrownBy(() -> Share.of("0.0000000001"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a share has at most 9 decimals; received 1E-10; round it first");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1_000_000_001})
  void share_billionthsOutOfRange_isRefused(long billionths) {
    assertThatThrownBy(() -> new Share(billionths))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a share must lie in [0, 1]");
  }

  @Test
  void fee_negative_isRefused() {
    assertThatThrownBy(() -> Fee.ofAmount(Money.of("-1", "USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a fee must not be negative; received -1.00 USD");
  }

  @Test
  void loanFees_inTwoCurrencies_areRefused() {
    Fee euros = Fee.ofAmount(Money.of("1", "EUR"));

    assertThatThrownBy(() -> LoanFees.none(USD).withInsurance(euros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the insurance must be in USD");
    assertThatThrownBy(() -> LoanFees.none(USD).withUpfront(euros))
        .hasMessageContaining("the upfront fee must be in USD");
    assertThatThrownBy(() -> LoanFees.none(USD).withPerInstalment(euros))
        .hasMessageContaining("the fee per instalment must be in USD");
  }

  @Test
  void loanFees_with_replacesOnlyOne() {
    Fee one = Fee.ofAmount(Money.of("1", "USD"));
    LoanFees none = LoanFees.none(USD);

    assertThat(none.withFinanced(one).financed()).isEqualTo(one);
    assertThat(none.withUpfront(one).upfront()).isEqualTo(one);
    assertThat(none.withPerInstalment(one).perInstalment()).isEqualTo(one);
    assertThat(none.withInsurance(one).insurance()).isEqualTo(one);
    assertThat(none.withInsurance(one).withInsurance(none.financed())).isEqualTo(none);
    assertThat(none.currency()).isEqualTo(USD);
  }
}
