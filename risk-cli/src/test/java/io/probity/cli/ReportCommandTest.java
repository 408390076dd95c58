package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  private static final Path DATA = Path.of("..", "datasets");

  @TempDir
  static Path folder;

  private static CliRun trained;

  @BeforeAll
  static void train() {
    trained = CliRun.of(
        "train",
        DATA.resolve("lending-club/lending-club.csv").toString(),
        "--out",
        folder.resolve("m.risk").toString(),
        "--report",
        folder.resolve("train.html").toString());
  }

  private static CliRun report(String... more) {
    String[] words = new String[5 + more.length];
    words[0] = "report";
    words[1] = folder.resolve("m.risk").toString();
    words[2] = DATA.resolve("lending-club/lending-club.csv").toString();
    words[3] = "--bootstrap";
    words[4] = "0";
    System.arraycopy(more, 0, words, 5, more.length);
    return CliRun.of(words);
  }

  @Test
  void train_withReport_pageHasTheFiguresOfTheRun() throws IOException {
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    assertThat(trained.err()).contains("report: ");
    String page = Files.readString(folder.resolve("train.html"));
    Matcher auc = Pattern.compile("AUC +([0-9.]+)").matcher(trained.out());

    assertThat(auc.find()).isTrue();
    assertThat(page).contains("<span>" + auc.group(1) + "</span>");
    assertThat(page).hasSizeLessThan(3_000_000).contains("default-src 'none'");
  }

  @Test
  void page_refersToNothingOutside() throws IOException {
    String whole = Files.readString(folder.resolve("train.html"));
    String page = whole.substring(0, whole.indexOf("<script type="));

    assertThat(page).contains("</main>");
    assertThat(Pattern.compile("(src|href)=\"(?!#|data:)[^\"]*\"").matcher(page).find())
        .isFalse();
    assertThat(page).doesNotContain("@import");
  }

  @Test
  void report_withPolicy_countsEveryRecordOnce() throws IOException {
    Path page = folder.resolve("policy.html");
    CliRun run = report(
        "--policy",
        DATA.resolve("policies/demo-personal-loan.json").toString(),
        "--out",
        page.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    String decisions = Files.readString(page).split("<section id=\"decisions\"", -1)[1];
    decisions = decisions.substring(0, decisions.indexOf("</table>"));
    Matcher rows = Pattern.compile("<tr><td>.*?data-order=\"([0-9.]+)\"").matcher(decisions);
    double records =
        rows.results().mapToDouble(row -> Double.parseDouble(row.group(1))).sum();
    assertThat(records).isEqualTo(9_857);
  }

  @Test
  void report_card_marksWhatTheOwnerMustFill() throws IOException {
    Path card = folder.resolve("model-card.md");
    CliRun run = report("--card", card.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    String text = Files.readString(card);
    assertThat(text).startsWith("# Model card: m.risk").contains("## Limits of use");
    assertThat(text)
        .contains("**Independent validation: by whom, when, findings**: **[ to be filled");
    assertThat(text).contains("the model was trained on this file");
    assertThat(run.err()).contains("model card: ");
  }

  @Test
  void report_quiet_printsNoRemarks() {
    CliRun run = report("--card", folder.resolve("quiet.md").toString(), "--quiet");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(folder.resolve("quiet.md")).isNotEmptyFile();
  }

  @Test
  void report_quietWithAnError_stillSaysIt() {
    CliRun run = CliRun.of("report", "none.risk", "none.csv", "--out", "x.html", "--quiet");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FILE);
    assertThat(run.err()).contains("none.risk does not exist");
  }

  @Test
  void completion_knowsCommandsAndOptions() {
    CliRun run = CliRun.of("completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("_complete_risk").contains("--card").contains("--quiet");
  }

  @Test
  void report_nothingToWrite_saysWhatToName() {
    CliRun run = report();

    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("--card");
  }
}
