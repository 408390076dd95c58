package io.probity.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes together, the first in the lowest place. */
final class Bytes {

  /** How many bytes are looked at together; as many must follow the last byte that counts. */
  static final int WORD = Long.BYTES;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long GATHER = 0x0102040810204080L; // brings eight lowest bits into the top
  private static final int LINE_END_OR_LESS = 0x0E;

  private Bytes() {}

  /** Returns the eight bytes from a position on. */
  static long word(byte[] bytes, int at) {
    return (long) WORDS.get(bytes, at);
  }

  /** Returns eight times the same ASCII byte. */
  static long repeated(byte value) {
    return value * ONES;
  }

  /** Marks bytes that equal those of a pattern; the lowest mark is right, higher ones may not be. */
  static long equal(long word, long pattern) {
    long difference = word ^ pattern;
    return (difference - ONES) & ~difference & TOPS;
  }

  /** Marks the bytes that equal those of a pattern, and no others. */
  static long allEqual(long word, long pattern) {
    long difference = word ^ pattern;
    return ~(((difference & ~TOPS) + ~TOPS) | difference) & TOPS;
  }

  /** Returns eight bits, one for each byte: whether it bears a mark. */
  static long places(long marks) {
    return ((marks >>> 7) * GATHER) >>> 56;
  }

  /**
   * Marks bytes up to 0x0D, line ends among them; the lowest mark is right, higher ones may not be.
   */
  static long control(long word) {
    return (word - LINE_END_OR_LESS * ONES) & ~word & TOPS;
  }

  /** Marks bytes that are not ASCII. */
  static long notAscii(long word) {
    return word & TOPS;
  }

  /** Returns the position of the lowest mark, from 0 to 7. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
  }

  static boolean isLineEnd(byte value) {
    return value == '\n' || value == '\r';
  }
}
