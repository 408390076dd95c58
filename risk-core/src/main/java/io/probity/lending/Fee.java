package io.probity.lending;

import java.util.Currency;

/**
 * A fee: a fixed amount plus a share of the principal (of the overdue amount, for a late fee), each
 * exact, the share rounded HALF_UP.
 *
 * @param fixed the fixed amount, not negative
 * @param share the share
 */
public record Fee(Money fixed, Share share) {

  /**
   * Checks the fixed amount.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Fee {
    fixed.requireNotNegative("a fee");
  }

  /** Returns the absence of a fee. */
  public static Fee none(Currency currency) {
    return new Fee(Money.zero(currency), Share.NONE);
  }

  /** Returns a fee of a fixed amount. */
  public static Fee ofAmount(Money fixed) {
    return new Fee(fixed, Share.NONE);
  }

  /** Returns a fee that is a share of the principal. */
  public static Fee ofShare(Share share, Currency currency) {
    return new Fee(Money.zero(currency), share);
  }

  /** Returns the fee in minor units for a base in minor units, such as the principal. */
  public long applyTo(long base) {
    return fixed.minorUnits() + share.applyTo(base);
  }
}
