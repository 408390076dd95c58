package io.probity.csv;

import org.jspecify.annotations.Nullable;

/**
 * Where bytes stop being UTF-8 text without a byte 0.
 *
 * @param firstBad the position of the first byte that is wrong, or the largest int
 * @param fault what is wrong there, or null
 */
record TextCheck(int firstBad, @Nullable CsvFault fault) {

  /** Nothing is wrong. */
  static final TextCheck CLEAN = new TextCheck(Integer.MAX_VALUE, null);

  private static final int LEAST_TWO = 0xC2; // below it the same character has a shorter form
  private static final int LEAST_THREE = 0xE0;
  private static final int LEAST_FOUR = 0xF0;
  private static final int MOST_FOUR = 0xF4;

  static TextCheck of(byte[] bytes, int start, int end) {
    int at = start;
    while (at + Bytes.WORD <= end) {
      long word = Bytes.word(bytes, at);
      if ((Bytes.notAscii(word) | Bytes.equal(word, 0)) == 0) {
        at += Bytes.WORD;
      } else {
        int stop = at + Bytes.WORD;
        while (at < stop) {
          int length = length(bytes, at, end);
          if (length == 0) {
            return bad(bytes, at);
          }
          at += length;
        }
      }
    }
    while (at < end) {
      int length = length(bytes, at, end);
      if (length == 0) {
        return bad(bytes, at);
      }
      at += length;
    }
    return CLEAN;
  }

  private static TextCheck bad(byte[] bytes, int at) {
    return new TextCheck(at, bytes[at] == 0 ? CsvFault.NUL : CsvFault.NOT_UTF8);
  }

  /** Returns the number of bytes of the character at a position, or 0 if there is none. */
  private static int length(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xFF;
    if (lead < 0x80) {
      return lead == 0 ? 0 : 1;
    }
    int length = lead < LEAST_THREE ? 2 : lead < LEAST_FOUR ? 3 : 4;
    if (lead < LEAST_TWO || lead > MOST_FOUR || at + length > end) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[at + 1] & 0xFF;
    boolean wrong = (lead == 0xE0 && second < 0xA0) // has a shorter form
        || (lead == 0xED && second >= 0xA0) // half of a pair of UTF-16
        || (lead == LEAST_FOUR && second < 0x90) // has a shorter form
        || (lead == MOST_FOUR && second >= 0x90); // beyond the last character
    return wrong ? 0 : length;
  }
}
