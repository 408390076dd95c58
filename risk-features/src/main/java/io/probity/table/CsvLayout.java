package io.probity.table;

import io.probity.csv.RecordScanner;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.schema.CellReader;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Where the fields of a schema stand in the records of a CSV. Immutable. */
final class CsvLayout {

  private final Schema schema;
  private final List<String> header;
  private final char separator;
  private final int[] columnOfField;

  /**
   * Creates a layout.
   *
   * @param schema the fields that are read, each of them a column
   */
  CsvLayout(Schema schema, List<String> header, char separator) {
    this.schema = schema;
    this.header = header;
    this.separator = separator;
    this.columnOfField =
        schema.fields().stream().mapToInt(field -> header.indexOf(field.name())).toArray();
  }

  /** Returns the fields that are read. */
  Schema schema() {
    return schema;
  }

  List<String> header() {
    return header;
  }

  char separator() {
    return separator;
  }

  /** Returns the columns that the schema does not know or ignores. */
  List<String> ignoredColumns() {
    return header.stream().filter(name -> !schema.has(name)).toList();
  }

  /** Returns new sinks of all fields, in the order of the schema. */
  List<CellSink> sinks(boolean learnsLevels) {
    List<CellSink> sinks = new ArrayList<>();
    for (int i = 0; i < columnOfField.length; i++) {
      sinks.add(CellSink.of(schema, schema.fields().get(i), columnOfField[i], learnsLevels));
    }
    return sinks;
  }

  int columnOf(int field) {
    return columnOfField[field];
  }

  /**
   * Returns what is wrong with a record.
   *
   * @param record stands at the record
   */
  List<Violation> violations(RecordScanner record, String file, long line) {
    if (record.fields() != header.size()) {
      return List.of(new Violation(
          file + ":" + line,
          "a record must have as many fields as the header, which has " + header.size(),
          record.fields() + " fields",
          "check for a stray separator or an unquoted line break"));
    }
    Violations violations = new Violations();
    for (int i = 0; i < columnOfField.length; i++) {
      Field field = schema.fields().get(i);
      CellReader reader = CellReader.of(schema, field);
      CellSink sink = CellSink.of(schema, field, columnOfField[i], true);
      sink.reserve(1);
      if (sink.read(record, 0)) {
        continue;
      }
      String raw = record.text(columnOfField[i]);
      String rule = sink.mustBeGiven && Double.isNaN(sink.cell(0))
          ? "the value of this field must not be missing"
          : reader.problem(raw);
      String place = file + ":" + line + ":" + (columnOfField[i] + 1) + " (" + field.name() + ")";
      violations.add(new Violation(place, rule, "\"" + raw + "\"", ""));
    }
    return violations.list();
  }
}
