package io.probity.schema;

import java.nio.charset.StandardCharsets;

/**
 * The double nearest to a decimal number, from its digits: the same bits as {@link
 * Double#parseDouble}, without a text in between.
 *
 * <p>A significand below 2^53 with a power of ten up to 22 is one exact multiplication or division.
 * Otherwise the significand is multiplied by a power of five of 128 bits; where these do not suffice
 * to decide the rounding, and for subnormal results, the text is given to {@link Double#parseDouble}.
 *
 * <p>Source: Clinger, How to Read Floating Point Numbers Accurately, 1990; Lemire, Number Parsing at a
 * Gigabyte per Second, 2021.
 */
final class DecimalNumber {

  /** The most digits that a long holds without a sign. */
  static final int MOST_DIGITS = 19;

  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final long EXACT_BELOW = 1L << 53;
  private static final long HIDDEN_BIT = 1L << 52;
  private static final int UNDECIDED = -1;

  private DecimalNumber() {}

  /**
   * Returns significand x 10^exponent for a significand and an exponent that need no rounding before
   * the last step.
   *
   * @param significand below 2^53
   * @param exponent from -22 to 0
   */
  static double fraction(long significand, int exponent) {
    return significand / TENS[-exponent];
  }

  /**
   * Returns the number whose leading digits are given.
   *
   * @param negative whether it has a minus sign
   * @param significand its first digits, at most 19, as an unsigned number
   * @param exponent the power of ten that they are multiplied by
   * @param isCut whether digits other than 0 follow the significand
   * @param text holds the number as it is written, sign included, between {@code from} and {@code to}
   */
  static double of(
      boolean negative,
      long significand,
      long exponent,
      boolean isCut,
      byte[] text,
      int from,
      int to) {
    if (significand == 0) {
      return negative ? -0.0 : 0.0;
    }
    if (!isCut && Long.compareUnsigned(significand, EXACT_BELOW) < 0 && exponent >= -22) {
      if (exponent <= 0) {
        double value = significand / TENS[(int) -exponent];
        return negative ? -value : value;
      }
      if (exponent <= 22) {
        double value = significand * TENS[(int) exponent];
        return negative ? -value : value;
      }
    }
    long bits = UNDECIDED;
    if (exponent >= PowersOfFive.LEAST && exponent <= PowersOfFive.LARGEST) {
      bits = nearest(significand, (int) exponent);
      if (isCut && bits != nearest(significand + 1, (int) exponent)) {
        bits = UNDECIDED;
      }
    }
    if (bits == UNDECIDED) {
      return Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
    }
    return Double.longBitsToDouble(negative ? bits | Long.MIN_VALUE : bits);
  }

  /** Returns the bits of the nearest double, or {@link #UNDECIDED}. */
  private static long nearest(long significand, int exponent) {
    int zeros = Long.numberOfLeadingZeros(significand);
    long normal = significand << zeros;
    long low = normal * PowersOfFive.high(exponent);
    long high = multiplyHigh(normal, PowersOfFive.high(exponent));
    if ((high & 0x1FF) == 0x1FF) {
      long more = multiplyHigh(normal, PowersOfFive.low(exponent));
      low += more;
      if (Long.compareUnsigned(low, more) < 0) {
        high++;
      }
    }
    if (low == -1 && (exponent < -27 || exponent > 55)) {
      return UNDECIDED;
    }
    int upper = (int) (high >>> 63);
    int shift = upper + 64 - 52 - 3;
    long mantissa = high >>> shift;
    int biased = binaryExponent(exponent) + upper - zeros + 1023;
    if (biased <= 0) {
      return UNDECIDED;
    }
    boolean mayBeHalfway = Long.compareUnsigned(low, 1) <= 0 && exponent >= -4 && exponent <= 23;
    if (mayBeHalfway && (mantissa & 3) == 1 && mantissa << shift == high) {
      mantissa &= ~1L; // exactly halfway: to the even one
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa >= 2 * HIDDEN_BIT) {
      mantissa = HIDDEN_BIT;
      biased++;
    }
    if (biased >= 2047) {
      return Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    }
    return (mantissa & ~HIDDEN_BIT) | (long) biased << 52;
  }

  /** Returns floor(log2(10^exponent)) + 63. */
  private static int binaryExponent(int exponent) {
    return (int) (((152_170L + 65_536L) * exponent) >> 16) + 63;
  }

  /** Returns the upper half of the product of two unsigned numbers. */
  private static long multiplyHigh(long left, long right) {
    return Math.multiplyHigh(left, right) + ((left >> 63) & right) + ((right >> 63) & left);
  }
}
