package io.probity.feature;

import static io.probity.feature.TestApplications.AS_OF;
import static io.probity.feature.TestApplications.application;
import static io.probity.feature.TestApplications.income;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.application.Applicant;
import io.probity.application.BorrowingHistory;
import io.probity.application.EmploymentStatus;
import io.probity.application.LoanApplication;
import io.probity.input.DecimalText;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import io.probity.table.CsvReader;
import io.probity.table.CsvStream;
import io.probity.table.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields that are sent, computed by the catalogue and derived, served by one extractor. */
class CatalogSourcesTest {

  private static final FeatureCatalog CATALOG = FeatureCatalog.standard();

  private static final Schema SCHEMA = schema("""
      {"fields":[
        {"name":"region","kind":"CATEGORY","levels":["north","south"]},
        {"name":"salary","kind":"NUMBER","source":{"catalog":"income_base"}},
        {"name":"lenders_active","kind":"NUMBER","source":{"catalog":"lenders_active"},
         "specials":[{"code":0,"name":"OURS","raw":["-7"]}]},
        {"name":"job","kind":"CATEGORY","source":{"catalog":"employment_status"},
         "levels":["RETIRED","EMPLOYED"]},
        {"name":"age_years","kind":"NUMBER","source":{"catalog":"age_years"}},
        {"name":"yearly","kind":"NUMBER","source":{"derived":{"product":["salary",12]}},
         "specials":[{"code":40,"name":"NOT_ASKED"}]}]}
      """);

  private static Schema schema(String json) {
    try {
      return Schema.parse(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "schema.json");
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static FeatureExtractor extractor(String... wanted) {
    return FeatureExtractor.compile(SCHEMA, List.of(wanted));
  }

  @Test
  void extract_inputCatalogAndDerived_together() {
    LoanApplication application = application()
        .income(income("2000", "2000", "2000"))
        .applicant(Applicant.builder().employment(EmploymentStatus.EMPLOYED).build())
        .borrowing(BorrowingHistory.noHit())
        .field("region", "south")
        .build();
    FeatureExtractor extractor = extractor("yearly", "region", "job", "salary", "lenders_active");

    double[] cells = extractor.extract(application);

    // the lender's own code 0 stays, so NO_HIT keeps its number 2, which is free
    assertThat(cells).containsExactly(24_000, 1, 1, 2_000, SpecialValues.cell(2));
    assertThat(extractor
            .schema()
            .field("lenders_active")
            .special("NO_HIT")
            .orElseThrow()
            .code())
        .isEqualTo(2);
    assertThat(extractor.schema().field("age_years").role()).isEqualTo(FieldRole.PROTECTED);
  }

  @Test
  void extract_specialsAndUnlistedLevels_reachTheirOwnCells() {
    LoanApplication application = application()
        .applicant(Applicant.builder().employment(EmploymentStatus.STUDENT).build())
        .build();

    double[] cells = extractor("job", "salary", "yearly", "lenders_active").extract(application);

    // NOT_ASKED has the number 0 in the catalogue; in lenders_active the lender's own code has it,
    // so
    // it moves to 3, the lowest free one; yearly gives it the number 40 that it declares
    assertThat(cells)
        .containsExactly(
            SpecialValues.UNSEEN,
            SpecialValues.cell(0),
            SpecialValues.cell(40),
            SpecialValues.cell(3));
  }

  @Test
  void extract_computedFieldAmongTheFields_isRefused() {
    LoanApplication application = application()
        .income(income("2000"))
        .field("salary", 5)
        .field("regoin", "south")
        .build();

    assertThatThrownBy(() -> extractor("salary", "region").extract(application))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations())
                .extracting(Violation::place)
                .containsExactlyInAnyOrder("fields.salary", "fields.regoin"))
        .hasMessageContaining("computed from the application's parts");
  }

