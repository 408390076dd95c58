package io.probity.training;

import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
