package io.probity.table;

/** The values of one field, one a record. Immutable. */
public sealed interface Column permits DoubleColumn, LevelColumn, TextColumn {

  /** Returns the number of records. */
  int size();

  /**
   * Returns the cell of a record: a number, a day as days since 1970-01-01, or a level's index; NaN
   * for missing and a reserved value for a special code (see {@link
   * io.probity.schema.SpecialValues}).
   *
   * @throws UnsupportedOperationException if the column holds texts
   */
  double cell(int row);
}
