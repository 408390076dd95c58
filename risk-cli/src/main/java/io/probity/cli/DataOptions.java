package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.table.CsvMode;
import io.probity.table.CsvReader;
import io.probity.table.CsvResult;
import io.probity.table.SchemaInference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a CSV is read: options that several commands share. */
final class DataOptions {

  private static final String SCHEMA_NAME = "schema.json";

  @Option(
      names = "--separator",
      paramLabel = "CHAR",
      description = "What separates fields: a character or 'tab'. Default: a comma.")
  private String separator = ",";

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Set broken records aside in this file, with the reason, instead of stopping at the first.")
  private @Nullable Path rejects;

  @Option(
      names = "--max-rejects",
      paramLabel = "SHARE",
      description =
          "With --rejects: the largest share of broken records. Default: ${DEFAULT-VALUE}.")
  private double largestShare = 0.01;

  /** Returns the separator. */
  char separator() {
    if (separator.equals("tab")) {
      return '\t';
    }
    if (separator.length() != 1) {
      throw new InvalidInputException(
          new Violation("--separator", "must be one character or the word tab", separator, ""));
    }
    return separator.charAt(0);
  }

  /** Returns a reader of these options for a schema. */
  CsvReader reader(CsvReader strict) {
    CsvReader reader = strict.withSeparator(separator());
    return rejects == null
        ? reader
        : reader.withMode(new CsvMode.Quarantine(rejects, largestShare));
  }

  /** Tells what was set aside, ignored and unseen. */
  void report(CsvResult result, Console console) {
    if (result.rejected() > 0) {
      console.remark(result.rejected() + " broken records were set aside in " + rejects);
    }
    if (!result.ignoredColumns().isEmpty()) {
      console.remark("ignored columns: " + String.join(", ", result.ignoredColumns()));
    }
    for (Map.Entry<String, Integer> unseen : result.unseen().entrySet()) {
      console.remark(
          unseen.getValue() + " values of " + unseen.getKey() + " are levels that nobody knows");
    }
  }

  /** Where a schema for training came from. */
  enum SchemaOrigin {
    STATED,
    BESIDE_THE_CSV,
    INFERRED
  }

  /** A schema for training. */
  record FoundSchema(Schema schema, SchemaOrigin origin) {}

  /**
   * Finds the schema of a CSV: the stated one, else {@code schema.json} beside the CSV, else an
   * inferred one.
   */
  FoundSchema schema(Path csv, @Nullable Path stated, @Nullable String target) throws IOException {
    Path beside = csv.resolveSibling(SCHEMA_NAME);
    if (stated == null && !Files.exists(beside)) {
      if (target == null) {
        throw new InvalidInputException(new Violation(
            String.valueOf(csv.getFileName()),
            "without a schema the target must be named",
            "",
            "add --target COLUMN, or --schema FILE"));
      }
      return new FoundSchema(
          SchemaInference.infer(csv, separator(), target), SchemaOrigin.INFERRED);
    }
    Path file = stated == null ? beside : stated;
    try (InputStream in = Files.newInputStream(file)) {
      Schema schema = Schema.parse(in, String.valueOf(file.getFileName()));
      return new FoundSchema(
          target == null ? schema : withTarget(schema, target),
          stated == null ? SchemaOrigin.BESIDE_THE_CSV : SchemaOrigin.STATED);
    }
  }

  private static Schema withTarget(Schema schema, String target) {
    List<String> names = schema.fields().stream().map(Field::name).toList();
    if (!names.contains(target)) {
      throw new InvalidInputException(new Violation(
          "--target",
          "the schema has no field \"" + target + "\"",
          "",
          NearestName.remedy(target, names)));
    }
    Optional<Field> before = schema.targetField();
    if (before.isPresent() && before.get().name().equals(target)) {
      return schema;
    }
    Schema changed = schema.withFields(field -> field.name().equals(target)
        ? field.withRole(FieldRole.TARGET)
        : field.role() == FieldRole.TARGET ? field.withRole(FieldRole.IGNORED) : field);
    return changed.target().isPresent() ? changed : changed.withTarget(Target.assumed(target));
  }
}
