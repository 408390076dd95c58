package io.probity.limit;

import io.probity.input.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Turns amounts of one currency into whole minor units, such as cents, and back. Immutable. */
public final class MinorUnits {

  /** The largest amount that rules compute with, so that no product overflows: 10^11 minor units. */
  public static final long LARGEST = 100_000_000_000L;

  /** What stands for an amount that is not known. */
  public static final long UNKNOWN = -1;

  private static final double NEAR_HALF = 1e-6;

  private final int digits;
  private final double scale;

  private MinorUnits(int digits) {
    this.digits = digits;
    this.scale = StrictMath.pow(10.0, digits);
  }

  /** Returns the minor units of a currency with so many decimals. */
  public static MinorUnits ofDigits(int digits) {
    return new MinorUnits(digits);
  }

  /**
   * Returns the nearest minor unit of an amount, halves of its decimal form away from zero.
   *
   * @throws IllegalArgumentException if the amount is NaN or larger than {@link #LARGEST} minor units
   */
  public long of(double amount) {
    if (!(Math.abs(amount) * scale <= LARGEST)) {
      throw new IllegalArgumentException(
          "an amount must be at most " + toDecimal(LARGEST) + ", not " + amount);
    }
    double scaled = amount * scale;
    double fraction = Math.abs(scaled) - Math.floor(Math.abs(scaled));
    if (Math.abs(fraction - 0.5) < NEAR_HALF) {
      return of(BigDecimal.valueOf(amount));
    }
    return Math.round(scaled);
  }

  /** Returns the nearest minor unit of an amount, halves away from zero. */
  public long of(BigDecimal amount) {
    BigDecimal minor = amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP);
    if (minor.abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
      throw new IllegalArgumentException(
          "an amount must be at most " + toDecimal(LARGEST) + ", not " + amount);
    }
    return minor.longValueExact();
  }

  /**
   * Reads an amount of a document.
   *
   * @throws io.probity.input.InvalidInputException if it is negative or too large
   */
  public static long read(JsonValue value, MinorUnits units) {
    return value.build(() -> {
      if (value.decimal().signum() < 0) {
        throw new IllegalArgumentException("an amount must be at least 0");
      }
      return units.of(value.decimal());
    });
  }

  /** Returns an amount in minor units as a decimal. */
  public BigDecimal toDecimal(long minor) {
    return BigDecimal.valueOf(minor, digits);
  }

  static void requireAmount(String name, long amount) {
    if (amount < 0 || amount > LARGEST) {
      throw new IllegalArgumentException(
          "the " + name + " must be from 0 to " + LARGEST + " minor units, not " + amount);
    }
  }

  static void requireAmountOrUnknown(String name, long amount) {
    if (amount != UNKNOWN) {
      requireAmount(name, amount);
    }
  }
}
