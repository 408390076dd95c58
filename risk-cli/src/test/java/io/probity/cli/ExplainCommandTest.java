package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  private static final String POLICY = "../datasets/policies/demo-personal-loan.json";
  private static final Path APPLICATION = Path.of("../datasets/applications/personal-loan.json");

  @TempDir
  static Path shared;

  private static String model;
  private static String stretched;

  @BeforeAll
  static void train() throws IOException {
    model = shared.resolve("lending-club.risk").toString();
    String csv = "../datasets/lending-club/lending-club.csv";
    assertThat(CliRun.of("train", csv, "--out", model).exitCode()).isZero();
    stretched = Files.readString(APPLICATION).replace("12000", "35000");
  }

  private static CliRun explain(String application, String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(new String[] {"explain", model, "--policy", POLICY, "-"}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CliRun.with(application, arguments);
  }

  @Test
  void explain_tooMuchAskedFor_givesAdviceInEachLanguage() {
    CliRun english = explain(stretched);
    CliRun chinese = explain(stretched, "--language", "zh-Hant");

    assertThat(english.exitCode()).as(english.err()).isZero();
    assertThat(english.out())
        .contains("wanted  APPROVE")
        .contains("Ask for ")
        .contains("then    APPROVE")
        .contains("the least of all allowed changes");
    assertThat(chinese.out()).contains("將申請金額從 35000 改為 ");
  }

  @Test
  void explain_whatIsGranted_changesNothing() throws IOException {
    assertThat(explain(Files.readString(APPLICATION)).out()).contains("Nothing has to change.");
  }

  @Test
  void explain_limitAboveTheRequest_isOutOfReach() throws IOException {
    assertThat(explain(Files.readString(APPLICATION), "--limit", "39000").out())
        .contains("wanted  APPROVE_REDUCED at least 39000")
        .contains("No allowed change leads there.");
  }

  @Test
  void explain_json_holdsTheChangesAndTheirAdvice() {
    CliRun run = explain(stretched, "--want", "APPROVE", "--json");

    JsonObject json =
        JsonObject.parse(run.out().getBytes(StandardCharsets.UTF_8), "out", JsonLimits.FILE);
    assertThat(json.value("exact").flag()).isTrue();
    assertThat(json.object("after").text("outcome")).isEqualTo("APPROVE");
    assertThat(json.objects("changes").get(0).object("advice").keys())
        .containsExactly("en", "zh-Hans", "zh-Hant");
  }

  @Test
  void explain_fewTries_statesTheGap() {
    CliRun run = explain(stretched.replace("54000", "30000"), "--tries", "3");

    assertThat(run.out()).contains("; others could cost up to ");
  }

  @Test
  void explain_policyWithoutActions_isRefused() {
    CliRun run = CliRun.of(
        "explain",
        model,
        "--policy",
        "../datasets/policies/us-illinois-instalment-loan.json",
        APPLICATION.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
  }
}
