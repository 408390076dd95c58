package io.probity.feature;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import io.probity.table.Column;
import io.probity.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a table that an extractor reads, with levels translated to the schema's order. */
final class TableCells {

  private final Column[] columns;
  private final double[][] levelCells; // by input; empty where cells are taken as they are
  private final @Nullable Column asOf;

  private TableCells(Column[] columns, double[][] levelCells, @Nullable Column asOf) {
    this.columns = columns;
    this.levelCells = levelCells;
    this.asOf = asOf;
  }

  static TableCells bind(Table table, FeatureExtractor extractor) {
    Schema schema = extractor.schema();
    List<String> names = extractor.inputNames();
    Column[] columns = new Column[names.size()];
    double[][] levelCells = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      Field field = schema.field(names.get(i));
      columns[i] = table.column(names.get(i));
      levelCells[i] = translation(table.schema().field(names.get(i)), field);
    }
    return new TableCells(columns, levelCells, extractor.needsAsOf() ? asOfColumn(table) : null);
  }

  double cell(int input, int row) {
    double cell = columns[input].cell(row);
    double[] translated = levelCells[input];
    return translated.length > 0 && cell >= 0 ? translated[(int) cell] : cell;
  }

  long asOf(int row) {
    return day(asOf == null ? Double.NaN : asOf.cell(row), "record " + (row + 1));
  }

  private static double[] translation(Field in, Field wanted) {
    if (wanted.kind() != in.kind()) {
      throw new InvalidInputException(Violation.of(
          "field " + wanted.name(),
          "the table holds it as another kind than the schema says",
          in.kind() + " instead of " + wanted.kind()));
    }
    List<String> levels = in.rules().levels();
    List<String> known = wanted.rules().levels();
    if (wanted.kind() != FieldKind.CATEGORY || levels.equals(known)) {
      return new double[0];
    }
    double[] cells = new double[levels.size()];
    for (int i = 0; i < cells.length; i++) {
      int index = known.indexOf(levels.get(i));
      cells[i] = index < 0 ? SpecialValues.UNSEEN : index;
    }
    return cells;
  }

  private static Column asOfColumn(Table table) {
    return table.column(asOfField(table.schema()));
  }

  /** Returns the name of the one field that holds the day of the application. */
  static String asOfField(Schema schema) {
    List<Field> dates = schema.fields(FieldRole.DATE);
    if (dates.size() != 1) {
      throw new InvalidInputException(new Violation(
          "table",
          "a field is computed from the day of the application, so exactly one column must have"
              + " the role DATE",
          dates.stream().map(Field::name).toList().toString(),
          "give that role to the column that holds the day"));
    }
    return dates.get(0).name();
  }

  static long day(double cell, String place) {
    if (Double.isNaN(cell)) {
      throw new InvalidInputException(
          Violation.of(place, "the day of the application is missing", ""));
    }
    return (long) cell;
  }
}
