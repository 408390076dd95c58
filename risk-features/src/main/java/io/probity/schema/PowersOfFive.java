package io.probity.schema;

import java.math.BigInteger;

/**
 * The leading 128 bits of 5^q for every power of ten q that a double can reach, the highest bit set.
 * Those of negative powers are rounded up, the others down.
 */
final class PowersOfFive {

  /** The least power. */
  static final int LEAST = -342;
  /** The largest power. */
  static final int LARGEST = 308;

  private static final int BITS = 128;
  private static final int LAST_EXACT_RECIPROCAL = -27;
  private static final long[] HIGH = new long[LARGEST - LEAST + 1];
  private static final long[] LOW = new long[LARGEST - LEAST + 1];

  static {
    BigInteger power = BigInteger.ONE;
    for (int q = 0; q <= LARGEST; q++) {
      put(q, power.shiftLeft(BITS).shiftRight(power.bitLength()));
      power = power.multiply(BigInteger.valueOf(5));
    }
    power = BigInteger.ONE;
    for (int q = -1; q >= LEAST; q--) {
      power = power.multiply(BigInteger.valueOf(5));
      int digits = power.bitLength();
      int scale = q >= LAST_EXACT_RECIPROCAL ? digits + BITS - 1 : 2 * digits + BITS;
      BigInteger reciprocal = BigInteger.ONE.shiftLeft(scale).divide(power).add(BigInteger.ONE);
      put(q, reciprocal.shiftRight(reciprocal.bitLength() - BITS));
    }
  }

  private PowersOfFive() {}

  /** Returns the upper 64 of the bits. */
  static long high(int q) {
    return HIGH[q - LEAST];
  }

  /** Returns the lower 64 of the bits. */
  static long low(int q) {
    return LOW[q - LEAST];
  }

  private static void put(int q, BigInteger bits) {
    HIGH[q - LEAST] = bits.shiftRight(64).longValue();
    LOW[q - LEAST] = bits.longValue();
  }
}
