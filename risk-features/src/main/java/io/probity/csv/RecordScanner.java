package io.probity.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fields of the records of a chunk, one record after another, without copying them.
 *
 * <p>Fields stand between separators, records between line ends: CR, LF or both. A field that begins
 * with a quote ends with one; separators and line ends inside belong to it, and a quote inside is
 * written twice. A quote further on in a field is an ordinary character. Lines without any character
 * are skipped. The bytes must be UTF-8 without a byte 0.
 *
 * <p>Not safe for use by several threads.
 */
public final class RecordScanner {

  /** The most fields of a record that are kept; more are counted. */
  public static final int MOST_FIELDS = 1 << 17;

  static final byte QUOTE = '"';
  private static final long QUOTES = Bytes.repeated(QUOTE);

  private final byte separator;
  private final long separators;
  private byte[] bytes = new byte[0];
  private int begin;
  private int end;
  private int position;
  private long line;
  private @Nullable TextCheck check; // null until it is needed
  private @Nullable CsvFault atEnd;

  private int[] starts = new int[64];
  private int[] ends = new int[64]; // minus one minus the end where a quote is written twice inside
  private int fields;
  private int recordStart;
  private int recordEnd;
  private long recordLine;
  private @Nullable CsvFault fault;

  /**
   * Creates a scanner.
   *
   * @param separator what stands between fields: a character of ASCII other than a quote, a line end
   *     or a byte 0
   */
  public RecordScanner(char separator) {
    this.separator = checked(separator);
    this.separators = Bytes.repeated(this.separator);
  }

  /** Returns a separator as a byte. */
  static byte checked(char separator) {
    if (separator == 0
        || separator >= 0x80
        || separator == QUOTE
        || Bytes.isLineEnd((byte) separator)) {
      throw new IllegalArgumentException(
          "a separator must be one character of ASCII other than a quote or a line end, not "
              + (int) separator);
    }
    return (byte) separator;
  }

  /** Begins with a chunk, whose lines are counted from the one given on. */
  public void reset(CsvChunk chunk, long firstLine) {
    bytes = chunk.bytes;
    begin = chunk.start;
    position = chunk.start;
    end = chunk.end;
    line = firstLine;
    atEnd = chunk.fault();
    check = null;
    fault = null;
  }

  /**
   * Moves to the next record.
   *
   * @return false after the last, and where {@link #fault} says why the rest cannot be read
   */
  public boolean next() {
    while (position < end && Bytes.isLineEnd(bytes[position])) {
      endLine();
    }
    recordStart = position;
    recordLine = line;
    fields = 0;
    if (position >= end) {
      fault = atEnd;
      return false;
    }
    boolean more = true;
    while (more) {
      if (bytes[position] == QUOTE) {
        if (!quotedField()) {
          return false;
        }
      } else {
        plainField();
      }
      more = position < end && bytes[position] == separator;
      position += more ? 1 : 0;
    }
    recordEnd = position;
    if (position < end) {
      endLine();
    }
    if (recordEnd - recordStart > CsvInput.LONGEST_RECORD) {
      fault = CsvFault.LONG_RECORD;
    } else if (check(recordStart).firstBad() < recordEnd) {
      fault = check(recordStart).fault();
    }
    return fault == null;
  }

  /**
   * Finds as many plain records as can be read at once from here on, without moving. After {@link
   * #skip} the next record is the one behind them.
   */
  public void find(PlainRecords plain) {
    if (check == null) {
      plain.find(bytes, position, end, true);
      if (plain.records() > 0) {
        return;
      }
    }
    plain.find(bytes, position, Math.min(end, check(position).firstBad()), false);
  }

  /** Returns where the chunk stops being text, at or after a position up to which it is. */
  private TextCheck check(int from) {
    TextCheck known = check;
    if (known == null) {
      known = TextCheck.of(bytes, from, end);
      check = known;
    }
    return known;
  }

  /** Moves over the records that were found from here on. */
  public void skip(PlainRecords plain) {
    if (plain.records() > 0) {
      position = plain.position();
      line += plain.records();
    }
  }

