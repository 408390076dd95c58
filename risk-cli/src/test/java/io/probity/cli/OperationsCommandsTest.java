package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.audit.AuditLevel;
import io.probity.audit.AuditSettings;
import io.probity.audit.JsonLinesAudit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private static final String HEADER =
      "record,term,default,first_outcome,first_pd,first_score,first_grade,first_limit,"
          + "first_reason_1,first_reason_2,first_reason_3,first_reason_4,first_reason_5,"
          + "second_outcome,second_pd,second_score,second_grade,second_limit,"
          + "second_reason_1,second_reason_2,second_reason_3,second_reason_4,second_reason_5,"
          + "limit_change,bad";

  @Test
  void compare_swaps_writesEachRecordThatIsDecidedOnOtherwise() throws IOException {
    String[] command = {
      "compare",
      first,
      second,
      LOANS,
      "--policy",
      POLICY,
      "--swaps",
      at("swaps.csv"),
      "--pass",
      "term,default"
    };
    CliRun compared = CliRun.of(command);

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("Observed bad", "swapped in", "swapped out", "Change of the limit, USD, B - A");
    List<String> lines = Files.readAllLines(folder.resolve("swaps.csv"));
    assertThat(lines.get(0)).isEqualTo(HEADER);
    assertThat(compared.err())
        .contains(lines.size() - 1 + " records are decided on otherwise: " + at("swaps.csv"));
    List<String> loans = Files.readAllLines(Path.of(LOANS));
    long swapped = 0;
    BigDecimal change = BigDecimal.ZERO;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String loan = loans.get(Integer.parseInt(cells[0]));
      assertThat(loan).startsWith(cells[2] + ",").contains("," + cells[1] + ",");
      assertThat(cells[24]).isEqualTo(cells[2]);
      assertThat(new BigDecimal(cells[17]).subtract(new BigDecimal(cells[7]))).isEqualTo(cells[23]);
      boolean isOther = !cells[3].equals(cells[13]);
      assertThat(isOther || new BigDecimal(cells[23]).signum() != 0).isTrue();
      boolean isApproved = cells[3].startsWith("APPROVE"); // a reduced one may be just rounded
      assertThat(new BigDecimal(cells[7]).signum() > 0).isEqualTo(isApproved);
      assertThat(
              isApproved ? !cells[3].equals("APPROVE") || cells[8].isEmpty() : !cells[8].isEmpty())
          .isTrue();
      swapped += isOther ? 1 : 0;
      change = change.add(new BigDecimal(cells[23]));
    }
    assertThat(swapped).isPositive();
    assertThat(compared.out())
        .contains(String.format(Locale.ROOT, "Swap set: %,d of", swapped))
        .contains(String.format(Locale.ROOT, "%,.2f", change));
  }

  @Test
  void compare_cutOffsOnRecordsOfWhomSomeAreNotKnown_testsTheKnownAndSwapsAll() throws IOException {
    List<String> loans = Files.readAllLines(Path.of(LOANS));
    List<String> some = new ArrayList<>(List.of("=id," + loans.get(0)));
    for (int i = 1; i <= 400; i++) {
      some.add("=HYPERLINK(" + i + ")," + (i % 2 == 0 ? loans.get(i).substring(1) : loans.get(i)));
    }
    Files.write(folder.resolve("some.csv"), some);

    CliRun compared = CliRun.of(
        "compare",
        first,
        second,
        at("some.csv"),
        "--cut-off",
        "grade=B",
        "--second-cut-off",
        "pd=0.03",
        "--swaps",
        at("swaps.csv"),
        "--pass",
        "=id",
        "--neutralise-formulas");

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("Outcomes are known of 200 of 400 records", "A approves grade B or safer")
        .doesNotContain("Change of the limit");
    List<String> lines = Files.readAllLines(folder.resolve("swaps.csv"));
    assertThat(lines.get(0)).startsWith("record,'=id,first_outcome");
    assertThat(lines).hasSizeGreaterThan(1);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      int record = Integer.parseInt(cells[0]);
      assertThat(cells[1]).isEqualTo("'=HYPERLINK(" + record + ")");
      assertThat(cells[5].compareTo("C") < 0).isEqualTo(cells[2].equals("APPROVE"));
      assertThat(Double.parseDouble(cells[13]) < 0.03).isEqualTo(cells[12].equals("APPROVE"));
      assertThat(cells[23].isEmpty()).isEqualTo(record % 2 == 0);
      assertThat(cells[6] + cells[22]).isEmpty();
    }
  }

  @Test
  void compare_noOutcomesAtAll_swapsWithoutTests() throws IOException {
    List<String> without = Files.readAllLines(Path.of(LOANS)).stream()
        .limit(101)
        .map(line -> line.substring(line.indexOf(',') + 1))
        .toList();
    Files.write(folder.resolve("without.csv"), without);

    CliRun compared = CliRun.of("compare", first, second, at("without.csv"), "--policy", POLICY);

    assertThat(compared.exitCode()).as(compared.err()).isZero();
    assertThat(compared.out())
        .contains("Outcomes are known of 0 of 100 records", "Swap set")
        .doesNotContain("AUC");
  }

  @Test
  void compare_swapsThatFail_leaveNoFile() throws IOException {
    String[][] wrong = {
      {"--swaps", at("s.csv")},
      {"--policy", POLICY, "--pass", "term"},
      {"--policy", POLICY, "--neutralise-formulas"},
      {"--policy", POLICY, "--cut-off", "pd=0.1"},
      {"--second-cut-off", "pd=0.1"},
      {"--cut-off", "grade=Z", "--swaps", at("s.csv")},
      {"--policy", POLICY, "--swaps", at("s.csv"), "--pass", "unheard"},
      {"--policy", POLICY, "--swaps", at("s.csv"), "--pass", "term,term"},
      {"--policy", POLICY, "--swaps", at("s.csv"), "--rejects", at("r.csv")},
      {"--policy", POLICY, "--second-policy", euros()}
    };
    String[] why = {
      "add --policy or --cut-off",
      "add --swaps",
      "add --swaps",
      "leave one of them out",
      "add --cut-off",
      "no grade",
      "unheard",
      "twice",
      "leave --rejects out",
      "one currency"
    };
    for (int i = 0; i < wrong.length; i++) {
      List<String> command = new ArrayList<>(List.of("compare", first, second, LOANS));
      command.addAll(List.of(wrong[i]));
      isRefused(CliRun.of(command.toArray(new String[0])), ExitCode.INVALID_INPUT, why[i]);
      assertThat(Files.exists(folder.resolve("s.csv"))).isFalse();
    }
  }

  private String euros() throws IOException {
    String policy = Files.readString(Path.of(POLICY)).replace("\"USD\"", "\"EUR\"");
    return Files.writeString(folder.resolve("euros.json"), policy).toString();
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
