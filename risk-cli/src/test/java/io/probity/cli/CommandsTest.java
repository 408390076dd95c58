package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.DecimalText;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.RiskModel;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {

  private static final Path DATASETS = Path.of("..", "datasets");
  private static final String GERMAN = DATASETS.resolve("german/german.csv").toString();
  private static final String POLICY =
      DATASETS.resolve("policies/demo-personal-loan.json").toString();

  @TempDir
  static Path models;

  private static String german = "";
  private static String lendingClub = "";

  @TempDir
  Path folder;

  @BeforeAll
  static void train() {
    german = models.resolve("german.risk").toString();
    lendingClub = models.resolve("lending club.risk").toString();
    assertThat(CliRun.of("train", GERMAN, "--out", german).exitCode()).isZero();
    String csv = DATASETS.resolve("lending-club/lending-club.csv").toString();
    assertThat(CliRun.of("train", csv, "--out", lendingClub).exitCode()).isZero();
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private List<String> filesLeftBehind() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void train_shippedData_printsTheEvidenceAndWritesTheRun() throws IOException {
    Path out = folder.resolve("m.risk");

    CliRun run = CliRun.of("train", GERMAN, "--out", out.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Information value of the features")
        .contains("checking_status")
        .contains("age: left out, PROTECTED")
        .contains("Points: 600 at 50:1, 20 double the odds")
        .contains("AUC")
        .contains("Tribuo's plain logistic regression");
    assertThat(run.err()).contains("model: " + out).contains("warning: nobody stated the horizon");
    assertThat(filesLeftBehind()).containsExactly("m.plan.json", "m.risk", "m.run.json");
    assertThat(Files.readString(folder.resolve("m.run.json")))
        .contains(RiskModel.load(out).id())
        .contains("LogisticRegressionTrainer");
  }

  @Test
  void train_json_isStrictJson() {
    CliRun run =
        CliRun.of("train", GERMAN, "--json", "--out", folder.resolve("m.risk").toString());

    JsonObject json =
        JsonObject.parse(run.out().getBytes(StandardCharsets.UTF_8), "out", JsonLimits.FILE);
    assertThat(json.object("heldOut").number("auc")).isBetween(0.7, 0.9);
  }

  @Test
  void train_withoutSchema_infersOneAndWritesItBesideTheModel() throws IOException {
    StringBuilder csv = new StringBuilder("bad,x,colour\n");
    for (int i = 0; i < 600; i++) {
      boolean bad = (i * 7919) % 10 < (i % 3 == 0 ? 6 : 2);
      csv.append(bad ? 1 : 0).append(',').append(i % 50).append(',');
      csv.append(i % 3 == 0 ? "红" : "蓝").append('\n');
    }
    Path data = file("loans.csv", csv.toString());
    Path out = folder.resolve("m.risk");

    CliRun none = CliRun.of("train", data.toString(), "--out", out.toString());
    CliRun run = CliRun.of("train", data.toString(), "--target", "bad", "--out", out.toString());

    assertThat(none.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(none.err()).contains("without a schema the target must be named; add --target");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("红");
    assertThat(run.err()).contains("the schema was inferred");
    String schema = Files.readString(folder.resolve("m.schema.json"));
    assertThat(Schema.parse(new ByteArrayInputStream(schema.getBytes(StandardCharsets.UTF_8)), "s"))
        .isNotNull();
  }

  @Test
  void score_trainingCsv_givesThePdOfTheEmbeddedModelToTheBit() throws IOException {
    Path scored = folder.resolve("scored.csv");

    CliRun run = CliRun.of("score", german, GERMAN, "--out", scored.toString());

    assertThat(run.exitCode()).isZero();
    RiskModel model = RiskModel.load(Path.of(german));
    Table table = CsvReader.strict(model.schema()).read(Path.of(GERMAN)).table();
    List<String> lines = Files.readAllLines(scored);
    assertThat(lines).hasSize(1_001);
    assertThat(lines.get(0)).endsWith(",job,pd,score,grade");
    for (int row = 0; row < 1_000; row++) {
      double[] x = model.extractor().extract(table.fieldsOf(row), null);
      String[] cells = lines.get(row + 1).split(",");
      double pd = Double.parseDouble(cells[cells.length - 3]);
      assertThat(pd).isEqualTo(model.pd(x));
      assertThat(cells[cells.length - 3]).isEqualTo(DecimalText.of(pd));
      assertThat(cells[cells.length - 2])
          .isEqualTo(Integer.toString(model.predictor().score(x, model.scale())));
    }
  }

  @Test
  void score_toStandardOutput_passesOtherColumnsThrough() {
    Path data = file("two.csv", "note,checking_status\n\"a, b\",none\n中文,lt.0\n");

    CliRun missing = CliRun.of("score", german, data.toString(), "--out", "-");

    assertThat(missing.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(missing.err()).contains("the column \"savings\" is missing");
    assertThat(missing.out()).isEmpty();
  }

  @Test
  void score_columnThatIsThereAlready_asksForAPrefix() throws IOException {
    Path scored = folder.resolve("scored.csv");
    CliRun.of("score", german, GERMAN, "--out", scored.toString());
    Path again = folder.resolve("again.csv");

    CliRun clash = CliRun.of("score", german, scored.toString(), "--out", again.toString());
    CliRun prefixed = CliRun.of(
        "score", german, scored.toString(), "--out", again.toString(), "--prefix", "new_");

    assertThat(clash.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(clash.err()).contains("--prefix");
    assertThat(prefixed.exitCode()).isZero();
    assertThat(Files.readAllLines(again).get(0))
        .endsWith("pd,score,grade,new_pd,new_score,new_grade");
  }

  private static final String APPLICATION = """
      {"id":"A-1","currency":"USD","fields":{"funded_amnt":40000,"term":"term_36",
       "addr_state":"CO","verification_status":"Not_Verified","annual_inc":90000,
       "emp_length":"emp_5","inq_last_6mths":0,"open_il_6m":1,"open_il_12m":0,"open_il_24m":0,
       "total_bal_il":1000,"all_util":30,"inq_fi":0,"inq_last_12m":0,"acc_now_delinq":0,
       "total_il_high_credit_limit":100}}""";

  @Test
  void decide_application_printsOutcomeLimitAndTrace() {
    Path application = file("app.json", APPLICATION);

    CliRun run = CliRun.of("decide", lendingClub, "--policy", POLICY, application.toString());
    CliRun piped = CliRun.with(APPLICATION, "decide", lendingClub, "--policy", POLICY, "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("A-1: APPROVE_REDUCED")
        .contains("<- binding")
        .contains("Affordability is partial");
    assertThat(piped.out()).isEqualTo(run.out());
  }

  @Test
  void decide_json_isTheWholeDecision() {
    CliRun run = CliRun.with(APPLICATION, "decide", lendingClub, "--policy", POLICY, "-", "--json");

    JsonObject json =
        JsonObject.parse(run.out().getBytes(StandardCharsets.UTF_8), "out", JsonLimits.FILE);
    assertThat(json.text("outcome")).isEqualTo("APPROVE_REDUCED");
    assertThat(json.object("limitTrace").objects("steps")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the file is empty",
        "'default,a,a~1,2,3' | two columns have the same name",
        "'default,x~0,1~1,2,3' | as many fields as the header",
        "'default,x~0,1~2,2' | the target must be 0 (good) or 1 (bad)",
        "'default,x~0,1~0,2' | must hold goods and bads",
        "'y,x~0,1~1,2' | the target column \"default\" is missing",
        "'default,x~0,\"1~1,2' | not a CSV",
      })
  void train_badCsv_isOneSentenceAndLeavesNothingBehind(String csv, String message)
      throws IOException {
    Path data = file("bad.csv", csv.replace('~', '\n'));

    CliRun run = CliRun.of(
        "train",
        data.toString(),
        "--target",
        "default",
        "--out",
        folder.resolve("m.risk").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).startsWith("risk: ").contains(message).doesNotContain("Exception");
    assertThat(filesLeftBehind()).containsExactly("bad.csv");
  }

  @Test
  void commands_badFilesAndOptions_haveTheirExitCodes() throws IOException {
    Path broken = folder.resolve("broken.risk");
    Files.write(broken, new byte[] {1, 2, 3});
    String policy = Files.readString(Path.of(POLICY)).replace("\"step\"", "\"stpe\"");
    Path badPolicy = file("p.json", policy);

    CliRun brokenModel = CliRun.of("evaluate", broken.toString(), GERMAN);
    CliRun noFile = CliRun.of("evaluate", "none.risk", GERMAN);
    CliRun noCommand = CliRun.of("trian");
    CliRun noFolder = CliRun.of("train", GERMAN, "--out", "none/m.risk");
    CliRun unknownKey =
        CliRun.with(APPLICATION, "decide", lendingClub, "--policy", badPolicy.toString(), "-");
    CliRun badApplication =
        CliRun.with("{\"id\":7}", "decide", lendingClub, "--policy", POLICY, "-");

    assertThat(brokenModel.exitCode()).isEqualTo(ExitCode.BROKEN_MODEL);
    assertThat(brokenModel.err()).contains("broken.risk: this is not a .risk file");
    assertThat(noFile.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(noFile.err()).isEqualTo("risk: none.risk does not exist\n");
    assertThat(noCommand.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(noFolder.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(unknownKey.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(unknownKey.err()).contains("p.json at limit");
    assertThat(badApplication.err()).contains("risk: id: must be a text; received 7");
  }

  @Test
  void profile_shippedLoans_saysWhatToDecideAndProposesASchema() throws IOException {
    Path schema = folder.resolve("proposed.schema.json");

    CliRun text =
        CliRun.of("profile", GERMAN, "--target", "default", "--schema-out", schema.toString());
    CliRun json = CliRun.of("profile", GERMAN, "--target", "default", "--json", "--threads", "1");
    CliRun none = CliRun.of("profile", GERMAN, "--target", "defualt");

    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .startsWith("1,000 records, ")
        .contains("300 bad (30.0%)")
        .contains("checking_status")
        .contains("Commonest levels");
    JsonObject figures =
        JsonObject.parse(json.out().getBytes(StandardCharsets.UTF_8), "out", JsonLimits.FILE);
    assertThat(figures.number("bads")).isEqualTo(300);
    assertThat(CliRun.of("profile", folder.toString()).err()).contains("a folder must hold files");
    assertThat(none.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(none.err()).contains("did you mean \"default\"?");
    CliRun trained = CliRun.of(
        "train",
        GERMAN,
        "--schema",
        schema.toString(),
        "--out",
        folder.resolve("proposed.risk").toString());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
  }

  @Test
  void train_folderOfFiles_givesTheCardOfTheWholeFile() throws IOException {
    Path parts = Files.createDirectory(folder.resolve("parts"));
    List<String> lines = Files.readAllLines(Path.of(GERMAN));
    List<String> second = new ArrayList<>(lines.subList(400, lines.size()));
    second.add(0, lines.get(0));
    Files.write(parts.resolve("1.csv"), lines.subList(0, 400));
    Files.write(parts.resolve("2.csv"), second);
    Files.copy(Path.of(GERMAN).resolveSibling("schema.json"), parts.resolve("schema.json"));
    Path out = folder.resolve("parts.risk");

    CliRun run = CliRun.of("train", parts.toString(), "--out", out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(CliRun.of("score", out.toString(), GERMAN, "--out", "-").out())
        .isNotEmpty()
        .isEqualTo(CliRun.of("score", german, GERMAN, "--out", "-").out());
  }

  @Test
  void debug_printsTheStackTrace() {
    CliRun run = CliRun.of("evaluate", "none.risk", GERMAN, "--debug");

    assertThat(run.err()).contains("NoSuchFileException").contains("\tat ");
  }

  @Test
  void demo_decidesOnThreeApplicants() throws IOException {
    System.setProperty("risk.home", "..");
    try {
      CliRun run = CliRun.of("demo", "--out", folder.resolve("demo").toString());

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains(
              "APPROVE_REDUCED", "REFER", "DECLINE", "points lost", "Affordability is partial");
      assertThat(RiskModel.load(folder.resolve("demo/lending-club.risk")).features())
          .isNotEmpty();
    } finally {
      System.clearProperty("risk.home");
    }
  }

  @Test
  void help_ofEveryCommand_hasAnExample() {
    for (String command : List.of("profile", "train", "evaluate", "score", "decide")) {
      CliRun run = CliRun.of(command, "--help");
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("Example").contains("  risk " + command);
    }
    assertThat(CliRun.of("--version").out()).startsWith("risk 0.");
  }
}
