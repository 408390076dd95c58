package io.probity.csv;

/**
 * Finds where the last whole record of some bytes ends, by the rules of {@link RecordScanner}: only
 * quotes are looked at one by one.
 */
final class RecordEnds {

  /** Stands for "no record ends here". */
  static final int NONE = -1;

  private static final long QUOTES = Bytes.repeated(RecordScanner.QUOTE);

  private final byte separator;

  RecordEnds(char separator) {
    this.separator = RecordScanner.checked(separator);
  }

  /**
   * Returns the position after the last line end outside quotes, or {@link #NONE}. A CR at the very
   * end does not count, since a LF may follow it.
   *
   * @param start where a record begins
   * @param filled the position after the last byte; {@link Bytes#WORD} more can be read
   */
  int last(byte[] bytes, int start, int filled) {
    int outside = start; // where the present run outside quotes begins
    int found = NONE;
    int quote = nextQuote(bytes, start, filled);
    while (quote < filled) {
      if (!opens(bytes, start, quote)) {
        quote = nextQuote(bytes, quote + 1, filled);
        continue;
      }
      found = Math.max(found, lastLineEnd(bytes, outside, quote, filled));
      int closing = closing(bytes, quote, filled);
      if (closing == NONE) {
        return found;
      }
      outside = closing + 1;
      quote = nextQuote(bytes, outside, filled);
    }
    return Math.max(found, lastLineEnd(bytes, outside, filled, filled));
  }

  private boolean opens(byte[] bytes, int start, int quote) {
    return quote == start || bytes[quote - 1] == separator || Bytes.isLineEnd(bytes[quote - 1]);
  }

  /** Returns the quote that closes a field, or {@link #NONE} if what follows it is not known yet. */
  private static int closing(byte[] bytes, int opening, int filled) {
    int quote = nextQuote(bytes, opening + 1, filled);
    while (quote + 1 < filled) {
      if (bytes[quote + 1] != RecordScanner.QUOTE) {
        return quote;
      }
      quote = nextQuote(bytes, quote + 2, filled);
    }
    return NONE;
  }

  /** Returns the position of the first quote from a position on, or {@code filled}. */
  private static int nextQuote(byte[] bytes, int from, int filled) {
    for (int at = from; at < filled; at += Bytes.WORD) {
      long marks = Bytes.equal(Bytes.word(bytes, at), QUOTES);
      if (marks != 0) {
        return Math.min(filled, at + Bytes.first(marks));
      }
    }
    return filled;
  }

  private static int lastLineEnd(byte[] bytes, int from, int to, int filled) {
    for (int at = to - 1; at >= from; at--) {
      if (bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < filled)) {
        return at + 1;
      }
    }
    return NONE;
  }
}
