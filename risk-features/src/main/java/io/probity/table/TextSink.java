package io.probity.table;

import io.probity.csv.PlainRecords;
import io.probity.csv.RecordScanner;
import io.probity.schema.CellReader;
import java.util.Arrays;

/** Texts, kept as they are. */
final class TextSink extends CellSink {

  String[] texts = new String[0];

  TextSink(CellReader reader, int column) {
    super(reader, column);
  }

  @Override
  void reserve(int rows) {
    texts = Arrays.copyOf(texts, rows);
  }

  @Override
  boolean read(RecordScanner record, int row) {
    texts[row] = record.text(column);
    return true;
  }

  @Override
  boolean read(PlainRecords records, int firstRow) {
    for (int i = 0; i < records.records(); i++) {
      texts[firstRow + i] = records.text(i, column);
    }
    return true;
  }

  @Override
  boolean isMissing(int row) {
    return texts[row].isEmpty();
  }

  @Override
  void clear(int row) {
    texts[row] = "";
  }

  @Override
  double cell(int row) {
    return Double.NaN;
  }
}
