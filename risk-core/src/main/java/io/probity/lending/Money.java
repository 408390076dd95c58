package io.probity.lending;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money in its ISO currency, exact to the minor unit.
 *
 * <p>The minor unit is the smallest that ISO 4217 gives the currency: the cent of USD, the yen of JPY,
 * the fils of KWD (three decimals). A currency without one, such as XAU, is refused.
 *
 * @param minorUnits the amount, within plus or minus {@link #MAX_MINOR_UNITS}
 * @param currency its currency
 */
public record Money(long minorUnits, Currency currency) {

  /**
   * The largest amount, and so the largest principal: 10^15 minor units (10,000,000,000,000.00 USD).
   * Whatever follows from it for one loan fits a {@code long}.
   */
  public static final long MAX_MINOR_UNITS = 1_000_000_000_000_000L;

  private static final int MAX_DIGITS = 16;

  /**
   * Checks the amount and the currency.
   *
   * @throws IllegalArgumentException if the amount is too large or the currency has no minor unit
   */
  public Money {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException(
          "the currency " + currency + " has no minor unit; use one in which loans are paid");
    }
    if (!(minorUnits >= -MAX_MINOR_UNITS && minorUnits <= MAX_MINOR_UNITS)) {
      throw tooLarge(minorUnits + " minor units of " + currency);
    }
  }

  /**
   * Returns an amount that is stated in major units, such as 36016.30 USD.
   *
   * @throws IllegalArgumentException if it has more decimals than the currency, or is too large
   */
  public static Money of(BigDecimal amount, Currency currency) {
    if (amount.signum() != 0 && amount.precision() - (long) amount.scale() > MAX_DIGITS) {
      throw tooLarge(amount + " " + currency);
    }
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    BigDecimal stripped = amount.stripTrailingZeros();
    if (stripped.scale() > digits) {
      throw new IllegalArgumentException("an amount in " + currency + " has at most " + digits
          + " decimals; received " + amount + "; round it first");
    }
    BigDecimal minor = stripped.movePointRight(digits);
    if (minor.abs().compareTo(BigDecimal.valueOf(MAX_MINOR_UNITS)) > 0) {
      throw tooLarge(amount + " " + currency);
    }
    return new Money(minor.longValueExact(), currency);
  }

  /** Returns an amount such as {@code of("36016.30", "USD")}. */
  public static Money of(String amount, String currencyCode) {
    return of(new BigDecimal(amount), Currency.getInstance(currencyCode));
  }

  /** Returns no money in a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** Returns the amount in major units, with as many decimals as the currency has. */
  public BigDecimal amount() {
    return amount(minorUnits, currency);
  }

  /** Returns the amount and the code of the currency, such as {@code 36016.30 USD}. */
  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency;
  }

  static BigDecimal amount(long minorUnits, Currency currency) {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  void requireSameCurrency(Currency other, String what) {
    if (!currency.equals(other)) {
      throw new IllegalArgumentException(what + " must be in " + other + " like the loan; received "
          + this + "; convert it first");
    }
  }

  void requireNotNegative(String what) {
    if (minorUnits < 0) {
      throw new IllegalArgumentException(what + " must not be negative; received " + this);
    }
  }

  private static IllegalArgumentException tooLarge(String received) {
    return new IllegalArgumentException("an amount must be at most " + MAX_MINOR_UNITS
        + " minor units, either way; received " + received);
  }
}
