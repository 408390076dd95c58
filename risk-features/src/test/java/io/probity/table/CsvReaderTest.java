package io.probity.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of("default", FieldKind.NUMBER, FieldRole.TARGET),
          Field.of("income", FieldKind.NUMBER, FieldRole.FEATURE)
              .withRules(FieldRules.NONE.withSpecials(
                  List.of(new SpecialCode(0, "NO_HIT", List.of("-9"))))),
          Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE),
          Field.of("id", FieldKind.TEXT, FieldRole.ID)));

  @TempDir
  Path folder;

  private Path csv(String text) throws IOException {
    return csv(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path csv(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("loans.csv"), bytes);
  }

  private Table read(String text) throws IOException {
    return CsvReader.strict(SCHEMA).read(csv(text)).table();
  }

  @Test
  void read_plainFile_givesTypedColumns() throws IOException {
    Table table = read("id,default,income,purpose\na,0,1.5,car\nb,1,,home\nc,0,-9,car\n");

    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.target()).containsExactly(0, 1, 0);
    assertThat(table.numbers("income").toArray())
        .containsExactly(1.5, Double.NaN, SpecialValues.cell(0));
    assertThat(table.schema().field("purpose").rules().levels()).containsExactly("car", "home");
    assertThat(table.levels("purpose").cell(1)).isEqualTo(1);
    assertThat(table.texts("id").text(2)).isEqualTo("c");
    double[] row = new double[4];
    table.copyRow(0, row);
    assertThat(row).containsExactly(0, 1.5, 0, Double.NaN);
  }

  @Test
  void read_byteOrderMarkCrLfQuotesAndChinese_isReadRight() throws IOException {
    Table table =
        read("\uFEFFid,default,income,purpose\r\n\"a\nb\",0,1,\"购车, \"\"新\"\"\"\r\nz,1,2,装修\r\n");

    assertThat(table.texts("id").text(0)).isEqualTo("a\nb");
    assertThat(table.schema().field("purpose").rules().levels()).containsExactly("装修", "购车, \"新\"");
  }

  @Test
  void read_levelsInAnyOrder_giveTheSameIndices() throws IOException {
    Table one = read("default,income,purpose,id\n0,1,b,x\n1,1,a,y\n");
    Table other = read("default,income,purpose,id\n1,1,a,y\n0,1,b,x\n");

    assertThat(one.schema()).isEqualTo(other.schema());
    assertThat(one.levels("purpose").cell(0)).isEqualTo(other.levels("purpose").cell(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | loans.csv: the file is empty; it needs a header and at least one record",
        "'default,income,purpose,id~' | loans.csv: the file holds no valid record; add records below the header",
        "'default,income,income,id~0,1,2,3' | loans.csv:1:3: two columns have the same name; received income; rename or remove one",
        "'default,incme,purpose,id~0,1,car,a' | loans.csv:1: the column \"income\" is missing; did you mean \"incme\"?",
        "'default,income,purpose,id~0,1,car,a~0,1,car' | loans.csv:3: a record must have as many fields as the header, which has 4; received 3 fields; check for a stray separator or an unquoted line break",
        "'default,income,purpose,id~0,1,car,a,b' | loans.csv:2: a record must have as many fields as the header, which has 4; received 5 fields; check for a stray separator or an unquoted line break",
        "'default,income,purpose,id~0,x1,car,a' | loans.csv:2:2 (income): must be a number written with a decimal point, such as -12.5 or 3e4; received \"x1\"",
        "'default,income,purpose,id~2,1,car,a' | loans.csv:2:1 (default): the target must be 0 (good) or 1 (bad); received \"2\"",
        "',income,purpose,id~2,1,car,a' | loans.csv:1:1: a column needs a name; name it",
        "'default;income;purpose;id~2;1;car;a' | loans.csv:1: the header has one column, so the fields seem to be separated otherwise; received default;income;purpose;id; state the separator (--separator ';' or --separator tab)",
      })
  void read_brokenFile_saysWhereAndWhatToDo(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('~', '\n')))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void read_missingTarget_isAViolation() {
    assertThatThrownBy(() -> read("default,income,purpose,id\n,1,car,a\n"))
        .hasMessageContaining("must not be missing");
  }

  @Test
  void read_recordWithTwoFaults_namesBoth() {
    assertThatThrownBy(() -> read("default,income,purpose,id\n7,x,car,a\n"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations())
                .extracting(Violation::place)
                .containsExactly("loans.csv:2:1 (default)", "loans.csv:2:2 (income)"));
  }

  @Test
  void read_unclosedQuote_isRefused() {
    assertThatThrownBy(() -> read("default,income,purpose,id\n0,1,\"car,a\n0,2,home,b\n"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void read_notUtf8_isRefused() {
    byte[] latin1 =
        "default,income,purpose,id\n0,1,caf\u00e9,a\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> CsvReader.strict(SCHEMA).read(csv(latin1)))
        .hasMessageContaining("must be UTF-8")
        .hasMessageContaining("save it as UTF-8");
  }

  @Test
  void read_otherSeparator_isReadWhenStated() throws IOException {
    Path file = csv("default;income;purpose;id\n0;1.5;car;a\n");

    assertThat(CsvReader.strict(SCHEMA).withSeparator(';').read(file).table().rows())
        .isEqualTo(1);
  }

  @Test
  void read_unknownColumn_isIgnoredAndReported() throws IOException {
    CsvResult result =
        CsvReader.strict(SCHEMA).read(csv("default,income,note,purpose,id\n0,1,hi,car,a\n"));

    assertThat(result.ignoredColumns()).containsExactly("note");
  }

  @Test
  void read_columnThatIsNotRequired_mayBeAbsent() throws IOException {
    CsvResult result = CsvReader.strict(SCHEMA)
        .requiring(Set.of("income", "purpose"))
        .read(csv("income,purpose\n1,car\n"));

    assertThat(result.table().schema().fields()).hasSize(2);
  }

  @Test
  void read_knownLevels_countsTheUnseen() throws IOException {
    Schema closed = SCHEMA.withFields(f ->
        f.name().equals("purpose") ? f.withRules(FieldRules.NONE.withLevels(List.of("car"))) : f);

    CsvResult result =
        CsvReader.strict(closed).read(csv("default,income,purpose,id\n0,1,car,a\n0,1,boat,b\n"));

    assertThat(result.unseen()).containsEntry("purpose", 1);
    assertThat(result.table().levels("purpose").cell(1)).isEqualTo(SpecialValues.UNSEEN);
  }

  @Test
  void quarantine_writesBrokenRecordsWithTheReasonAndGoesOn() throws IOException {
    Path rejects = folder.resolve("rejects.csv");
    CsvReader reader = CsvReader.strict(SCHEMA).withMode(new CsvMode.Quarantine(rejects, 0.5));

    CsvResult result =
        reader.read(csv("default,income,purpose,id\n0,1,car,a\n0,bad,boat,b\n1,2,car,c\n0,1\n"));

    assertThat(result.table().rows()).isEqualTo(2);
    assertThat(result.rejected()).isEqualTo(2);
    assertThat(result.table().schema().field("purpose").rules().levels()).containsExactly("car");
    assertThat(rejects)
        .content()
        .startsWith("reject_line,reject_reason,default,income,purpose,id\n3,")
        .contains("0,bad,boat,b\n5,");
  }

  @Test
  void quarantine_tooManyBrokenRecords_fails() {
    CsvMode mode = new CsvMode.Quarantine(folder.resolve("rejects.csv"), 0.1);

    assertThatThrownBy(() -> CsvReader.strict(SCHEMA)
            .withMode(mode)
            .read(csv("default,income,purpose,id\n0,1,car,a\n0,bad,car,b\n")))
        .hasMessageContaining("at most 0.1000 of the records may be broken")
        .hasMessageContaining("0.5000 (1 records)");
  }

  @Test
  void sha256_isThatOfTheFile() throws IOException {
    // sha256sum of the bytes "default,income,purpose,id\n0,1,car,a\n"
    assertThat(read("default,income,purpose,id\n0,1,car,a\n").sha256())
        .isEqualTo("453042d6fcd5c6e2eaf206e386a69b39467655faf7407aae62c800a04c517cd3");
  }

  @Test
  void rowsAt_picksInOrder() throws IOException {
    Table table = read("default,income,purpose,id\n0,1,car,a\n1,2,home,b\n0,3,car,c\n");

    Table picked = table.rowsAt(new int[] {2, 1});

    assertThat(picked.numbers("income").toArray()).containsExactly(3, 2);
    assertThat(picked.levels("purpose").cell(1)).isEqualTo(1);
    assertThat(picked.texts("id").text(0)).isEqualTo("c");
  }
}
