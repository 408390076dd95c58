package io.probity.table;

import io.probity.csv.CsvChunk;
import io.probity.csv.RecordScanner;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Consecutive valid records of a CSV, as cells and as they are written, so that something can be added
 * to each of them. Only for use while the block is worked on: its bytes are used again afterwards.
 */
public final class CsvRecords {

  private final int number;
  private final Table table;
  private final CsvLayout layout;
  private final byte[] bytes;
  private final int[] starts;
  private final int[] ends;

  CsvRecords(int number, Table table, CsvLayout layout, byte[] bytes, int[] starts, int[] ends) {
    this.number = number;
    this.table = table;
    this.layout = layout;
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
  }

  /** Returns the number of the block, from 0 on; the first one may be without records. */
  public int number() {
    return number;
  }

  /** Returns the cells of the records. */
  public Table table() {
    return table;
  }

  /** Returns all columns of the file, in its order; the table may have fewer. */
  public List<String> header() {
    return layout.header();
  }

  /** Writes a record as it is written in the file, without its line end. */
  public void writeTo(int row, ByteArrayOutputStream out) {
    out.write(bytes, starts[row], ends[row] - starts[row]);
  }

  /** Returns the texts of all columns of a record. */
  public List<String> texts(int row) {
    RecordScanner scanner = new RecordScanner(layout.separator());
    scanner.reset(CsvChunk.ofRecord(Arrays.copyOfRange(bytes, starts[row], ends[row])), 1);
    scanner.next();
    return scanner.texts();
  }
}
