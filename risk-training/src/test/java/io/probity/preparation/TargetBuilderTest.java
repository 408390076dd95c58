package io.probity.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import io.probity.table.CsvMode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetBuilderTest {

  private static final String HEADER =
      "application_id,month,months_on_book,days_past_due,status,balance\n";

  @TempDir
  Path folder;

  private Path panel(String text) {
    try {
      return Files.writeString(folder.resolve("panel.csv"), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Path out() {
    return folder.resolve("target.csv");
  }

  private TargetResult build(String text) throws IOException {
    return TargetBuilder.of(new DefaultDefinition(90, 12))
        .build(panel(text), out(), WorkProgress.NONE);
  }

  /** Writes the months of a loan that was opened in 2025-01, from month on book 1 on. */
  private static String loan(String id, String daysPastDue) {
    StringBuilder rows = new StringBuilder();
    String[] cells = daysPastDue.strip().split(" ");
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].equals(".")) {
        continue;
      }
      String status =
          cells[i].equals("P") ? "PAID" : cells[i].equals("W") ? "WRITTEN_OFF" : "ACTIVE";
      String days = status.equals("ACTIVE") ? cells[i] : "";
      rows.append(String.join(
              ",",
              id,
              YearMonth.of(2025, 2).plusMonths(i).toString(),
              Integer.toString(i + 1),
              days,
              status,
              ""))
          .append('\n');
    }
    return rows.toString();
  }

  @ParameterizedTest
  @CsvSource({
    // months on book 1, 2, 3 and so on; . is a gap, P repaid, W written off
    "0 0 0 0 0 0 0 0 0 0 0 0,               GOOD",
    "0 0 29 0 0 0 0 0 0 0 0 0,              GOOD",
    "0 0 30 0 0 0 0 0 0 0 0 0,              INDETERMINATE",
    "0 0 30 60 89 0 0 0 0 0 0 0,            INDETERMINATE",
    "0 0 30 60 90 0 0 0 0 0 0 0,            BAD",
    "0 0 0 0 0 0 0 0 0 30 60 90,            BAD",
    "0 0 0 0 0 0 0 0 0 0 30 60 90,          INDETERMINATE",
    "0 0 0 0 0 0 0 0 0 0 0 0 30 60 90,      GOOD",
    "0 0 W,                                 BAD",
    "0 0 30 60 90,                          BAD",
    "0 0 0 0 0 0 0 0 0 0 0,                 EXCLUDED",
    "0 0 30,                                EXCLUDED",
    "0 0 P,                                 GOOD",
    "0 45 P,                                INDETERMINATE",
    "0 0 0 . . . 0 0 0 0 0 0,               GOOD",
    "0 0 0 0 0 0 0 0 0 0 0 . 0,             GOOD",
  })
  void build_everyKindOfLoan_isWhatTheDefinitionSays(String days, LoanOutcome outcome)
      throws IOException {
    TargetResult result = build(HEADER + loan("A1", days));

    assertThat(result.count(outcome)).isEqualTo(1);
    assertThat(result.outcomes().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(1);
    assertThat(Files.readString(out()))
        .isEqualTo("application_id,outcome,target\nA1," + outcome + "," + outcome.target() + "\n");
  }

  @Test
  void monthZero_neverCounts() throws IOException {
    TargetResult result = build(HEADER + "A1,2025-01,0,95,,\n" + loan("A1", "0 ".repeat(12)));

    assertThat(result.count(LoanOutcome.GOOD)).isEqualTo(1);
  }

  @Test
  void gaps_countFromTheFirstMonthOnBook() throws IOException {
    TargetResult result = build(HEADER
        + loan("A", ". . 0 0")
        + loan("B", "0 . 0")
        + loan("C", "0 0 0")
        + "D,2025-01,0,0,,\n"
        + loan("D", "0 0"));

    // A lacks months 1 and 2, B lacks month 2; D also has the month of opening
    assertThat(result.loansWithGaps()).isEqualTo(2);
  }

  @Test
  void otherDefinition_60Within6() throws IOException {
    TargetResult result = TargetBuilder.of(DefaultDefinition.parse("60+", 6))
        .build(
            panel(HEADER + loan("A", "0 30 60 0 0 0") + loan("B", "0 0 0 0 0 0 30 60 90")),
            out(),
            WorkProgress.NONE);

    assertThat(result.count(LoanOutcome.BAD)).isEqualTo(1);
    assertThat(result.count(LoanOutcome.GOOD)).isEqualTo(1);
    assertThat(result.badRate()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderOfRecords_changesNothingButTheOrderOfLoans(long seed) throws IOException {
    String rows = loan("A", "0 0 30 60 90 120 W")
        + loan("B", "0 ".repeat(12))
        + loan("C", "0 . 0 0")
        + loan("D", "0 0 45 P");
    TargetResult inOrder = build(HEADER + rows);
    List<String> before = Files.readAllLines(out());
    List<String> shuffled = new ArrayList<>(rows.lines().toList());
    Collections.shuffle(shuffled, new Random(seed));

    TargetResult mixed = build(HEADER + String.join("\n", shuffled) + "\n");

    assertThat(mixed.outcomes()).isEqualTo(inOrder.outcomes());
    assertThat(mixed.cohorts()).isEqualTo(inOrder.cohorts());
    assertThat(mixed.loansWithGaps()).isEqualTo(1);
    for (int from = 0; from < RollRates.BUCKETS; from++) {
      for (int to = 0; to < RollRates.STATES.size(); to++) {
        assertThat(mixed.rollRates().count(from, to))
            .isEqualTo(inOrder.rollRates().count(from, to));
      }
    }
    assertThat(Files.readAllLines(out())).containsExactlyInAnyOrderElementsOf(before);
  }

  @Test
  void maturity_countsLoansThatAreOldEnoughOrEnded() throws IOException {
    TargetResult result = build(HEADER
        + loan("A", "0 ".repeat(12))
        + loan("B", "0 0 P")
        + loan("C", "0 0 0")
        + loan("D", "0 0 30 60 90"));

    // A is 12 months old and B ended; C and D are 3 and 5 months old
    assertThat(result.cohorts()).hasSize(1);
    assertThat(result.cohorts().get(0).opened()).isEqualTo(YearMonth.of(2025, 1));
    assertThat(result.cohorts().get(0).matureShare()).isEqualTo(0.5);
    assertThat(result.cohorts().get(0).everBadShare(4)).isZero();
    assertThat(result.cohorts().get(0).everBadShare(5)).isEqualTo(0.25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A,2025-02,1,0,,;A,2025-02,1,30,,"
            + "|panel.csv:3: a loan has one record a month, and this month stands at panel.csv:2 too;"
            + " received 2025-02; remove one of them",
        "A,2025-02,1,0,,;A,2025-03,3,0,,"
            + "|panel.csv:3: month and months on book must fit those of panel.csv:2;"
            + " received 2025-03 with 3; months on book are whole months since the month of opening",
        "A,2025-02,1,0,PAID,;A,2025-03,2,0,,"
            + "|panel.csv:3: no month may follow, because the loan ended at panel.csv:2;"
            + " received 2025-03; remove it, or mend the status before",
        "A,02/2025,1,0,,|panel.csv:2 (month): must be a month such as 2026-11;"
            + " received \"02/2025\"; write months as year-month",
        "A,2025-02,1,,,|panel.csv:2 (days_past_due): must be given;"
            + " received \"\"; leave the month out if it is not known: a gap is unknown",
        "A,2025-02,1,-3,,|panel.csv:2: days past due must be from 0 to 99999, not -3",
        "A,2025-02,1,0,CLOSED,|panel.csv:2 (status): must be one of [ACTIVE, PAID, WRITTEN_OFF];"
            + " received \"CLOSED\"",
        ",2025-02,1,0,,|panel.csv:2: a record must name its application; received \"\"",
      })
  void build_brokenPanel_saysWhereAndWhy(String rows, String message) throws IOException {
    assertThatThrownBy(() -> build(HEADER + rows.replace(";", "\n") + "\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
    assertThat(left()).containsExactly("panel.csv");
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void build_missingColumn_namesIt() {
    assertThatThrownBy(() -> build("application_id,month,mob,days_past_due\nA,2025-01,1,0\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the column \"months_on_book\" is missing");
  }

  @Test
  void build_unknownColumns_areIgnoredAndReported() throws IOException {
    TargetResult result =
        build("application_id,month,months_on_book,days_past_due,statsu\nA,2025-02,1,0,x\n");

    assertThat(result.ignoredColumns()).containsExactly("statsu (did you mean status?)");
  }

  @Test
  void build_otherDelimiterOrEncoding_isNamed() throws IOException {
    String rows = HEADER + loan("A", "0 0 30");
    assertThatThrownBy(() -> build(rows.replace(',', ';')))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--separator");

    Path latin = folder.resolve("panel.csv");
    Files.write(latin, (HEADER + "é,2025-02,1,0,,\n").getBytes(StandardCharsets.ISO_8859_1));
    TargetBuilder builder = TargetBuilder.of(new DefaultDefinition(90, 12));
    assertThatThrownBy(() -> builder.build(latin, out(), WorkProgress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("UTF-8");
    assertThat(left()).containsExactly("panel.csv");
  }

  @Test
  void build_diskFull_saysSo_andRemovesWhatItWrote() throws IOException {
    Path panel = panel(HEADER + loan("A", "0 ".repeat(12)));
    SpillFiles.Opener full = file -> new FilterOutputStream(Files.newOutputStream(file)) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        throw new IOException("No space left on device");
      }
    };

    assertThatThrownBy(() -> TargetBuilder.of(new DefaultDefinition(90, 12))
            .build(panel, out(), WorkProgress.NONE, full))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThat(left()).containsExactly("panel.csv");
  }

  @Test
  void build_emptyPanel_isRefused() {
    assertThatThrownBy(() -> build(HEADER))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the panel holds no record");
  }

  @Test
  void quarantine_setsWholeLoansAside_andFailsPastTheShare() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    String rows = loan("A", "0 ".repeat(12)) + loan("B", "0 0") + "B,2025-03,2,30,,\n";
    DefaultDefinition definition = new DefaultDefinition(90, 12);

    TargetResult result = new TargetBuilder(definition, new CsvMode.Quarantine(rejects, 0.5), ',')
        .build(panel(HEADER + rows), out(), WorkProgress.NONE);

    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.count(LoanOutcome.GOOD)).isEqualTo(1);
    assertThat(result.count(LoanOutcome.EXCLUDED)).isZero();
    assertThat(Files.readAllLines(rejects).get(1))
        .startsWith("B,panel.csv:16,\"a loan has one record");
    Files.delete(out());
    assertThatThrownBy(
            () -> new TargetBuilder(definition, new CsvMode.Quarantine(rejects, 0.49), ',')
                .build(panel(HEADER + rows), out(), WorkProgress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at most 0.4900 of them may be broken; received 0.5000 (1)");
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "90 +", "+90", "ninety+", "", "1000+"})
  void definition_notDaysAndPlus_isRefused(String text) {
    assertThatThrownBy(() -> DefaultDefinition.parse(text, 12))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("definition: must be days past due and a plus sign");
  }

  @Test
  void definition_outOfRange_isRefused() {
    assertThatThrownBy(() -> DefaultDefinition.parse("29+", 12))
        .hasMessageContaining("must be from 30 to 360; received 29");
    assertThatThrownBy(() -> DefaultDefinition.parse("90+", 0))
        .hasMessageContaining("must be from 1 to 120; received 0");
    assertThat(DefaultDefinition.parse("90+", 12)).hasToString("90+ within 12");
  }
}
