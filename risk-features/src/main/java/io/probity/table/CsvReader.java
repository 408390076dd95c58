package io.probity.table;

import io.probity.csv.CsvFiles;
import io.probity.csv.CsvInput;
import io.probity.csv.CsvWork;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads CSV files strictly: RFC 4180, UTF-8 with or without a byte order mark, any line ends, a header
 * of unique names, compressed by gzip or not. Each value is read by the rules of its field.
 *
 * <p>Several files, or a folder of them, are one table; see {@link CsvFiles#of}. A column that the
 * schema does not know is ignored and reported. A derived field is never read; it is computed later
 * from its operands. Immutable; each call opens the files anew.
 *
 * @param schema what the columns mean
 * @param mode what happens to a record that breaks the schema
 * @param required the fields that the file must have; another field of the schema may be absent, and
 *     then the table does not have it
 * @param separator between the fields of a record: a character of ASCII other than a quote or a line
 *     end
 */
public record CsvReader(Schema schema, CsvMode mode, Set<String> required, char separator) {

  /** Copies the names. */
  public CsvReader {
    required = Set.copyOf(required);
  }

  /** Returns a strict reader that needs every column of the schema that is not IGNORED. */
  public static CsvReader strict(Schema schema) {
    List<String> names = columnFields(schema).stream()
        .filter(field -> field.role() != FieldRole.IGNORED)
        .map(Field::name)
        .toList();
    return new CsvReader(schema, CsvMode.STRICT, Set.copyOf(names), ',');
  }

  /** Returns this reader with other required fields. */
  public CsvReader requiring(Set<String> names) {
    return new CsvReader(schema, mode, names, separator);
  }

  /** Returns this reader with another schema. */
  public CsvReader withSchema(Schema other) {
    return new CsvReader(other, mode, required, separator);
  }

  /** Returns this reader with another way to treat broken records. */
  public CsvReader withMode(CsvMode other) {
    return new CsvReader(schema, other, required, separator);
  }

  /** Returns this reader with another separator. */
  public CsvReader withSeparator(char other) {
    return new CsvReader(schema, mode, required, other);
  }

  /**
   * Reads a file or a folder into a table, in the caller's thread.
   *
   * @throws InvalidInputException if the file breaks a rule, with all violations of the header or of
   *     the first broken record; in quarantine mode if more records are broken than allowed
   */
  public CsvResult read(Path path) throws IOException {
    return read(List.of(path), CsvWork.ALONE);
  }

  /**
   * Reads files and folders into one table.
   *
   * @param paths see {@link CsvFiles#of}
   * @param work where the parts of the files are worked on; the table does not depend on it
   * @throws InvalidInputException if a file breaks a rule, with all violations of the header or of the
   *     first broken record; in quarantine mode if more records are broken than allowed
   */
  public CsvResult read(List<Path> paths, CsvWork work) throws IOException {
    return read(CsvFiles.of(paths), work, CsvInput.CHUNK_BYTES);
  }

  CsvResult read(CsvFiles files, CsvWork work, int chunkBytes) throws IOException {
    try (CsvInput input = CsvInput.open(files, separator, chunkBytes)) {
      CsvLayout layout = layout(input);
      TableSegments segments = new TableSegments(layout.schema());
      CsvSummary summary = read(input, layout, work, Function.identity(), segments::add);
      List<Integer> blockRows = segments.rowsOfChunks();
      Table table = segments.build(summary.sha256());
      return new CsvResult(
          table, summary.rejected(), summary.ignoredColumns(), unseen(table), blockRows);
    }
  }

  /**
   * Reads files and folders block by block, with a few blocks in memory at a time. The blocks follow
   * from the files alone: reading again gives the same ones.
   *
   * @param paths see {@link CsvFiles#of}
   * @param work where blocks are worked on
   * @param perBlock called for each block, by any thread; a block may be without records
   * @param sink takes what {@code perBlock} returned, in the order of the blocks, in the caller's
   *     thread
   * @throws InvalidInputException if a file breaks a rule; blocks before it were worked on then
   */
  public <R> CsvSummary blocks(
      List<Path> paths, CsvWork work, Function<CsvBlock, R> perBlock, CsvWork.Sink<R> sink)
      throws IOException {
    return blocks(CsvFiles.of(paths), work, CsvInput.CHUNK_BYTES, perBlock, sink);
  }

  <R> CsvSummary blocks(
      CsvFiles files,
      CsvWork work,
      int chunkBytes,
      Function<CsvBlock, R> perBlock,
      CsvWork.Sink<R> sink)
      throws IOException {
    try (CsvInput input = CsvInput.open(files, separator, chunkBytes)) {
      CsvLayout layout = layout(input);
      return read(
          input, layout, work, cells -> perBlock.apply(cells.toBlock(layout.schema())), sink);
    }
  }

  /**
   * Reads files and folders block by block, with the texts of each record. A file without records
   * gives one block without any.
   *
   * @param paths see {@link CsvFiles#of}
   * @param work where blocks are worked on
   * @param perBlock called for each block, by any thread; it may not keep the block
   * @param sink takes what {@code perBlock} returned, in the order of the blocks, in the caller's
   *     thread
   * @throws InvalidInputException if a file breaks a rule; blocks before it were worked on then
   */
  public <R> CsvSummary records(
      List<Path> paths, CsvWork work, Function<CsvRecords, R> perBlock, CsvWork.Sink<R> sink)
      throws IOException {
    CsvFiles files = CsvFiles.of(paths);
    try (CsvInput input = CsvInput.open(files, separator, CsvInput.CHUNK_BYTES)) {
      return records(input, work, perBlock, sink);
    }
  }

  /**
   * Reads a stream block by block, with the texts of each record; see {@link #records(List, CsvWork,
   * Function, CsvWork.Sink)}. The stream is closed.
   *
   * @param name what it is called in messages
   */
  public <R> CsvSummary records(
      InputStream stream,
      String name,
      CsvWork work,
      Function<CsvRecords, R> perBlock,
      CsvWork.Sink<R> sink)
      throws IOException {
    try (CsvInput input = CsvInput.open(stream, name, separator, CsvInput.CHUNK_BYTES)) {
      return records(input, work, perBlock, sink);
    }
  }

  <R> CsvSummary records(
      CsvInput input, CsvWork work, Function<CsvRecords, R> perBlock, CsvWork.Sink<R> sink)
      throws IOException {
    CsvLayout layout = layout(input);
    return readAll(
        input, layout, work, cells -> perBlock.apply(cells.toRecords(layout.schema())), sink);
  }

  /**
   * Opens a file or a folder to be read record by record, in constant memory. Levels must be declared
   * by the schema; the caller closes the stream.
   */
  public CsvStream stream(Path path) throws IOException {
    return stream(List.of(path));
  }

  /** Opens files and folders to be read record by record; see {@link #stream(Path)}. */
  public CsvStream stream(List<Path> paths) throws IOException {
    return stream(CsvFiles.of(paths), CsvInput.CHUNK_BYTES);
  }

  CsvStream stream(CsvFiles files, int chunkBytes) throws IOException {
    CsvInput input = CsvInput.open(files, separator, chunkBytes);
    try {
      return new CsvStream(input, layout(input), mode);
    } catch (IOException | RuntimeException failed) {
      input.close();
      throw failed;
    }
  }

  private <R> CsvSummary read(
      CsvInput input,
      CsvLayout layout,
      CsvWork work,
      Function<ChunkCells, R> perChunk,
      CsvWork.Sink<R> sink)
      throws IOException {
    CsvSummary summary = readAll(input, layout, work, perChunk, sink);
    if (summary.rows() == 0) {
      throw new InvalidInputException(new Violation(
          input.files().name(),
          "the file holds no valid record",
          "",
          "add records below the header"));
    }
    return summary;
  }

  private <R> CsvSummary readAll(
      CsvInput input,
      CsvLayout layout,
      CsvWork work,
      Function<ChunkCells, R> perChunk,
      CsvWork.Sink<R> sink)
      throws IOException {
    try (OrderedRead ordered = new OrderedRead(input, layout, mode)) {
      work.run(
          input,
          chunk -> {
            ChunkCells cells = ChunkCells.read(chunk, layout, mode);
            return new Worked<>(cells, perChunk.apply(cells));
          },
          worked -> {
            ordered.add(worked.cells());
            sink.accept(worked.result());
          });
      ordered.finish();
      return new CsvSummary(
          layout.schema(),
          ordered.accepted(),
          ordered.rejected(),
          layout.ignoredColumns(),
          input.sha256());
    }
  }

  /** A chunk and what was made of it. */
  private record Worked<R>(ChunkCells cells, R result) {}

  private CsvLayout layout(CsvInput input) {
    List<String> header = input.header();
    Violations violations = new Violations();
    for (String name : required) {
      if (!header.contains(name)) {
        violations.add(
            input.files().name(0) + ":1",
            "the column \"" + name + "\" is missing",
            "",
            NearestName.remedy(name, header));
      }
    }
    violations.throwIfAny();
    List<String> present = columnFields(schema).stream()
        .filter(field -> field.role() != FieldRole.IGNORED)
        .map(Field::name)
        .filter(header::contains)
        .toList();
    return new CsvLayout(schema.only(present), header, separator);
  }

  private static List<Field> columnFields(Schema schema) {
    return schema.fields().stream()
        .filter(field -> !(field.source() instanceof FieldSource.Derived))
        .toList();
  }

  private static Map<String, Integer> unseen(Table table) {
    Map<String, Integer> unseen = new TreeMap<>();
    for (Field field : table.schema().fields()) {
      if (table.column(field.name()) instanceof LevelColumn levels && levels.unseen() > 0) {
        unseen.put(field.name(), levels.unseen());
      }
    }
    return unseen;
  }
}
