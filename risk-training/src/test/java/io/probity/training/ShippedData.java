package io.probity.training;

import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.split.LearnSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data sets of the checkout. */
public record ShippedData(Schema schema, Table table) {

  private static final Path DATASETS = Path.of("..", "datasets");

  /** Reads a data set by its name. */
  public static ShippedData of(String name) {
    try (InputStream in = Files.newInputStream(DATASETS.resolve(name).resolve("schema.json"))) {
      Schema schema = Schema.parse(in, "schema.json");
      Table table = CsvReader.strict(schema)
          .read(DATASETS.resolve(name).resolve(name + ".csv"))
          .table();
      return new ShippedData(schema, table);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Returns the records with all fields of the role FEATURE. */
  public LearnSet learnSet() {
    List<String> names = table.schema().fields().stream()
        .filter(field -> field.role() == FieldRole.FEATURE)
        .map(Field::name)
        .toList();
    Schema known = schema.withLevelsOf(table.schema());
    return LearnSet.of(
        FeatureMatrix.of(FeatureExtractor.compile(known, names), table),
        table.target(),
        table.weights());
  }
}
