package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.probity.application.LoanApplication;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.ModelParts;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken applications, and models and policies that do not fit: one exception with everything. */
@Timeout(60)
class BadInputTest {

  private static final RiskModel MODEL =
      RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0))));
  private static final CreditEngine ENGINE =
      CreditEngine.of(MODEL, TestPolicies.policy(TestPolicies.POLICY));

  private static Map<String, Object> sound() {
    return new HashMap<>(Map.of(
        "dsti", 0.2, "purpose", "home", "income", 10_000, "debt", 1_200, "amount", 20_000, "term",
        12, "costs", 2_900));
  }

  private static List<Violation> violations(Map<String, ?> fields) {
    return catchThrowableOfType(InvalidInputException.class, () -> ENGINE.decide("1", null, fields))
        .violations();
  }

  @Test
  void decide_wrongTypesInAMap_namesEachOfThem() {
    Map<String, Object> fields = sound();
    fields.put("dsti", "a lot");
    fields.put("purpose", new ArrayList<>(List.of(1)));
    fields.put("income", true);
    fields.put("debt", Double.POSITIVE_INFINITY);
    fields.put("term", Map.of());
    fields.put("nobody", 1);

    assertThat(violations(fields))
        .extracting(Violation::place)
        .containsExactlyInAnyOrder(
            "fields.dsti",
            "fields.purpose",
            "fields.income",
            "fields.debt",
            "fields.term",
            "fields.nobody");
  }

  @Test
  void decide_inputsOutOfBounds_namesEachOfThem() {
    Map<String, Object> fields = sound();
    fields.put("amount", -5);
    fields.put("term", 1.5);
    fields.put("costs", -1);
    fields.put("rate", 99);

    assertThat(violations(fields))
        .extracting(Violation::place)
        .containsExactlyInAnyOrder("fields.amount", "fields.term", "fields.costs", "fields.rate");
  }

  @Test
  void decide_absentFields_areMissingAndNeverNaN() {
    Map<String, Object> fields = new HashMap<>(Map.of("amount", 5_000, "term", 12));

    Decision decision = ENGINE.decide("1", null, fields);

    assertThat(decision.pd()).isBetween(0.0, 1.0);
    assertThat(decision.outcome()).isEqualTo(Outcome.REFER);
    assertThat(decision.toJson()).doesNotContain("NaN");
  }

  @Test
  void decide_absentAmountAndTerm_namesBoth() {
    assertThat(violations(Map.of("income", 10_000, "debt", 0)))
        .extracting(Violation::place)
        .containsExactly("fields.amount", "fields.term");
  }

  @Test
  void decide_hugeTexts_areRefusedShortly() {
    String huge = "x".repeat(5_000_000);
    Map<String, Object> fields = sound();
    fields.put("dsti", huge);
    fields.put(huge, 1);

    assertThatThrownBy(() -> ENGINE.decide("1", null, fields))
        .isInstanceOf(InvalidInputException.class)
        .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(5_000));
  }

  @Test
  void decide_manyUnknownFields_isRefusedInBoundedTime() {
    Map<String, Object> fields = sound();
    for (int i = 0; i < 200_000; i++) {
      fields.put("unknown_field_" + i, 1);
    }

    long start = System.nanoTime();
    List<Violation> violations = violations(fields);

    assertThat(violations).hasSize(1_001);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"1\",\"currency\":\"USD\",\"fields\":{\"dsti\":1e999}}",
        "{\"id\":\"1\",\"currency\":\"USD\",\"fields\":{\"dsti\":NaN}}",
        "{\"id\":\"1\",\"currency\":\"USD\",\"fields\":{\"dsti\":Infinity}}",
        "{\"id\":\"1\",\"currency\":\"USD\",\"fields\":{\"dsti\":[[1]]}}",
        "{\"id\":\"1\",\"currency\":\"USD\",\"fields\":{\"dsti\":1,\"dsti\":2}}",
        "{\"id\":\"1\",\"currency\":\"EUR\",\"fields\":{}}",
        "[]",
        "",
        "{"
      })
  void parseAndDecide_brokenJson_isOneException(String json) {
    assertThatThrownBy(() -> ENGINE.decide(parse(json))).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void parse_deepJson_isRefused() {
    String deep = "{\"id\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}";

    assertThatThrownBy(() -> parse(deep)).isInstanceOf(InvalidInputException.class);
  }

  private static LoanApplication parse(String json) throws IOException {
    return LoanApplication.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** Any mixture of values either gives a whole decision or the one exception. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 20_261_121})
  void decide_randomValues_isADecisionOrTheOneException(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Object[] values = {
      0,
      -1,
      1.5,
      1e300,
      -1e300,
      Double.MIN_VALUE,
      -Double.MAX_VALUE,
      Double.NaN,
      "",
      "home",
      "NO_HIT",
      "NaN",
      12,
      5_000,
      Long.MAX_VALUE,
      Float.POSITIVE_INFINITY,
      'c',
      new byte[3]
    };
    int decided = 0;
    for (int i = 0; i < 5_000; i++) {
      Map<String, Object> fields = sound();
      for (String name : List.copyOf(fields.keySet())) {
        if (random.nextInt(4) == 0) {
          fields.put(name, values[random.nextInt(values.length)]);
        }
      }
      try {
        Decision decision = ENGINE.decide("1", null, fields);
        decided++;
        assertThat(decision.pd()).isBetween(1e-4, 1 - 1e-4);
        assertThat(decision.limit().signum()).isNotNegative();
        if (decision.outcome() != Outcome.APPROVE) {
          assertThat(decision.reasons()).isNotEmpty();
        }
      } catch (InvalidInputException refused) {
        assertThat(refused.violations()).isNotEmpty();
      }
    }
    assertThat(decided).isBetween(100, 4_900);
  }

  @Test
  void engine_policyThatDoesNotFitTheModel_namesEveryMisfit() {
    String misfit = TestPolicies.POLICY
        .replace("\"livingCosts\":\"costs\"", "\"livingCosts\":\"purpose\"")
        .replace("\"field\":\"overdue\"", "\"field\":\"dstii\"")
        .replace("\"field\":\"micro_lenders\"", "\"field\":\"microlenders\"")
        .replace("\"G\":\"DECLINE\"", "\"H\":\"DECLINE\"");

    InvalidInputException refused = catchThrowableOfType(
        InvalidInputException.class, () -> CreditEngine.of(MODEL, TestPolicies.policy(misfit)));

    assertThat(refused.violations())
        .extracting(Violation::place)
        .hasSizeGreaterThanOrEqualTo(4)
        .anyMatch(place -> place.contains("inputs.livingCosts"))
        .anyMatch(place -> place.contains("knockOuts[0].when"))
        .anyMatch(place -> place.contains("limit.multipliers[0].when"))
        .anyMatch(place -> place.contains("cutOffs.grades"));
  }

  private static RiskModel withRole(FieldRole role) {
    return RiskModel.of(withPurpose(role));
  }

  private static ModelParts withPurpose(FieldRole role) {
    ModelParts parts = TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0)));
    Schema schema = Schema.of(
        parts.schema().target(),
        parts.schema().missingTokens(),
        parts.schema().fields().stream()
            .map(field -> field.name().equals("purpose") ? field.withRole(role) : field)
            .toList());
    return new ModelParts(
        schema,
        parts.predictor(),
        parts.calibration(),
        parts.scale(),
        parts.grades(),
        parts.reference(),
        parts.data(),
        parts.catalogVersion(),
        parts.plan());
  }

  private static CreditPolicy policyWith(String key) {
    return TestPolicies.policy(TestPolicies.POLICY.replace("\"inputs\":", key + ",\"inputs\":"));
  }

  @Test
  void engine_forbiddenInput_failsAtLoad() {
    assertThatThrownBy(
            () -> CreditEngine.of(MODEL, policyWith("\"forbiddenInputs\":[\"purpose\"]")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("purpose is forbidden");
    assertThatThrownBy(() -> policyWith("\"forbiddenInputs\":[\"overdue\"]"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("overdue is forbidden");
  }

  @Test
  void engine_protectedFeature_needsAPermissionAndIsDisclosed() {
    RiskModel model = withRole(FieldRole.PROTECTED);

    assertThatThrownBy(() -> CreditEngine.of(model, TestPolicies.policy(TestPolicies.POLICY)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("protected field purpose without a permission");
    CreditEngine permitted = CreditEngine.of(
        model,
        policyWith("\"sensitiveInputs\":[{\"field\":\"purpose\",\"jurisdiction\":\"FR\","
            + "\"reason\":\"pricing of home loans\"}]"));
    assertThat(permitted.sensitiveInputs()).singleElement().satisfies(input -> {
      assertThat(input.field()).isEqualTo("purpose");
      assertThat(input.permission().jurisdiction()).isEqualTo("FR");
    });
    assertThat(PolicyVerifier.verify(permitted).notes())
        .anyMatch(note -> note.contains("purpose is permitted as an input by FR"));
  }

  @Test
  void engine_groupOfReasons_isToldAsOne() {
    CreditEngine engine = CreditEngine.of(
        MODEL,
        policyWith("\"reasons\":{\"reference\":\"NEUTRAL\",\"groups\":[{\"code\":\"REQUEST\","
            + "\"features\":[\"dsti\",\"purpose\"],\"texts\":{\"internal\":{\"en\":\"i\"},"
            + "\"customer\":{\"en\":\"What you ask for\"}}}]}"));
    Map<String, Object> fields = sound();
    fields.put("dsti", 0.9);
    fields.put("purpose", "car");

    assertThat(engine.decide("1", null, fields).reasons()).singleElement().satisfies(reason -> {
      assertThat(reason.code()).isEqualTo("REQUEST");
      assertThat(reason.customer().in("en", "")).isEqualTo("What you ask for");
    });
    assertThatThrownBy(() -> policyWith("\"languages\":[\"en\",\"zh-Hans\"],"
            + "\"reasons\":{\"groups\":[{\"code\":\"REQUEST\",\"features\":[\"dsti\"],"
            + "\"texts\":{\"internal\":{\"en\":\"i\"},\"customer\":{\"en\":\"c\"}}}]}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none in zh-Hans");
  }
}
