package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.application.LoanApplication;
import io.probity.explain.Reason;
import io.probity.explain.ReasonStage;
import io.probity.input.InvalidInputException;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditEngineTest {

  /** A model whose PD for a low ratio and a home loan is low: calibrated by a shift. */
  private static final RiskModel MODEL =
      RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0))));

  private static final CreditEngine ENGINE =
      CreditEngine.of(MODEL, TestPolicies.policy(TestPolicies.POLICY));

  private static Map<String, Object> caseA() {
    return new HashMap<>(Map.ofEntries(
        Map.entry("dsti", 0.2),
        Map.entry("purpose", "home"),
        Map.entry("income", 10_000),
        Map.entry("income_cv", 0.0),
        Map.entry("costs", 2_900),
        Map.entry("dependants", 1),
        Map.entry("debt", 1_200),
        Map.entry("card", 8_000),
        Map.entry("amount", 40_000),
        Map.entry("term", 12),
        Map.entry("micro_lenders", 0)));
  }

  private static Decision decide(Map<String, ?> fields) {
    return ENGINE.decide("1", null, fields);
  }

  @Test
  void decide_workedCaseA_isACounterOffer() {
    Decision decision = decide(caseA());

    // log-odds -1.4 - 0.567 - 0.495 - 2 = -4.462, so PD 0.0114: grade B
    assertThat(decision.grade()).isEqualTo("B");
    assertThat(decision.outcome()).isEqualTo(Outcome.APPROVE_REDUCED);
    assertThat(decision.limit()).isEqualByComparingTo("36000");
    assertThat(decision.instalment()).isEqualByComparingTo("3198.56");
    assertThat(decision.reasons()).singleElement().satisfies(reason -> {
      assertThat(reason.stage()).isEqualTo(ReasonStage.LIMIT);
      assertThat(reason.code()).isEqualTo("RESIDUAL");
    });
    assertThat(decision.pd()).isEqualTo(MODEL.pd(new double[] {0.2, 1}));
  }

  @Test
  void decide_amountThatFits_isApprovedWithoutReasons() {
    Map<String, Object> fields = caseA();
    fields.put("amount", 20_000);

    Decision decision = decide(fields);

    assertThat(decision.outcome()).isEqualTo(Outcome.APPROVE);
    assertThat(decision.limit()).isEqualByComparingTo("20000");
    assertThat(decision.reasons()).isEmpty();
    assertThat(decision.limitTrace()).isPresent();
  }

  @Test
  void decide_gradeBelowTheCutOff_givesTheFeaturesThatCostPoints() {
    Map<String, Object> fields = caseA();
    fields.put("dsti", 0.9);
    fields.put("purpose", "car");

    Decision decision = decide(fields);

    // log-odds -1.4 + 1.251 + 0.517 - 2 = -1.632, so PD 0.164: grade E, declined
    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINE);
    assertThat(decision.reasons()).extracting(Reason::code).containsExactly("dsti", "purpose");
    assertThat(decision.reasons().get(0).customer().in("en", ""))
        .isEqualTo("Your debt service is high");
    assertThat(decision.limit()).isZero();
    assertThat(decision.limitTrace()).isEmpty();
  }

  @Test
  void decide_gradeThatIsReferred_keepsTheLimitForThePersonWhoDecides() {
    Map<String, Object> fields = caseA();
    fields.put("dsti", 0.9);
    fields.put("amount", 5_000);

    Decision decision = decide(fields);

    // log-odds -1.4 + 1.251 - 0.495 - 2 = -2.644, so PD 0.066: grade D, referred
    assertThat(decision.outcome()).isEqualTo(Outcome.REFER);
    assertThat(decision.limit()).isZero();
    assertThat(decision.limitTrace().orElseThrow().limit()).isEqualByComparingTo("5000");
  }

  @Test
  void decide_knockOut_comesBeforeTheScore() {
    Map<String, Object> fields = caseA();
    fields.put("overdue", 1);

    Decision decision = decide(fields);

    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINE);
    assertThat(decision.knockOuts()).containsExactly("OVERDUE");
    assertThat(decision.reasons()).extracting(Reason::stage).containsExactly(ReasonStage.KNOCK_OUT);
  }

  @Test
  void decide_noIncome_isDeclinedAndUnknownIncomeIsReferred() {
    Map<String, Object> none = caseA();
    none.put("income", 0);
    Map<String, Object> unknown = caseA();
    unknown.remove("income");
    Map<String, Object> unknownDebt = caseA();
    unknownDebt.remove("debt");

    assertThat(decide(none).outcome()).isEqualTo(Outcome.DECLINE);
    assertThat(decide(none).reasons()).extracting(Reason::code).containsExactly("RESIDUAL");
    assertThat(decide(unknown).outcome()).isEqualTo(Outcome.REFER);
    assertThat(decide(unknown).reasons())
        .extracting(Reason::code)
        .containsExactly("INCOME_UNKNOWN");
    assertThat(decide(unknownDebt).reasons())
        .extracting(Reason::code)
        .containsExactly("DEBT_SERVICE_UNKNOWN");
  }

  @Test
  void decide_requestBelowTheFloor_isDeclinedWithAReason() {
    Map<String, Object> fields = caseA();
    fields.put("amount", 1_000);

    Decision decision = decide(fields);

    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINE);
    assertThat(decision.reasons()).extracting(Reason::code).containsExactly("FLOOR");
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 0, the amount asked for must be above 0",
    "amount, -5, an amount must be at least 0",
    "term, 0, the term must be a whole number from 1 to 600 months",
    "term, 12.5, the term must be a whole number",
    "rate, -0.1, the annual rate must be a fraction",
    "income, -1, an amount must be at least 0",
    "income, 1e30, an amount must be at most",
    "dependants, 1.5, it must be a whole number"
  })
  void decide_impossibleInput_isRefusedWithItsPath(String field, double value, String message) {
    Map<String, Object> fields = caseA();
    fields.put(field, value);

    assertThatThrownBy(() -> decide(fields))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("fields." + field)
        .hasMessageContaining(message);
  }

  @Test
  void decide_unknownField_isRefused() {
    Map<String, Object> fields = caseA();
    fields.put("incme", 10_000);

    assertThatThrownBy(() -> decide(fields))
        .hasMessage("fields.incme: unknown field; did you mean \"income\"?");
  }

  @Test
  void decide_applicationAndMap_giveTheSameDecision() {
    LoanApplication application =
        LoanApplication.builder("1").currency("USD").fields(caseA()).build();

    assertThat(ENGINE.decide(application).toJson()).isEqualTo(decide(caseA()).toJson());
  }

  @Test
  void decide_otherCurrencyOrDay_isRefused() {
    LoanApplication euro =
        LoanApplication.builder("1").currency("EUR").fields(caseA()).build();
    CreditEngine dated = CreditEngine.of(
        MODEL,
        TestPolicies.policy(
            TestPolicies.POLICY.replace(
                "\"currency\":\"USD\"",
                "\"currency\":\"USD\",\"effectiveFrom\":\"2026-01-01\",\"effectiveTo\":\"2026-12-31\"")));

    assertThatThrownBy(() -> ENGINE.decide(euro)).hasMessageContaining("currency of the policy");
    assertThat(dated.decide("1", LocalDate.of(2026, 12, 31), caseA()).outcome())
        .isEqualTo(Outcome.APPROVE_REDUCED);
    assertThatThrownBy(() -> dated.decide("1", LocalDate.of(2027, 1, 1), caseA()))
        .hasMessageContaining("is not in force on this day");
  }

  @Test
  void toJson_holdsTheTraceAndTheAffordability() {
    String json = decide(caseA()).toJson();

    assertThat(json)
        .contains("\"RESIDUAL\" : 3200.00", "\"binding\" : \"RESIDUAL\"", "\"limit\" : 36000.00")
        .contains("\"model\" : \"" + MODEL.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\":1 | \"format\":2 | policies of format 1",
        "\"cutOffs\" | \"cutoffs\" | the key \"cutOffs\" is missing",
        "\"fields\":[ | \"comment\":\"x\",\"fields\":[ | unknown key \"comment\"",
        "\"currency\":\"USD\" | \"currency\":\"US\" | policy.json at currency",
        "\"outcome\":\"DECLINE\" | \"outcome\":\"APPROVE\" | must lead to REQUEST_DOCUMENTS, STEP_UP, DEFER, REFER or DECLINE",
        "{\"A\":\"APPROVE\",\"B\":\"APPROVE\" | {\"A\":\"REFER\",\"B\":\"APPROVE\" | a riskier grade must not have a better outcome",
        "\"value\":0.12 | \"value\":-0.12 | policy.json at loan.annualRate",
        "\"debtService\":\"debt\", | | the policy's rules need the input \"debtService\"",
        "\"incomeVariation\":\"income_cv\", | | need the input \"incomeVariation\"",
      })
  void parse_brokenPolicy_isNamed(String before, String after, String message) {
    String json = TestPolicies.POLICY.replace(before, after == null ? "" : after);
    assertThat(json).isNotEqualTo(TestPolicies.POLICY);

    assertThatThrownBy(() -> TestPolicies.policy(json))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("policy.json")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"field\":\"overdue\" | {\"field\":\"overdu\" | knockOuts[0].when.field: there is no field \"overdu\"; did you mean \"overdue\"?",
        "\"income\":\"income\" | \"income\":\"incom\" | inputs.income: there is no field \"incom\"",
        "\"A\":\"APPROVE\", | | the key \"A\" is missing",
        "\"G\":\"DECLINE\" | \"G\":\"DECLINE\",\"H\":\"DECLINE\" | unknown key \"H\"",
        "\"income\":\"income\" | \"income\":\"purpose\" | needs a field of kind NUMBER",
        "\"C\",\"D\"] | \"C\"] | the grade D is not declined and has no cell in the strategy",
      })
  void of_policyThatDoesNotFitTheModel_isNamed(String before, String after, String message) {
    String json = TestPolicies.POLICY.replace(before, after == null ? "" : after);
    assertThat(json).isNotEqualTo(TestPolicies.POLICY);
    CreditPolicy policy = TestPolicies.policy(json);

    assertThatThrownBy(() -> CreditEngine.of(MODEL, policy))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void parse_knockOutThatSkipsMissingValues_warns() {
    assertThat(TestPolicies.policy(TestPolicies.POLICY).warnings())
        .singleElement()
        .asString()
        .contains("knockOuts[0]", "OVERDUE", "withholds");
  }
}
