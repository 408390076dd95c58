package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

  @TempDir
  private Path folder;

  @BeforeEach
  void writeLoans() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder csv = new StringBuilder("customer;applied;income;purpose;w;late\n");
    for (int row = 0; row < 1_200; row++) {
      int income = 1_000 + random.nextInt(5_000);
      boolean car = random.nextInt(3) == 0;
      double risk = 0.45 - income / 18_000.0 + (car ? 0.1 : 0);
      csv.append('C').append(row % 500).append(";2026-").append(row < 800 ? "01" : "07");
      csv.append("-0").append(1 + row % 9).append(';').append(income).append(';');
      csv.append(car ? "car" : "home").append(';').append(1 + row % 2).append(';');
      csv.append(random.nextDouble() < risk ? 1 : 0).append('\n');
    }
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/loans.csv"), csv);
  }

  private CliRun train(String out, String... more) {
    String[] start = {
      "train",
      folder.resolve("data/loans.csv").toString(),
      "--separator",
      ";",
      "--target",
      "late",
      "--out",
      folder.resolve(out).toString()
    };
    String[] all = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return CliRun.of(all);
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  @Test
  void train_choiceOfFamilies_saysWhatItIsLikelyToTake() throws IOException {
    Files.writeString(folder.resolve("data/loans.csv"), "income;late\n1000;0\n2000;unknown\n");
    Files.writeString(folder.resolve("data/schema.json"), """
        {"target": {"event": "late", "horizonMonths": 12}, "fields": [
          {"name": "income", "kind": "NUMBER", "role": "FEATURE"},
          {"name": "late", "kind": "NUMBER", "role": "TARGET"}]}
        """);

    CliRun run = train("auto.risk", "--family", "auto", "--threads", "2");

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err())
        .contains("records of 1 features on 2 threads: scorecard 1 s, additive 1 s, boosted 6 s,"
            + " together 8 s, half to twice; at most about 0 MiB of heap")
        .contains("unknown");
  }

  @Test
  void train_fromThePlanOfARun_givesTheSameBytes() throws IOException {
    CliRun first = train("first.risk", "--weight", "w", "--horizon", "18", "--seed", "5");
    Files.createDirectories(folder.resolve("deeper"));
    CliRun again = CliRun.of(
        "train",
        "--plan",
        folder.resolve("first.plan.json").toString(),
        "--out",
        folder.resolve("deeper/again.risk").toString());
    CliRun third = CliRun.of(
        "train",
        "--plan",
        folder.resolve("deeper/again.plan.json").toString(),
        "--out",
        folder.resolve("third.risk").toString());

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(third.exitCode()).as(third.err()).isZero();
    assertThat(bytes("deeper/again.risk")).isEqualTo(bytes("first.risk"));
    assertThat(bytes("third.risk")).isEqualTo(bytes("first.risk"));
    assertThat(Files.readString(folder.resolve("first.plan.json")))
        .contains("\"csv\" : \"data/loans.csv\"")
        .contains("\"weight\" : \"w\"");
    assertThat(new String(bytes("first.risk"), StandardCharsets.UTF_8)).doesNotContain("loans.csv");
  }

  @Test
  void train_streamed_givesTheSameBytesAsInMemory_andAgainFromItsPlan() throws IOException {
    CliRun held = train("held.risk");
    CliRun streamed = train("streamed.risk", "--stream", "--threads", "3");
    CliRun again = CliRun.of(
        "train",
        "--plan",
        folder.resolve("streamed.plan.json").toString(),
        "--out",
        folder.resolve("again.risk").toString());

    assertThat(held.exitCode()).as(held.err()).isZero();
    assertThat(streamed.exitCode()).as(streamed.err()).isZero();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(bytes("streamed.risk")).isEqualTo(bytes("held.risk"));
    assertThat(bytes("again.risk")).isEqualTo(bytes("held.risk"));
    assertThat(Files.readString(folder.resolve("again.plan.json"))).contains("\"streamed\" : true");
  }

  @Test
  void train_streamedWithFoldsOrRejects_isRefused() {
    CliRun folds = train("a.risk", "--stream", "--folds", "4");
    CliRun rejects =
        train("a.risk", "--stream", "--rejects", folder.resolve("rejects.csv").toString());

    assertThat(folds.exitCode()).isNotZero();
    assertThat(folds.err()).contains("a model for each fold needs all records at once");
    assertThat(rejects.exitCode()).isNotZero();
    assertThat(rejects.err()).contains("correct them first");
  }

  @ParameterizedTest
  @CsvSource({
    "--folds,4,FOLDS",
    "--group,customer,STRATIFIED",
    "--out-of-time,applied=2026-07-01,OUT_OF_TIME",
    "--held-out,purpose=car,COLUMN"
  })
  void train_eachWayToPartTheRecords_isInThePlanAndJudges(String option, String value, String kind)
      throws IOException {
    CliRun run = train("m.risk", option, value);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("On the records held out").contains("AUC");
    assertThat(Files.readString(folder.resolve("m.plan.json"))).contains("\"" + kind + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--folds 4 --holdout 0.3|only one of --holdout, --folds, --out-of-time and --held-out",
        "--out-of-time applied=2027-01-01|the split leaves one side without records",
        "--out-of-time aplied=2026-07-01|did you mean \"applied\"",
        "--held-out purpose=boat|0 of 1200 records held out",
        "--force incom|did you mean \"income\"",
        "--weight wt|did you mean \"w\""
      })
  void train_optionThatCannotHold_saysWhy(String options, String message) {
    CliRun run = train("m.risk", options.split(" "));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(folder.resolve("m.risk")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"-1,a weight must be at least 0", "'',must not be missing"})
  void train_weightThatIsNone_isNamedWithItsPlace(String weight, String message)
      throws IOException {
    Path file = folder.resolve("data/loans.csv");
    String[] lines = Files.readString(file).split("\n");
    String[] fields = lines[3].split(";");
    fields[4] = weight;
    lines[3] = String.join(";", fields);
    Files.writeString(file, String.join("\n", lines) + "\n");

    CliRun run = train("m.risk", "--weight", "w");

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("loans.csv:4:5 (w)").contains(message);
  }

  @Test
  void train_neitherCsvNorPlan_saysWhatToName() {
    CliRun run = CliRun.of("train", "--out", folder.resolve("m.risk").toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("name a CSV, or a plan with data");
  }
}
