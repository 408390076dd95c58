package io.probity.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.probity.csv.CsvWork;
import io.probity.input.DecimalText;
import io.probity.preparation.CatalogFeatures;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.simulation.SimulatedApplicant;
import io.probity.simulation.Simulation;
import io.probity.simulation.SimulationPlan;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The applicants of a simulated lender with all features of the catalogue, what came of their loans,
 * and their true PDs.
 *
 * @param schema of the table, with the target {@code bad} and the true PD, which no model may use
 * @param table one record an applicant
 */
record SimulatedLender(Schema schema, Table table) {

  private static final String BAD = "bad";
  private static final String TRUE_PD = "true_pd";

  /** Draws the applicants; the table goes through a temporary file, as an analyst's would. */
  static SimulatedLender draw(SimulationPlan plan, CsvWork work) throws IOException {
    CatalogFeatures features = CatalogFeatures.all();
    Path file = Files.createTempFile("lender", ".csv");
    try {
      write(Simulation.of(plan), features, file);
      Schema schema = schema(features);
      return new SimulatedLender(
          schema, CsvReader.strict(schema).read(List.of(file), work).table());
    } finally {
      Files.delete(file);
    }
  }

  /** Returns the true PD of each applicant. */
  double[] truePd() {
    double[] pd = new double[table.rows()];
    for (int row = 0; row < pd.length; row++) {
      pd[row] = table.numbers(TRUE_PD).cell(row);
    }
    return pd;
  }

  private static Schema schema(CatalogFeatures features) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(BAD, FieldKind.NUMBER, FieldRole.TARGET));
    fields.add(Field.of(TRUE_PD, FieldKind.NUMBER, FieldRole.SEGMENT));
    fields.addAll(features.schema().fields());
    return Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), fields);
  }

  private static void write(Simulation simulation, CatalogFeatures features, Path file)
      throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      List<String> header = new ArrayList<>(List.of(BAD, TRUE_PD));
      header.addAll(features.names());
      csv.writeRecord(header);
      for (long number = 0; number < simulation.plan().applicants(); number++) {
        csv.writeRecord(record(simulation.applicant(number), features));
      }
    }
  }

  private static List<String> record(SimulatedApplicant one, CatalogFeatures features) {
    List<String> record = new ArrayList<>();
    record.add(one.truth().isBad() ? "1" : "0");
    record.add(DecimalText.of(one.truth().pd()));
    double[] cells = features.extract(one.application());
    for (int i = 0; i < cells.length; i++) {
      record.add(features.text(i, cells[i]));
    }
    return record;
  }
}
