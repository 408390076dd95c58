package io.probity.application;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as whole numbers of ten-thousandths, so that sums are exact whatever their order. Four
 * decimals are the most that any currency has.
 */
public final class MoneyUnits {

  /** How many units make 1. */
  public static final long PER_ONE = 10_000;

  /** Stands for an amount that is not known. */
  public static final long UNKNOWN = -1;

  /** The largest amount of an application: a hundred thousand million. */
  static final BigDecimal LARGEST = new BigDecimal("100000000000");

  /** The largest sum of all amounts of a history, which a long can hold in units. */
  static final BigDecimal LARGEST_SUM = new BigDecimal("900000000000000");

  static final int DECIMALS = 4;

  private static final int LONGEST = 40;

  private MoneyUnits() {}

  /** Returns the amount that a number of units makes. */
  public static double toAmount(long units) {
    return units / (double) PER_ONE;
  }

  /** Returns whether the amount can be held: not negative, not too large, at most four decimals. */
  static boolean fits(BigDecimal amount) {
    return amount.signum() >= 0 && amount.compareTo(LARGEST) <= 0 && amount.scale() <= DECIMALS;
  }

  /**
   * Returns the units of an amount; {@link #UNKNOWN} for null and for an amount that does not fit, with
   * which no application is built.
   */
  static long of(@Nullable BigDecimal amount) {
    if (amount == null || !fits(amount)) {
      return UNKNOWN;
    }
    return amount.movePointRight(DECIMALS).longValueExact();
  }

  /** Returns the amount without trailing zeros, so that equal amounts are equal values. */
  static @Nullable BigDecimal normal(@Nullable BigDecimal amount) {
    if (amount == null || amount.precision() > LONGEST) {
      return amount;
    }
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() > -LONGEST ? stripped.setScale(0) : stripped;
  }
}
