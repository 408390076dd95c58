package io.probity.training.logistic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The explanatory columns of a regression: {@code rows × columns} finite numbers of at most
 * 1e100 in size, held by column, each column with a name. The intercept is not a column; the trainer adds it. Immutable.
 */
public final class DesignMatrix {

  /** The name of the intercept in every result; no column may bear it. */
  public static final String INTERCEPT = "(Intercept)";

  private static final double LARGEST = 1e100;

  private final int rows;
  private final List<String> names;
  private final Map<String, Integer> positions;
  private final DesignColumn[] columns;

  private DesignMatrix(int rows, List<String> names, DesignColumn[] columns) {
    this.rows = rows;
    this.names = names;
    this.columns = columns;
    this.positions = new HashMap<>();
    for (int j = 0; j < names.size(); j++) {
      positions.put(names.get(j), j);
    }
  }

  /**
   * Returns a matrix that holds copies of the columns.
   *
   * @param names the name of each column; not blank, none twice
   * @param columns the values, one array a column, all of the same length of at least 1
   * @throws IllegalArgumentException if a name or a length is wrong or a value is not finite
   */
  public static DesignMatrix of(List<String> names, double[][] columns) {
    double[][] copies = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      copies[j] = columns[j].clone();
    }
    return ofUnsafe(names, copies);
  }

  /**
   * Returns a matrix that shares the arrays of the columns, for data too large to copy. The caller
   * must not change them afterwards.
   *
   * @param names the name of each column; not blank, none twice
   * @param columns the values, one array a column, all of the same length of at least 1
   * @throws IllegalArgumentException if a name or a length is wrong or a value is not finite
   */
  public static DesignMatrix ofUnsafe(List<String> names, double[][] columns) {
    DesignColumn[] plain = new DesignColumn[columns.length];
    for (int j = 0; j < columns.length; j++) {
      plain[j] = new DesignColumn.Plain(columns[j]);
    }
    return ofColumns(names, plain);
  }

  /**
   * Returns a matrix of columns held as one byte a cell, for data too large for anything else. The caller
   * must not change the arrays afterwards.
   *
   * @param names the name of each column; not blank, none twice
   * @param codes the code of each row, 0 to 255 as a number without sign, one array a column
   * @param values the value that each code stands for, one array a column
   * @throws IllegalArgumentException if a name or a length is wrong or a value is not finite
   */
  public static DesignMatrix ofCodes(List<String> names, byte[][] codes, double[][] values) {
    if (codes.length != values.length) {
      throw new IllegalArgumentException("as many lists of values as columns are needed, not "
          + values.length + " for " + codes.length);
    }
    DesignColumn[] coded = new DesignColumn[codes.length];
    for (int j = 0; j < codes.length; j++) {
      coded[j] = new DesignColumn.Coded(codes[j], values[j].clone());
    }
    return ofColumns(names, coded);
  }

  private static DesignMatrix ofColumns(List<String> names, DesignColumn[] columns) {
    if (columns.length == 0 || names.size() != columns.length) {
      throw new IllegalArgumentException(
          "a design needs one name a column and at least one column, "
              + "but has " + names.size() + " names and " + columns.length
              + " columns; for none use DesignMatrix.ofIntercept");
    }
    DesignMatrix matrix =
        new DesignMatrix(requireRows(columns[0].rows()), List.copyOf(names), columns);
    if (matrix.positions.size() != columns.length) {
      throw new IllegalArgumentException("no two columns may have the same name: " + names);
    }
    for (int j = 0; j < columns.length; j++) {
      requireColumn(matrix.names.get(j), columns[j], matrix.rows);
    }
    return matrix;
  }

  /**
   * Returns a matrix without columns: the design of a model that has only an intercept.
   *
   * @param rows at least 1
   */
  public static DesignMatrix ofIntercept(int rows) {
    return new DesignMatrix(requireRows(rows), List.of(), new DesignColumn[0]);
  }

  /** Returns the number of rows, at least 1. */
  public int rows() {
    return rows;
  }

  /** Returns the names of the columns, in order. */
  public List<String> names() {
    return names;
  }

  /** Returns the number of columns, without the intercept. */
  public int columns() {
    return columns.length;
  }

  /** Returns one cell. */
  public double value(int row, int column) {
    return columns[column].value(row);
  }

  /**
   * Returns the position of a column.
   *
   * @throws IllegalArgumentException if no column has this name
   */
  public int indexOf(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException(
          "the design has no column \"" + name + "\"; it has " + names);
    }
    return position;
  }

  /** Returns whether a column has this name. */
  public boolean has(String name) {
    return positions.containsKey(name);
  }

  /**
   * Returns the named columns, in the order given; the values are shared, not copied.
   *
   * @throws IllegalArgumentException if a name is unknown or stands twice
   */
  public DesignMatrix select(List<String> wanted) {
    List<DesignColumn> selected = new ArrayList<>();
    for (String name : wanted) {
      selected.add(columns[indexOf(name)]);
    }
    DesignMatrix matrix =
        new DesignMatrix(rows, List.copyOf(wanted), selected.toArray(new DesignColumn[0]));
    if (matrix.positions.size() != wanted.size()) {
      throw new IllegalArgumentException("no column may be selected twice: " + wanted);
    }
    return matrix;
  }

  DesignColumn column(int column) {
    return columns[column];
  }

  private static int requireRows(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a design needs at least one row, but has " + rows);
    }
    return rows;
  }

  private static void requireColumn(String name, DesignColumn column, int rows) {
    if (name.isBlank() || name.equals(INTERCEPT)) {
      throw new IllegalArgumentException(
          "a column needs a name other than \"" + name + "\"; " + "the trainer adds the intercept");
    }
    if (column.rows() != rows) {
      throw new IllegalArgumentException("the column " + name + " has " + column.rows()
          + " rows, but the first column has " + rows);
    }
    for (int row = 0; row < rows; row++) {
      if (!(Math.abs(column.value(row)) <= LARGEST)) {
        throw new IllegalArgumentException("the column " + name + " must be finite and within ±"
            + LARGEST + ", but row " + row + " holds " + column.value(row)
            + "; give missing values a bin or a number first");
      }
    }
  }
}
