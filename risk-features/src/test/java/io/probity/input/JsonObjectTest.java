package io.probity.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

  private static JsonObject parse(String json) {
    return JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "policy.json", JsonLimits.FILE);
  }

  @Test
  void read_validDocument_givesValues() {
    JsonObject json = parse(
        "{\"a\":1.5,\"b\":\"text\",\"c\":[1,2],\"d\":{\"e\":true},\"f\":null,\"g\":\"2026-11-21\"}");

    assertThat(json.number("a")).isEqualTo(1.5);
    assertThat(json.text("b")).isEqualTo("text");
    assertThat(json.numbers("c")).containsExactly(1, 2);
    assertThat(json.object("d").flag("e", false)).isTrue();
    assertThat(json.nullableNumber("f")).isEmpty();
    assertThat(json.date("g")).hasToString("2026-11-21");
    json.finish();
  }

  @Test
  void read_wrongType_namesThePathAndWhatStoodThere() {
    JsonObject json = parse("{\"limit\":{\"steps\":[{\"step\":\"ten\"}]}}");

    assertThatThrownBy(() -> json.object("limit").objects("steps").get(0).number("step"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("policy.json at limit.steps[0].step: must be a number; received \"ten\"");
  }

  @Test
  void finish_unknownKey_suggestsTheNearest() {
    JsonObject json = parse("{\"flor\":2000}");
    json.number("floor", 0);

    assertThatThrownBy(json::finish)
        .hasMessage("policy.json: unknown key \"flor\"; did you mean \"floor\"?");
  }

  @Test
  void read_missingKey_saysSo() {
    assertThatThrownBy(() -> parse("{}").text("id"))
        .hasMessage("policy.json: the key \"id\" is missing; add it");
  }

  @Test
  void sink_gathersAllViolations() {
    Violations violations = new Violations();
    byte[] document = "{\"a\":\"x\",\"c\":1}".getBytes(StandardCharsets.UTF_8);
    JsonObject json = JsonObject.parse(document, "", JsonLimits.FILE, violations);
    json.number("a");
    json.text("b");
    json.finish();

    assertThatThrownBy(violations::throwIfAny)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.violations())
                .extracting(Violation::place)
                .containsExactly("a", "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\":1,}",
        "{'a':1}",
        "{\"a\":1}{}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{/*c*/\"a\":1}",
        "{\"a\":\"\n\"}"
      })
  void parse_notStrictJson_isRefused(String document) {
    assertThatThrownBy(() -> parse(document)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void parse_tooDeep_isRefused() {
    String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";

    assertThatThrownBy(() -> parse(deep)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void parse_tooLong_isRefusedUnread() {
    byte[] document = "{\"a\":\"0123456789\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> JsonObject.parse(document, "x", new JsonLimits(10, 4)))
        .hasMessageContaining("at most 10 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-7",
        "2147483648",
        "999999999999999999",
        "-99999999999999999",
        "9007199254740993",
        "1234567890123456789",
        "123456789012345678901234567890"
      })
  void number_wholeOfAnyLength_isTheNearestDoubleAndExact(String digits) {
    JsonValue value = parse("{\"a\":" + digits + "}").value("a");

    assertThat(value.isNumber()).isTrue();
    assertThat(value.number()).isEqualTo(Double.parseDouble(digits));
    assertThat(value.decimal()).isEqualTo(new BigDecimal(digits));
    assertThat(value.received()).isEqualTo(digits);
  }

  @Test
  void forEach_anyObject_handsOnAllKeysWithTheirPlaces() {
    JsonObject json = parse("{\"f\":{\"a\":1,\"b\":[{\"c\":true}]}}");
    List<String> places = new ArrayList<>();
    json.object("f").forEach((key, value) -> places.add(value.place()));
    json.object("f").finish();

    assertThat(json.object("f").size()).isEqualTo(2);
    assertThat(places).containsExactly("policy.json at f.a", "policy.json at f.b");
  }

  @Test
  void parse_keyTwice_namesIt() {
    assertThatThrownBy(() -> parse("{\"x\":{\"a\":1,\n\"a\":2}}"))
        .hasMessageContaining("policy.json:2:")
        .hasMessageContaining("Duplicate field 'a'");
  }

  @Test
  void number_thatNoDoubleHolds_isRefused() {
    assertThatThrownBy(() -> parse("{\"a\":1e999}").number("a"))
        .hasMessageContaining("a double can hold");
    assertThatThrownBy(() -> parse("{\"a\":1.5}").whole("a")).hasMessageContaining("whole number");
  }

  @Test
  void writeAndRead_doubles_comeBackToTheBit() {
    double[] values = {0.1, 1.0 / 3, 1e-300, 123456789.123, 1e22, -7, 0.0, Double.MIN_VALUE};
    String text = JsonText.compact().beginObject().put("v", values).endObject().toString();

    assertThat(parse(text).numbers("v")).containsExactly(values);
    assertThat(text).contains("-7,0,").contains("0.3333333333333333");
  }

  @Test
  void write_notFinite_isRefused() {
    assertThatThrownBy(() -> JsonText.compact().beginObject().put("a", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nearestName_findsTyposOnly() {
    List<String> known = List.of("income", "outcome", "age");

    assertThat(NearestName.of("incom", known)).contains("income");
    assertThat(NearestName.of("Income", known)).contains("income");
    assertThat(NearestName.of("balance", known)).isEmpty();
  }

  @Test
  void violation_longReceivedValue_isShortened() {
    Violation violation = Violation.of("here", "must be short", "x".repeat(500) + "\nsecond line");

    assertThat(violation.received()).hasSize(80).endsWith("…");
    assertThat(violation.toString()).doesNotContain("\n");
  }

  @Test
  void violations_beyondTheLimit_areCounted() {
    Violations violations = new Violations();
    for (int i = 0; i < 1_005; i++) {
      violations.add("row " + i, "broken", "", "");
    }

    assertThatThrownBy(violations::throwIfAny)
        .isInstanceOfSatisfying(InvalidInputException.class, e -> {
          assertThat(e.violations()).hasSize(1_001);
          assertThat(e.violations().get(1_000).rule()).contains("5 more");
        });
  }
}
