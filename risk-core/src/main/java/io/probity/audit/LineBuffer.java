package io.probity.audit;

import java.util.Arrays;

/** Bytes that are written at once. Used again and again, so that writing makes no garbage. */
final class LineBuffer {

  private static final int START = 1 << 14;
  private static final int KEPT = 1 << 21;
  private static final byte[] DIGITS = Bytes.utf8("0123456789abcdef");

  private byte[] bytes = new byte[START];
  private int length;

  /** Forgets everything; a very large array is given back. */
  void clear() {
    if (bytes.length > KEPT) {
      bytes = new byte[START];
    }
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void append(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  /** Appends a number that is not negative, in decimal. */
  void appendNumber(long number) {
    append(Bytes.utf8(Long.toString(number)));
  }

  /** Appends bytes in hexadecimal. */
  void appendHex(byte[] more) {
    reserve(2 * more.length);
    for (byte next : more) {
      bytes[length++] = DIGITS[next >> 4 & 0xf];
      bytes[length++] = DIGITS[next & 0xf];
    }
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
