package io.probity.table;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a table that is being read, chunk after chunk. */
final class TableSegments {

  private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

  private final Schema schema;
  private final List<ColumnSegments> columns;
  private int[] rowsOf = new int[16];
  private int chunks;
  private long rows;

  TableSegments(Schema schema) {
    this.schema = schema;
    this.columns = schema.fields().stream().map(ColumnSegments::new).toList();
  }

  /** Returns the table of the records of a single chunk. */
  static Table of(Schema schema, ChunkCells cells) {
    TableSegments segments = new TableSegments(schema);
    segments.add(cells);
    return segments.build("");
  }

  /** Adds the records of a chunk. */
  void add(ChunkCells cells) {
    rows += cells.rows();
    if (rows > MOST_ROWS) {
      throw new InvalidInputException(
          Violation.of("table", "a table holds at most 2^31 - 9 records", ""));
    }
    if (chunks == rowsOf.length) {
      rowsOf = Arrays.copyOf(rowsOf, 2 * chunks);
    }
    rowsOf[chunks++] = cells.rows();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(cells.sinks().get(i), cells.rows());
    }
  }

  /** Returns the number of records of each chunk, in order. */
  List<Integer> rowsOfChunks() {
    return Arrays.stream(rowsOf, 0, chunks).boxed().toList();
  }

  /** Puts the columns together, one after another, and lets go of their parts. */
  Table build(String sha256) {
    int[] rowsOfChunk = Arrays.copyOf(rowsOf, chunks);
    List<Column> built = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (ColumnSegments column : columns) {
      fields.add(column.fieldWithLevels());
      built.add(column.build(rowsOfChunk));
    }
    Schema learned = Schema.of(schema.target(), schema.missingTokens(), fields);
    return new Table(learned, built, (int) rows, sha256);
  }
}
