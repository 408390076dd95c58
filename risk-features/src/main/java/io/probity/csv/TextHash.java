package io.probity.csv;

/** A 64-bit hash of bytes or numbers that follows from them alone, the same on every machine. */
public final class TextHash {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private TextHash() {}

  /**
   * Returns the hash of some bytes.
   *
   * @param from the position of the first byte
   * @param to the position after the last byte
   */
  public static long of(byte[] bytes, int from, int to) {
    long mixed = (to - from) * MIX;
    int at = from;
    for (; to - at >= Bytes.WORD; at += Bytes.WORD) {
      mixed = mixed(mixed ^ Bytes.word(bytes, at));
    }
    return at < to ? mixed(mixed ^ rest(bytes, at, to)) : mixed;
  }

  /** Returns the hash of a number by its value: zero has one, whatever its sign. */
  public static long of(double number) {
    return mixed(mixed(Double.doubleToLongBits(number + 0.0) ^ MIX));
  }

  /** Returns up to seven bytes, the first in the lowest place. */
  private static long rest(byte[] bytes, int from, int to) {
    if (from + Bytes.WORD <= bytes.length) {
      return Bytes.word(bytes, from) & ((1L << (Byte.SIZE * (to - from))) - 1);
    }
    long rest = 0;
    for (int at = to - 1; at >= from; at--) {
      rest = rest << Byte.SIZE | (bytes[at] & 0xFF);
    }
    return rest;
  }

  private static long mixed(long value) {
    long once = (value ^ (value >>> 32)) * MIX;
    return once ^ (once >>> 29);
  }
}
