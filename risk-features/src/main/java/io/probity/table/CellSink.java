package io.probity.table;

import io.probity.csv.PlainRecords;
import io.probity.csv.RecordScanner;
import io.probity.schema.CellReader;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;

/** Reads the values of one field of many records and keeps them by row. */
abstract class CellSink {

  final CellReader reader;
  final int column;
  final boolean mustBeGiven;

  CellSink(CellReader reader, int column) {
    this.reader = reader;
    this.column = column;
    this.mustBeGiven = mustBeGiven(reader.field());
  }

  /**
   * Returns the sink of a field.
   *
   * @param column the position of the field in a record
   * @param learnsLevels whether the levels of a category that declares none are learned
   */
  static CellSink of(Schema schema, Field field, int column, boolean learnsLevels) {
    CellReader reader = CellReader.of(schema, field);
    return switch (field.kind()) {
      case NUMBER, DATE -> new NumberSink(reader, column);
      case CATEGORY -> new LevelSink(reader, column, learnsLevels);
      case TEXT -> new TextSink(reader, column);
    };
  }

  /** Returns whether a value of the field must not be missing. */
  static boolean mustBeGiven(Field field) {
    return field.role() == FieldRole.TARGET || field.role() == FieldRole.WEIGHT;
  }

  /** Returns whether the levels of a field are learned from data. */
  static boolean learnsLevels(Field field) {
    return field.kind() == FieldKind.CATEGORY && field.rules().levels().isEmpty();
  }

  /** Makes room for so many rows. */
  abstract void reserve(int rows);

  /**
   * Reads the value of a record and keeps it in a row, in place of what stood there.
   *
   * @return whether it keeps the rules of the field
   */
  abstract boolean read(RecordScanner record, int row);

  /**
   * Reads the values of records and keeps them in rows from one on, in place of what stood there.
   *
   * @return whether all keep the rules of the field
   */
  abstract boolean read(PlainRecords records, int firstRow);

  /** Returns whether the value of a row is missing. */
  abstract boolean isMissing(int row);

  /** Makes a value missing that broke the rules. */
  abstract void clear(int row);

  /** Returns the cell of a row, NaN for a text. */
  abstract double cell(int row);
}
