package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainFamiliesTest {

  private static final String GERMAN = "../datasets/german/german.csv";
  private static final String QUICK = "{\"boosted\": {\"depths\": [2, 3], \"cautions\": [5],"
      + " \"rate\": 0.1, \"mostRounds\": 60}}";

  @TempDir
  private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void train_boosted_showsWhatWasChosenAndWhatTheTreesRestOn() throws IOException {
    Path plan = file("plan.json", QUICK);
    String out = folder.resolve("m.risk").toString();

    CliRun text =
        CliRun.of("train", GERMAN, "--family", "boosted", "--plan", plan.toString(), "--out", out);
    CliRun machine = CliRun.of(
        "train", GERMAN, "--family", "boosted", "--plan", plan.toString(), "--out", out, "--json");

    assertThat(text.exitCode()).as(text.err()).isZero();
    assertThat(text.out())
        .containsPattern("Boosted trees: \\d+ trees of depth [23], caution 5, rate 0.10")
        .contains("Tried by inner folds")
        .contains("Mean |SHAP|")
        .contains("Share of gain")
        .contains("What two features bring only together, over ");
    JsonObject boosted = JsonObject.parse(
            machine.out().getBytes(StandardCharsets.UTF_8), "out", JsonLimits.FILE)
        .object("boosted");
    assertThat(boosted.objects("trials")).hasSize(2);
    assertThat(boosted.objects("importance").stream()
            .mapToDouble(feature -> feature.number("gainShare"))
            .sum())
        .isBetween(0.999999, 1.000001);
    assertThat(boosted.objects("interactions")).isNotEmpty();
  }

  @Test
  void train_additive_saysWhatInnerFoldsChose() throws IOException {
    Path plan = file("plan.json", "{\"additive\": {\"mostRounds\": 20, \"bags\": 2}}");

    CliRun run = CliRun.of(
        "train",
        GERMAN,
        "--family",
        "additive",
        "--plan",
        plan.toString(),
        "--out",
        folder.resolve("m.risk").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .containsPattern("Additive model: \\d+ rounds, caution (1|3|10), (0|4|16) pairs; log-loss")
        .contains("with caution 1 and 0 pairs");
    assertThat(run.err()).contains("boosting stopped at the most rounds, 20");
  }

  @Test
  void train_directionThatTheRecordsContradict_warns() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder csv = new StringBuilder("bad,debt\n");
    for (int row = 0; row < 600; row++) {
      int debt = random.nextInt(100);
      csv.append(random.nextInt(120) < debt ? 1 : 0).append(',').append(debt).append('\n');
    }
    Path schema = file(
        "schema.json",
        "{\"target\": {\"event\": \"90+\", \"horizonMonths\": 12}, \"fields\": ["
            + "{\"name\": \"bad\", \"kind\": \"NUMBER\", \"role\": \"TARGET\"},"
            + "{\"name\": \"debt\", \"kind\": \"NUMBER\", \"role\": \"FEATURE\","
            + " \"direction\": \"FALLS\"}]}");

    CliRun run = CliRun.of(
        "train",
        file("loans.csv", csv.toString()).toString(),
        "--schema",
        schema.toString(),
        "--family",
        "additive",
        "--out",
        folder.resolve("m.risk").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("warning: debt: by the schema risk falls with it, but among the records it rises")
        .contains("everybody gets one PD");
  }

  /** A run that would go on for hours is stopped from outside, as by Ctrl-C. */
  @Test
  void train_stoppedFromOutside_leavesNothingBehind() throws Exception {
    Path plan = file(
        "plan.json",
        "{\"family\": \"additive\", \"additive\": {\"mostRounds\": 100000, \"patience\": 100000}}");
    Path models = Files.createDirectory(folder.resolve("models"));
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.probity.cli.Main",
            "train",
            GERMAN,
            "--plan",
            plan.toString(),
            "--out",
            models.resolve("m.risk").toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();

    assertThat(process.waitFor(3, TimeUnit.SECONDS)).isFalse();
    process.destroy();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isNotZero();
    try (Stream<Path> left = Files.list(models)) {
      assertThat(left).isEmpty();
    }
  }
}
