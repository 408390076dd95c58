package io.probity.csv;

import java.nio.charset.StandardCharsets;

/**
 * The fields of many plain records at once: of whole lines without quotes, each with as many fields as
 * the header. 64 bytes are looked at together and the places of all separators and line ends are
 * noted without a branch for each; what belongs to a column can then be read in one loop.
 *
 * <p>What is not plain is left to {@link RecordScanner}, which alone says what a record is. Not safe
 * for use by several threads.
 */
public final class PlainRecords {

  private static final int MOST_RECORDS = 128;
  private static final int MOST_FIELDS = 1 << 16; // of all records together
  private static final int BLOCK = Long.SIZE;
  private static final long LINE_FEEDS = Bytes.repeated((byte) '\n');
  private static final long RETURNS = Bytes.repeated((byte) '\r');
  private static final long QUOTES = Bytes.repeated(RecordScanner.QUOTE);

  private final long separators;
  private final int fields;
  private final int most;
  private final int[] stops; // one before the first record, then where each field ends
  private byte[] bytes = new byte[0];
  private int records;

  /**
   * Creates an empty run of records.
   *
   * @param fields the fields of each record, at least 1
   */
  public PlainRecords(char separator, int fields) {
    this.separators = Bytes.repeated(RecordScanner.checked(separator));
    this.fields = fields;
    this.most = fields == 1 ? 0 : Math.min(MOST_RECORDS, MOST_FIELDS / fields);
    this.stops = new int[most * fields + 3 * BLOCK];
  }

  /**
   * Finds plain records between two positions, the first of which begins a record.
   *
   * @param onlyAscii whether to stop at anything else
   */
  void find(byte[] text, int from, int to, boolean onlyAscii) {
    bytes = text;
    records = 0;
    stops[0] = from - 1;
    if (to - from > CsvInput.LONGEST_RECORD) {
      return; // the scanner refuses a record that is too long
    }
    long refused = onlyAscii ? -1 : 0;
    int found = 0;
    for (int at = from; at + BLOCK <= to && records < most; at += BLOCK) {
      long ends = 0;
      long controls = 0;
      long others = 0;
      for (int i = 0; i < BLOCK; i += Bytes.WORD) {
        long word = Bytes.word(text, at + i);
        ends |= Bytes.places(Bytes.allEqual(word, separators)) << i;
        controls |= Bytes.control(word);
        others |= Bytes.equal(word, QUOTES) | (Bytes.notAscii(word) & refused);
      }
      if (others != 0) {
        return;
      }
      long lines = 0;
      if (controls != 0) {
        lines = lines(at);
        ends |= lines;
        if (hasOtherControl(at, lines)) {
          return;
        }
      }
      note(ends, at, found);
      if (lines != 0 && !endRecords(ends, lines, found)) {
        return;
      }
      found += Long.bitCount(ends);
      if (found > stops.length - 2 * BLOCK) {
        return; // a record of more fields than the header
      }
    }
  }

  private long lines(int at) {
    long lines = 0;
    for (int i = 0; i < BLOCK; i += Bytes.WORD) {
      lines |= Bytes.places(Bytes.allEqual(Bytes.word(bytes, at + i), LINE_FEEDS)) << i;
    }
    return lines;
  }

  /** Notes the places of a block, a few at a time so that the loop seldom ends otherwise than usual. */
  private void note(long ends, int at, int found) {
    long left = ends;
    int next = found + 1;
    int after = next + Long.bitCount(ends);
    while (next < after) {
      for (int i = 0; i < 6; i++) {
        stops[next + i] = at + Long.numberOfTrailingZeros(left);
        left &= left - 1;
      }
      next += 6;
    }
  }

  /** Counts the records that end in a block; returns whether all have the right number of fields. */
  private boolean endRecords(long ends, long lines, int found) {
    for (long left = lines; left != 0 && records < most; left &= left - 1) {
      long upToLine = left ^ (left - 1);
      if (found + Long.bitCount(ends & upToLine) != (records + 1) * fields) {
        return false;
      }
      records++;
    }
    return true;
  }

  /** Returns whether a block has a byte 0 or a return without a line feed. */
  private boolean hasOtherControl(int at, long lines) {
    long zeros = 0;
    long returns = 0;
    for (int i = 0; i < BLOCK; i += Bytes.WORD) {
      long word = Bytes.word(bytes, at + i);
      zeros |= Bytes.equal(word, 0);
      returns |= Bytes.places(Bytes.allEqual(word, RETURNS)) << i;
    }
    boolean atEnd = returns < 0; // the line feed is in the next block
    return zeros != 0 || ((returns << 1) & ~lines) != 0 || (atEnd && bytes[at + BLOCK] != '\n');
  }

  /** Returns how many records were found; the others are not plain, or are too near the end. */
  public int records() {
    return records;
  }

  /** Returns the bytes that {@link #start} and {@link #end} point into; not to be changed. */
  public byte[] bytesUnsafe() {
    return bytes;
  }

  /** Returns the position of the first byte of a field. */
  public int start(int record, int field) {
    return stops[record * fields + field] + 1;
  }

  /** Returns the position after the last byte of a field. */
  public int end(int record, int field) {
    int end = stops[record * fields + field + 1];
    return field == fields - 1 && bytes[end - 1] == '\r' ? end - 1 : end;
  }

  /** Returns the text of a field. */
  public String text(int record, int field) {
    int start = start(record, field);
    return new String(bytes, start, end(record, field) - start, StandardCharsets.UTF_8);
  }

  /** Returns the position after the line end of the last record. */
  int position() {
    return stops[records * fields] + 1;
  }
}
