package io.probity.application;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts: a number, or an object of an amount and its currency, which must be the
 * application's.
 *
 * @param currency the application's currency; null where it could not be read
 */
record AmountReader(@Nullable Currency currency) {

  /** Returns the amount of a key that must be there. */
  BigDecimal amount(JsonObject json, String key) {
    return read(json.value(key));
  }

  /** Returns the amount of a key if it is there and not null. */
  @Nullable
  BigDecimal nullable(JsonObject json, String key) {
    return json.nullableValue(key).map(this::read).orElse(null);
  }

  private BigDecimal read(JsonValue value) {
    if (!value.isObject()) {
      return value.decimal();
    }
    JsonObject money = value.object();
    BigDecimal amount = money.decimal("amount");
    JsonValue code = money.value("currency");
    if (!code.isText() || (currency != null && !code.text().equals(currency.getCurrencyCode()))) {
      code.violation(
          "an amount must be in the currency of the application"
              + (currency == null ? "" : ", " + currency.getCurrencyCode()),
          "convert it");
    }
    money.finish();
    return amount;
  }
}
