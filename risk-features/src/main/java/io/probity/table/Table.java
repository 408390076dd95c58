package io.probity.table;

import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records as immutable columns, one column for each field of its schema, in the schema's order. The
 * schema's categories list all levels that the table holds.
 */
public final class Table {

  /** What stands for a level that the schema does not know. */
  private static final String UNSEEN = "(unseen)";

  private final Schema schema;
  private final List<Column> columns;
  private final int rows;
  private final String sha256;

  Table(Schema schema, List<Column> columns, int rows, String sha256) {
    this.schema = schema;
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.sha256 = sha256;
    if (columns.size() != schema.fields().size()
        || columns.stream().anyMatch(column -> column.size() != rows)) {
      throw new IllegalArgumentException(
          "a table needs one column of " + rows + " cells for each field of its schema");
    }
  }

  /** Returns the schema; each of its fields is a column. */
  public Schema schema() {
    return schema;
  }

  /** Returns the number of records. */
  public int rows() {
    return rows;
  }

  /**
   * Returns the SHA-256 of what the table was read from, in hexadecimal, as {@link
   * io.probity.csv.CsvInput#sha256} defines it; empty for a {@link CsvBlock}.
   */
  public String sha256() {
    return sha256;
  }

  /**
   * Returns the column of a field.
   *
   * @throws io.probity.input.InvalidInputException if there is no such field
   */
  public Column column(String name) {
    return columns.get(schema.indexOf(name));
  }

  /** Returns the column of a field that holds numbers or days. */
  public DoubleColumn numbers(String name) {
    if (column(name) instanceof DoubleColumn numbers) {
      return numbers;
    }
    throw new IllegalArgumentException("the field " + name + " does not hold numbers");
  }

  /** Returns the column of a category. */
  public LevelColumn levels(String name) {
    if (column(name) instanceof LevelColumn levels) {
      return levels;
    }
    throw new IllegalArgumentException("the field " + name + " is not a category");
  }

  /** Returns the column of a text field. */
  public TextColumn texts(String name) {
    if (column(name) instanceof TextColumn texts) {
      return texts;
    }
    throw new IllegalArgumentException("the field " + name + " does not hold texts");
  }

  /**
   * Copies the cells of a record, one for each field in the schema's order; a text gives NaN.
   *
   * @param into at least as long as the schema has fields
   */
  public void copyRow(int row, double[] into) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      into[i] = column instanceof TextColumn ? Double.NaN : column.cell(row);
    }
  }

  /**
   * Returns the outcome of each record, 1 for bad and 0 for good.
   *
   * @throws IllegalArgumentException if the table has no target
   */
  public int[] target() {
    String name = schema
        .targetField()
        .map(Field::name)
        .orElseThrow(() -> new IllegalArgumentException("the table has no target field"));
    DoubleColumn column = numbers(name);
    int[] target = new int[rows];
    for (int row = 0; row < rows; row++) {
      target[row] = (int) column.cell(row);
    }
    return target;
  }

  /** Returns the weight of each record: the weight field's, or 1 where there is none. */
  public double[] weights() {
    List<Field> fields = schema.fields(FieldRole.WEIGHT);
    if (!fields.isEmpty()) {
      return numbers(fields.get(0).name()).toArray();
    }
    double[] ones = new double[rows];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  /**
   * Returns the values of a record as an application sends them: numbers, names of special codes and
   * levels, days; a missing value or a text is absent.
   */
  public Map<String, Object> fieldsOf(int row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Field field = schema.fields().get(i);
      if (columns.get(i) instanceof TextColumn || Double.isNaN(columns.get(i).cell(row))) {
        continue;
      }
      values.put(field.name(), value(field, columns.get(i).cell(row)));
    }
    return values;
  }

  private static Object value(Field field, double cell) {
    int special = SpecialValues.codeOf(cell);
    if (special >= 0) {
      return field.rules().specials().stream()
          .filter(code -> code.code() == special)
          .findFirst()
          .map(code -> (Object) code.name())
          .orElseThrow();
    }
    return switch (field.kind()) {
      case CATEGORY -> cell < 0 ? UNSEEN : field.rules().levels().get((int) cell);
      case DATE -> LocalDate.ofEpochDay((long) cell);
      case NUMBER, TEXT -> cell;
    };
  }

  /** Returns the records at the given positions, in that order. */
  public Table rowsAt(int[] positions) {
    List<Column> picked =
        columns.stream().map(column -> pick(column, positions)).toList();
    return new Table(schema, picked, positions.length, sha256);
  }

  /**
   * Returns the records of several tables of the same schema, one table after another.
   *
   * @param tables at least one
   * @param sha256 the digest of what they were read from
   * @throws IllegalArgumentException if the schemas, with their levels, differ
   */
  public static Table joined(List<Table> tables, String sha256) {
    return TableParts.joined(tables, sha256);
  }

  private static Column pick(Column column, int[] positions) {
    if (column instanceof LevelColumn levels) {
      int[] codes = new int[positions.length];
      for (int i = 0; i < codes.length; i++) {
        codes[i] = LevelColumn.codeOf(levels.cell(positions[i]));
      }
      return new LevelColumn(levels.levels(), codes);
    }
    if (column instanceof TextColumn texts) {
      String[] values = new String[positions.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = texts.text(positions[i]);
      }
      return new TextColumn(values);
    }
    double[] cells = new double[positions.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = column.cell(positions[i]);
    }
    return DoubleColumn.ofUnsafe(cells);
  }
}
