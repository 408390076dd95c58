package io.probity.cli;

import io.probity.preparation.CatalogFeatures;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of the table that {@code risk features} writes.
 *
 * @param features those of the catalogue
 * @param hasTarget whether targets are written
 * @param passed columns that are carried along
 * @param ownFields the lender's own features, columns of the applications too
 */
record HistoryTable(
    CatalogFeatures features,
    boolean hasTarget,
    List<String> passed,
    Map<String, FieldKind> ownFields) {

  private static final String ENDING = ".csv";

  /** Returns where the schema of a table is written. */
  static Path schemaBeside(Path table) {
    String name = String.valueOf(table.getFileName());
    String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return table.resolveSibling(stem + ".schema.json");
  }

  /** Returns the columns of the applications file that are written beside the features. */
  List<String> passThrough() {
    List<String> columns = new ArrayList<>(passed);
    columns.addAll(ownFields.keySet());
    return columns;
  }

  /** Returns the data dictionary; a column that is carried along is ignored. */
  Schema schema() {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("application_id", FieldKind.TEXT, FieldRole.ID));
    fields.add(Field.of("as_of", FieldKind.DATE, FieldRole.DATE));
    if (hasTarget) {
      fields.add(Field.of("target", FieldKind.NUMBER, FieldRole.TARGET));
    }
    passed.forEach(name -> fields.add(Field.of(name, FieldKind.TEXT, FieldRole.IGNORED)));
    ownFields.forEach((name, kind) -> fields.add(Field.of(name, kind, FieldRole.FEATURE)));
    fields.addAll(features.schema().fields());
    Optional<Target> target = hasTarget ? Optional.of(Target.assumed("bad")) : Optional.empty();
    return Schema.of(target, Set.of(), fields);
  }
}
