package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.LoanApplication;
import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import io.probity.explain.Reason;
import io.probity.feature.FeatureCatalog;
import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue from the command line: printed, trained on, and decided with. */
class CatalogCommandTest {

  private static final Path DATASETS = Path.of("..", "datasets");
  private static final Path POLICY = DATASETS.resolve("policies/catalog-personal-loan.json");
  private static final Path SOUND = DATASETS.resolve("applications/catalog-sound.json");
  private static final Path OVER = DATASETS.resolve("applications/catalog-over-borrowed.json");
  private static final List<String> FEATURES = List.of(
      "income_cv_12m",
      "months_employed",
      "utilisation_total",
      "inquiries_90d",
      "dsti",
      "dpd_max_12m",
      "micro_lenders_active",
      "borrowing_to_repay_share_180d");

  @TempDir
  static Path folder;

  private static Path csv = Path.of("");
  private static Path risk = Path.of("");
  private static String trained = "";

  @BeforeAll
  static void train() throws IOException {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of("bad", FieldKind.NUMBER, FieldRole.TARGET));
    FEATURES.forEach(id -> fields.add(FeatureCatalog.standard().field(id)));
    Schema schema = Schema.of(Optional.of(new Target("90+", 12, false)), Set.of(), fields);
    csv = Files.writeString(
        folder.resolve("applicants.csv"),
        new SimulatedApplications(20_261_121).csv(2_000, schema, FEATURES));
    Files.writeString(folder.resolve("schema.json"), schema.toJson());
    risk = folder.resolve("catalog.risk");
    CliRun run = CliRun.of("train", csv.toString(), "--out", risk.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    trained = run.out();
  }

  private static LoanApplication read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return LoanApplication.parse(in);
    }
  }

  @Test
  void train_csvOfCatalogueFeatures_givesSpecialCodesBinsOfTheirOwn() throws IOException {
    assertThat(Files.readString(csv)).contains("NO_HIT", "NONE");
    assertThat(trained).contains("inquiries_90d");
    assertThat(RiskModel.load(risk).features()).contains("inquiries_90d", "utilisation_total");
  }

  @Test
  void pd_rowOfTheCsvSentAsFields_isTheSame() throws IOException {
    RiskModel model = RiskModel.load(risk);
    Table table = CsvReader.strict(model.schema()).read(csv).table();
    double[] pd = model.pd(table);
    double[] served = model.extractor().extract(read(OVER));

    for (int i = 0; i < 50; i++) {
      assertThat(model.pd(model.extractor().extract(table.fieldsOf(i), null))).isEqualTo(pd[i]);
    }
    assertThat(model.pd(served))
        .isGreaterThan(4 * model.pd(model.extractor().extract(read(SOUND))));
  }

  @Test
  void decide_soundApplication_isApproved() throws IOException {
    CliRun run =
        CliRun.of("decide", risk.toString(), "--policy", POLICY.toString(), SOUND.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("APPROVE", "8,000.00");
    Decision decision =
        CreditEngine.of(RiskModel.load(risk), CreditPolicy.load(POLICY)).decide(read(SOUND));
    assertThat(decision.outcome()).isEqualTo(Outcome.APPROVE);
    assertThat(decision.limit()).isEqualByComparingTo("8000");
    assertThat(decision.reasons()).isEmpty();
  }

  @Test
  void decide_overBorrowedApplication_isDeclinedForItsMicroLenders() throws IOException {
    CliRun run = CliRun.of(
        "decide", risk.toString(), "--policy", POLICY.toString(), OVER.toString(), "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"DECLINE\"", "MANY_MICRO_LENDERS", "PAUSE");
    Decision decision =
        CreditEngine.of(RiskModel.load(risk), CreditPolicy.load(POLICY)).decide(read(OVER));
    assertThat(decision.reasons()).extracting(Reason::code).contains("MANY_MICRO_LENDERS");
    assertThat(decision.limit()).isZero();
  }

  @Test
  void decide_brokenApplication_namesThePaths() throws IOException {
    String json = Files.readString(OVER)
        .replace(
            "\"opened\": \"2023-02-11\"", "\"opened\": \"2023-02-11\", \"closed\": \"2020-01-01\"")
        .replace("\"birthDate\": \"1994-10-03\"", "\"birthDate\": \"2094-10-03\"");
    Path broken = Files.writeString(folder.resolve("broken.json"), json);

    CliRun run =
        CliRun.of("decide", risk.toString(), "--policy", POLICY.toString(), broken.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err())
        .contains("borrowing.tradelines[0].closed: must not lie before opened")
        .contains("applicant.birthDate: must lie before the day");
  }

  @Test
  void catalog_printsEachForm() {
    FeatureCatalog catalog = FeatureCatalog.standard();

    assertThat(CliRun.of("catalog").out()).isEqualTo(catalog.toMarkdown());
    assertThat(CliRun.of("catalog", "--markdown").out()).isEqualTo(catalog.toMarkdown());
    assertThat(CliRun.of("catalog", "--json").out().strip())
        .isEqualTo(catalog.toJson().strip());
    assertThat(CliRun.of("catalog", "--schema").out().strip())
        .isEqualTo(catalog.schema().toJson().strip());
    assertThat(CliRun.of("catalog", "--json", "--schema").exitCode()).isEqualTo(ExitCode.USAGE);
  }
}
