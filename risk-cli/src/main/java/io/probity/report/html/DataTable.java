package io.probity.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that readers can sort.
 *
 * @param caption what it shows
 * @param columns its columns
 * @param rows its rows, each with a cell for each column
 */
record DataTable(Words caption, List<Column> columns, List<Row> rows) implements Block {

  DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw new IllegalArgumentException(
            "a row of " + columns.size() + " columns has " + row.cells().size() + " cells: " + row);
      }
    }
  }

  /**
   * A column.
   *
   * @param title its title
   * @param isNumeric whether it is set to the right
   */
  record Column(Words title, boolean isNumeric) {}

  /**
   * A row.
   *
   * @param cells its cells
   */
  record Row(List<Cell> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Begins a table.
   *
   * @param columns the keys of the titles; a key after {@code >} is that of a column of numbers
   */
  static Builder of(Words caption, String... columns) {
    List<Column> made = new ArrayList<>();
    for (String column : columns) {
      boolean numeric = column.startsWith(">");
      made.add(new Column(Words.of(numeric ? column.substring(1) : column), numeric));
    }
    return new Builder(caption, made);
  }

  /** Returns whether there is no row. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Collects the rows of a table. */
  static final class Builder {

    private final Words caption;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    private Builder(Words caption, List<Column> columns) {
      this.caption = caption;
      this.columns = columns;
    }

    Builder add(Cell... cells) {
      rows.add(new Row(List.of(cells)));
      return this;
    }

    DataTable build() {
      return new DataTable(caption, columns, rows);
    }
  }
}
