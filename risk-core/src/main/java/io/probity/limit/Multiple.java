package io.probity.limit;

import java.math.BigDecimal;

/**
 * A multiple of an amount: 0 to 10,000 with at most four decimals, so that it can be applied exactly.
 *
 * @param tenThousandths the multiple in units of 0.0001
 */
public record Multiple(long tenThousandths) {

  private static final long ONE = 10_000;
  private static final long LARGEST = 10_000 * ONE;
  private static final int DECIMALS = 4;

  /** Checks the range. */
  public Multiple {
    if (tenThousandths < 0 || tenThousandths > LARGEST) {
      throw new IllegalArgumentException(
          "a multiple must lie in [0, 10000], not " + BigDecimal.valueOf(tenThousandths, DECIMALS));
    }
  }

  /** Returns the multiple of a decimal such as 1.5. */
  public static Multiple of(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    if (stripped.scale() > DECIMALS) {
      throw new IllegalArgumentException("a multiple has at most four decimals, not " + value);
    }
    if (stripped.signum() < 0 || stripped.compareTo(BigDecimal.valueOf(ONE)) > 0) {
      throw new IllegalArgumentException("a multiple must lie in [0, 10000], not " + value);
    }
    return new Multiple(stripped.movePointRight(DECIMALS).longValueExact());
  }

  /** Returns the multiple as a decimal. */
  public BigDecimal value() {
    return BigDecimal.valueOf(tenThousandths, DECIMALS).stripTrailingZeros();
  }

  /**
   * Returns this multiple of an amount, rounded down to a whole minor unit.
   *
   * @param amount minor units, 0 to {@link MinorUnits#LARGEST}
   */
  long applyTo(long amount) {
    return amount / ONE * tenThousandths + amount % ONE * tenThousandths / ONE;
  }
}
