package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.RiskModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code risk evaluate} as a user sees it. */
class EvaluateCommandTest {

  private static final Path GERMAN = Path.of("..", "datasets", "german", "german.csv");

  @TempDir
  static Path folder;

  private static String model = "";
  private static String other = "";
  private static String dated = "";

  @BeforeAll
  static void train() throws IOException {
    model = folder.resolve("german.risk").toString();
    other = folder.resolve("other.risk").toString();
    assertThat(CliRun.of("train", GERMAN.toString(), "--out", model).exitCode()).isZero();
    assertThat(CliRun.of("train", GERMAN.toString(), "--out", other, "--exclude", "checking_status")
            .exitCode())
        .isZero();
    dated = dated().toString();
  }

  /** The same records in another order, with a branch and a day of 2024 that the schema lacks. */
  private static Path dated() throws IOException {
    List<String> lines = Files.readAllLines(GERMAN);
    List<String> more = new ArrayList<>(List.of("branch,opened," + lines.get(0)));
    for (int i = lines.size() - 1; i >= 1; i--) {
      String day = String.format("2024-%02d-%02d", 1 + i % 12, 1 + i % 28);
      more.add((i % 3 == 0 ? "东" : "west") + "," + day + "," + lines.get(i));
    }
    return Files.write(folder.resolve("dated.csv"), more);
  }

