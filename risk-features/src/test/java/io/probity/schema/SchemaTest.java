package io.probity.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.input.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {

  private static final String FULL = """
      {"target":{"event":"90+","horizonMonths":12},"missing":["NA"],
       "fields":[
        {"name":"default","kind":"NUMBER","role":"TARGET"},
        {"name":"income","kind":"NUMBER","unit":"EUR per month","valid":[0,null],"direction":"FALLS",
         "specials":[{"code":0,"name":"NOT_ASKED","raw":["-999"]}],
         "texts":{"en":"Income","zh-Hans":"收入"},"reasons":{"en":"Your income is low"}},
        {"name":"debt","kind":"NUMBER"},
        {"name":"term","kind":"CATEGORY","levels":["term_36","term_60"],"unseen":"REFUSE"},
        {"name":"purpose","kind":"CATEGORY","unseen":"OTHER","untrained":"NEUTRAL"},
        {"name":"opened","kind":"DATE","role":"DATE"},
        {"name":"stability","kind":"NUMBER","source":{"catalog":"income_cv_12m"}},
        {"name":"dsti","kind":"NUMBER","source":{"derived":{"ratio":["debt","income"]}}},
        {"name":"months","kind":"NUMBER","source":{"derived":{"levelNumber":"term",
          "numbers":{"term_36":36,"term_60":60}}}},
        {"name":"age_of_account","kind":"NUMBER",
         "source":{"derived":{"monthsBetween":["opened","$asOf"]}}}]}
      """;

  private static Schema parse(String json) throws IOException {
    return Schema.parse(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "schema.json");
  }

  private static Schema withField(String field) throws IOException {
    return parse("{\"fields\":[{\"name\":\"debt\",\"kind\":\"NUMBER\"}," + field + "]}");
  }

  @Test
  void parseAndWrite_everyKindOfField_comesBackEqual() throws IOException {
    Schema schema = parse(FULL);

    assertThat(parse(schema.toJson())).isEqualTo(schema);
    assertThat(parse(schema.toJson()).sha256()).isEqualTo(schema.sha256());
    assertThat(schema.field("income").rules().unit()).isEqualTo("EUR per month");
    assertThat(schema.field("income").label("zh-Hans")).isEqualTo("收入");
    assertThat(schema.field("debt").label("en")).isEqualTo("debt");
    assertThat(schema.target()).contains(new Target("90+", 12, false));
  }

  @Test
  void ratio_declaresItsSpecialCodes() throws IOException {
    Field dsti = parse(FULL).field("dsti");

    assertThat(dsti.rules().specials())
        .extracting(SpecialCode::name)
        .containsExactly("ZERO_DENOMINATOR", "OUT_OF_DOMAIN");
  }

  @Test
  void field_unknownName_suggestsTheNearest() throws IOException {
    Schema schema = parse(FULL);

    assertThatThrownBy(() -> schema.field("incme"))
        .hasMessage("schema: there is no field \"incme\"; did you mean \"income\"?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"x\",\"kind\":\"NUMBR\"} | kind: must be one of NUMBER, CATEGORY, DATE, TEXT",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"directon\":\"RISES\"} | did you mean \"direction\"?",
        "{\"name\":\"debt\",\"kind\":\"NUMBER\"} | the field debt is declared twice",
        "{\"name\":\"$x\",\"kind\":\"NUMBER\"} | not start with $",
        "{\"name\":\"\",\"kind\":\"NUMBER\"} | a field's name must be",
        "{\"name\":\"x\",\"kind\":\"CATEGORY\",\"role\":\"TARGET\"} | the target must be a NUMBER",
        "{\"name\":\"x\",\"kind\":\"CATEGORY\",\"direction\":\"RISES\"} | only a NUMBER has a direction",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"valid\":[2,1]} | low <= high",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"valid\":[2]} | a range must be [low, high]",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"specials\":[{\"code\":300,\"name\":\"A\"}]} | from 0 to 255",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"specials\":[{\"code\":1,\"name\":\"A\"},{\"code\":1,\"name\":\"B\"}]} | declared twice",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"source\":\"guess\"} | a source must be",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"source\":{\"derived\":{\"ratio\":[\"dept\",\"debt\"]}}} | did you mean \"debt\"?",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"source\":{\"derived\":{\"ratio\":[\"debt\"]}}} | two operands",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"source\":{\"derived\":{\"sum\":[\"x\",\"debt\"]}}} | may not depend on itself",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"source\":{\"derived\":{\"ageAt\":[\"debt\",\"$asOf\"]}}} | kind DATE",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"source\":{\"derived\":{\"sum\":[\"debt\",\"$asOf\"]}}} | only dates",
        "{\"name\":\"x\",\"kind\":\"CATEGORY\",\"source\":{\"derived\":{\"log1p\":\"debt\"}}} | gives a field of kind NUMBER",
        "{\"name\":\"x\",\"kind\":\"NUMBER\",\"source\":{\"derived\":{\"eval\":\"1+1\"}}} | a derivation must be one of",
        "{\"name\":\"x\",\"kind\":\"CATEGORY\",\"levels\":[\"a\",\"a\"]} | must differ",
      })
  void parse_brokenField_isNamed(String field, String message) {
    assertThatThrownBy(() -> withField(field))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message.strip());
  }

  @Test
  void derivations_inACircle_areRefused() {
    String circle = """
        {"name":"a","kind":"NUMBER","source":{"derived":{"sum":["b","debt"]}}},
        {"name":"b","kind":"NUMBER","source":{"derived":{"log1p":"a"}}}""";

    assertThatThrownBy(() -> withField(circle)).hasMessageContaining("may not depend on itself");
  }

  @Test
  void derivation_fromTheTarget_isRefused() {
    String leak = """
        {"name":"y","kind":"NUMBER","role":"TARGET"},
        {"name":"a","kind":"NUMBER","source":{"derived":{"sum":["y","debt"]}}}""";

    assertThatThrownBy(() -> withField(leak))
        .hasMessageContaining("not be derived from the target");
  }

  @Test
  void of_twoTargets_isRefused() {
    List<Field> two = List.of(
        Field.of("a", FieldKind.NUMBER, FieldRole.TARGET),
        Field.of("b", FieldKind.NUMBER, FieldRole.TARGET));

    assertThatThrownBy(() -> Schema.of(Optional.empty(), Set.of(), two))
        .hasMessageContaining("at most one field may have the role TARGET");
  }
}
