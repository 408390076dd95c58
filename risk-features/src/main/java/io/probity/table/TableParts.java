package io.probity.table;

import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Puts tables of the same schema together. */
final class TableParts {

  private TableParts() {}

  static Table joined(List<Table> tables, String sha256) {
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("at least one table is needed");
    }
    Schema schema = tables.get(0).schema();
    int rows = 0;
    for (Table table : tables) {
      if (!table.schema().equals(schema)) {
        throw new IllegalArgumentException(
            "tables can be joined only if they have the same schema and the same levels");
      }
      rows = Math.addExact(rows, table.rows());
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < schema.fields().size(); i++) {
      String name = schema.fields().get(i).name();
      columns.add(joined(tables.stream().map(table -> table.column(name)).toList(), rows));
    }
    return new Table(schema, columns, rows, sha256);
  }

  private static Column joined(List<Column> parts, int rows) {
    if (parts.get(0) instanceof LevelColumn first) {
      int[] codes = new int[rows];
      int at = 0;
      for (Column part : parts) {
        for (int row = 0; row < part.size(); row++) {
          codes[at++] = LevelColumn.codeOf(part.cell(row));
        }
      }
      return new LevelColumn(first.levels(), codes);
    }
    if (parts.get(0) instanceof TextColumn) {
      String[] texts = new String[rows];
      int at = 0;
      for (Column part : parts) {
        for (int row = 0; row < part.size(); row++) {
          texts[at++] = ((TextColumn) part).text(row);
        }
      }
      return new TextColumn(texts);
    }
    double[] cells = new double[rows];
    int at = 0;
    for (Column part : parts) {
      for (int row = 0; row < part.size(); row++) {
        cells[at++] = part.cell(row);
      }
    }
    return DoubleColumn.ofUnsafe(cells);
  }
}
