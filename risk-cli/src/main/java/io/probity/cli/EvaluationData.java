package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.validation.Groups;
import io.probity.validation.SampleOrigin;
import io.probity.validation.ScoredSample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the records of an evaluation are read: the model's inputs and target by its schema, and columns
 * that divide the records, which the schema need not know.
 */
final class EvaluationData {

  private final RiskModel model;
  private final Map<String, FieldKind> extras = new LinkedHashMap<>();

  EvaluationData(RiskModel model) {
    this.model = model;
  }

  /** Asks for a column of numbers with cuts, or of groups without. */
  EvaluationData dividedBy(GroupColumn column) {
    extras.put(column.name(), column.cuts().isEmpty() ? FieldKind.CATEGORY : FieldKind.NUMBER);
    return this;
  }

  /** Asks for a column of days. */
  EvaluationData dividedBy(TimeColumn column) {
    extras.put(column.name(), FieldKind.DATE);
    return this;
  }

  /** Returns the reader; {@code modelFile} is named where the model has no target. */
  CsvReader reader(Path modelFile) {
    Set<String> required = new TreeSet<>(model.extractor().inputNames());
    required.add(model
        .schema()
        .targetField()
        .map(Field::name)
        .orElseThrow(() -> new InvalidInputException(
            Violation.of(modelFile.toString(), "the model has no target field", ""))));
    required.addAll(extras.keySet());
    return CsvReader.strict(schema()).requiring(required);
  }

  /** Returns the model's schema with the extra columns; those it knows keep what it says of them. */
  private Schema schema() {
    List<Field> fields = new ArrayList<>(model.schema().fields());
    extras.forEach((name, kind) -> {
      int known = model.schema().has(name) ? model.schema().indexOf(name) : -1;
      if (known < 0) {
        fields.add(Field.of(name, kind, FieldRole.SEGMENT));
      } else {
        fields.set(known, readable(fields.get(known), kind));
      }
    });
    return Schema.of(model.schema().target(), model.schema().missingTokens(), fields);
  }

  private static Field readable(Field field, FieldKind kind) {
    boolean isDate = field.kind() == FieldKind.DATE;
    if (field.kind() == FieldKind.TEXT || (kind == FieldKind.DATE && !isDate)) {
      return Field.of(field.name(), kind, FieldRole.SEGMENT);
    }
    return field.role() == FieldRole.IGNORED ? field.withRole(FieldRole.SEGMENT) : field;
  }

  /** Scores the records; those that the model was trained on are marked. */
  ScoredSample sample(Table table) {
    boolean learned = model.trainingData().sha256().equals(table.sha256());
    return ScoredSample.of(model, table)
        .withOrigin(learned ? SampleOrigin.LEARNED_FROM : SampleOrigin.OTHER_RECORDS);
  }

  /** Returns the groups of a column of the table. */
  static Groups groups(Table table, GroupColumn column) {
    return Groups.ofCells(
        table.schema().field(column.name()), cells(table, column.name()), column.cutsOfNumbers());
  }

  /** Returns the cells of a column; those of a date are days since 1970-01-01. */
  static double[] cells(Table table, String column) {
    double[] cells = new double[table.rows()];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = table.column(column).cell(row);
    }
    return cells;
  }
}
