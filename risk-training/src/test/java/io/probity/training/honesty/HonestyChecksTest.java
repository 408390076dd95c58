package io.probity.training.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Derivation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Schema;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import io.probity.training.split.LearnSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HonestyChecksTest {

  private static final int ROWS = 2_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  @TempDir
  private Path folder;

  private static Schema schema() {
    Field days = Field.of("late", FieldKind.NUMBER, FieldRole.FEATURE)
        .withSource(new FieldSource.Derived(new Derivation.MonthsBetween(
            new Operand.OfField("day"), new Operand.OfField("event"))));
    return Schema.of(
        Optional.empty(),
        Set.of(),
        List.of(
            Field.of("id", FieldKind.TEXT, FieldRole.ID),
            Field.of("y", FieldKind.NUMBER, FieldRole.TARGET),
            Field.of("day", FieldKind.DATE, FieldRole.DATE),
            Field.of("event", FieldKind.DATE, FieldRole.FEATURE),
            Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE),
            Field.of("z", FieldKind.NUMBER, FieldRole.FEATURE),
            days));
  }

  /** One record: id, y, day, event, x, z. */
  private record Cells(String id, int y, String day, String event, String x, String z) {

    Cells withX(String other) {
      return new Cells(id, y, day, event, other, z);
    }

    Cells withZ(String other) {
      return new Cells(id, y, day, event, x, other);
    }

    Cells withY(int other) {
      return new Cells(id, other, day, event, x, z);
    }

    Cells withEvent(LocalDate other) {
      return new Cells(id, y, day, other.toString(), x, z);
    }

    Cells withId(String other) {
      return new Cells(other, y, day, event, x, z);
    }

    LocalDate date() {
      return LocalDate.parse(day);
    }
  }

  /** Checks plain records after each was changed; every third is in the second part. */
  private List<Finding> check(BiFunction<Cells, Integer, Cells> change) throws IOException {
    return check(ROWS, change);
  }

  private List<Finding> check(int rows, BiFunction<Cells, Integer, Cells> change)
      throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder csv = new StringBuilder("id,y,day,event,x,z\n");
    int[] parts = new int[rows];
    for (int row = 0; row < rows; row++) {
      double x = random.nextDouble();
      int y = random.nextDouble() < 0.1 + 0.2 * x ? 1 : 0;
      LocalDate day = FIRST_DAY.plusDays(random.nextInt(700));
      Cells plain = new Cells(
          "c" + row,
          y,
          day.toString(),
          day.minusDays(40).toString(),
          String.valueOf(x),
          String.valueOf(random.nextDouble()));
      Cells cells = change.apply(plain, row);
      csv.append(String.join(
          ",", cells.id, String.valueOf(cells.y), cells.day, cells.event, cells.x, cells.z));
      csv.append('\n');
      parts[row] = row % 3 == 0 ? 1 : 0;
    }
    Schema schema = schema();
    Table table = CsvReader.strict(schema)
        .read(Files.writeString(folder.resolve("t.csv"), csv))
        .table();
    FeatureMatrix matrix =
        FeatureMatrix.of(FeatureExtractor.compile(schema, List.of("x", "z", "late")), table);
    return HonestyChecks.run(
        schema, table, LearnSet.of(matrix, table.target(), table.weights()), parts);
  }

  private static void assertOnly(
      List<Finding> findings, Finding.Code code, Finding.Severity severity, String words) {
    assertThat(findings).singleElement().satisfies(finding -> {
      assertThat(finding.code()).isEqualTo(code);
      assertThat(finding.severity()).isEqualTo(severity);
      assertThat(finding.message()).contains(words);
    });
  }

  @Test
  void run_plainRecords_findsNothing() throws IOException {
    assertThat(check((cells, row) -> cells)).isEmpty();
  }

  @Test
  void run_featureMadeFromTheTarget_isAnError() throws IOException {
    List<Finding> findings = check((cells, row) -> cells.withZ(cells.y + cells.z.substring(1)));

    assertOnly(
        findings,
        Finding.Code.TARGET_DERIVED,
        Finding.Severity.ERROR,
        "z alone separates goods from bads (AUC 1.0000)");
    assertThat(findings.get(0).fields()).containsExactly("z");
  }

  @Test
  void run_featureTooGood_isAWarningByAucOrIv() throws IOException {
    assertOnly(
        check((cells, row) -> row % 40 == 0 ? cells : cells.withZ(cells.y + cells.z.substring(1))),
        Finding.Code.AUC_TOO_HIGH,
        Finding.Severity.WARNING,
        "too good for a single feature");
    assertOnly(
        check((cells, row) -> row % 2 == 0 ? cells.withZ(cells.y + cells.z.substring(1)) : cells),
        Finding.Code.IV_TOO_HIGH,
        Finding.Severity.WARNING,
        "z has an information value of ");
  }

  @Test
  void run_fieldFilledForBadsOnly_isAnError() throws IOException {
    List<Finding> findings =
        check((cells, row) -> cells.y == 1 && row % 3 == 0 ? cells : cells.withZ(""));

    assertThat(findings).extracting(Finding::code).contains(Finding.Code.FILLED_BY_OUTCOME);
    assertThat(findings.get(0).message()).startsWith("z is filled for 0.0% of the goods and 3");
    assertThat(findings.get(0).severity()).isEqualTo(Finding.Severity.ERROR);
  }

  @Test
  void run_missingAtRandom_isNoFinding() throws IOException {
    assertThat(check((cells, row) -> row % 3 == 0 ? cells.withZ("") : cells)).isEmpty();
  }

  @Test
  void run_dateAfterTheApplication_namesTheFeatureMadeFromIt() throws IOException {
    List<Finding> findings =
        check((cells, row) -> row % 20 == 0 ? cells.withEvent(cells.date().plusDays(90)) : cells);

    assertOnly(
        findings,
        Finding.Code.POST_EVENT_DATE,
        Finding.Severity.ERROR,
        "event lies after day in 100 of 2000 records: it was not known then; exclude late");
    assertThat(findings.get(0).fields()).containsExactly("event", "late");
  }

  @Test
  void run_recentQuarterWithoutBads_isAWarning() throws IOException {
    LocalDate recent = LocalDate.of(2025, 7, 1);

    assertOnly(
        check((cells, row) -> cells.date().isBefore(recent) ? cells : cells.withY(0)),
        Finding.Code.CONSTANT_IN_TIME,
        Finding.Severity.WARNING,
        "there are no bads in 2025-Q3, 2025-Q4: the outcome of these records is probably not known");
  }

  @Test
  void run_repeatedRecords_countsThemAndTheContraryOnes() throws IOException {
    Cells[] first = new Cells[1];
    List<Finding> findings = check((cells, row) -> {
      if (row == 1) {
        first[0] = cells.withY(0);
        return first[0];
      }
      boolean repeat = row == 2 || row == 4 || row == 5;
      return repeat ? first[0].withId("r" + row).withY(row == 5 ? 1 : 0) : cells;
    });

    assertOnly(
        findings,
        Finding.Code.DUPLICATES,
        Finding.Severity.NOTE,
        "3 of 2000 records have the same features as an earlier one, 1 of them with the other");
  }

  @Test
  void run_nearDuplicatesAcrossParts_areCounted() throws IOException {
    Cells[] last = new Cells[1];
    List<Finding> findings = check((cells, row) -> {
      boolean near = row % 30 == 0 && row > 0;
      Cells result = near
          ? last[0].withId(cells.id).withX("0.500001").withZ("0.25")
          : row % 30 == 29 ? cells.withX("0.5").withZ("0.25") : cells;
      last[0] = result;
      return result;
    });

    assertThat(findings)
        .filteredOn(f -> f.code() == Finding.Code.NEAR_DUPLICATES_ACROSS_PARTS)
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.WARNING));
  }

  @Test
  void run_sameIdAcrossParts_namesTheFieldToGroupBy() throws IOException {
    assertOnly(
        check((cells, row) -> cells.withId("c" + row / 3)),
        Finding.Code.SAME_ID_ACROSS_PARTS,
        Finding.Severity.WARNING,
        "split with groupBy id");
  }

  @Test
  void run_fewerThanFiftyBads_isAWarning() throws IOException {
    assertOnly(
        check(200, (cells, row) -> cells.withY(row % 10 == 0 ? 1 : 0)),
        Finding.Code.TOO_FEW_OUTCOMES,
        Finding.Severity.WARNING,
        "there are 20 bads, fewer than 50");
  }

  @Test
  void run_coarseFeatures_onlyNoteThatTheyTellNothing() throws IOException {
    assertOnly(
        check((cells, row) ->
            new Cells(cells.id, cells.y, cells.day, cells.day, String.valueOf(row % 7), "1")),
        Finding.Code.DUPLICATES,
        Finding.Severity.NOTE,
        "the features are too coarse to tell");
  }

  @Test
  void run_oneClass_isRefused() {
    assertThatThrownBy(() -> check((cells, row) -> cells.withY(0)))
        .hasMessage("checks need goods and bads, but there are 0 bads of 2000");
  }
}
