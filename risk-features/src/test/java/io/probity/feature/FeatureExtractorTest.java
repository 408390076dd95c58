package io.probity.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.application.LoanApplication;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialValues;
import io.probity.table.CsvReader;
import io.probity.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureExtractorTest {

  private static final Schema SCHEMA = schema("""
          {"fields":[
            {"name":"day","kind":"DATE","role":"DATE"},
            {"name":"income","kind":"NUMBER",
             "specials":[{"code":2,"name":"NO_INCOME","raw":["-1"]}]},
            {"name":"debt","kind":"NUMBER"},
            {"name":"born","kind":"DATE","role":"IGNORED"},
            {"name":"term","kind":"CATEGORY","levels":["long","short"]},
            {"name":"dsti","kind":"NUMBER","specials":[{"code":9,"name":"NO_INCOME"}],
             "source":{"derived":{"ratio":["debt","income"],"zeroDenominator":"NO_INCOME"}}},
            {"name":"left","kind":"NUMBER","source":{"derived":{"difference":["income","debt"]}}},
            {"name":"both","kind":"NUMBER","source":{"derived":{"sum":["income","debt",1]}}},
            {"name":"yearly","kind":"NUMBER","source":{"derived":{"product":["income",12]}}},
            {"name":"log","kind":"NUMBER","source":{"derived":{"log1p":"debt"}}},
            {"name":"clipped","kind":"NUMBER","source":{"derived":{"clip":"dsti","to":[0,2]}}},
            {"name":"unknown","kind":"NUMBER","source":{"derived":{"isMissing":"debt"}}},
            {"name":"months","kind":"NUMBER",
             "source":{"derived":{"levelNumber":"term","numbers":{"long":60},"otherwise":12}}},
            {"name":"kind","kind":"CATEGORY",
             "source":{"derived":{"levelGroup":"term","groups":{"long":"slow"},"otherwise":"fast"}}},
            {"name":"age","kind":"NUMBER","source":{"derived":{"ageAt":["born","$asOf"]}}},
            {"name":"alive","kind":"NUMBER","source":{"derived":{"monthsBetween":["born","day"]}}}]}
          """);

  private static Schema schema(String json) {
    try {
      return Schema.parse(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "schema.json");
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static double extract(String wanted, Map<String, ?> fields) {
    return FeatureExtractor.compile(SCHEMA, List.of(wanted))
        .extract(fields, LocalDate.of(2026, 2, 28))[0];
  }

  @ParameterizedTest
  @CsvSource({
    "dsti,2000,500,0.25", // 500 / 2000
    "left,2000,500,1500",
    "both,2000,500,2501",
    "yearly,2000,500,24000",
    "log,2000,0,0",
    "clipped,2000,9000,2", // 4.5 is moved to 2
    "unknown,2000,500,0",
  })
  void extract_derivedNumbers_matchHandCalculation(
      String wanted, double income, double debt, double expected) {
    assertThat(extract(wanted, Map.of("income", income, "debt", debt))).isEqualTo(expected);
  }

  @Test
  void extract_zeroDenominatorAndSpecialOperands_keepTheirCode() {
    assertThat(SpecialValues.codeOf(extract("dsti", Map.of("income", 0, "debt", 5))))
        .isEqualTo(9);
    assertThat(SpecialValues.codeOf(extract("dsti", Map.of("income", -1, "debt", 5))))
        .isEqualTo(9);
    assertThat(extract("left", Map.of("income", -1, "debt", 5))).isNaN();
    assertThat(extract("dsti", Map.of("income", 5))).isNaN();
    assertThat(extract("unknown", Map.of("income", 5))).isEqualTo(1);
  }

  @Test
  void extract_resultThatNoNumberHolds_isOutOfDomain() {
    double overflow = extract("yearly", Map.of("income", 1e308));
    double log = extract("log", Map.of("debt", -1));

    assertThat(SpecialValues.isSpecial(overflow)).isTrue();
    assertThat(SpecialValues.isSpecial(log)).isTrue();
  }

  @Test
  void extract_levelsAndDates() {
    assertThat(extract("months", Map.of("term", "long"))).isEqualTo(60);
    assertThat(extract("months", Map.of("term", "unheard of"))).isEqualTo(12);
    assertThat(extract("months", Map.of())).isNaN();
    assertThat(extract("kind", Map.of("term", "long"))).isEqualTo(1); // levels: fast, slow
    assertThat(extract("kind", Map.of("term", "short"))).isEqualTo(0);
    assertThat(extract("age", Map.of("born", "2000-02-29"))).isEqualTo(25); // 26 on 29 February
    assertThat(extract("alive", Map.of("born", "2025-12-31", "day", "2026-02-28")))
        .isEqualTo(1);
  }

  @Test
  void extract_numbersOfAnyType_areTheSame() {
    for (Object value : List.of(7, 7L, 7.0, 7f, (short) 7, (byte) 7, new BigDecimal("7.0"))) {
      assertThat(extract("income", Map.of("income", value))).isEqualTo(7.0);
    }
  }

  @Test
  void extract_badFields_areReportedTogetherWithTheirPath() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("income", "12");
    fields.put("debt", Double.POSITIVE_INFINITY);
    fields.put("incom", 1);
    FeatureExtractor extractor = FeatureExtractor.compile(SCHEMA, List.of("dsti", "age"));

    assertThatThrownBy(() -> extractor.extract(fields, null))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations())
                .extracting(Violation::place)
                .containsExactlyInAnyOrder("fields.incom", "fields.income", "fields.debt", "asOf"));
  }

  @Test
  void extract_fieldOfTheSchemaThatIsNotWanted_isAccepted() {
    assertThat(extract("income", Map.of("income", 1, "debt", 2, "term", "long")))
        .isEqualTo(1);
  }

  @Test
  void extract_tableAndApplication_giveTheSameBits(@TempDir Path folder) throws IOException {
    Path csv = Files.writeString(
        folder.resolve("a.csv"),
        "day,income,debt,born,term\n2026-02-28,0.1,0.3,1990-05-01,short\n2026-02-28,-1,,1960-01-31,x\n");
    Schema readBy = SCHEMA.withFields(f -> switch (f.name()) {
      case "term" -> f.withRules(f.rules().withLevels(List.of("short", "x", "long")));
      case "born" -> f.withRole(FieldRole.SEGMENT);
      default -> f;
    });
    Table table = CsvReader.strict(readBy).read(csv).table();
    FeatureExtractor extractor =
        FeatureExtractor.compile(SCHEMA, List.of("dsti", "log", "months", "kind", "age", "term"));
    LoanApplication application = LoanApplication.builder("1")
        .currency("EUR")
        .asOf(LocalDate.of(2026, 2, 28))
        .field("income", 0.1)
        .field("debt", 0.3)
        .field("born", LocalDate.of(1990, 5, 1))
        .field("term", "short")
        .build();

    FeatureMatrix matrix = FeatureMatrix.of(extractor, table);
    double[] first = new double[6];
    matrix.copyRow(0, first);

    assertThat(first).containsExactly(extractor.extract(application));
    assertThat(matrix.cell(1, 5)).isEqualTo(SpecialValues.UNSEEN);
    assertThat(matrix.cell(1, 4)).isEqualTo(66);
  }

  @Test
  void compile_textOrTargetField_isRefused() {
    Schema schema = schema(
        "{\"fields\":[{\"name\":\"id\",\"kind\":\"TEXT\",\"role\":\"ID\"},{\"name\":\"y\",\"kind\":\"NUMBER\",\"role\":\"TARGET\"}]}");

    assertThatThrownBy(() -> FeatureExtractor.compile(schema, List.of("id")))
        .hasMessageContaining("a feature must be");
    assertThatThrownBy(() -> FeatureExtractor.compile(schema, List.of("y")))
        .hasMessageContaining("not the target");
  }
}
