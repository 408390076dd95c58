package io.probity.feature;

import io.probity.schema.Field;
import io.probity.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The features of many records, by feature. What a trainer learns from, computed by the same extractor
 * that serves. A column holds a cell for each record, or one byte for each: {@link CodedCells}.
 */
public final class FeatureMatrix {

  private final List<Field> fields;
  private final List<Cells> columns;
  private final int rows;

  private FeatureMatrix(List<Field> fields, List<? extends Cells> columns, int rows) {
    this.fields = fields;
    this.columns = List.copyOf(columns);
    this.rows = rows;
  }

  /** Computes the features of every record of a table. */
  public static FeatureMatrix of(FeatureExtractor extractor, Table table) {
    List<Field> fields =
        extractor.names().stream().map(extractor.schema()::field).toList();
    double[][] columns = new double[fields.size()][table.rows()];
    Workspace workspace = extractor.newWorkspace();
    double[] cells = new double[columns.length];
    for (int row = 0; row < table.rows(); row++) {
      extractor.extractInto(table, row, workspace, cells);
      for (int i = 0; i < columns.length; i++) {
        columns[i][row] = cells[i];
      }
    }
    return new FeatureMatrix(fields, plain(columns), table.rows());
  }

  private static List<PlainCells> plain(double[][] columns) {
    List<PlainCells> plain = new ArrayList<>();
    for (double[] column : columns) {
      plain.add(new PlainCells(column));
    }
    return plain;
  }

  /**
   * Returns features held as one byte a cell.
   *
   * @param columns one for each field, each of so many records
   * @throws IllegalArgumentException if the numbers differ
   */
  public static FeatureMatrix ofCodes(List<Field> fields, List<CodedCells> columns, int rows) {
    if (fields.size() != columns.size()
        || columns.stream().anyMatch(column -> column.rows() != rows)) {
      throw new IllegalArgumentException(
          "one column of " + rows + " records is needed for each of " + fields.size() + " fields");
    }
    return new FeatureMatrix(List.copyOf(fields), columns, rows);
  }

  /**
   * Returns features that are at hand already; the arrays are taken over.
   *
   * @param columns the cells of each field, one a record
   */
  public static FeatureMatrix ofColumns(List<Field> fields, double[][] columns) {
    int rows = columns.length == 0 ? 0 : columns[0].length;
    if (fields.size() != columns.length) {
      throw new IllegalArgumentException(
          "as many columns as fields are needed, not " + columns.length + " for " + fields.size());
    }
    for (double[] column : columns) {
      if (column.length != rows) {
        throw new IllegalArgumentException(
            "all columns need one length, not " + rows + " and " + column.length);
      }
    }
    return new FeatureMatrix(List.copyOf(fields), plain(columns), rows);
  }

  /** Returns the number of records. */
  public int rows() {
    return rows;
  }

  /** Returns the fields, in the order of the columns. */
  public List<Field> fields() {
    return fields;
  }

  /** Returns the cell of a record in a column. */
  public double cell(int row, int column) {
    return columns.get(column).cell(row);
  }

  /** Copies the cells of a record, in the order of the columns. */
  public void copyRow(int row, double[] into) {
    for (int i = 0; i < columns.size(); i++) {
      into[i] = columns.get(i).cell(row);
    }
  }

  /**
   * Returns the cells of a column; the caller must not change them. They are made anew on each call for
   * a column of one byte a cell.
   */
  public double[] columnUnsafe(int column) {
    return columns.get(column).toArrayUnsafe();
  }

  /** Returns a column of one byte a cell; empty for any other column. */
  public Optional<CodedCells> codes(int column) {
    return columns.get(column) instanceof CodedCells coded ? Optional.of(coded) : Optional.empty();
  }

  /** Returns the same records with only the columns at the given positions, in that order. */
  public FeatureMatrix columnsAt(List<Integer> positions) {
    return new FeatureMatrix(
        positions.stream().map(fields::get).toList(),
        positions.stream().map(columns::get).toList(),
        rows);
  }

  /** Returns the records at the given positions, in that order. */
  public FeatureMatrix rowsAt(int[] positions) {
    return new FeatureMatrix(
        fields,
        columns.stream().map(column -> column.rowsAt(positions)).toList(),
        positions.length);
  }

  /**
   * Returns some features, in the order given; the cells are shared.
   *
   * @throws IllegalArgumentException if there is no such feature
   */
  public FeatureMatrix only(List<String> names) {
    List<String> known = fields.stream().map(Field::name).toList();
    List<Field> picked = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (String name : names) {
      int column = known.indexOf(name);
      if (column < 0) {
        throw new IllegalArgumentException("there is no feature \"" + name + "\" among " + known);
      }
      picked.add(fields.get(column));
      cells.add(columns.get(column));
    }
    return new FeatureMatrix(List.copyOf(picked), cells, rows);
  }

  /** The cells of a column. */
  interface Cells {

    double cell(int row);

    double[] toArrayUnsafe();

    Cells rowsAt(int[] positions);
  }

  /** Cells as they are. */
  private static final class PlainCells implements Cells {

    private final double[] cells;

    private PlainCells(double[] cells) {
      this.cells = cells;
    }

    @Override
    public double cell(int row) {
      return cells[row];
    }

    @Override
    public double[] toArrayUnsafe() {
      return cells;
    }

    @Override
    public Cells rowsAt(int[] positions) {
      double[] picked = new double[positions.length];
      for (int i = 0; i < picked.length; i++) {
        picked[i] = cells[positions[i]];
      }
      return new PlainCells(picked);
    }
  }
}
