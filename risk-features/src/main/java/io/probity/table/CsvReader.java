package io.probity.table;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads CSV files strictly: RFC 4180, UTF-8 with or without a byte order mark, any line ends, a header
 * of unique names. Each value is read by the rules of its field.
 *
 * <p>A column that the schema does not know is ignored and reported. A derived field is never read;
 * it is computed later from its operands. Immutable; each call opens the file anew.
 *
 * @param schema what the columns mean
 * @param mode what happens to a record that breaks the schema
 * @param required the fields that the file must have; another field of the schema may be absent, and
 *     then the table does not have it
 * @param separator between the fields of a record
 */
public record CsvReader(Schema schema, CsvMode mode, Set<String> required, char separator) {

  /** Copies the names. */
  public CsvReader {
    required = Set.copyOf(required);
  }

  /** Returns a strict reader that needs every column of the schema that is not IGNORED. */
  public static CsvReader strict(Schema schema) {
    List<String> names = columnFields(schema).stream()
        .filter(field -> field.role() != FieldRole.IGNORED)
        .map(Field::name)
        .toList();
    return new CsvReader(schema, CsvMode.STRICT, Set.copyOf(names), ',');
  }

  /** Returns this reader with other required fields. */
  public CsvReader requiring(Set<String> names) {
    return new CsvReader(schema, mode, names, separator);
  }

  /** Returns this reader with another way to treat broken records. */
  public CsvReader withMode(CsvMode other) {
    return new CsvReader(schema, other, required, separator);
  }

  /** Returns this reader with another separator. */
  public CsvReader withSeparator(char other) {
    return new CsvReader(schema, mode, required, other);
  }

  /**
   * Reads a file into a table.
   *
   * @throws InvalidInputException if the file breaks a rule, with all violations of the header or of
   *     the first broken record; in quarantine mode if more records are broken than allowed
   */
  public CsvResult read(Path file) throws IOException {
    try (CsvStream stream = stream(file)) {
      List<ColumnBuilder> builders = stream.builders();
      long rows = 0;
      while (stream.advance()) {
        if (++rows > Integer.MAX_VALUE - 8) {
          throw new InvalidInputException(
              Violation.of(stream.name(), "a table holds at most 2^31 - 9 records", ""));
        }
        for (int i = 0; i < builders.size(); i++) {
          builders.get(i).add(stream.cell(i), stream.text(i));
        }
      }
      stream.finish();
      return result(stream, builders, (int) rows);
    }
  }

  /**
   * Opens a file to be read record by record, in constant memory. Levels must be declared by the
   * schema; the caller closes the stream.
   */
  public CsvStream stream(Path file) throws IOException {
    CsvSource source = CsvSource.open(file, separator);
    try {
      Violations violations = new Violations();
      for (String name : required) {
        if (!source.header().contains(name)) {
          violations.add(
              source.name() + ":1",
              "the column \"" + name + "\" is missing",
              "",
              NearestName.remedy(name, source.header()));
        }
      }
      violations.throwIfAny();
      return new CsvStream(source, fieldsIn(source.header()), mode);
    } catch (IOException | RuntimeException failed) {
      source.close();
      throw failed;
    }
  }

  private Schema fieldsIn(List<String> header) {
    List<String> present = columnFields(schema).stream()
        .filter(field -> field.role() != FieldRole.IGNORED)
        .map(Field::name)
        .filter(header::contains)
        .toList();
    return schema.only(present);
  }

  private static List<Field> columnFields(Schema schema) {
    return schema.fields().stream()
        .filter(field -> !(field.source() instanceof FieldSource.Derived))
        .toList();
  }

  private static CsvResult result(CsvStream stream, List<ColumnBuilder> builders, int rows) {
    if (rows == 0) {
      throw new InvalidInputException(new Violation(
          stream.name(), "the file holds no valid record", "", "add records below the header"));
    }
    List<Column> columns = new ArrayList<>();
    Map<String, Integer> unseen = new TreeMap<>();
    List<Field> fields = new ArrayList<>();
    for (ColumnBuilder builder : builders) {
      Column column = builder.build();
      columns.add(column);
      fields.add(builder.fieldWithLevels());
      if (column instanceof LevelColumn levels && levels.unseen() > 0) {
        unseen.put(builder.field().name(), levels.unseen());
      }
    }
    Schema schema = Schema.of(stream.schema().target(), stream.schema().missingTokens(), fields);
    Table table = new Table(schema, columns, rows, stream.sha256());
    return new CsvResult(table, stream.rejected(), stream.ignoredColumns(), unseen);
  }
}
