package io.probity.cli;

import io.probity.feature.FeatureExtractor;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.portfolio.StrategyComparison;
import io.probity.portfolio.StrategyFigures;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.validation.Groups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The records of a CSV that two models are compared on, some of them without a known outcome. */
record ComparedRecords(Path csv, DataOptions data) {

  /** Reads what an extractor needs, and the outcome and weight of each record where they are there. */
  Table table(FeatureExtractor extractor) throws IOException {
    Schema schema = extractor.schema();
    List<Field> fields = schema.fields().stream()
        .map(field -> field.role() == FieldRole.TARGET ? field.withRole(FieldRole.SEGMENT) : field)
        .toList();
    return read(
        Schema.of(schema.target(), schema.missingTokens(), fields),
        new LinkedHashSet<>(extractor.inputNames()));
  }

  /** Returns 1 bad, 0 good, -1 not known, by a model's target where the table has it. */
  int[] outcomes(RiskModel model, Table table) {
    Optional<String> target =
        model.schema().targetField().map(Field::name).filter(table.schema()::has);
    return target.isEmpty()
        ? StrategyComparison.unknown(table.rows())
        : IntStream.range(0, table.rows())
            .map(row -> outcome(target.get(), table.column(target.get()).cell(row), row))
            .toArray();
  }

  private int outcome(String target, double cell, int row) {
    if (Double.isNaN(cell)) {
      return StrategyFigures.UNKNOWN;
    }
    if (cell != 0 && cell != 1) {
      throw new InvalidInputException(Violation.of(
          csv.getFileName() + ", record " + (row + 1) + ", " + target,
          "a known outcome must be 1 for bad or 0 for good",
          Double.toString(cell)));
    }
    return (int) cell;
  }

  /** Returns the segment of each record by a column as it was written for an option. */
  List<String> segments(RiskModel model, String option, String text) throws IOException {
    GroupColumn column = GroupColumn.parse(option, text);
    FieldKind kind = column.cuts().isEmpty() ? FieldKind.CATEGORY : FieldKind.NUMBER;
    Schema schema = model.schema();
    Field field = schema.has(column.name())
        ? schema.field(column.name()).withRole(FieldRole.SEGMENT)
        : Field.of(column.name(), kind, FieldRole.SEGMENT);
    Table table = read(
        Schema.of(Optional.empty(), schema.missingTokens(), List.of(field)), Set.of(column.name()));
    Groups groups = EvaluationData.groups(table, column);
    return IntStream.range(0, table.rows())
        .mapToObj(row -> groups.labels().get(groups.code(row)))
        .toList();
  }

  /** Reads columns as they are written. */
  Table texts(List<String> columns) throws IOException {
    List<Field> fields = columns.stream()
        .map(column -> Field.of(column, FieldKind.TEXT, FieldRole.ID))
        .toList();
    return read(Schema.of(Optional.empty(), Set.of(), fields), Set.copyOf(columns));
  }

  private Table read(Schema schema, Set<String> needed) throws IOException {
    return data.reader(CsvReader.strict(schema).requiring(needed)).read(csv).table();
  }
}
