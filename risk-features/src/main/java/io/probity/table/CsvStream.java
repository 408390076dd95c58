package io.probity.table;

import io.probity.csv.CsvChunk;
import io.probity.csv.CsvInput;
import io.probity.csv.RecordScanner;
import io.probity.input.InvalidInputException;
import io.probity.schema.Schema;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open CSV, read record by record. {@link #advance} moves to the next valid record; broken ones
 * are thrown or set aside as the mode says. Not safe for use by several threads.
 */
public final class CsvStream implements Closeable {

  private final CsvInput input;
  private final CsvLayout layout;
  private final OrderedRead ordered;
  private final List<CellSink> sinks;
  private final RecordScanner scanner;
  private @Nullable CsvChunk chunk;
  private long linesBefore;
  private boolean hasRecord;

  CsvStream(CsvInput input, CsvLayout layout, CsvMode mode) throws IOException {
    if (mode instanceof CsvMode.Tolerant) {
      throw new IllegalArgumentException(
          "records are read one by one in strict or quarantine mode");
    }
    this.input = input;
    this.layout = layout;
    this.sinks = layout.sinks(false);
    this.scanner = new RecordScanner(layout.separator());
    this.ordered = new OrderedRead(input, layout, mode);
    sinks.forEach(sink -> sink.reserve(1));
  }

  /** Returns the fields that the file has, in the schema's order. */
  public Schema schema() {
    return layout.schema();
  }

  /** Returns what the file, or the files together, are called. */
  public String name() {
    return input.files().name();
  }

  /** Returns the file's columns, in its order. */
  public List<String> header() {
    return layout.header();
  }

  /** Returns the columns that the schema does not know or ignores. */
  public List<String> ignoredColumns() {
    return layout.ignoredColumns();
  }

  /**
   * Moves to the next valid record.
   *
   * @return false after the last
   * @throws InvalidInputException if a record breaks the schema and the mode is strict, or the rest of
   *     a file cannot be read
   */
  public boolean advance() throws IOException {
    hasRecord = false;
    CsvChunk current = chunk == null ? nextChunk() : chunk;
    while (current != null) {
      while (scanner.next()) {
        if (isValid()) {
          ordered.accept();
          hasRecord = true;
          return true;
        }
        ordered.breaks(
            scanner, current.file(), linesBefore + scanner.line(), scanner.recordBytes());
      }
      long line = scanner.fault() == null ? scanner.nextLine() : scanner.line();
      ordered.end(current, linesBefore + line, scanner.fault());
      input.release(current);
      current = nextChunk();
    }
    return false;
  }

  private @Nullable CsvChunk nextChunk() throws IOException {
    CsvChunk next = input.next();
    if (next != null) {
      linesBefore = ordered.begin(next);
      scanner.reset(next, next.firstLine());
    }
    chunk = next;
    return next;
  }

  private boolean isValid() {
    if (scanner.fields() != layout.header().size()) {
      return false;
    }
    for (int i = 0; i < sinks.size(); i++) {
      if (!sinks.get(i).read(scanner, 0)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the line that the current record starts on in its file, counted from 1. */
  public long line() {
    return linesBefore + current().line();
  }

  /** Returns the cell of the current record in a field, by its position in {@link #schema()}. */
  public double cell(int field) {
    return sinks.get(field).cell(0);
  }

  /** Returns the text of the current record in a field, by its position in {@link #schema()}. */
  public String text(int field) {
    return current().text(layout.columnOf(field));
  }

  /** Returns all texts of the current record, in the file's order. */
  public List<String> texts() {
    return current().texts();
  }

  /** Returns how many records were valid so far. */
  public long accepted() {
    return ordered.accepted();
  }

  /** Returns how many records were set aside so far. */
  public long rejected() {
    return ordered.rejected();
  }

  /**
   * Checks the share of broken records and completes the rejects file. Call it after the last record.
   *
   * @throws InvalidInputException if more records are broken than the mode allows; the rejects file
   *     is kept, so that it can be looked at
   */
  public void finish() throws IOException {
    ordered.finish();
  }

  /**
   * Returns the SHA-256 of what was read, in hexadecimal, as {@link CsvInput#sha256} defines it. Call
   * it after the last record.
   */
  public String sha256() {
    return input.sha256();
  }

  @Override
  public void close() throws IOException {
    try (input) {
      ordered.close();
    }
  }

  private RecordScanner current() {
    if (!hasRecord) {
      throw new IllegalStateException("there is no current record");
    }
    return scanner;
  }
}
