package io.probity.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.application.LoanApplication;
import io.probity.feature.FeatureCatalog;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.Workspace;
import io.probity.input.InvalidInputException;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import io.probity.simulation.Simulation;
import io.probity.simulation.SimulationFiles;
import io.probity.simulation.SimulationPlan;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training and serving compute the same features, to the last bit. */
class CatalogFeaturesTest {

  private static final int APPLICANTS = 400;
  private static final List<String> FEATURES =
      FeatureCatalog.standard().features().stream().map(feature -> feature.id()).toList();

  @TempDir
  static Path folder;

  private static String csv = "";
  private static final Schema SCHEMA = CatalogFeatures.all().schema();

  @BeforeAll
  static void joinASimulatedHistory() throws IOException {
    SimulationFiles.of(Simulation.of(SimulationPlan.of(APPLICANTS, 24, 20_261_121)), APPLICANTS)
        .write(folder, Runnable::run, WorkProgress.NONE);
    Map<HistoryFile, Path> files = new EnumMap<>(HistoryFile.class);
    for (HistoryFile kind : HistoryFile.values()) {
      files.put(kind, folder.resolve(SimulationFiles.nameOf(kind)));
    }
    Path out = folder.resolve("features.csv");
    HistoryJoin.of(files)
        .withEconomy(MacroFile.read(folder.resolve(SimulationFiles.MACRO), ','))
        .run(CatalogFeatures.all(), out, WorkProgress.NONE);
    csv = Files.readString(out);
  }

  /** Returns the table as it reads back by the schema that is written beside it. */
  private static Table table() throws IOException {
    InputStream written =
        new ByteArrayInputStream(SCHEMA.toJson().getBytes(StandardCharsets.UTF_8));
    return CsvReader.strict(Schema.parse(written, "schema"))
        .read(folder.resolve("features.csv"))
        .table();
  }

  private static LoanApplication json(int number) throws IOException {
    Path file = folder.resolve(String.format("applications/A%08d.json", number + 1));
    try (InputStream in = Files.newInputStream(file)) {
      return LoanApplication.parse(in);
    }
  }

  @Test
  void everyApplicationAsJson_equalsItsRowOfTheTable_toTheLastBit() throws IOException {
    FeatureExtractor extractor = FeatureExtractor.compile(SCHEMA, FEATURES);
    Workspace workspace = extractor.newWorkspace();
    double[] row = new double[FEATURES.size()];
    Table table = table();

    assertThat(table.rows()).isEqualTo(APPLICANTS);
    for (int i = 0; i < APPLICANTS; i++) {
      double[] served = extractor.extract(json(i));
      extractor.extractInto(table, i, workspace, row);
      for (int feature = 0; feature < row.length; feature++) {
        assertThat(Double.doubleToRawLongBits(row[feature]))
            .as(
                "%s of application %d: %s read, %s served",
                FEATURES.get(feature), i, row[feature], served[feature])
            .isEqualTo(Double.doubleToRawLongBits(served[feature]));
      }
    }
  }

  @Test
  void table_holdsCodesAndLevelsByName_andEveryKindOfCell() throws IOException {
    assertThat(csv).contains(",NO_HIT,", ",NONE,", ",EMPLOYED,").doesNotContain("E308", "NaN");
    FeatureExtractor extractor = FeatureExtractor.compile(SCHEMA, FEATURES);
    int missing = 0;
    int special = 0;
    for (int i = 0; i < APPLICANTS; i++) {
      for (double cell : extractor.extract(json(i))) {
        missing += Double.isNaN(cell) ? 1 : 0;
        special += SpecialValues.isSpecial(cell) ? 1 : 0;
      }
    }
    assertThat(missing).isGreaterThan(APPLICANTS);
    assertThat(special).isGreaterThan(APPLICANTS);
  }

  @Test
  void of_someFeatures_keepsTheirOrder() {
    CatalogFeatures features = CatalogFeatures.of(List.of("employment_status", "age_years"));

    assertThat(features.names()).containsExactly("employment_status", "age_years");
    assertThat(features.schema().fields())
        .extracting(field -> field.name())
        .containsExactly("employment_status", "age_years");
  }

  @Test
  void of_unknownFeature_namesTheNearest() {
    assertThatThrownBy(() -> CatalogFeatures.of(List.of("income_cv_12")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("income_cv_12m");
  }
}
