package io.probity.table;

import io.probity.csv.PlainRecords;
import io.probity.csv.RecordScanner;
import io.probity.schema.CellReader;
import java.util.Arrays;

/** Numbers and days. */
final class NumberSink extends CellSink {

  double[] cells = new double[0];

  NumberSink(CellReader reader, int column) {
    super(reader, column);
  }

  @Override
  void reserve(int rows) {
    cells = Arrays.copyOf(cells, rows);
  }

  @Override
  boolean read(RecordScanner record, int row) {
    double cell = record.hasDoubledQuotes(column)
        ? reader.ofText(record.text(column))
        : reader.ofBytes(record.bytesUnsafe(), record.start(column), record.end(column));
    cells[row] = cell;
    return isValid(cell);
  }

  @Override
  boolean read(PlainRecords records, int firstRow) {
    byte[] bytes = records.bytesUnsafe();
    int count = records.records();
    boolean valid = true;
    for (int i = 0; i < count; i++) {
      double cell = reader.ofBytes(bytes, records.start(i, column), records.end(i, column));
      cells[firstRow + i] = cell;
      valid &= isValid(cell);
    }
    return valid;
  }

  private boolean isValid(double cell) {
    return cell != CellReader.INVALID && !(mustBeGiven && Double.isNaN(cell));
  }

  @Override
  boolean isMissing(int row) {
    return Double.isNaN(cells[row]);
  }

  @Override
  void clear(int row) {
    cells[row] = Double.NaN;
  }

  @Override
  double cell(int row) {
    return cells[row];
  }
}