  private static CliRun evaluate(String csv, String... options) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", model, csv, "--bootstrap", "30"));
    arguments.addAll(List.of(options));
    return CliRun.of(arguments.toArray(new String[0]));
  }

  private static JsonObject json(CliRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JsonObject.parse(run.out().getBytes(StandardCharsets.UTF_8), "out", JsonLimits.FILE);
  }

  private static double value(JsonObject parent, String key) {
    return parent.object(key).number("value");
  }

  @Test
  void evaluate_text_printsEveryKindOfFigure() {
    CliRun run = evaluate(GERMAN.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("1,000 records, 300 bad (30.0%)\nTarget: ")
        .contains("within 12 months (assumed)")
        .contains("AUC", "Gini", "H-measure", "Expected maximum profit", "PR-AUC", "Lift")
        .contains("Brier", "Log-loss", "ECE", "Calibration slope", "Hosmer-Lemeshow")
        .contains("Spiegelhalter", "Jeffreys p", "Light", "By chance alone")
        .contains("grade C or safer", "Fairness by age", "Fairness by personal_status_sex")
        .contains("Four fifths is a screening figure")
        .doesNotContain("NaN");
    assertThat(run.err()).contains("warning: the model was trained on this file");
    assertThat(run.out().lines().mapToInt(String::length).max().orElseThrow())
        .isLessThanOrEqualTo(110);
  }

  @Test
  void evaluate_json_holdsTheSameFigures() {
    JsonObject json = json(evaluate(dated, "--json"));

    assertThat(json.number("rows")).isEqualTo(1_000);
    assertThat(json.number("bads")).isEqualTo(300);
    JsonObject figures = json.object("figures");
    double auc = value(figures, "auc");
    assertThat(value(figures, "gini")).isCloseTo(2 * auc - 1, within(1e-15));
    assertThat(figures.object("ks").text("method")).isEqualTo("BOOTSTRAP");
    assertThat(figures.object("hMeasure").text("note")).contains("Beta(2, 3.333)");
    double records = 0.0;
    for (JsonObject row : json.object("grades").objects("rows")) {
      records += row.number("records");
    }
    assertThat(records).isEqualTo(1_000);
    assertThat(json.object("stability").objects("features")).isNotEmpty();
    assertThat(json.object("target").whole("horizonMonths")).isEqualTo(12);
    for (JsonObject cutOff : json.objects("cutOffs")) {
      assertThat(cutOff.number("approvedGoods")
              + cutOff.number("approvedBads")
              + cutOff.number("rejectedGoods")
              + cutOff.number("rejectedBads"))
          .isEqualTo(1_000);
    }
  }

  @Test
  void evaluate_sameSeed_printsTheSameBytesOnAnyThreads() {
    String one = evaluate(dated, "--json", "--threads", "1").out();

    assertThat(evaluate(dated, "--json", "--threads", "2").out()).isEqualTo(one);
    assertThat(evaluate(dated, "--json", "--seed", "2").out()).isNotEqualTo(one);
  }

  @Test
  void evaluate_segmentsAndTime_addUpToTheWhole() {
    CliRun run = evaluate(
        dated,
        "--segment",
        "branch",
        "--segment",
        "amount:2000,5000",
        "--by-time",
        "opened:quarter",
        "--json");

    List<JsonObject> breakdowns = json(run).objects("breakdowns");
    assertThat(breakdowns)
        .extracting(each -> each.text("name"))
        .containsExactly("branch", "amount", "QUARTER");
    for (JsonObject breakdown : breakdowns) {
      double rows = 0.0;
      double bads = 0.0;
      for (JsonObject part : breakdown.objects("parts")) {
        rows += part.number("rows");
        bads += part.number("bads");
      }
      assertThat(rows).isEqualTo(1_000);
      assertThat(bads).isEqualTo(300);
    }
    assertThat(breakdowns.get(0).objects("parts").get(0).object("figures").has("auc"))
        .isTrue();
    assertThat(breakdowns.get(1).objects("parts"))
        .extracting(each -> each.text("label"))
        .containsExactly("below 2000", "[2000, 5000)", "5000 and above");
    assertThat(
            evaluate(dated, "--segment", "branch", "--by-time", "opened:month").out())
        .contains("By branch", "东", "By month", "2024-01");
  }

  @Test
  void evaluate_protectedColumnAndReference_areThoseStated() {
    CliRun run = evaluate(
        dated,
        "--protected",
        "age:25,62",
        "--reference",
        "age=62 and above",
        "--cut-off",
        "pd=0.3",
        "--json");

    List<JsonObject> fairness = json(run).objects("fairness");
    assertThat(fairness).hasSize(1);
    assertThat(fairness.get(0).text("reference")).isEqualTo("62 and above");
    assertThat(fairness.get(0).flag("usedByModel", true)).isFalse();
    JsonObject young = fairness.get(0).objects("groups").get(0);
    JsonObject old = fairness.get(0).objects("groups").get(2);
    JsonObject treatment = young.objects("treatments").get(0);
    double ratio =
        treatment.number("approvalRate") / old.objects("treatments").get(0).number("approvalRate");
    assertThat(value(treatment, "adverseImpactRatio")).isCloseTo(ratio, within(1e-12));
    assertThat(treatment.flag("belowFourFifths", ratio >= 0.8)).isEqualTo(ratio < 0.8);
  }

  @Test
  void evaluate_outcomeWindow_isComparedWithTheHorizon() {
    CliRun run = evaluate(
        dated, "--outcome-months", "24", "--as-of", "2026-06-30", "--by-time", "opened:year");
    CliRun same = evaluate(dated, "--outcome-months", "12");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("watched for 24 months, but the model predicts 12 (assumed)")
        .contains("of 1000 records are later than 2024-06-30");
    assertThat(run.out()).contains("outcomes watched for 24 months");
    assertThat(same.err()).doesNotContain("watched for");
  }

  @Test
  void evaluate_bins_comparesThemWithTraining() {
    CliRun text = evaluate(dated, "--bins");
    JsonObject first = json(evaluate(dated, "--bins", "--json")).objects("bins").get(0);

    assertThat(text.out()).contains("Bins of checking_status, then (in training) and now: IV");
    double share = 0.0;
    double psi = 0.0;
    for (JsonObject bin : first.objects("bins")) {
      share += bin.object("now").number("share");
      psi += bin.number("psi");
    }
    assertThat(share).isCloseTo(1.0, within(1e-12));
    assertThat(value(first, "psi")).isCloseTo(psi, within(1e-12));
  }

  @Test
  void evaluate_against_comparesRecordByRecord() {
    CliRun text = evaluate(dated, "--against", other);
    JsonObject found = json(evaluate(dated, "--against", other, "--json")).object("comparison");

    assertThat(text.out()).contains("Beside the model ");
    assertThat(value(found, "aucDifference"))
        .isCloseTo(value(found, "auc") - value(found, "otherAuc"), within(1e-12))
        .isPositive();
    assertThat(found.object("logLossDifference").number("pValue")).isLessThan(0.05);
  }

  @Test
  void evaluate_standardInput_isReadAsTheFileIs() throws IOException {
    String[] options = {"evaluate", model, "-", "--bootstrap", "30", "--against", other};

    CliRun piped = CliRun.with(Files.readString(GERMAN), options);

    assertThat(piped.exitCode()).as(piped.err()).isZero();
    assertThat(piped.out())
        .isEqualTo(evaluate(GERMAN.toString(), "--against", other).out());
  }

  @Test
  void evaluate_oneClass_saysWhatIsNotDefined() throws IOException {
    List<String> lines = Files.readAllLines(Path.of(dated));
    int target = List.of(lines.get(0).split(",")).indexOf(targetColumn());
    List<String> goods = new ArrayList<>(List.of(lines.get(0)));
    for (String line : lines.subList(1, lines.size())) {
      if (line.split(",", -1)[target].equals("0")) {
        goods.add(line);
      }
    }
    Path csv = Files.write(folder.resolve("goods.csv"), goods);

    CliRun run = evaluate(csv.toString());
    JsonObject figures = json(evaluate(csv.toString(), "--json")).object("figures");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("700 records, 0 bad (0.0%)").doesNotContain("NaN");
    assertThat(figures.object("auc").has("undefined")).isTrue();
    assertThat(value(figures, "badRate")).isZero();
  }

  @Test
  void evaluate_weights_countAsRecords() throws IOException {
    List<String> lines = Files.readAllLines(GERMAN);
    List<String> weighted = new ArrayList<>(List.of("w," + lines.get(0)));
    for (int i = 1; i < lines.size(); i++) {
      weighted.add((i % 2 == 0 ? "2," : "1,") + lines.get(i));
    }
    Path csv = Files.write(folder.resolve("weighted.csv"), weighted);
    String schema = Files.readString(GERMAN.resolveSibling("schema.json"))
        .replaceFirst(
            "\"fields\": \\[",
            "\"fields\": [{\"name\": \"w\", \"kind\": \"NUMBER\", \"role\": \"WEIGHT\"},");
    Path schemaFile = Files.writeString(folder.resolve("weighted.json"), schema);
    String weightedModel = folder.resolve("weighted.risk").toString();
    CliRun trained = CliRun.of(
        "train", csv.toString(), "--schema", schemaFile.toString(), "--out", weightedModel);

    CliRun with = CliRun.of("evaluate", weightedModel, csv.toString(), "--json");
    CliRun without = CliRun.of("evaluate", weightedModel, GERMAN.toString(), "--json");

    assertThat(trained.exitCode()).as(trained.err()).isZero();
    // 500 records of weight 1 and 500 of weight 2
    assertThat(json(with).number("goods") + json(with).number("bads")).isEqualTo(1_500);
    assertThat(json(with).number("rows")).isEqualTo(1_000);
    assertThat(without.err()).contains("the file has no column w, so every record counts once");
    assertThat(json(without).number("bads")).isEqualTo(300);
  }

  private static String targetColumn() {
    try {
      return RiskModel.load(Path.of(model)).schema().targetField().orElseThrow().name();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--segment | nosuch | the column \"nosuch\" is missing",
        "--segment | age:x | cuts must be numbers",
        "--cut-off | 0.3 | a cut-off is written pd=0.1, score=560 or grade=C",
        "--cut-off | grade=Q | has no group \"Q\"",
        "--by-time | amount | must be a date",
        "--as-of | 2026-01-01 | name its column by --by-time",
        "--bootstrap | -1 | replicates must be from 0",
        "--level | 95 | the level of intervals must be above 0 and below 1",
        "--outcome-months | 0 | 1 to 600 months",
        "--reference | age=old | has no group \"old\"",
      })
  void evaluate_badOption_isOneSentence(String option, String value, String message) {
    CliRun run = CliRun.of("evaluate", model, dated, option, value);

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("risk: ").contains(message).doesNotContain("Exception");
    assertThat(run.out()).isEmpty();
  }
}
