package io.probity.lending;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Rounding HALF_UP to a whole minor unit: exact, and fast where a double can tell.
 *
 * <p>An amount that was computed in doubles is known with a relative error below {@link #ERROR}. If
 * it lies further than that from every half, the true amount lies on the same side and the rounding
 * of the double is the true one. Otherwise {@link #orUnsure} says so, and the caller computes the
 * amount again in whole numbers.
 */
final class HalfUp {

  /** The bound of the relative error that {@link #orUnsure} allows its argument to carry. */
  static final double ERROR = 0x1p-48;

  /** The answer when a double cannot tell. */
  static final long UNSURE = -1;

  /** The largest dividend that {@link #divide(long, long)} takes, and the largest divisor. */
  static final long LARGEST = 1L << 61;

  private static final double HALF = 0.5;

  private HalfUp() {}

  /** Returns the rounding of an amount in [0, 2^53) that is near enough to the true one. */
  static long orUnsure(double amount) {
    double whole = Math.floor(amount);
    double aboveHalf = amount - whole - HALF; // exact
    if (Math.abs(aboveHalf) <= amount * ERROR) {
      return UNSURE;
    }
    return (long) whole + (aboveHalf > 0.0 ? 1 : 0);
  }

  /** Returns the quotient of a dividend of 0 or more and a divisor above 0. */
  static long divide(long dividend, long divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
  }

  /** Returns the rounding of an amount of 0 or more. */
  static long round(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** Returns the quotient of a dividend of 0 or more and a divisor above 0. */
  static long divide(BigInteger dividend, BigInteger divisor) {
    return dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1)).longValueExact();
  }
}
