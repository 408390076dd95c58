package io.probity.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.application.LoanApplication;
import io.probity.input.InvalidInputException;
import io.probity.table.CsvMode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryJoinTest {

  private static final String APPLICATIONS = """
      application_id,as_of,currency,income_evidence,income_observed_from,income_observed_to,\
      borrowing_status,region
      A1,2026-03-10,EUR,VERIFIED,2026-01-01,2026-02-28,HIT,north
      A2,2026-03-11,EUR,NOT_ASKED,,,NO_HIT,"south, east"
      A3,2026-03-12,EUR,STATED,,,HIT,
      """;
  private static final String INCOMES = """
      application_id,date,amount,kind,source
      A1,2026-01-25,1000.50,SALARY,employer
      A1,2026-02-25,1100,SALARY,employer
      """;
  private static final String TRADELINES = """
      application_id,tradeline_id,lender,type,secured,opened,reported_on
      A3,T1,bank,REVOLVING,false,2025-01-05,2026-03-01
      A1,T1,bank,INSTALMENT,false,2025-06-05,2026-03-01
      """;
  private static final String PAYMENTS = """
      application_id,tradeline_id,month,days_past_due
      A1,T1,2025-12,0
      A1,T1,2026-01,31
      A3,T1,2026-01,0
      """;
  private static final String INQUIRIES = """
      application_id,date,lender,kind
      A3,2026-03-01,micro,CREDIT_APPLICATION
      """;

  @TempDir
  Path folder;

  private final Map<HistoryFile, Path> files = new EnumMap<>(HistoryFile.class);

  /** Counts the records of an application. */
  private static final class Counts implements ApplicationFeatures {
    @Override
    public List<String> names() {
      return List.of("payments", "tradelines", "months", "inquiries", "income");
    }

    @Override
    public double[] extract(LoanApplication application) {
      double income = application.income().payments().stream()
          .mapToDouble(payment -> payment.amount().doubleValue())
          .sum();
      return new double[] {
        application.income().payments().size(),
        application.borrowing().tradelines().size(),
        application.borrowing().tradelines().stream()
            .mapToInt(line -> line.months().size())
            .sum(),
        application.borrowing().inquiries().size(),
        income == 0.0 ? Double.NaN : income
      };
    }
  }

  @BeforeEach
  void writeFiles() {
    write(HistoryFile.APPLICATIONS, APPLICATIONS);
    write(HistoryFile.INCOMES, INCOMES);
    write(HistoryFile.TRADELINES, TRADELINES);
    write(HistoryFile.PAYMENTS, PAYMENTS);
    write(HistoryFile.INQUIRIES, INQUIRIES);
  }

  private void write(HistoryFile file, String text) {
    files.put(file, file(file.name().toLowerCase(Locale.ROOT) + ".csv", text));
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Path out() {
    return folder.resolve("features.csv");
  }

  private JoinResult run(HistoryJoin join) throws IOException {
    return join.run(new Counts(), out(), WorkProgress.NONE);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> shuffled(String text, long seed) {
    List<String> rows = new ArrayList<>(text.lines().skip(1).toList());
    Collections.shuffle(rows, new Random(seed));
    rows.add(0, text.lines().findFirst().orElseThrow());
    return rows;
  }

  @Test
  void run_joinsByApplication_andKeepsTheOrderOfApplications() throws IOException {
    JoinResult result = run(HistoryJoin.of(files));

    assertThat(Files.readString(out())).isEqualTo("""
            application_id,as_of,payments,tradelines,months,inquiries,income
            A1,2026-03-10,2,1,2,0,2100.5
            A2,2026-03-11,0,0,0,0,
            A3,2026-03-12,0,1,1,1,
            """);
    assertThat(result.written()).isEqualTo(3);
    assertThat(result.ignoredColumns())
        .containsExactly(Map.entry("applications.csv", List.of("region")));
    assertThat(result.records()).containsEntry("payments.csv", 3L).containsEntry("incomes.csv", 2L);
    assertThat(left()).doesNotContain(".spill").hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void run_orderOfTheOtherRecords_doesNotMatter(long seed) throws IOException {
    run(HistoryJoin.of(files));
    String before = Files.readString(out());
    write(HistoryFile.INCOMES, String.join("\n", shuffled(INCOMES, seed)));
    write(HistoryFile.TRADELINES, String.join("\n", shuffled(TRADELINES, seed)));
    write(HistoryFile.PAYMENTS, String.join("\r\n", shuffled(PAYMENTS, seed)));

    run(HistoryJoin.of(files));

    assertThat(Files.readString(out())).isEqualTo(before);
  }

  @Test
  void run_withTargetAndPassThrough_writesThemBesideTheFeatures() throws IOException {
    Path targets = file("target.csv", "application_id,outcome,target\nA3,GOOD,0\nA1,BAD,1\n");

    run(HistoryJoin.of(files).withTargets(targets).withPassThrough(List.of("region", "currency")));

    assertThat(Files.readAllLines(out()))
        .containsExactly(
            "application_id,as_of,target,region,currency,payments,tradelines,months,inquiries,income",
            "A1,2026-03-10,1,north,EUR,2,1,2,0,2100.5",
            "A2,2026-03-11,,\"south, east\",EUR,0,0,0,0,",
            "A3,2026-03-12,0,,EUR,0,1,1,1,");
  }

  @Test
  void run_labelledOnly_leavesOutAndCountsTheOthers() throws IOException {
    Path targets = file("target.csv", "application_id,target\nA3,0\nA2,\n");

    JoinResult result = run(HistoryJoin.of(files).withTargets(targets).withLabelledOnly());

    // A1 has no record of a target, A2 an empty one
    assertThat(Files.readAllLines(out())).hasSize(2).last().asString().startsWith("A3,");
    assertThat(result.written()).isEqualTo(1);
    assertThat(result.unlabelled()).isEqualTo(2);
    assertThatThrownBy(() -> HistoryJoin.of(files).withLabelledOnly())
        .hasMessageContaining("there is no file of targets");
  }

  @Test
  void run_onlyApplications_isEnough() throws IOException {
    files.keySet().removeIf(file -> file != HistoryFile.APPLICATIONS);

    run(HistoryJoin.of(files));

    assertThat(Files.readAllLines(out())).hasSize(4).contains("A3,2026-03-12,0,0,0,0,");
  }

  @Test
  void run_economy_givesWhatWasPublishedBefore() throws IOException {
    Path macro = file("macro.csv", """
        month,published_on,unemployment_rate
        2026-02,2026-03-11,0.06
        2026-01,2026-02-11,0.05
        """);
    List<Integer> known = new ArrayList<>();
    ApplicationFeatures months = new ApplicationFeatures() {
      @Override
      public List<String> names() {
        return List.of();
      }

      @Override
      public double[] extract(LoanApplication application) {
        known.add(application.macro().unemploymentRate().size());
        return new double[0];
      }
    };

    HistoryJoin.of(files)
        .withEconomy(MacroFile.read(macro, ','))
        .run(months, out(), WorkProgress.NONE);

    // published on 11 March: strictly before 12 March only
    assertThat(known).containsExactlyInAnyOrder(1, 1, 2);
  }

  @Test
  void run_recordsOfUnknownApplications_areLeftOutAndReported() throws IOException {
    write(
        HistoryFile.INCOMES,
        INCOMES + "X9,2026-01-25,1,SALARY,e\nX8,2026-01-25,1,SALARY,e\nX9,2026-02-25,1,SALARY,e\n");

    JoinResult result = run(HistoryJoin.of(files));

    assertThat(result.unknown())
        .containsExactly(Map.entry("incomes.csv", new UnknownIds(3, "incomes.csv:4", "X9")));
    assertThat(result.written()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INCOMES|A1,25.01.2026,1000,SALARY,e"
            + "|incomes.csv:4 (date): must be a day such as 2026-11-30; received \"25.01.2026\"",
        "INCOMES|A1,2026-01-25,1.000,50;SALARY,e|incomes.csv:4: a record must have as many fields",
        "INCOMES|A1,2026-01-25,12e999,SALARY,e|incomes.csv:4 (amount): must be an amount",
        "INCOMES|A1,2026-01-25,,SALARY,e|incomes.csv:4 (amount): must be given",
        "INCOMES|A1,2026-01-25,10,WAGE,e|incomes.csv:4 (kind): must be one of [SALARY,",
        "INCOMES|A1,2026-01-25,-5,SALARY,e|an amount must be at least 0; received -5",
        "APPLICATIONS|A2,2026-03-10,EUR,NOT_ASKED,,,NO_HIT,x"
            + "|applications.csv:5: an application of this id stands above; received A2",
        "APPLICATIONS|A4,2026-03-10,EURO,NOT_ASKED,,,NO_HIT,x"
            + "|applications.csv:5 (currency): must be an ISO currency code",
        "APPLICATIONS|A4,2026-03-10,,NOT_ASKED,,,NO_HIT,x|(currency): must be given",
        "APPLICATIONS|A4,,EUR,NOT_ASKED,,,NO_HIT,x|applications.csv:5 (as_of): must be given",
        "TRADELINES|A1,T1,bank,REVOLVING,false,2025-01-05,"
            + "|tradelines.csv:4 (tradeline_id): the application has this tradeline twice",
        "TRADELINES|A1,T2,bank,REVOLVING,no,2025-01-05,|(secured): must be true or false",
        "TRADELINES|A1,T2,bank,REVOLVING,false,2025-01-05,2026-03-10"
            + "|must lie before the day of the application, 2026-03-10; received 2026-03-10",
        "PAYMENTS|A1,T7,2026-01,0"
            + "|payments.csv:5 (tradeline_id): the application has no tradeline of this id",
        "PAYMENTS|A1,T1,2026-01,0|a month must be reported once; received 2026-01",
        "PAYMENTS|A1,T1,2026-1,0|payments.csv:5 (month): must be a month such as 2026-11",
      })
  void run_brokenRecord_saysWhereAndWhy_andLeavesNothing(
      HistoryFile file, String row, String message) throws IOException {
    write(file, Files.readString(files.get(file)) + row.replace(";", ",") + "\n");

    assertThatThrownBy(() -> run(HistoryJoin.of(files)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
    assertThat(left()).hasSize(5);
  }

  @Test
  void run_otherDelimiterOrEncoding_isNamed() throws IOException {
    write(HistoryFile.INCOMES, INCOMES.replace(',', ';'));
    assertThatThrownBy(() -> run(HistoryJoin.of(files)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--separator");

    Files.write(
        folder.resolve("incomes.csv"),
        (INCOMES + "A1,2026-02-26,5,SALARY,café\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> run(HistoryJoin.of(files)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("UTF-8");
    assertThat(left()).hasSize(5);
  }

  @Test
  void run_missingColumn_isNamedWithTheNearest() {
    write(HistoryFile.INCOMES, INCOMES.replace("amount", "amout"));

    assertThatThrownBy(() -> run(HistoryJoin.of(files)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the column \"amount\" is missing; did you mean \"amout\"?");
  }

  @Test
  void run_missingPassThroughColumn_isNamed() {
    assertThatThrownBy(() -> run(HistoryJoin.of(files).withPassThrough(List.of("branch"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the column \"branch\" is missing");
  }

  @Test
  void run_columnWrittenTwice_isRefused() {
    assertThatThrownBy(() -> run(HistoryJoin.of(files).withPassThrough(List.of("as_of", "income"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a column would be written twice; received as_of")
        .hasMessageContaining("a feature has the same name; received income");
  }

  @Test
  void quarantine_setsWholeApplicationsAside_andWritesEveryReason() throws IOException {
    write(HistoryFile.PAYMENTS, PAYMENTS + "A1,T9,2026-01,0\nA1,T1,2026-13,0\n");
    Path rejects = folder.resolve("rejects.csv");

    JoinResult result = run(HistoryJoin.of(files).withMode(new CsvMode.Quarantine(rejects, 0.4)));

    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.written()).isEqualTo(2);
    assertThat(Files.readAllLines(rejects))
        .hasSize(3)
        .first()
        .isEqualTo("application_id,place,rule,received,remedy");
    assertThat(Files.readString(rejects)).contains("payments.csv:5").contains("payments.csv:6");
    assertThat(Files.readString(out())).doesNotContain("A1,");
  }

  @Test
  void quarantine_tooManySetAside_fails_andKeepsTheReasons() throws IOException {
    write(HistoryFile.PAYMENTS, PAYMENTS + "A1,T9,2026-01,0\n");
    Path rejects = folder.resolve("rejects.csv");

    assertThatThrownBy(
            () -> run(HistoryJoin.of(files).withMode(new CsvMode.Quarantine(rejects, 0.3))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at most 0.3000 of them may be broken; received 0.3333 (1)");
    assertThat(rejects).exists();
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 300, 600})
  void run_diskFull_saysSo_andRemovesWhatItWrote(long room) throws IOException {
    AtomicLong left = new AtomicLong(room);
    SpillFiles.Opener small = file -> new FilterOutputStream(Files.newOutputStream(file)) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        if (left.addAndGet(-length) < 0) {
          throw new IOException("No space left on device");
        }
        out.write(bytes, from, length);
      }
    };
    Files.writeString(out(), "what stood there before");

    assertThatThrownBy(
            () -> HistoryJoin.of(files).run(new Counts(), out(), WorkProgress.NONE, small))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThat(left()).hasSize(6);
    assertThat(out()).hasContent("what stood there before");
  }

  @Test
  void run_diskFullWhileOpening_removesTheFolder() throws IOException {
    SpillFiles.Opener none = file -> failing();

    assertThatThrownBy(
            () -> HistoryJoin.of(files).run(new Counts(), out(), WorkProgress.NONE, none))
        .isInstanceOf(IOException.class);
    assertThat(left()).hasSize(5);
  }

  private static OutputStream failing() throws IOException {
    throw new IOException("No space left on device");
  }

  @Test
  void run_exampleOfTheDocuments_isJoined() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "history-files.md"));
    String example = page.substring(page.indexOf("## Example")).split("```")[1];
    for (String block : example.strip().split("\n\n")) {
      int headerAt = block.indexOf('\n') + 1;
      String name = block.substring(0, headerAt).strip();
      file(name, block.substring(headerAt) + "\n");
    }

    JoinResult result = run(HistoryJoin.of(files));

    assertThat(result.ignoredColumns()).isEmpty();
    assertThat(Files.readAllLines(out())).last().isEqualTo("A1,2026-03-10,2,1,2,1,4201");
  }

  @Test
  void progress_risesToTheWhole() throws IOException {
    List<Long> done = new ArrayList<>();

    HistoryJoin.of(files).run(new Counts(), out(), (now, total) -> done.add(total - now));

    assertThat(done).last().isEqualTo(0L);
  }
}