  @Test
  void extract_withoutTheDay_isRefusedOnlyWhereTheCatalogueIsUsed() {
    LoanApplication application = LoanApplication.builder("1")
        .currency("EUR")
        .income(income("2000"))
        .field("region", "south")
        .build();

    assertThatThrownBy(() -> extractor("salary").extract(application))
        .hasMessageContaining("asOf must be given");
    assertThat(extractor("region").extract(application)).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"kind\":\"NUMBER\",\"source\":{\"catalog\":\"age\"} | has no feature \"age\"",
        "\"kind\":\"CATEGORY\",\"source\":{\"catalog\":\"age_years\"} | is of kind NUMBER",
        "\"kind\":\"CATEGORY\",\"levels\":[\"NORTH\"],\"source\":{\"catalog\":\"education\"} | has no level \"NORTH\"",
      })
  void compile_fieldThatTheCatalogueDoesNotHave_isRefused(String rules, String message) {
    Schema schema = schema("{\"fields\":[{\"name\":\"x\"," + rules + "}]}");

    assertThatThrownBy(() -> FeatureExtractor.compile(schema, List.of("x")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("field x")
        .hasMessageContaining(message);
  }

  /** Writes a cell as a CSV holds it: the name of a special code or level, or the number. */
  private static String csvText(CatalogFeature feature, double cell) {
    if (Double.isNaN(cell)) {
      return "";
    }
    if (SpecialValues.isSpecial(cell)) {
      return feature.field().rules().specials().stream()
          .filter(special -> special.cell() == cell)
          .map(SpecialCode::name)
          .findFirst()
          .orElseThrow();
    }
    return feature.kind() == FieldKind.CATEGORY
        ? feature.levels().get((int) cell)
        : DecimalText.of(cell);
  }

  @Test
  void extract_applicationTableStreamAndMap_giveTheSameBits(@TempDir Path folder)
      throws IOException {
    List<CatalogFeature> features = CATALOG.features();
    List<String> ids = features.stream().map(CatalogFeature::id).toList();
    FeatureExtractor extractor = FeatureExtractor.compile(CATALOG.schema(), ids);
    RandomApplications applications = new RandomApplications(7);
    List<double[]> served = new ArrayList<>();
    StringBuilder csv = new StringBuilder(String.join(",", ids)).append('\n');
    for (int row = 0; row < 300; row++) {
      double[] cells = extractor.extract(applications.next());
      served.add(cells);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < cells.length; i++) {
        texts.add(csvText(features.get(i), cells[i]));
      }
      csv.append(String.join(",", texts)).append('\n');
    }
    Path file = Files.writeString(folder.resolve("features.csv"), csv);

    CsvReader reader = CsvReader.strict(CATALOG.schema());
    Table table = reader.read(file).table();
    double[] cells = new double[ids.size()];
    Workspace workspace = extractor.newWorkspace();
    try (CsvStream records = reader.stream(file)) {
      for (int row = 0; records.advance(); row++) {
        extractor.extractInto(table, row, workspace, cells);
        assertThat(cells).containsExactly(served.get(row));
        extractor.extractInto(records, workspace, cells);
        assertThat(cells).containsExactly(served.get(row));
        assertThat(extractor.extract(table.fieldsOf(row), null)).containsExactly(served.get(row));
      }
    }
    LoanApplication untyped =
        LoanApplication.builder("1").currency("EUR").fields(table.fieldsOf(0)).build();
    assertThat(untyped.isTyped()).isFalse();
    assertThat(extractor.extract(untyped)).containsExactly(served.get(0));
  }

  @Test
  void extract_onlyWhatIsWanted_needsNoMore() {
    assertThat(extractor("job").inputNames()).containsExactly("job");
    assertThat(FeatureExtractor.compile(CATALOG.schema(), List.of("dsti")).inputNames())
        .containsExactly("dsti");
  }

  @Test
  void completeStandard_withoutCatalogueFields_returnsTheSchemaItself() {
    Schema plain = schema("{\"fields\":[{\"name\":\"x\",\"kind\":\"NUMBER\"}]}");

    assertThat(FeatureCatalog.completeStandard(plain)).isSameAs(plain);
    Schema once = FeatureCatalog.completeStandard(SCHEMA);
    assertThat(CATALOG.complete(once)).isEqualTo(once);
    assertThat(once.field("salary").rules().valid().orElseThrow().low()).isZero();
    assertThat(once.field("salary").rules().unit()).isEqualTo("amount a month");
    assertThat(once.field("salary").labels().byLanguage()).containsKeys("en", "zh-Hans", "zh-Hant");
  }

  @Test
  void mapOfFields_ofAnApplicationWithoutParts_maySendFeatures() {
    Map<String, Object> fields = Map.of("salary", 1_000, "lenders_active", "NO_HIT");
    double[] cells = extractor("yearly", "lenders_active").extract(fields, AS_OF);

    assertThat(cells).containsExactly(12_000, SpecialValues.cell(2));
  }
}
