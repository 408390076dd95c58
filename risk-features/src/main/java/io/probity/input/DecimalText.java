package io.probity.input;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Doubles as text that is the same on every Java release, which {@link Double#toString} is not: the
 * shortest decimal that reads back to the same value, and whole numbers below 10^15 without a
 * fraction.
 */
public final class DecimalText {

  private static final double WHOLE_BELOW = 1e15;

  private DecimalText() {}

  /**
   * Returns the text of a finite number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("only finite numbers have a decimal text, not " + value);
    }
    return isWhole(value) ? Long.toString((long) value) : NumberOutput.toString(value, true);
  }

  /** Returns whether the value is written without a fraction. */
  static boolean isWhole(double value) {
    return StrictMath.abs(value) < WHOLE_BELOW && value == StrictMath.rint(value);
  }
}
