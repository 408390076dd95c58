package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.audit.AuditLevel;
import io.probity.audit.AuditSettings;
import io.probity.audit.JsonLinesAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of a live service print, and their exit codes. */
class OperationsCommandsTest {

  private static final String LOANS = "../datasets/lending-club/lending-club.csv";
  private static final String POLICY = "../datasets/policies/demo-personal-loan.json";
  private static final String APPLICATION = "../datasets/applications/personal-loan.json";

  @TempDir
  static Path models;

  private static String first;
  private static String second;

  @TempDir
  Path folder;

  @BeforeAll
  static void train() throws IOException {
    first = models.resolve("A.risk").toString();
    second = models.resolve("B.risk").toString();
    CliRun.of("train", LOANS, "--out", first);
    CliRun.of("train", LOANS, "--out", second, "--exclude", "revol_util");
    Files.copy(Path.of(POLICY), models.resolve("P.json"));
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private CliRun decide() {
    return CliRun.of("decide", first, "--policy", POLICY, APPLICATION, "--audit", at("log"));
  }

  private static void isRefused(CliRun run, int exitCode, String why) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err()).contains(why);
  }

  @Test
  void commands_recordedDecision_isVerifiedReplayedCountedAndErased() throws IOException {
    String recorded = decide().err();
    assertThat(recorded).contains("recorded: 2:");
    String head = recorded.replaceAll("(?s).*recorded: (\\S+).*", "$1");

    CliRun verified = CliRun.of("audit", "verify", at("log"), "--head", head);
    CliRun replayed = CliRun.of("replay", at("log"), "--models", models.toString());
    CliRun drift = CliRun.of("drift", at("log"), "--model", first, "--segment", "term");

    assertThat(verified.out()).startsWith("SOUND  2 lines");
    assertThat(replayed.out()).startsWith("EQUAL  1 decisions");
    assertThat(replayed.exitCode()).isZero();
    assertThat(drift.out())
        .startsWith("NO ALARM  1 decisions of model")
        .contains("TOO_FEW", "term_36", "USD 12000.00");
    assertThat(CliRun.of("audit", "erase", at("log"), "--id", "personal-loan-1").out())
        .startsWith("1 records erased");
    assertThat(CliRun.of("audit", "verify", at("log"), "--head", head).exitCode())
        .isZero();
    assertThat(CliRun.of("replay", at("log"), "--models", first, "--models", POLICY)
            .out())
        .contains("1 decisions were erased");
    Path segment = folder.resolve("log/decisions-000000000001.jsonl");
    Files.writeString(segment, Files.readString(segment).replace("\"score\":", "\"score\":1"));
    CliRun broken = CliRun.of("audit", "verify", at("log"));
    assertThat(broken.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(broken.out()).contains("BROKEN", "was altered");
  }

  @Test
  void replay_alteredDecision_printsTheFirstDifference() throws IOException {
    decide();
    Path segment = folder.resolve("log/decisions-000000000001.jsonl");
    String line = Files.readString(segment);
    Files.writeString(segment, line.replaceFirst("\"grade\":\"\\w+\"", "\"grade\":\"Z9\""));

    CliRun replayed = CliRun.of("replay", at("log"), "--models", models.toString());

    assertThat(replayed.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(replayed.out()).startsWith("DIFFERENT").contains("personal-loan-1", "grade", "Z9");
  }

  @Test
  void replay_modelThatIsMissing_isSaid() {
    decide();

    CliRun replayed = CliRun.of("replay", at("log"), "--models", second, "--models", POLICY);

    assertThat(replayed.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(replayed.out()).contains("not in the folder");
    isRefused(CliRun.of("replay", at("log"), "--models", at("nowhere")), ExitCode.FILE, "nowhere");
    isRefused(CliRun.of("replay", at("log")), 2, "--models");
  }

  @Test
  void log_thatIsNone_isRefusedByEveryCommand() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    for (String log : new String[] {at("nowhere"), at("empty")}) {
      isRefused(CliRun.of("audit", "verify", log), ExitCode.FILE, log);
      isRefused(CliRun.of("audit", "erase", log, "--id", "1"), ExitCode.FILE, log);
      isRefused(CliRun.of("replay", log, "--models", models.toString()), ExitCode.FILE, log);
      isRefused(CliRun.of("drift", log, "--model", first), ExitCode.FILE, log);
    }
    assertThat(CliRun.of("audit", "verify", LOANS).out()).startsWith("BROKEN");
  }

  @Test
  void audit_headThatIsNoneOrNotInTheLog_isFound() {
    decide();

    isRefused(
        CliRun.of("audit", "verify", at("log"), "--head", "2"),
        ExitCode.INVALID_INPUT,
        "SEQUENCE:CHAIN");
    CliRun other = CliRun.of("audit", "verify", at("log"), "--head", "9:" + "0".repeat(64));
    assertThat(other.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(other.out()).contains("is not in the log, which ends at line 2");
  }

  @Test
  void decide_logThatIsBeingWritten_isRefusedAndPrintsNoDecision() throws IOException {
    AuditSettings settings = AuditSettings.of(AuditLevel.WRITTEN);
    try (JsonLinesAudit held =
        JsonLinesAudit.open(folder.resolve("log"), settings, new Random(1))) {
      CliRun decided = decide();

      isRefused(decided, ExitCode.FILE, "being written by another process");
      assertThat(decided.out()).isEmpty();
      assertThat(held.waiting()).isZero(); // nothing was recorded yet, so there is nothing to erase
      isRefused(CliRun.of("audit", "erase", at("log"), "--id", "1"), ExitCode.FILE, "no log");
    }
    assertThat(decide().exitCode()).isZero();
  }

  @Test
  void drift_otherModelOrNoBaseline_isSaid() {
    decide();

    assertThat(CliRun.of("drift", at("log"), "--model", second).out())
        .contains("0 decisions", "1 decisions of other models are not counted");
    isRefused(
        CliRun.of("drift", at("log"), "--model", first, "--baseline-days", "0"),
        ExitCode.INVALID_INPUT,
        "at least one day");
    isRefused(CliRun.of("drift", at("log"), "--model", POLICY), ExitCode.BROKEN_MODEL, "json");
  }

  @Test
  void sign_thenAlter_isRefused() throws IOException {
    Path policy = Files.copy(Path.of(POLICY), folder.resolve("P.json"));
    CliRun signed = CliRun.of(
        "sign", "--new-key", "--key", at("k.key"), "--public-key", at("k.pub"), at("P.json"));
    assertThat(signed.exitCode()).as(signed.err()).isZero();
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(folder.resolve("k.key")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(CliRun.of("verify-signature", "--key", at("k.pub"), at("P.json")).exitCode())
        .isZero();

    Files.writeString(policy, " ", StandardOpenOption.APPEND);

    isRefused(
        CliRun.of("verify-signature", "--key", at("k.pub"), at("P.json")),
        ExitCode.BROKEN_MODEL,
        "altered");
  }

  @Test
  void sign_wrongKeys_areRefused() throws IOException {
    Files.copy(Path.of(POLICY), folder.resolve("P.json"));
    String[] newKeys = {
      "sign", "--new-key", "--key", at("k.key"), "--public-key", at("k.pub"), at("P.json")
    };
    CliRun.of(newKeys);
    CliRun.of("sign", "--new-key", "--key", at("l.key"), "--public-key", at("l.pub"), at("P.json"));

    isRefused(CliRun.of(newKeys), ExitCode.FILE, "a key is never overwritten");
    isRefused(
        CliRun.of("sign", "--key", at("k.key"), "--public-key", at("l.pub"), at("P.json")),
        ExitCode.INVALID_INPUT,
        "does not belong");
    isRefused(
        CliRun.of("sign", "--key", at("k.pub"), "--public-key", at("k.pub"), at("P.json")),
        ExitCode.INVALID_INPUT,
        "holds no Ed25519 PRIVATE KEY");
    isRefused(
        CliRun.of("sign", "--key", at("none"), "--public-key", at("k.pub"), at("P.json")),
        ExitCode.FILE,
        "none");
    isRefused(
        CliRun.of("verify-signature", "--key", at("k.pub"), at("P.json")),
        ExitCode.BROKEN_MODEL,
        "not trusted");
    isRefused(
        CliRun.of("verify-signature", "--key", at("k.pub"), first),
        ExitCode.BROKEN_MODEL,
        "not signed");
    isRefused(CliRun.of("verify-signature", "--key", at("k.pub")), 2, "FILE");
  }

  @Test
  void compare_twoModels_printsTestsSwapsAndDifferences() {
    CliRun compared =
        CliRun.of("compare", first, second, LOANS, "--policy", POLICY, "--segment", "term");

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("AUC", "Log-loss", "Swap set", "term_36", "Models:", "Policies: no difference")
        .contains("feature revol_util");
  }

  @Test
  void compare_modelWithItself_findsNothing() {
    CliRun compared = CliRun.of("compare", first, first, LOANS, "--policy", POLICY);

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out()).contains("Swap set: 0 of", "Models: no difference");
  }

  @Test
  void compare_wrongInputs_areRefused() {
    isRefused(
        CliRun.of("compare", first, second, LOANS, "--second-policy", POLICY),
        ExitCode.INVALID_INPUT,
        "add --policy");
    isRefused(
        CliRun.of("compare", first, second, "../datasets/german/german.csv"),
        ExitCode.INVALID_INPUT,
        "german.csv");
    isRefused(
        CliRun.of("compare", first, second, LOANS, "--segment", "unheard"),
        ExitCode.INVALID_INPUT,
        "unheard");
    isRefused(CliRun.of("compare", first, second), 2, "CSV");
    isRefused(CliRun.of("compare", first, at("no.risk"), LOANS), ExitCode.FILE, "no.risk");
  }
}