  private void plainField() {
    int start = position;
    int at = start;
    while (true) {
      long word = Bytes.word(bytes, at);
      long marks = Bytes.equal(word, separators) | Bytes.control(word);
      if (marks == 0) {
        at += Bytes.WORD;
        continue;
      }
      at += Bytes.first(marks);
      byte found = bytes[at];
      if (found == separator || Bytes.isLineEnd(found)) {
        break;
      }
      at++;
    }
    position = at;
    add(start, at);
  }

  private boolean quotedField() {
    int start = position + 1;
    int at = start;
    boolean doubled = false;
    while (true) {
      long word = Bytes.word(bytes, at);
      long marks = Bytes.equal(word, QUOTES) | Bytes.control(word);
      if (marks == 0) {
        at += Bytes.WORD;
        continue;
      }
      at += Bytes.first(marks);
      if (at >= end) {
        boolean isLong = end - recordStart > CsvInput.LONGEST_RECORD;
        fault = isLong ? CsvFault.LONG_RECORD : CsvFault.UNCLOSED_QUOTE;
        return false;
      }
      byte found = bytes[at++];
      if (found == QUOTE) {
        if (bytes[at] != QUOTE) {
          break;
        }
        doubled = true;
        at++;
      } else if (found == '\r' || (found == '\n' && bytes[at - 2] != '\r')) {
        line++;
      }
    }
    position = at;
    add(start, doubled ? -at : at - 1);
    if (at < end && bytes[at] != separator && !Bytes.isLineEnd(bytes[at])) {
      fault = CsvFault.TEXT_AFTER_QUOTE;
      return false;
    }
    return true;
  }

  private void add(int start, int fieldEnd) {
    if (fields == starts.length && fields < MOST_FIELDS) {
      starts = Arrays.copyOf(starts, 2 * fields);
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    if (fields < starts.length) {
      starts[fields] = start;
      ends[fields] = fieldEnd;
    }
    fields++;
  }

  /** Moves over CR, LF or both. */
  private void endLine() {
    boolean both = bytes[position] == '\r' && position + 1 < end && bytes[position + 1] == '\n';
    position += both ? 2 : 1;
    line++;
  }

  /** Returns why the rest of the chunk cannot be read, or null if it can. */
  public @Nullable CsvFault fault() {
    return fault;
  }

  /** Returns the number of fields of the record. */
  public int fields() {
    return fields;
  }

  /** Returns the bytes that {@link #start} and {@link #end} point into; not to be changed. */
  public byte[] bytesUnsafe() {
    return bytes;
  }

  /** Returns the position of the first byte of a field, after its opening quote. */
  public int start(int field) {
    return starts[field];
  }

  /** Returns the position after the last byte of a field, at its closing quote. */
  public int end(int field) {
    int fieldEnd = ends[field];
    return fieldEnd >= 0 ? fieldEnd : -1 - fieldEnd;
  }

  /** Returns whether quotes inside the field are written twice, so that its bytes are not its text. */
  public boolean hasDoubledQuotes(int field) {
    return ends[field] < 0;
  }

  /** Returns the text of a field. */
  public String text(int field) {
    String text =
        new String(bytes, starts[field], end(field) - starts[field], StandardCharsets.UTF_8);
    return hasDoubledQuotes(field) ? text.replace("\"\"", "\"") : text;
  }

  /** Returns the texts of all fields. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int field = 0; field < Math.min(fields, starts.length); field++) {
      texts.add(text(field));
    }
    return texts;
  }

  /** Returns the bytes of the record as it is written, without its line end. */
  public byte[] recordBytes() {
    return Arrays.copyOfRange(bytes, recordStart, recordEnd);
  }

  /** Returns the position of the first byte of the record in {@link #bytesUnsafe}. */
  public int recordStart() {
    return recordStart;
  }

  /** Returns the position after the last byte of the record, at its line end. */
  public int recordEnd() {
    return recordEnd;
  }

  /** Returns the line that the record begins on. */
  public long line() {
    return recordLine;
  }

  /** Returns the line that follows the record. */
  public long nextLine() {
    return line;
  }

  /** Returns the share of the bytes of the chunk that were read, in [0, 1]. */
  public double shareRead() {
    return end == begin ? 1.0 : (double) (position - begin) / (end - begin);
  }

  /** Returns the share of the bytes of the chunk that are read with records that were found. */
  public double shareRead(PlainRecords plain) {
    return (double) (plain.position() - begin) / (end - begin);
  }

  int position() {
    return position;
  }
}
