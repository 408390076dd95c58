package io.probity.feature;

import io.probity.schema.Field;
import io.probity.table.Table;
import java.util.List;

/**
 * The features of many records, one array of cells a feature. What a trainer learns from, computed by
 * the same extractor that serves.
 */
public final class FeatureMatrix {

  private final List<Field> fields;
  private final double[][] columns;
  private final int rows;

  private FeatureMatrix(List<Field> fields, double[][] columns, int rows) {
    this.fields = fields;
    this.columns = columns;
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
    return new FeatureMatrix(fields, columns, table.rows());
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
    return columns[column][row];
  }

  /** Copies the cells of a record, in the order of the columns. */
  public void copyRow(int row, double[] into) {
    for (int i = 0; i < columns.length; i++) {
      into[i] = columns[i][row];
    }
  }

  /** Returns the cells of a column; the caller must not change them. */
  public double[] columnUnsafe(int column) {
    return columns[column];
  }

  /** Returns the records at the given positions, in that order. */
  public FeatureMatrix rowsAt(int[] positions) {
    double[][] picked = new double[columns.length][positions.length];
    for (int i = 0; i < columns.length; i++) {
      for (int p = 0; p < positions.length; p++) {
        picked[i][p] = columns[i][positions[p]];
      }
    }
    return new FeatureMatrix(fields, picked, positions.length);
  }
}
