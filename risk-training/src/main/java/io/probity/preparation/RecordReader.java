package io.probity.preparation;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.CsvStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An open CSV of which some columns are known: the first is the key, all cells are texts, and a column
 * that the file does not have is empty in every record.
 *
 * <p>A record that has not as many fields as the header stops the reading, whatever is done with
 * broken values: nobody can say to whom it belongs.
 */
final class RecordReader implements Closeable {

  private final CsvStream records;
  private final int[] positions;
  private final List<String> ignored;

  private RecordReader(CsvStream records, int[] positions, List<String> ignored) {
    this.records = records;
    this.positions = positions;
    this.ignored = ignored;
  }

  static RecordReader open(Path file, char separator, List<String> required, List<String> columns)
      throws IOException {
    List<Field> fields = new ArrayList<>();
    columns.forEach(name -> fields.add(Field.of(name, FieldKind.TEXT, FieldRole.SEGMENT)));
    Schema schema = Schema.of(Optional.empty(), Set.of(), fields);
    CsvStream records =
        CsvReader.strict(schema).requiring(new HashSet<>(required)).withSeparator(separator).stream(
            file);
    int[] positions = new int[columns.size()];
    List<String> present = records.schema().fields().stream().map(Field::name).toList();
    for (int i = 0; i < positions.length; i++) {
      positions[i] = present.indexOf(columns.get(i));
    }
    return new RecordReader(records, positions, unknown(records.header(), columns));
  }

  private static List<String> unknown(List<String> header, List<String> columns) {
    List<String> unknown = new ArrayList<>();
    for (String name : header) {
      if (!columns.contains(name)) {
        unknown.add(NearestName.of(name, columns)
            .filter(near -> !header.contains(near))
            .map(near -> name + " (did you mean " + near + "?)")
            .orElse(name));
      }
    }
    return List.copyOf(unknown);
  }

  /** Returns the file's columns that nobody knows, with the name that may be meant. */
  List<String> ignoredColumns() {
    return ignored;
  }

  String name() {
    return records.name();
  }

  boolean advance() throws IOException {
    return records.advance();
  }

  long line() {
    return records.line();
  }

  /** Returns the key of the current record. */
  String key() {
    String key = records.text(positions[0]);
    if (key.isBlank()) {
      throw new InvalidInputException(
          Violation.of(name() + ":" + line(), "a record must name its application", "\"\""));
    }
    return key;
  }

  /** Returns the cells of the current record after the key, in the order of the known columns. */
  String[] cells() {
    String[] cells = new String[positions.length - 1];
    for (int i = 1; i < positions.length; i++) {
      cells[i - 1] = positions[i] < 0 ? "" : records.text(positions[i]);
    }
    return cells;
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
