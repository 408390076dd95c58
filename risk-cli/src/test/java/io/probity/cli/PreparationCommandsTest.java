package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.application.LoanApplication;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationCommandsTest {

  @TempDir
  static Path history;

  @TempDir
  Path folder;

  private static CliRun simulated = CliRun.of("--version");

  @BeforeAll
  static void simulate() {
    simulated = CliRun.of(
        "simulate",
        "--applicants",
        "600",
        "--months",
        "18",
        "--seed",
        "7",
        "--out",
        history.resolve("lender").toString(),
        "--json",
        "2");
  }

  private static String file(String name) {
    return history.resolve("lender").resolve(name).toString();
  }

  private CliRun features(String... more) {
    List<String> arguments = new ArrayList<>(List.of(
        "features",
        "--applications",
        file("applications.csv"),
        "--income",
        file("incomes.csv"),
        "--tradelines",
        file("tradelines.csv"),
        "--payments",
        file("payments.csv"),
        "--inquiries",
        file("inquiries.csv"),
        "--macro",
        file("macro.csv"),
        "--out",
        folder.resolve("features.csv").toString()));
    arguments.addAll(List.of(more));
    return CliRun.of(arguments.toArray(new String[0]));
  }

  @Test
  void simulate_writesTheFilesAndTellsTheCounts() throws IOException {
    assertThat(simulated.exitCode()).as(simulated.err()).isZero();
    assertThat(simulated.out()).contains("applicants").contains("600").contains("true PD");
    try (InputStream in = Files.newInputStream(Path.of(file("applications/A00000002.json")))) {
      assertThat(LoanApplication.parse(in).id()).isEqualTo("A00000002");
    }
  }

  @Test
  void targetThenFeatures_makeATrainingTable() throws IOException {
    String target = folder.resolve("target.csv").toString();
    CliRun first = CliRun.of("target", "--performance", file("performance.csv"), "--out", target);
    CliRun second = features("--target", target, "--pass", "channel");

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out()).contains("90+ within 12").contains("Maturity").contains("Roll rates");
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).startsWith("600 applications with ");
    List<String> lines = Files.readAllLines(folder.resolve("features.csv"));
    assertThat(lines).hasSize(601);
    assertThat(lines.get(0)).startsWith("application_id,as_of,target,channel,");
  }

  @Test
  void features_someWithOwnField_writeATableThatTrainReadsByItsSchema() throws IOException {
    String target = folder.resolve("target.csv").toString();
    CliRun.of("target", "--performance", file("performance.csv"), "--out", target);

    CliRun run = features(
        "--target",
        target,
        "--labelled",
        "--features",
        "income_cv_12m,dsti,worst_status,inquiries_90d",
        "--field",
        "stated_monthly_income=number",
        "--pass",
        "channel");
    CliRun trained = CliRun.of(
        "train",
        folder.resolve("features.csv").toString(),
        "--schema",
        folder.resolve("features.schema.json").toString(),
        "--out",
        folder.resolve("m.risk").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("applications without a target were left out");
    List<String> lines = Files.readAllLines(folder.resolve("features.csv"));
    assertThat(lines.get(0))
        .isEqualTo("application_id,as_of,target,channel,stated_monthly_income,"
            + "income_cv_12m,dsti,worst_status,inquiries_90d");
    assertThat(lines).hasSizeLessThan(601).noneMatch(line -> line.split(",", 4)[2].isEmpty());
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("inquiries_90d", "stated_monthly_income");
  }

  @Test
  void features_wrongNames_areOneSentence() {
    CliRun unknown = features("--features", "income_cv_12");
    CliRun twice = features("--pass", "dsti");
    CliRun noTarget = features("--labelled");

    assertThat(unknown.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(unknown.err()).contains("there is no feature \"income_cv_12\"", "income_cv_12m");
    assertThat(twice.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(twice.err()).contains("a feature has the same name; received dsti");
    assertThat(noTarget.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(noTarget.err()).contains("there is no file of targets");
    assertThat(folder.resolve("features.csv")).doesNotExist();
    assertThat(folder.resolve("features.schema.json")).doesNotExist();
  }

  @Test
  void target_asJson_countsEveryOutcome() {
    CliRun run = CliRun.of(
        "target",
        "--performance",
        file("performance.csv"),
        "--definition",
        "60+",
        "--within",
        "6",
        "--json",
        "--out",
        folder.resolve("target.csv").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonObject json =
        JsonObject.parse(run.out().getBytes(StandardCharsets.UTF_8), "target", JsonLimits.FILE);
    JsonObject outcomes = json.object("outcomes");
    double all = outcomes.number("good")
        + outcomes.number("bad")
        + outcomes.number("indeterminate")
        + outcomes.number("excluded");
    assertThat(json.text("definition")).isEqualTo("60+ within 6");
    assertThat(all).isEqualTo(600.0);
    assertThat(json.objects("rollRates")).hasSize(5);
  }

  @Test
  void features_brokenRecord_isOneSentenceAndExitCode3() throws IOException {
    Path broken = Files.writeString(
        folder.resolve("inquiries.csv"),
        Files.readString(Path.of(file("inquiries.csv"))) + "A00000001,1.2.2026,bank,OTHER,,\n");
    CliRun run = features("--inquiries", broken.toString());
    assertThat(run.exitCode()).isEqualTo(2);

    CliRun strict = CliRun.of(
        "features",
        "--applications",
        file("applications.csv"),
        "--inquiries",
        broken.toString(),
        "--out",
        folder.resolve("f.csv").toString());
    assertThat(strict.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(strict.err()).contains("(date): must be a day such as 2026-11-30");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(broken);
    }
  }

  @Test
  void simulate_badNumbers_areNamed() {
    CliRun run =
        CliRun.of("simulate", "--applicants", "0", "--months", "0", "--out", folder.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("applicants: must be from 1").contains("months: must be from 1");
  }

  @Test
  void progressLine_showsRateAndTimeLeft() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(
        InputStream.nullInputStream(),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        true,
        true,
        100);
    long[] seconds = {0};
    ProgressLine line =
        new ProgressLine(console, "applicants", 1.0, () -> seconds[0] * 1_000_000_000L);

    seconds[0] = 1;
    line.done(50, 1_000);
    seconds[0] = 10;
    line.done(100, 1_000);

    // 100 in 10 seconds: 10 a second, 900 left take 90 seconds; nothing is shown after one second
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("… 10%, 10.0 applicants a second, 1 min 30 s left\n");
  }
}
