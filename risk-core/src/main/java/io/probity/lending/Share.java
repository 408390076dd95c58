package io.probity.lending;

import java.math.BigDecimal;

/**
 * A share of an amount: a fraction in [0, 1] with at most nine decimals, so that it can be applied
 * exactly.
 *
 * @param billionths the fraction in units of 1e-9, from 0 to 10^9
 */
public record Share(long billionths) {

  /** Nothing of an amount. */
  public static final Share NONE = new Share(0);

  /** The billionths of the whole of an amount. */
  public static final long WHOLE = 1_000_000_000L;

  private static final int DECIMALS = 9;

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the share is below 0 or above 1
   */
  public Share {
    if (!(billionths >= 0 && billionths <= WHOLE)) {
      throw new IllegalArgumentException("a share must lie in [0, 1]; received "
          + BigDecimal.valueOf(billionths, DECIMALS).stripTrailingZeros().toPlainString()
          + "; write 3% as 0.03");
    }
  }

  /**
   * Returns the share of a fraction such as 0.03.
   *
   * @throws IllegalArgumentException if it is outside [0, 1] or has more than nine decimals
   */
  public static Share of(BigDecimal fraction) {
    if (!(fraction.signum() >= 0 && fraction.compareTo(BigDecimal.ONE) <= 0)) {
      throw new IllegalArgumentException(
          "a share must lie in [0, 1]; received " + fraction + "; write 3% as 0.03");
    }
    BigDecimal stripped = fraction.stripTrailingZeros();
    if (stripped.scale() > DECIMALS) {
      throw new IllegalArgumentException("a share has at most " + DECIMALS + " decimals; received "
          + fraction + "; round it first");
    }
    return new Share(stripped.movePointRight(DECIMALS).longValueExact());
  }

  /** Returns the share of a fraction written as a decimal, such as {@code "0.03"}. */
  public static Share of(String fraction) {
    return of(new BigDecimal(fraction));
  }

  /** Returns the fraction, without trailing zeros. */
  public BigDecimal fraction() {
    return BigDecimal.valueOf(billionths, DECIMALS).stripTrailingZeros();
  }

  /**
   * Returns this share of an amount in minor units, HALF_UP.
   *
   * @param amount from 0 to 4 x {@link Money#MAX_MINOR_UNITS}
   */
  public long applyTo(long amount) {
    return amount / WHOLE * billionths + HalfUp.divide(amount % WHOLE * billionths, WHOLE);
  }

  double value() {
    return (double) billionths / WHOLE;
  }
}
