package io.probity.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads numbers written in decimal: an optional sign, digits with at most one point, an optional
 * exponent. Java's own parser also takes {@code NaN}, {@code Infinity}, {@code 1d} and hexadecimal,
 * which in a data file are mistakes.
 */
public final class StrictNumber {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORD_BYTES = Long.BYTES;
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long ZEROS = '0' * ONES;
  private static final long POINTS = '.' * ONES;
  private static final long SIXES = 6 * ONES;
  private static final long UPPER_HALVES = 0xF0F0F0F0F0F0F0F0L;
  /** Beyond all that the digits of a text can make up for. */
  private static final long MOST_EXPONENT = 1_000_000_000_000_000L;

  private StrictNumber() {}

  /**
   * Returns the double nearest to the decimal number.
   *
   * @return NaN if the text is no decimal number; an infinity if no double can hold it
   */
  public static double parse(String text) {
    return isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
  }

  /**
   * Returns the double nearest to the decimal number that is written in bytes of ASCII: the same as
   * {@link #parse(String)} of their text, without making one.
   *
   * @param from the position of its first byte
   * @param to the position after its last byte
   * @return NaN if the bytes are no decimal number; an infinity if no double can hold it
   */
  public static double parse(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int start = negative ? from + 1 : from;
    int length = to - start;
    if (length > 0 && length <= WORD_BYTES && start + WORD_BYTES <= bytes.length) {
      double value = ofWord((long) WORD.get(bytes, start), length);
      if (value >= 0) {
        return negative ? -value : value;
      }
    }
    return ofBytes(bytes, from, to);
  }

  /**
   * Returns the number of up to eight characters, digits with at most one point, or NaN if there is
   * anything else. All eight are looked at together: the point is taken out, zeros are put in front,
   * and pairs, fours and eights of digits are joined.
   */
  private static double ofWord(long word, int length) {
    int unused = Long.SIZE - Byte.SIZE * length;
    long digits = word << unused;
    if (length < WORD_BYTES) {
      digits |= ZEROS >>> (Byte.SIZE * length);
    }
    long difference = digits ^ POINTS;
    long points = (difference - ONES) & ~difference & TOPS;
    int decimals = 0;
    if (points != 0) {
      int position = Long.numberOfTrailingZeros(points) / Byte.SIZE;
      decimals = WORD_BYTES - 1 - position;
      long before = digits & ((1L << (Byte.SIZE * position)) - 1);
      long after = decimals == 0 ? 0 : digits & (-1L << (Byte.SIZE * (position + 1)));
      digits = before << Byte.SIZE | after | '0';
      if (length == 1) {
        return Double.NaN;
      }
    }
    long notDigits = ((digits ^ ZEROS) | ((digits + SIXES) ^ ZEROS)) & UPPER_HALVES;
    if (notDigits != 0) {
      return Double.NaN;
    }
    long values = digits - ZEROS;
    values = values * 10 + (values >>> 8);
    long first = (values & 0x000000FF000000FFL) * (100 + (1_000_000L << 32));
    long second = ((values >>> 16) & 0x000000FF000000FFL) * (1 + (10_000L << 32));
    return DecimalNumber.fraction((first + second) >>> 32, -decimals);
  }

  private static double ofBytes(byte[] bytes, int from, int to) {
    int i = from;
    boolean negative = i < to && bytes[i] == '-';
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    long significand = 0;
    int significant = 0; // digits in the significand, leading zeros apart
    int dropped = 0; // digits before the point that did not fit
    int decimals = 0; // digits after the point that fitted
    boolean isCut = false;
    boolean point = false;
    int digits = 0;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (significant < DecimalNumber.MOST_DIGITS) {
          significand = 10 * significand + digit;
          significant += significand != 0 ? 1 : 0;
          decimals += point ? 1 : 0;
        } else {
          isCut |= digit != 0;
          dropped += point ? 0 : 1;
        }
      } else if (bytes[i] == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    long exponent = i == to ? 0 : exponent(bytes, i, to);
    if (digits == 0 || exponent == Long.MIN_VALUE) {
      return Double.NaN;
    }
    return DecimalNumber.of(
        negative, significand, exponent - decimals + dropped, isCut, bytes, from, to);
  }

  /** Returns the exponent that is written from a position on, or the least long if there is none. */
  private static long exponent(byte[] bytes, int start, int to) {
    int i = start;
    if (bytes[i] != 'e' && bytes[i] != 'E') {
      return Long.MIN_VALUE;
    }
    i++;
    boolean negative = i < to && bytes[i] == '-';
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    if (i == to) {
      return Long.MIN_VALUE;
    }
    long exponent = 0;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return Long.MIN_VALUE;
      }
      exponent = Math.min(10 * exponent + digit, MOST_EXPONENT);
    }
    return negative ? -exponent : exponent;
  }

  private static boolean isDecimal(String text) {
    int n = text.length();
    int i = 0;
    if (i < n && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int digits = 0;
    boolean point = false;
    for (; i < n; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits++;
      } else if (c == '.' && !point) {
        point = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return false;
    }
    return i == n || isExponent(text, i);
  }

  private static boolean isExponent(String text, int start) {
    int n = text.length();
    int i = start;
    if (text.charAt(i) != 'e' && text.charAt(i) != 'E') {
      return false;
    }
    i++;
    if (i < n && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      i++;
    }
    int digits = 0;
    while (i < n && isDigit(text.charAt(i))) {
      digits++;
      i++;
    }
    return digits > 0 && i == n;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
