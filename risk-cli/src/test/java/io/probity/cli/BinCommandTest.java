package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.binning.Binning;
import io.probity.binning.BinningJson;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinCommandTest {

  private static final String GERMAN = "../datasets/german/german.csv";

  @TempDir
  private Path folder;

  private CliRun bin(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "bin";
    all[1] = GERMAN;
    System.arraycopy(options, 0, all, 2, options.length);
    return CliRun.of(all);
  }

  private List<Binning> binnings(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of("../datasets/german/schema.json"))) {
      Schema schema = Schema.parse(in, "schema");
      return BinningJson.read(
          JsonObject.parse(Files.readAllBytes(file), "binning.json", JsonLimits.FILE),
          CsvReader.strict(schema).read(Path.of(GERMAN)).table().schema());
    }
  }

  @Test
  void bin_oneFeature_printsItsTableItsChartAndTheFunnel() {
    CliRun run = bin("--feature", "duration_months");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("duration_months: IV 0.")
        .contains("95% interval")
        .contains("Bad rate")
        .contains("##")
        .contains("What the selection makes of 700 records")
        .contains("PROTECTED")
        .doesNotContain("amount: IV");
  }

  @Test
  void bin_out_holdsTheBinsThatTrainUses() throws IOException {
    Path out = folder.resolve("binning.json");
    Path plan = Files.writeString(
        folder.resolve("plan.json"),
        "{\"scorecard\": {\"woePrior\": 0, \"ridge\": 0, \"refit\": \"NONE\"}}");
    assertThat(bin("--out", out.toString(), "--plan", plan.toString()).exitCode())
        .isZero();
    CliRun train = CliRun.of(
        "train",
        GERMAN,
        "--plan",
        plan.toString(),
        "--out",
        folder.resolve("m.risk").toString());

    assertThat(train.exitCode()).as(train.err()).isZero();
    List<Binning> binnings = binnings(out);
    Scorecard card = (Scorecard) RiskModel.load(folder.resolve("m.risk")).predictor();
    for (Scorecard.Term term : card.terms()) {
      Binning own = binnings.stream()
          .filter(binning -> binning.feature().equals(term.binning().feature()))
          .findFirst()
          .orElseThrow();
      assertThat(own.labels()).isEqualTo(term.binning().labels());
      for (int bin = 0; bin < own.bins(); bin++) {
        assertThat(own.woe(bin)).isEqualTo(term.binning().woe(bin));
      }
    }
  }

  @Test
  void bin_edit_changesTheBinsAndTellsWhoAndWhy() throws IOException {
    Path edits = Files.writeString(folder.resolve("edits.json"), """
        {"by": "A. Analyst", "edits": [
          {"feature": "duration_months", "cuts": [12, 24], "why": "product terms"},
          {"feature": "amount", "merge": [0, 1], "why": "too few"}]}
        """);
    Path out = folder.resolve("binning.json");

    CliRun run = bin("--edit", edits.toString(), "--out", out.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("by hand: set the cuts [12.0, 24.0] (A. Analyst: product terms)");
    assertThat(Files.readString(out)).contains("\"MANUAL\"").contains("A. Analyst");
    assertThat(binnings(out))
        .filteredOn(binning -> binning.feature().equals("duration_months"))
        .singleElement()
        .satisfies(binning -> assertThat(binning.cuts()).containsExactly(12, 24));
  }

  @Test
  void bin_jsonAndCsv_holdTheSameFigures() {
    JsonObject json = JsonObject.parse(
        bin("--json", "--feature", "duration_months").out().getBytes(StandardCharsets.UTF_8),
        "out",
        JsonLimits.FILE);
    List<String> lines =
        bin("--csv", "--feature", "duration_months").out().lines().toList();

    List<JsonObject> bins = json.objects("features").get(0).objects("bins");
    assertThat(lines).hasSize(bins.size() + 1);
    assertThat(lines.get(0)).startsWith("feature,bin,label,records,share");
    assertThat(lines.get(1).split(",(?! )")[8])
        .isEqualTo(Double.toString(bins.get(0).number("woe")));
  }

  @Test
  void bin_woe_isWrittenPerRecordAndOutOfFoldDiffers() throws IOException {
    Path plain = folder.resolve("woe.csv");
    Path fair = folder.resolve("fair.csv");
    assertThat(bin("--woe", plain.toString()).exitCode()).isZero();
    assertThat(bin("--woe", fair.toString(), "--out-of-fold", "5").exitCode()).isZero();

    List<String> lines = Files.readAllLines(plain);
    assertThat(lines).hasSize(701);
    assertThat(lines.get(0)).startsWith("record,").contains("duration_months");
    int column = Arrays.asList(lines.get(0).split(",")).indexOf("duration_months");
    assertThat(lines.stream()
            .skip(1)
            .map(line -> line.split(",")[column])
            .distinct()
            .count())
        .isLessThan(Files.readAllLines(fair).stream()
            .skip(1)
            .map(line -> line.split(",")[column])
            .distinct()
            .count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"by\":\"a\",\"edits\":[{\"feature\":\"purpose\",\"groups\":[[\"car\"]],\"why\":\"x\"}]}|car",
        "{\"by\":\"a\",\"edits\":[{\"feature\":\"duration_month\",\"cuts\":[3],\"why\":\"x\"}]}|did you mean \"duration_months\"",
        "{\"edits\":[{\"feature\":\"duration_months\",\"cuts\":[3],\"why\":\"x\"}]}|needs who makes it and why",
        "{\"by\":\"a\",\"edits\":[{\"feature\":\"duration_months\",\"merge\":[5,1],\"why\":\"x\"}]}|two bins in order",
        "{\"by\":\"a\",\"edit\":[]}|edit"
      })
  void bin_editThatCannotHold_saysWhyAndWritesNothing(String edits, String message)
      throws IOException {
    Path file = Files.writeString(folder.resolve("edits.json"), edits);
    Path out = folder.resolve("binning.json");

    CliRun run = bin("--edit", file.toString(), "--out", out.toString());

    assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void bin_unknownFeature_namesTheNearest() {
    assertThat(bin("--feature", "duration_mouths").err())
        .contains("did you mean \"duration_months\"");
  }
}
