package io.probity.training.streaming;

import io.probity.csv.CsvWork;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvBlock;
import io.probity.table.CsvReader;
import io.probity.table.CsvResult;
import io.probity.table.CsvSummary;
import io.probity.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The records of CSV files that are read again for each pass. Of every record only the key columns are
 * held: the target, the weight, what a split reads, and categories whose levels have to be learned.
 */
public final class StreamedRecords {

  private final CsvReader reader;
  private final List<Path> paths;
  private final CsvWork work;
  private final Table keys;
  private final int[] firstRow; // of each block, and the number of all records at the end

  private StreamedRecords(
      CsvReader reader, List<Path> paths, CsvWork work, Table keys, int[] firstRow) {
    this.reader = reader;
    this.paths = paths;
    this.work = work;
    this.keys = keys;
    this.firstRow = firstRow;
  }

  /**
   * Reads the key columns.
   *
   * @param reader strict, with a target in its schema
   * @param paths see {@link io.probity.csv.CsvFiles#of}
   * @param work where the parts of the files are worked on, in this pass and later ones
   * @param splitFields the fields that the split reads
   * @throws InvalidInputException if a file breaks a rule
   */
  public static StreamedRecords open(
      CsvReader reader, List<Path> paths, CsvWork work, List<String> splitFields)
      throws IOException {
    Schema schema = reader.schema();
    TreeSet<String> wanted = new TreeSet<>(splitFields);
    for (Field field : schema.fields()) {
      boolean learned =
          field.kind() == FieldKind.CATEGORY && field.rules().levels().isEmpty();
      if (learned || field.role() == FieldRole.TARGET || field.role() == FieldRole.WEIGHT) {
        wanted.add(field.name());
      }
    }
    List<String> columns = schema.fields().stream()
        .map(Field::name)
        .filter(name -> wanted.contains(name) && reader.required().contains(name))
        .toList();
    CsvResult read = reader.withSchema(schema.only(columns)).read(paths, work);
    int[] firstRow = new int[read.blockRows().size() + 1];
    for (int block = 0; block + 1 < firstRow.length; block++) {
      firstRow[block + 1] = firstRow[block] + read.blockRows().get(block);
    }
    CsvReader whole = reader.withSchema(schema.withLevelsOf(read.table().schema()));
    return new StreamedRecords(whole, List.copyOf(paths), work, read.table(), firstRow);
  }

  /** Returns the data dictionary, with the levels of the records. */
  public Schema schema() {
    return reader.schema();
  }

  /** Returns the key columns. */
  public Table keys() {
    return keys;
  }

  /** Works on the records of a block. */
  @FunctionalInterface
  public interface BlockTask<R> {
    /**
     * Works on consecutive records; called by any thread.
     *
     * @param records the records
     * @param firstRow the number of the first of them among all
     */
    R apply(Table records, int firstRow);
  }

  /**
   * Reads every record once more.
   *
   * @param sink takes what each block came to, in their order, in the caller's thread
   * @throws InvalidInputException if a file breaks a rule, or is no longer what it was
   */
  public <R> void pass(BlockTask<R> task, CsvWork.Sink<R> sink) throws IOException {
    CsvSummary summary = reader.blocks(
        paths,
        work,
        block -> isKnown(block)
            ? Optional.of(task.apply(block.table(), firstRow[block.number()]))
            : Optional.<R>empty(),
        done -> sink.accept(done.orElseThrow(this::changed)));
    if (!summary.sha256().equals(keys.sha256())) {
      throw changed();
    }
  }

  /** Returns whether a block has as many records as before; one with a broken record has fewer. */
  private boolean isKnown(CsvBlock block) {
    return block.number() + 1 < firstRow.length
        && block.table().rows() == firstRow[block.number() + 1] - firstRow[block.number()];
  }

  private InvalidInputException changed() {
    return new InvalidInputException(new Violation(
        String.valueOf(paths.get(0).getFileName()),
        "the records changed while they were read",
        "",
        "train again once nobody writes them"));
  }
}
