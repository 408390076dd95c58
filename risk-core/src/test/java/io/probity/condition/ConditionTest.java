package io.probity.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.FieldRules;
import io.probity.schema.Range;
import io.probity.schema.RiskDirection;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import io.probity.schema.UnseenRule;
import io.probity.schema.UntrainedRule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of("dsti", FieldKind.NUMBER, FieldRole.FEATURE)
              .withRules(new FieldRules(
                  Optional.of(new Range(0, 10)),
                  List.of(new SpecialCode(3, "NO_INCOME", List.of())),
                  RiskDirection.FREE,
                  UnseenRule.WORST,
                  UntrainedRule.WORST,
                  List.of(),
                  "")),
          Field.of("purpose", FieldKind.CATEGORY, FieldRole.FEATURE)
              .withRules(FieldRules.NONE.withLevels(List.of("car", "home", "travel"))),
          Field.of("age", FieldKind.NUMBER, FieldRole.PROTECTED),
          Field.of("opened", FieldKind.DATE, FieldRole.FEATURE),
          Field.of("id", FieldKind.TEXT, FieldRole.ID)));
  private static final ConditionScope SCOPE = ConditionScope.of(SCHEMA, List.of("A", "B", "C"));
  private static final List<String> LAYOUT =
      List.of("dsti", "purpose", "age", "opened", "$pd", "$score", "$grade");

  private static Condition read(String json, ConditionScope scope) {
    byte[] document = ("{\"when\":" + json + "}").getBytes(StandardCharsets.UTF_8);
    return Condition.read(JsonObject.parse(document, "", JsonLimits.FILE).object("when"), scope);
  }

  private static Truth test(String json, double... cells) {
    return read(json, SCOPE).compile(LAYOUT).test(cells);
  }

  private static double[] cells(double dsti, double purpose) {
    return new double[] {dsti, purpose, 30, LocalDate.of(2026, 1, 1).toEpochDay(), 0.05, 580, 1};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"field\":\"dsti\",\"above\":0.4} | FALSE",
        "{\"field\":\"dsti\",\"atLeast\":0.4} | TRUE",
        "{\"field\":\"dsti\",\"below\":0.4} | FALSE",
        "{\"field\":\"dsti\",\"atMost\":0.4} | TRUE",
        "{\"field\":\"dsti\",\"equals\":0.4} | TRUE",
        "{\"field\":\"dsti\",\"between\":[0.1,0.4]} | TRUE",
        "{\"field\":\"dsti\",\"in\":[0.1,0.2]} | FALSE",
        "{\"field\":\"dsti\",\"missing\":true} | FALSE",
        "{\"field\":\"dsti\",\"missing\":false} | TRUE",
        "{\"field\":\"dsti\",\"special\":\"NO_INCOME\"} | FALSE",
        "{\"field\":\"purpose\",\"equals\":\"home\"} | TRUE",
        "{\"field\":\"purpose\",\"in\":[\"car\",\"travel\"]} | FALSE",
        "{\"field\":\"opened\",\"below\":\"2026-01-02\"} | TRUE",
        "{\"field\":\"$pd\",\"above\":0.04} | TRUE",
        "{\"field\":\"$score\",\"below\":580} | FALSE",
        "{\"field\":\"$grade\",\"in\":[\"B\",\"C\"]} | TRUE",
        "{\"not\":{\"field\":\"dsti\",\"above\":0.4}} | TRUE",
        "{\"all\":[{\"field\":\"dsti\",\"atMost\":0.4},{\"field\":\"$score\",\"above\":0}]} | TRUE",
        "{\"any\":[{\"field\":\"dsti\",\"above\":0.4},{\"field\":\"$score\",\"above\":600}]} | FALSE",
      })
  void test_knownValues_isTrueOrFalse(String json, Truth expected) {
    assertThat(test(json, cells(0.4, 1))).isEqualTo(expected);
  }

  @Test
  void test_missingOrSpecialValue_isUnknownUnlessAskedFor() {
    String above = "{\"field\":\"dsti\",\"above\":0.4}";
    double special = SpecialValues.cell(3);

    assertThat(test(above, cells(Double.NaN, 0))).isEqualTo(Truth.UNKNOWN);
    assertThat(test(above, cells(special, 0))).isEqualTo(Truth.UNKNOWN);
    assertThat(test("{\"not\":" + above + "}", cells(special, 0))).isEqualTo(Truth.UNKNOWN);
    assertThat(test("{\"field\":\"dsti\",\"missing\":true}", cells(special, 0)))
        .isEqualTo(Truth.FALSE);
    assertThat(test("{\"field\":\"dsti\",\"special\":true}", cells(special, 0)))
        .isEqualTo(Truth.TRUE);
    assertThat(test("{\"field\":\"dsti\",\"special\":\"NO_INCOME\"}", cells(special, 0)))
        .isEqualTo(Truth.TRUE);
    assertThat(test("{\"field\":\"purpose\",\"equals\":\"car\"}", cells(0.1, Double.NaN)))
        .isEqualTo(Truth.UNKNOWN);
    assertThat(test("{\"field\":\"purpose\",\"equals\":\"car\"}", cells(0.1, SpecialValues.UNSEEN)))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void allAndAny_withUnknownParts_followKleene() {
    for (Truth a : Truth.values()) {
      for (Truth b : Truth.values()) {
        boolean hasFalse = a == Truth.FALSE || b == Truth.FALSE;
        boolean hasTrue = a == Truth.TRUE || b == Truth.TRUE;
        boolean hasUnknown = a == Truth.UNKNOWN || b == Truth.UNKNOWN;
        assertThat(a.and(b))
            .isEqualTo(hasFalse ? Truth.FALSE : hasUnknown ? Truth.UNKNOWN : Truth.TRUE);
        assertThat(a.or(b))
            .isEqualTo(hasTrue ? Truth.TRUE : hasUnknown ? Truth.UNKNOWN : Truth.FALSE);
        assertThat(a.and(b).not()).isEqualTo(a.not().or(b.not()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"field\":\"dsty\",\"above\":0.4} | when.field: there is no field \"dsty\"; did you mean \"dsti\"?",
        "{\"field\":\"dsti\"} | when: a test needs exactly one of",
        "{\"field\":\"dsti\",\"above\":1,\"below\":2} | received above, below",
        "{\"field\":\"dsti\",\"abov\":1} | a test needs exactly one of",
        "{\"field\":\"dsti\",\"above\":\"x\"} | when.above: must be a number",
        "{\"field\":\"dsti\",\"above\":10} | no valid value of dsti passes this test",
        "{\"field\":\"dsti\",\"atLeast\":0} | every valid value of dsti passes this test",
        "{\"field\":\"dsti\",\"between\":[2,1]} | can never hold",
        "{\"field\":\"dsti\",\"in\":[]} | a set must not be empty",
        "{\"field\":\"dsti\",\"special\":\"NO_HIT\"} | has no special code \"NO_HIT\"",
        "{\"field\":\"purpose\",\"special\":true} | declares no special codes",
        "{\"field\":\"purpose\",\"above\":1} | a category can be tested with equals and in",
        "{\"field\":\"purpose\",\"equals\":\"cars\"} | did you mean \"car\"?",
        "{\"field\":\"$grade\",\"equals\":\"Z\"} | $grade has no level \"Z\"",
        "{\"field\":\"age\",\"above\":25} | must name its jurisdiction and reason",
        "{\"field\":\"id\",\"missing\":true} | cannot test the target or a text",
        "{\"all\":[]} | a list of conditions must not be empty",
        "{\"al\":[]} | a condition needs one of all, any, not and field",
        "{\"all\":[{\"field\":\"dsti\",\"above\":5},{\"field\":\"dsti\",\"atMost\":5}]} | contradict each other",
        "{\"all\":[{\"field\":\"dsti\",\"above\":5},{\"all\":[{\"field\":\"dsti\",\"below\":4}]}]} | contradict each other",
        "{\"all\":[{\"field\":\"purpose\",\"equals\":\"car\"},{\"field\":\"purpose\",\"equals\":\"home\"}]} | contradict each other",
        "{\"field\":\"opened\",\"below\":20260102} | must be a date",
      })
  void read_brokenCondition_namesThePath(String json, String message) {
    assertThatThrownBy(() -> read(json, SCOPE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("when")
        .hasMessageContaining(message);
  }

  @Test
  void read_protectedFieldWithReason_isAccepted() {
    Condition condition = read(
        "{\"field\":\"age\",\"below\":18,\"jurisdiction\":\"US\",\"reason\":\"capacity to contract\"}",
        SCOPE);

    assertThat(condition.names()).containsExactly("age");
  }

  @Test
  void read_openScope_checksFormOnly() {
    ConditionScope open = ConditionScope.open(SCHEMA);

    assertThat(read("{\"field\":\"whatever\",\"above\":1}", open)).isNotNull();
    assertThat(read("{\"field\":\"$grade\",\"equals\":\"Z\"}", open)).isNotNull();
    assertThatThrownBy(() -> read("{\"field\":\"whatever\"}", open))
        .hasMessageContaining("exactly one of");
    assertThatThrownBy(() -> read("{\"field\":\"dsti\",\"above\":10}", open))
        .hasMessageContaining("no valid value");
  }

  @Test
  void compile_nameThatTheVectorLacks_isRefused() {
    Condition condition = read("{\"field\":\"dsti\",\"above\":0.4}", SCOPE);

    assertThatThrownBy(() -> condition.compile(List.of("purpose")))
        .hasMessageContaining("the condition reads dsti");
  }
}
