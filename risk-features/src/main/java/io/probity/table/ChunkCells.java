package io.probity.table;

import io.probity.csv.CsvChunk;
import io.probity.csv.CsvFault;
import io.probity.csv.PlainRecords;
import io.probity.csv.RecordScanner;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one chunk as cells by field, and what was wrong with others. */
final class ChunkCells {

  private static final int FIRST_ROWS = 256;
  private static final double SPARE = 1.1;
  private static final int FEW_RECORDS = 32;

  private final CsvChunk chunk;
  private final CsvLayout layout;
  private final List<CellSink> sinks;
  private final List<BrokenRecord> broken = new ArrayList<>();
  private final int[] invalid;
  private int[] starts = new int[0];
  private int[] ends = new int[0];
  private byte[] bytes = new byte[0];
  private int rows;
  private int room;
  private int ragged;
  private long nextLine;
  private @Nullable CsvFault fault;

  private ChunkCells(CsvChunk chunk, CsvLayout layout) {
    this.chunk = chunk;
    this.layout = layout;
    this.sinks = layout.sinks(true);
    this.invalid = new int[sinks.size()];
  }

  /** Reads a chunk. In strict mode it ends at the first broken record. */
  static ChunkCells read(CsvChunk chunk, CsvLayout layout, CsvMode mode) {
    ChunkCells cells = new ChunkCells(chunk, layout);
    RecordScanner scanner = new RecordScanner(layout.separator());
    scanner.reset(chunk, chunk.firstLine());
    boolean tolerant = mode instanceof CsvMode.Tolerant;
    PlainRecords plain = new PlainRecords(layout.separator(), layout.header().size());
    int oneByOne = cells.addPlain(scanner, plain);
    while (scanner.next()) {
      if (cells.rows == cells.room) {
        cells.makeRoom(scanner.shareRead(), 1);
      }
      if (tolerant) {
        cells.addWhatIsValid(scanner);
      } else if (cells.isValid(scanner)) {
        cells.starts[cells.rows] = scanner.recordStart();
        cells.ends[cells.rows++] = scanner.recordEnd();
      } else {
        cells.broken.add(new BrokenRecord(scanner.line(), scanner.recordBytes()));
        if (mode instanceof CsvMode.Strict) {
          break;
        }
      }
      if (--oneByOne <= 0) {
        oneByOne = cells.addPlain(scanner, plain);
      }
    }
    cells.bytes = scanner.bytesUnsafe();
    cells.fault = scanner.fault();
    cells.nextLine = cells.fault == null ? scanner.nextLine() : scanner.line();
    return cells;
  }

  /**
   * Adds plain records while they are valid.
   *
   * @return how many of the following records are to be added one by one
   */
  private int addPlain(RecordScanner scanner, PlainRecords plain) {
    while (true) {
      scanner.find(plain);
      int count = plain.records();
      if (count == 0) {
        return FEW_RECORDS;
      }
      if (rows + count > room) {
        makeRoom(scanner.shareRead(plain), count);
      }
      for (CellSink sink : sinks) {
        if (!sink.read(plain, rows)) {
          return count;
        }
      }
      for (int i = 0; i < count; i++) {
        starts[rows + i] = plain.start(i, 0);
        ends[rows + i] = plain.end(i, layout.header().size() - 1);
      }
      rows += count;
      scanner.skip(plain);
    }
  }

  private boolean isValid(RecordScanner scanner) {
    if (scanner.fields() != layout.header().size()) {
      return false;
    }
    for (int i = 0; i < sinks.size(); i++) {
      if (!sinks.get(i).read(scanner, rows)) {
        return false;
      }
    }
    return true;
  }

  private void addWhatIsValid(RecordScanner scanner) {
    if (scanner.fields() != layout.header().size()) {
      ragged++;
      return;
    }
    for (int i = 0; i < sinks.size(); i++) {
      CellSink sink = sinks.get(i);
      if (!sink.read(scanner, rows)) {
        invalid[i] += sink.isMissing(rows) ? 0 : 1;
        sink.clear(rows);
      }
    }
    rows++;
  }

  /** Makes room for the rows of the whole chunk, if they are as long as those so far. */
  private void makeRoom(double shareRead, int more) {
    int expected = (int) Math.min(chunk.size(), SPARE * (rows + more) / shareRead);
    room = Math.max(Math.max(FIRST_ROWS, rows + Math.max(rows, more)), expected);
    starts = Arrays.copyOf(starts, room);
    ends = Arrays.copyOf(ends, room);
    sinks.forEach(sink -> sink.reserve(room));
  }

  CsvChunk chunk() {
    return chunk;
  }

  /** Returns the records that keep the rules. */
  int rows() {
    return rows;
  }

  /** Returns the cells of each field; those of {@link #rows} records count. */
  List<CellSink> sinks() {
    return sinks;
  }

  /** Returns the records that break the rules; in strict mode the first alone. */
  List<BrokenRecord> broken() {
    return broken;
  }

  /** Returns the valid records with their texts, until the chunk is released. */
  CsvRecords toRecords(Schema schema) {
    return new CsvRecords(
        chunk.number(), TableSegments.of(schema, this), layout, bytes, starts, ends);
  }

  /** Returns the valid records as a block. */
  CsvBlock toBlock(Schema schema) {
    List<Integer> broke = Arrays.stream(invalid).boxed().toList();
    return new CsvBlock(chunk.number(), TableSegments.of(schema, this), ragged, broke);
  }

  /** Returns why the rest cannot be read, or null if it can. */
  @Nullable
  CsvFault fault() {
    return fault;
  }

  /** Returns the line after the chunk, or that of the fault, counted as that of broken records. */
  long nextLine() {
    return nextLine;
  }
}
