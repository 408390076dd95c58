package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.portfolio.LimitOptions;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.CsvStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CSV of the limits that each applicant may get: one record an applicant and limit. */
final class OptionTable {

  private static final String APPLICANT = "applicant";
  private static final String SEGMENT = "segment";
  private static final String LIMIT = "limit";
  private static final String LOSS = "expected_loss";
  private static final String PROFIT = "profit";

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of(APPLICANT, FieldKind.TEXT, FieldRole.ID),
          Field.of(SEGMENT, FieldKind.TEXT, FieldRole.ID),
          Field.of(LIMIT, FieldKind.NUMBER, FieldRole.FEATURE),
          Field.of(LOSS, FieldKind.NUMBER, FieldRole.FEATURE),
          Field.of(PROFIT, FieldKind.NUMBER, FieldRole.FEATURE)));

  private OptionTable() {}

  static LimitOptions read(Path csv, char separator) throws IOException {
    CsvReader reader = CsvReader.strict(SCHEMA)
        .requiring(Set.of(APPLICANT, LIMIT, LOSS, PROFIT))
        .withSeparator(separator);
    LimitOptions.Builder builder = LimitOptions.builder();
    try (CsvStream records = reader.stream(csv)) {
      List<String> names = records.schema().fields().stream().map(Field::name).toList();
      int applicant = names.indexOf(APPLICANT);
      int segment = names.indexOf(SEGMENT);
      int limit = names.indexOf(LIMIT);
      int loss = names.indexOf(LOSS);
      int profit = names.indexOf(PROFIT);
      String current = "";
      String currentSegment = "";
      while (records.advance()) {
        String id = records.text(applicant);
        String group = segment < 0 ? "" : records.text(segment);
        try {
          if (!id.equals(current) || id.isEmpty()) {
            builder.applicant(id, group);
            current = id;
            currentSegment = group;
          } else if (!group.equals(currentSegment)) {
            throw new IllegalArgumentException("the applicant " + id + " is of one segment, not of "
                + currentSegment + " and " + group);
          }
          builder.option(records.cell(limit), records.cell(loss), records.cell(profit));
        } catch (IllegalArgumentException broken) {
          throw at(records, broken);
        }
      }
      records.finish();
    }
    return builder.build();
  }

  private static InvalidInputException at(CsvStream records, IllegalArgumentException broken) {
    InvalidInputException invalid = new InvalidInputException(
        new Violation(records.name() + ":" + records.line(), reason(broken), "", ""));
    invalid.initCause(broken);
    return invalid;
  }

  private static String reason(IllegalArgumentException broken) {
    String reason = broken.getMessage();
    return reason == null ? broken.toString() : reason;
  }
}
