package io.probity.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource({
    "36016.30, USD, 3601630, 36016.30 USD",
    "36016.3, USD, 3601630, 36016.30 USD",
    "36016.3000, USD, 3601630, 36016.30 USD",
    "5, JPY, 5, 5 JPY",
    "1E+3, JPY, 1000, 1000 JPY",
    "1.234, KWD, 1234, 1.234 KWD",
    "-0.01, USD, -1, -0.01 USD",
    "0E-99, USD, 0, 0.00 USD",
    "0E+2000000000, USD, 0, 0.00 USD",
    "10000000000000.00, USD, 1000000000000000, 10000000000000.00 USD"
  })
  void of_amount_isExactInMinorUnits(String amount, String code, long minor, String text) {
    Money money = Money.of(amount, code);

    assertThat(money.minorUnits()).isEqualTo(minor);
    assertThat(money).hasToString(text);
    assertThat(money.amount()).isEqualByComparingTo(money.toString().split(" ")[0]);
    assertThat(Money.of(money.amount(), money.currency())).isEqualTo(money);
  }

  @ParameterizedTest
  @CsvSource({"0.001, USD, 2", "1.5, JPY, 0", "0.0001, KWD, 3", "1E-2000000000, USD, 2"})
  void of_moreDecimalsThanTheCurrency_isRefused(String amount, String code, int digits) {
    assertThatThrownBy(() -> Money.of(amount, code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an amount in " + code + " has at most " + digits + " decimals; received "
            + new BigDecimal(amount) + "; round it first");
  }

  @ParameterizedTest
  @CsvSource({
    "10000000000000.01, USD",
    "-10000000000000.01, USD",
    "1000000000000001, JPY",
    "1E+2000000000, USD",
    "-1E+2000000000, USD"
  })
  void of_tooLarge_isRefused(String amount, String code) {
    assertThatThrownBy(() -> Money.of(amount, code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an amount must be at most 1000000000000000 minor units, either way");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE, Money.MAX_MINOR_UNITS + 1})
  void money_tooManyMinorUnits_isRefused(long minor) {
    assertThatThrownBy(() -> new Money(minor, Currency.getInstance("USD")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("received " + minor);
  }

  @Test
  void of_currencyWithoutMinorUnit_isRefused() {
    assertThatThrownBy(() -> Money.of("1", "XAU"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the currency XAU has no minor unit; use one in which loans are paid");
  }

  @Test
  void of_unknownCurrency_isRefused() {
    assertThatThrownBy(() -> Money.of("1", "dollars")).isInstanceOf(IllegalArgumentException.class);
  }
}
