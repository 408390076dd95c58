package io.probity.feature;

import io.probity.table.CsvStream;
import io.probity.table.Table;
import org.jspecify.annotations.Nullable;

/** Scratch space of one thread for one {@link FeatureExtractor}. Not safe for several threads. */
public final class Workspace {

  private final double[] slots;
  private final CatalogRun run;
  private @Nullable Table table;
  private @Nullable TableCells cells;
  private @Nullable CsvStream stream;
  private @Nullable StreamCells streamCells;

  Workspace(int slots, CatalogRun run) {
    this.slots = new double[slots];
    this.run = run;
  }

  double[] slots() {
    return slots;
  }

  CatalogRun run() {
    return run;
  }

  /** Returns the columns of a table that the extractor reads, bound once for each table. */
  TableCells cellsOf(Table wanted, FeatureExtractor extractor) {
    TableCells bound = cells;
    if (bound == null || table != wanted) {
      bound = TableCells.bind(wanted, extractor);
      cells = bound;
      table = wanted;
    }
    return bound;
  }

  /** Returns the columns of a stream that the extractor reads, bound once for each stream. */
  StreamCells cellsOf(CsvStream wanted, FeatureExtractor extractor) {
    StreamCells bound = streamCells;
    if (bound == null || stream != wanted) {
      bound = StreamCells.bind(wanted, extractor);
      streamCells = bound;
      stream = wanted;
    }
    return bound;
  }
}
