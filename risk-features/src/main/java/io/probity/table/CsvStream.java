package io.probity.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.schema.CellReader;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open CSV, read record by record. {@link #advance} moves to the next valid record; broken ones
 * are thrown or set aside as the mode says. Not safe for use by several threads.
 */
public final class CsvStream implements Closeable {

  private final CsvSource source;
  private final Schema schema;
  private final @Nullable RejectsFile rejects;
  private final List<ColumnBuilder> builders = new ArrayList<>();
  private final int[] columnOfField;
  private final double[] cells;
  private @Nullable CsvRecord record;
  private long accepted;

  CsvStream(CsvSource source, Schema schema, CsvMode mode) throws IOException {
    this.source = source;
    this.schema = schema;
    int fields = schema.fields().size();
    this.columnOfField = new int[fields];
    this.cells = new double[fields];
    for (int i = 0; i < fields; i++) {
      Field field = schema.fields().get(i);
      builders.add(new ColumnBuilder(schema, field));
      columnOfField[i] = source.header().indexOf(field.name());
    }
    this.rejects = mode instanceof CsvMode.Quarantine quarantine
        ? RejectsFile.create(quarantine, source.header())
        : null;
  }

  /** Returns the fields that the file has, in the schema's order. */
  public Schema schema() {
    return schema;
  }

  /** Returns the file's name. */
  public String name() {
    return source.name();
  }

  /** Returns the file's columns, in its order. */
  public List<String> header() {
    return source.header();
  }

  /** Returns the columns that the schema does not know or ignores. */
  public List<String> ignoredColumns() {
    return source.header().stream().filter(name -> !schema.has(name)).toList();
  }

  /**
   * Moves to the next valid record.
   *
   * @return false after the last
   * @throws InvalidInputException if a record breaks the schema and the mode is strict
   */
  public boolean advance() throws IOException {
    CsvRecord next = source.next();
    while (next != null) {
      List<Violation> violations = read(next);
      if (violations.isEmpty()) {
        record = next;
        accepted++;
        return true;
      }
      if (rejects == null) {
        throw new InvalidInputException(violations);
      }
      rejects.add(next, violations);
      next = source.next();
    }
    record = null;
    return false;
  }

  /** Returns the line that the current record starts on, counted from 1. */
  public long line() {
    return current().getStartingLineNumber();
  }

  /** Returns the cell of the current record in a field, by its position in {@link #schema()}. */
  public double cell(int field) {
    return cells[field];
  }

  /** Returns the text of the current record in a field, by its position in {@link #schema()}. */
  public String text(int field) {
    return current().getField(columnOfField[field]);
  }

  /** Returns all texts of the current record, in the file's order. */
  public List<String> texts() {
    return current().getFields();
  }

  /** Returns how many records were valid so far. */
  public long accepted() {
    return accepted;
  }

  /** Returns how many records were set aside so far. */
  public long rejected() {
    return rejects == null ? 0 : rejects.count();
  }

  /**
   * Checks the share of broken records and completes the rejects file. Call it after the last record.
   *
   * @throws InvalidInputException if more records are broken than the mode allows; the rejects file
   *     is kept, so that it can be looked at
   */
  public void finish() throws IOException {
    if (rejects != null) {
      rejects.finish(source.name(), accepted);
    }
  }

  /** Returns the SHA-256 of the file's bytes, in hexadecimal. Call it after the last record. */
  public String sha256() {
    return source.sha256Hex();
  }

  @Override
  public void close() throws IOException {
    try (source) {
      if (rejects != null) {
        rejects.close();
      }
    }
  }

  List<ColumnBuilder> builders() {
    return builders;
  }

  private CsvRecord current() {
    if (record == null) {
      throw new IllegalStateException("there is no current record");
    }
    return record;
  }

  private List<Violation> read(CsvRecord next) {
    if (next.getFieldCount() != source.header().size()) {
      return List.of(source.ragged(next));
    }
    Violations violations = new Violations();
    for (int i = 0; i < cells.length; i++) {
      ColumnBuilder builder = builders.get(i);
      String raw = next.getField(columnOfField[i]);
      double cell = builder.cell(raw);
      if (cell == CellReader.INVALID) {
        violations.add(broken(next, i, raw, builder.problem(raw)));
      } else if (Double.isNaN(cell) && mustBeGiven(builder.field())) {
        violations.add(broken(next, i, raw, "the value of this field must not be missing"));
      }
      cells[i] = cell;
    }
    return violations.list();
  }

  private Violation broken(CsvRecord next, int field, String raw, String rule) {
    String place = source.place(next.getStartingLineNumber(), columnOfField[field]);
    return new Violation(place, rule, "\"" + raw + "\"", "");
  }

  private static boolean mustBeGiven(Field field) {
    return field.role() == FieldRole.TARGET || field.role() == FieldRole.WEIGHT;
  }
}
