package io.probity.table;

import io.probity.csv.CsvChunk;
import io.probity.csv.CsvFault;
import io.probity.csv.CsvInput;
import io.probity.csv.RecordScanner;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a read as a whole: the line that each chunk begins on, and what became of broken
 * records. It is told of the chunks in their order.
 */
final class OrderedRead implements Closeable {

  private final CsvInput input;
  private final CsvLayout layout;
  private final @Nullable RejectsFile rejects;
  private final RecordScanner scanner;
  private long line;
  private long accepted;

  OrderedRead(CsvInput input, CsvLayout layout, CsvMode mode) throws IOException {
    this.input = input;
    this.layout = layout;
    this.scanner = new RecordScanner(layout.separator());
    this.rejects = mode instanceof CsvMode.Quarantine quarantine
        ? RejectsFile.create(quarantine, layout.separator(), input.headerBytes())
        : null;
  }

  /** Takes note of a chunk; in strict mode its first broken record is thrown. */
  void add(ChunkCells cells) throws IOException {
    CsvChunk chunk = cells.chunk();
    long before = begin(chunk);
    for (BrokenRecord record : cells.broken()) {
      scanner.reset(CsvChunk.ofRecord(record.bytes()), 1);
      scanner.next();
      breaks(scanner, chunk.file(), before + record.line(), record.bytes());
    }
    accepted += cells.rows();
    end(chunk, before + cells.nextLine(), cells.fault());
  }

  /** Returns the line that the lines of a chunk are counted from. */
  long begin(CsvChunk chunk) {
    return chunk.firstLine() > 0 ? 0 : line;
  }

  /** Takes note of the line after a chunk, or of the fault on it. */
  void end(CsvChunk chunk, long nextLine, @Nullable CsvFault fault) {
    line = nextLine;
    if (fault != null) {
      throw fault.at(input.files().name(chunk.file()), line);
    }
  }

  /** Sets a broken record aside or throws what is wrong with it. */
  void breaks(RecordScanner record, int file, long recordLine, byte[] bytes) throws IOException {
    List<Violation> violations = layout.violations(record, input.files().name(file), recordLine);
    if (rejects == null) {
      throw new InvalidInputException(violations);
    }
    rejects.add(recordLine, violations, bytes);
  }

  /** Takes note of a record that keeps the rules. */
  void accept() {
    accepted++;
  }

  long accepted() {
    return accepted;
  }

  long rejected() {
    return rejects == null ? 0 : rejects.count();
  }

  /** Checks the share of broken records and completes the rejects file. */
  void finish() throws IOException {
    if (rejects != null) {
      rejects.finish(input.files().name(), accepted);
    }
  }

  @Override
  public void close() throws IOException {
    if (rejects != null) {
      rejects.close();
    }
  }
}
