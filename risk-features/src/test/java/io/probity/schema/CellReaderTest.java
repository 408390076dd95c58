package io.probity.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReaderTest {

  private static final FieldRules RULES = new FieldRules(
      Optional.of(new Range(-1000, 1000)),
      List.of(
          new SpecialCode(0, "NO_HIT", List.of("-999", "none")),
          new SpecialCode(3, "REFUSED", List.of())),
      RiskDirection.FREE,
      UnseenRule.WORST,
      UntrainedRule.WORST,
      List.of(),
      "");

  private static CellReader reader(Field field) {
    return CellReader.of(Schema.of(Optional.empty(), Set.of("NA"), List.of(field)), field);
  }

  private static final CellReader NUMBER =
      reader(Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE).withRules(RULES));

  @ParameterizedTest
  @CsvSource({"12,12", "-12.5,-12.5", "+3,3", "3e2,300", ".5,0.5", "5.,5", "' 7 ',7", "-0,0"})
  void ofText_number_isRead(String text, double expected) {
    assertThat(Double.doubleToRawLongBits(NUMBER.ofText(text)))
        .isEqualTo(Double.doubleToRawLongBits(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1,5",
        "NaN",
        "Infinity",
        "1d",
        "0x10",
        "1e",
        "--1",
        "1 2",
        "1e999",
        ".",
        "1001",
        "-",
        "-1.7976931348623157e308"
      })
  void ofText_notAValidNumber_isInvalidWithARule(String text) {
    assertThat(NUMBER.ofText(text)).isEqualTo(CellReader.INVALID);
    assertThat(NUMBER.problem(text)).startsWith("must");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "NA"})
  void ofText_missingToken_isMissing(String text) {
    assertThat(NUMBER.ofText(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-999", "-999.0", "none", "NO_HIT"})
  void ofText_specialCode_comesBeforeTheValue(String text) {
    assertThat(NUMBER.ofText(text)).isEqualTo(SpecialValues.cell(0));
  }

  @Test
  void ofNumber_specialCodeInfinityAndNaN() {
    assertThat(NUMBER.ofNumber(-999)).isEqualTo(SpecialValues.cell(0));
    assertThat(NUMBER.ofNumber(Double.NaN)).isNaN();
    assertThat(NUMBER.ofNumber(Double.NEGATIVE_INFINITY)).isEqualTo(CellReader.INVALID);
    assertThat(NUMBER.ofNumber(1000)).isEqualTo(1000);
  }

  @Test
  void ofText_category_givesTheIndexOrUnseen() {
    Field field = Field.of("c", FieldKind.CATEGORY, FieldRole.FEATURE)
        .withRules(FieldRules.NONE.withLevels(List.of("1", "车贷")));
    CellReader category = reader(field);

    assertThat(category.ofText("车贷")).isEqualTo(1);
    assertThat(category.ofText("other")).isEqualTo(SpecialValues.UNSEEN);
    assertThat(category.ofNumber(1)).isEqualTo(0);
    assertThat(category.ofNumber(1.5)).isEqualTo(CellReader.INVALID);
  }

  @Test
  void ofText_refusedUnseenLevel_isInvalid() {
    FieldRules rules = new FieldRules(
        Optional.empty(),
        List.of(),
        RiskDirection.FREE,
        UnseenRule.REFUSE,
        UntrainedRule.WORST,
        List.of("a"),
        "");

    assertThat(reader(Field.of("c", FieldKind.CATEGORY, FieldRole.FEATURE).withRules(rules))
            .ofText("b"))
        .isEqualTo(CellReader.INVALID);
  }

  @Test
  void ofText_date_isTheEpochDay() {
    CellReader date = reader(Field.of("d", FieldKind.DATE, FieldRole.DATE));

    assertThat(date.ofText("1970-01-02")).isEqualTo(1);
    assertThat(date.ofDate(LocalDate.of(1969, 12, 31))).isEqualTo(-1);
    assertThat(date.ofText("02/01/1970")).isEqualTo(CellReader.INVALID);
    assertThat(date.ofText("2025-02-29")).isEqualTo(CellReader.INVALID);
  }

  @Test
  void ofText_target_isZeroOrOne() {
    CellReader target = reader(Field.of("y", FieldKind.NUMBER, FieldRole.TARGET));

    assertThat(target.ofText("1")).isEqualTo(1);
    assertThat(target.ofText("2")).isEqualTo(CellReader.INVALID);
    assertThat(target.problem("2")).isEqualTo("the target must be 0 (good) or 1 (bad)");
  }
}
