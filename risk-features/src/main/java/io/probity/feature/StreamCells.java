package io.probity.feature;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.table.CsvStream;
import java.util.List;

/** The fields of a CSV that an extractor reads from the current record. */
final class StreamCells {

  private static final int NONE = -1;

  private final CsvStream records;
  private final int[] positions;
  private final int asOf;

  private StreamCells(CsvStream records, int[] positions, int asOf) {
    this.records = records;
    this.positions = positions;
    this.asOf = asOf;
  }

  static StreamCells bind(CsvStream records, FeatureExtractor extractor) {
    List<String> names = extractor.inputNames();
    int[] positions = new int[names.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = records.schema().indexOf(names.get(i));
      requireSameLevels(records.schema().fields().get(positions[i]), extractor);
    }
    int asOf = extractor.needsAsOf()
        ? records.schema().indexOf(TableCells.asOfField(records.schema()))
        : NONE;
    return new StreamCells(records, positions, asOf);
  }

  double cell(int input) {
    return records.cell(positions[input]);
  }

  long asOf() {
    return TableCells.day(records.cell(asOf), "line " + records.line());
  }

  /** A stream cannot learn levels, so it must be read by the schema that the extractor knows. */
  private static void requireSameLevels(Field read, FeatureExtractor extractor) {
    Field known = extractor.schema().field(read.name());
    if (read.kind() != known.kind()
        || (read.kind() == FieldKind.CATEGORY
            && !read.rules().levels().equals(known.rules().levels()))) {
      throw new InvalidInputException(Violation.of(
          "field " + read.name(),
          "a streamed file must be read by the schema of the features",
          read.kind() + " with other levels"));
    }
  }
}
