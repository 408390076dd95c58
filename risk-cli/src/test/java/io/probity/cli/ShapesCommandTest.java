package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
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

class ShapesCommandTest {

  private static final String GERMAN = "../datasets/german/german.csv";
  private static final String EDITS = "../datasets/german/additive-edits.json";

  @TempDir
  private static Path models;

  private static String additive = "";
  private static String scorecard = "";

  @TempDir
  private Path folder;

  @BeforeAll
  static void train() {
    additive = train("additive.risk", "--family", "additive");
    scorecard = train("scorecard.risk");
  }

  private static String train(String name, String... options) {
    String out = models.resolve(name).toString();
    List<String> all = new ArrayList<>(List.of("train", GERMAN, "--out", out));
    all.addAll(List.of(options));
    CliRun run = CliRun.of(all.toArray(new String[0]));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return out;
  }

  private static JsonObject json(String text) {
    return JsonObject.parse(text.getBytes(StandardCharsets.UTF_8), "out", JsonLimits.FILE);
  }

  @Test
  void shapes_oneFeature_printsItsBinsWithEffectsRangesAndPoints() {
    CliRun run = CliRun.of("shapes", additive, "--feature", "duration_months");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Points: 600 at 50:1, 20 double the odds")
        .contains("duration_months\n")
        .contains("Between bags")
        .contains("missing")
        .doesNotContain("amount");
  }

  @Test
  void shapes_csvAndJson_holdTheSameFiguresForEveryBin() {
    JsonObject json = json(CliRun.of("shapes", additive, "--json").out());
    List<String> lines = CliRun.of("shapes", additive, "--csv").out().lines().toList();

    int bins = 0;
    for (JsonObject feature : json.objects("features")) {
      bins += feature.objects("bins").size();
    }
    int cells = 0;
    for (JsonObject pair : json.objects("pairs")) {
      cells += pair.objects("cells").size();
    }
    assertThat(json.text("family")).isEqualTo("additive");
    assertThat(lines).hasSize(1 + bins + cells);
    assertThat(lines.get(0))
        .isEqualTo("feature,bin,label,with,with_bin,with_label,records,goods,bads,bad_rate,effect,"
            + "low,high,points,origin");
    JsonObject first = json.objects("features").get(0).objects("bins").get(0);
    assertThat(lines.get(1))
        .contains("," + first.number("effect") + ",")
        .endsWith("," + first.whole("points") + ",AUTO");
  }

  @Test
  void shapes_scorecard_isTheSameTableWithoutRanges() {
    CliRun run = CliRun.of("shapes", scorecard, "--csv");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",,"));
    assertThat(json(CliRun.of("shapes", scorecard, "--json").out()).text("family"))
        .isEqualTo("scorecard");
  }

  @Test
  void shapes_out_writesByTheEndingOfTheName() throws IOException {
    Path csv = folder.resolve("shapes.csv");
    Path file = folder.resolve("shapes.json");

    assertThat(CliRun.of("shapes", additive, "--out", csv.toString()).exitCode())
        .isZero();
    assertThat(CliRun.of("shapes", additive, "--out", file.toString()).exitCode())
        .isZero();

    assertThat(Files.readString(csv))
        .isEqualTo(CliRun.of("shapes", additive, "--csv").out());
    assertThat(json(Files.readString(file)).objects("features")).isNotEmpty();
  }

  @Test
  void train_edit_changesTheTableAndTellsWhoAndWhy() {
    String edited = train("edited.risk", "--family", "additive", "--edit", EDITS);

    String text = CliRun.of("shapes", edited).out();
    assertThat(text)
        .contains("by hand: merged bins 3 to 4 (A. Analyst: ten records say little)")
        .contains("by hand: smoothed bins 9 to 13")
        .contains("by hand: set the effect of bin 6 to 0.38");
    JsonObject purpose = json(CliRun.of("shapes", edited, "--json", "--feature", "purpose")
            .out())
        .objects("features")
        .get(0);
    assertThat(purpose.objects("bins").get(6).number("effect")).isEqualTo(0.38);
    assertThat(purpose.objects("edits").get(0).text("by")).isEqualTo("A. Analyst");
    assertThat(CliRun.of("shapes", edited, "--csv").out()).contains(",MANUAL").contains(",AUTO");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"feature\":\"amuont\",\"merge\":[0,1],\"why\":\"x\"}|did you mean \"amount\"",
        "{\"feature\":\"amount\",\"merge\":[0,200],\"why\":\"x\"}|there are value bins",
        "{\"feature\":\"purpose\",\"smooth\":[0,1],\"why\":\"x\"}|no order to smooth",
        "{\"feature\":\"amount\",\"cuts\":[3],\"why\":\"x\"}|merge, smooth and effect only",
        "{\"feature\":\"amount\",\"effect\":{\"bin\":0},\"why\":\"x\"}|value",
        "{\"feature\":\"amount\",\"smooth\":[3],\"why\":\"x\"}|smooth needs [first bin, last bin]",
        "{\"feature\":\"amount\",\"effect\":{\"bin\":0,\"value\":1}}|why",
        "{\"feature\":\"amount\",\"effect\":{\"bin\":0,\"value\":1},\"merge\":[0,1],\"why\":\"x\"}|exactly one of"
      })
  void train_editThatCannotHold_saysWhyAndWritesNothing(String edit, String message)
      throws IOException {
    Path edits =
        Files.writeString(folder.resolve("edits.json"), "{\"by\":\"me\",\"edits\":[" + edit + "]}");
    Path plan = Files.writeString(
        folder.resolve("plan.json"),
        "{\"additive\":{\"mostRounds\":5,\"bags\":1,\"caution\":[1],\"pairs\":[0]}}");
    Path out = folder.resolve("m.risk");

    CliRun run = CliRun.of(
        "train",
        GERMAN,
        "--family",
        "additive",
        "--plan",
        plan.toString(),
        "--edit",
        edits.toString(),
        "--out",
        out.toString());

    assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void train_editOfEffects_isRefusedForAScorecard() {
    CliRun run = CliRun.of(
        "train", GERMAN, "--edit", EDITS, "--out", folder.resolve("m.risk").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("a scorecard's bins take a woe");
  }

  @Test
  void shapes_wrongUse_saysWhatIsRight() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.risk"), "no model");

    assertThat(CliRun.of("shapes", additive, "--feature", "duration_month").err())
        .contains("did you mean \"duration_months\"");
    assertThat(CliRun.of("shapes", additive, "--out", folder.resolve("a.xls").toString())
            .err())
        .contains("end the name in .csv or .json");
    assertThat(CliRun.of("shapes", broken.toString()).exitCode()).isEqualTo(ExitCode.BROKEN_MODEL);
    assertThat(CliRun.of("shapes", folder.resolve("none.risk").toString()).exitCode())
        .isEqualTo(ExitCode.FILE);
  }
}
