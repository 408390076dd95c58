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
  private static final int MOST_IN_WORDS = DecimalNumber.MOST_DIGITS + 1; // the point included
  private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final long ELSEWISE = -1; // no bits of a number
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
    long sign = from < to && bytes[from] == '-' ? 1 : 0;
    int start = from + (int) sign;
    int length = to - start;
    long bits = ELSEWISE;
    if (length > 0 && length <= MOST_IN_WORDS && to + WORD_BYTES <= bytes.length) {
      bits = length <= WORD_BYTES
          ? ofWord((long) WORD.get(bytes, start), length)
          : ofWords(bytes, start, to);
    }
    return bits == ELSEWISE
        ? ofBytes(bytes, from, to)
        : Double.longBitsToDouble(bits | (sign << 63));
  }

  /**
   * Returns the bits of the number of up to eight characters, digits with at most one point, or {@link
   * #ELSEWISE} if there is anything else. All eight are looked at together: the point is taken out,
   * zeros are put in front, and pairs, fours and eights of digits are joined.
   */
  private static long ofWord(long word, int length) {
    int used = Byte.SIZE * length;
    long digits = (word << (Long.SIZE - used)) | (ZEROS >>> 1 >>> (used - 1));
    long points = points(digits);
    if (points == 0) {
      return notDigits(digits) == 0
          ? Double.doubleToRawLongBits((double) ofDigits(digits))
          : ELSEWISE;
    }
    int position = Long.numberOfTrailingZeros(points) / Byte.SIZE;
    long before = digits & ((1L << (Byte.SIZE * position)) - 1);
    long after = digits & (-1L << Byte.SIZE << (Byte.SIZE * position));
    digits = before << Byte.SIZE | after | '0';
    if (notDigits(digits) != 0 || length == 1) {
      return ELSEWISE;
    }
    return Double.doubleToRawLongBits(
        DecimalNumber.fraction(ofDigits(digits), position + 1 - WORD_BYTES));
  }

  /**
   * Returns the bits of the number of more than eight characters with a point among the first eight
   * and digits for the rest, or {@link #ELSEWISE} if it is written otherwise.
   */
  private static long ofWords(byte[] bytes, int start, int to) {
    long first = (long) WORD.get(bytes, start);
    long points = points(first);
    int whole = Long.numberOfTrailingZeros(points) / Byte.SIZE;
    int decimals = to - start - whole - 1;
    if (points == 0) {
      return ELSEWISE;
    }
    long digits = lastDigits(first, whole);
    long wrong = notDigits(digits);
    long significand = ofDigits(digits);
    int at = start + whole + 1;
    for (; to - at >= WORD_BYTES; at += WORD_BYTES) {
      digits = (long) WORD.get(bytes, at);
      wrong |= notDigits(digits);
      significand = 100_000_000L * significand + ofDigits(digits);
    }
    digits = lastDigits((long) WORD.get(bytes, at), to - at);
    wrong |= notDigits(digits);
    significand = TENS[to - at] * significand + ofDigits(digits);
    return wrong == 0
        ? Double.doubleToRawLongBits(
            DecimalNumber.of(false, significand, -decimals, false, bytes, start, to))
        : ELSEWISE;
  }

  /** Returns the first characters of a word, fewer than eight, with zeros in front of them. */
  private static long lastDigits(long word, int count) {
    int used = Byte.SIZE * count;
    return (word << 1 << (Long.SIZE - 1 - used)) | (ZEROS >>> used);
  }

  /** Marks points; the lowest mark is right, higher ones may not be. */
  private static long points(long word) {
    long difference = word ^ POINTS;
    return (difference - ONES) & ~difference & TOPS;
  }

  /** Returns 0 if all eight characters are digits. */
  private static long notDigits(long word) {
    return ((word ^ ZEROS) | ((word + SIXES) ^ ZEROS)) & UPPER_HALVES;
  }

  /** Returns the number of eight digits. */
  private static long ofDigits(long digits) {
    long values = digits - ZEROS;
    values = values * 10 + (values >>> 8);
    long first = (values & 0x000000FF000000FFL) * (100 + (1_000_000L << 32));
    long second = ((values >>> 16) & 0x000000FF000000FFL) * (1 + (10_000L << 32));
    return (first + second) >>> 32;
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
