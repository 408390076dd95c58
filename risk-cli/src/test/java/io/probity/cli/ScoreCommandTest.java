package io.probity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.explain.Reason;
import io.probity.explain.ScoreReasons;
import io.probity.input.DecimalText;
import io.probity.model.RiskModel;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCommandTest {

  private static final Path GERMAN = Path.of("../datasets/german/german.csv");

  @TempDir
  static Path shared;

  @TempDir
  Path folder;

  private static String model;
  private static String header;
  private static List<String> records;

  @BeforeAll
  static void train() throws IOException {
    model = shared.resolve("german.risk").toString();
    assertThat(CliRun.of("train", GERMAN.toString(), "--out", model).exitCode()).isZero();
    List<String> lines = Files.readAllLines(GERMAN);
    header = lines.get(0);
    records = lines.subList(1, lines.size());
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private static List<String> score(String csv, String... more) {
    List<String> arguments = new ArrayList<>(List.of("score", model, csv, "--out", "-"));
    arguments.addAll(List.of(more));
    CliRun run = CliRun.of(arguments.toArray(new String[0]));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().toList();
  }

  /** Several megabytes, so that there are several blocks. */
  private List<String> manyRecords(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> lines = new ArrayList<>(List.of("\"note, of ours\"," + header));
    for (int i = 0; i < 20_000; i++) {
      String note = switch (random.nextInt(4)) {
        case 0 -> "";
        case 1 -> "\"a \"\"quoted\"\" note, no. " + i + "\"";
        case 2 -> "借款人 " + i;
        default -> "\"in quotes without need\"";
      };
      lines.add(note + "," + records.get(random.nextInt(records.size())));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_121})
  void score_anyThreadCount_keepsOrderAndBytesOfEveryRecord(long seed) throws IOException {
    List<String> lines = manyRecords(seed);
    Path csv = file("many.csv", lines);

    List<String> alone = score(csv.toString(), "--threads", "1");

    assertThat(Files.size(csv)).isGreaterThan(2 << 20);
    assertThat(score(csv.toString(), "--threads", "5")).isEqualTo(alone);
    assertThat(alone).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(alone.get(i)).startsWith(lines.get(i) + ",");
    }
  }

  @Test
  void score_rowAlone_isTheSameAsInTheBatch() throws IOException {
    List<String> batch = score(GERMAN.toString(), "--reasons");

    for (int row = 0; row < records.size(); row += 97) {
      Path csv = file("one.csv", List.of(header, records.get(row)));
      assertThat(score(csv.toString(), "--reasons").get(1)).isEqualTo(batch.get(row + 1));
    }
  }

  @Test
  void score_standardInput_isReadAsAFile() throws IOException {
    CliRun run = CliRun.with(Files.readString(GERMAN), "score", model, "-", "--out", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList()).isEqualTo(score(GERMAN.toString()));
  }

  @Test
  void score_reasons_areThoseOfTheModel() throws IOException {
    RiskModel risk = RiskModel.load(Path.of(model));
    Table table = CsvReader.strict(risk.schema()).read(GERMAN).table();
    double[] x = new double[risk.features().size()];

    List<String> scored = score(GERMAN.toString(), "--reasons");

    assertThat(scored.get(0))
        .endsWith("pd,score,grade,reason_1,reason_2,reason_3,reason_4,reason_5");
    for (int row = 0; row < table.rows(); row += 53) {
      risk.extractor().extractInto(table, row, risk.extractor().newWorkspace(), x);
      List<String> codes =
          ScoreReasons.ofCodes(risk).rank(x).stream().map(Reason::code).toList();
      String reasons = String.join(",", codes) + ",".repeat(5 - Math.max(1, codes.size()));
      assertThat(scored.get(row + 1))
          .contains("," + DecimalText.of(risk.pd(x)) + ",")
          .endsWith("," + reasons);
    }
  }

  @Test
  void score_brokenRows_areSetAsideAndTheRestKeepsItsOrder() throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(records);
    lines.add(3, "too,few");
    lines.add(500, "x" + records.get(7).replace(",", ",x"));
    Path csv = file("broken.csv", lines);
    Path rejects = folder.resolve("rejects.csv");

    CliRun strict = CliRun.of("score", model, csv.toString(), "--out", "-");
    List<String> scored = score(csv.toString(), "--rejects", rejects.toString());

    assertThat(strict.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(scored).isEqualTo(score(GERMAN.toString()));
    assertThat(Files.readAllLines(rejects)).hasSize(3);
    assertThat(Files.readString(rejects)).contains("\n4,").contains("\n501,");
  }

  @Test
  void score_failedRun_leavesWhatWasThereAndARestartHasNoDuplicates() throws IOException {
    Path out = Files.writeString(folder.resolve("out.csv"), "what was there\n");
    List<String> lines = new ArrayList<>(List.of(header));
    lines.addAll(records);
    lines.add("too,few");
    Path csv = file("late.csv", lines);

    CliRun failed = CliRun.of("score", model, csv.toString(), "--out", out.toString());

    assertThat(failed.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(out).hasContent("what was there");
    file("late.csv", lines.subList(0, lines.size() - 1));
    assertThat(
            CliRun.of("score", model, csv.toString(), "--out", out.toString()).exitCode())
        .isZero();
    assertThat(Files.readAllLines(out)).isEqualTo(score(GERMAN.toString()));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2); // no part is left behind
    }
  }

  @Test
  void score_formulas_areDisarmedByOption() throws IOException {
    String record = records.get(0);
    Path csv = file(
        "formulas.csv",
        List.of(
            "note,=x," + header,
            "\"=HYPERLINK(\"\"http://a\"\",1)\",-5," + record,
            "@SUM(A1),+3.5e-2," + record,
            "-2+3,plain," + record,
            "\"\tcmd\",-," + record));

    List<String> disarmed = score(csv.toString(), "--neutralise-formulas");

    assertThat(disarmed.get(0)).startsWith("note,'=x,");
    assertThat(disarmed.get(1)).startsWith("\"'=HYPERLINK(\"\"http://a\"\",1)\",-5,");
    assertThat(disarmed.get(2)).startsWith("'@SUM(A1),+3.5e-2,");
    assertThat(disarmed.get(3)).startsWith("'-2+3,plain,");
    assertThat(disarmed.get(4)).startsWith("'\tcmd,'-,");
    assertThat(score(csv.toString()).get(3)).startsWith("-2+3,plain,");
  }

  @Test
  void score_fileWithoutRecords_isItsHeader() throws IOException {
    Path csv = file("none.csv", List.of(header));

    assertThat(score(csv.toString())).containsExactly(header + ",pd,score,grade");
  }
}
