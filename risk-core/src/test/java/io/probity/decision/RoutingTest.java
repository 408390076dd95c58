package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class RoutingTest {

  private static final RiskModel MODEL =
      RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0))));
  private static final String TEXTS =
      "\"texts\":{\"internal\":{\"en\":\"i\"},\"customer\":{\"en\":\"c\"}}";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private static String policy(String knockOuts, String fields, String inputs) {
    return TestPolicies.POLICY
        .replace("\"knockOuts\":[", "\"knockOuts\":[" + knockOuts)
        .replace("\"fields\":[", "\"fields\":[" + fields)
        .replace("\"inputs\":{", "\"inputs\":{" + inputs);
  }

  private static String rule(String code, String when, String outcome) {
    return "{\"code\":\"" + code + "\",\"when\":" + when + ",\"outcome\":\"" + outcome + "\","
        + TEXTS + "},";
  }

  private static Map<String, Object> applicant() {
    return new HashMap<>(Map.ofEntries(
        Map.entry("dsti", 0.2),
        Map.entry("purpose", "home"),
        Map.entry("income", 10_000),
        Map.entry("income_cv", 0.0),
        Map.entry("debt", 0),
        Map.entry("amount", 5_000),
        Map.entry("term", 12),
        Map.entry("overdue", 0),
        Map.entry("micro_lenders", 0)));
  }

  private static Decision decide(String policy, Map<String, ?> fields) {
    return CreditEngine.of(MODEL, TestPolicies.policy(policy)).decide("1", DAY, fields);
  }

  @Test
  void decide_severalHits_areRecordedAndTheFirstOfTheWorstIsNamed() {
    String knockOuts = rule("PAUSE", "{\"field\":\"micro_lenders\",\"atLeast\":0}", "DEFER")
        + rule("FIRST", "{\"field\":\"income\",\"above\":1}", "REFER")
        + rule("SECOND", "{\"field\":\"income\",\"above\":2}", "REFER")
        + rule("DOCS", "{\"field\":\"income\",\"above\":3}", "REQUEST_DOCUMENTS")
        + rule("STEP", "{\"field\":\"income\",\"above\":4}", "STEP_UP");

    Decision decision = decide(policy(knockOuts, "", ""), applicant());

    assertThat(decision.outcome()).isEqualTo(Outcome.REFER);
    assertThat(decision.knockOuts()).containsExactly("PAUSE", "FIRST", "SECOND", "DOCS", "STEP");
    assertThat(decision.reasons()).extracting(Reason::code).containsExactly("FIRST");
  }

  @ParameterizedTest
  @CsvSource({"REQUEST_DOCUMENTS", "STEP_UP", "DEFER", "REFER", "DECLINE"})
  void decide_eachOutcome_isReached(Outcome outcome) {
    String knockOuts = rule("R", "{\"field\":\"income\",\"above\":1}", outcome.name());

    Decision decision = decide(policy(knockOuts, "", ""), applicant());

    assertThat(decision.outcome()).isEqualTo(outcome);
    assertThat(decision.limit()).isZero();
  }

  @Test
  void decide_productChannelAndDay_areNamesForConditions() {
    String fields = "{\"name\":\"prod\",\"kind\":\"CATEGORY\",\"levels\":[\"cash\",\"line\"]},"
        + "{\"name\":\"way\",\"kind\":\"CATEGORY\",\"levels\":[\"web\",\"shop\"]},";
    String inputs = "\"product\":\"prod\",\"channel\":\"way\",";
    String knockOuts = rule(
            "CASH_WEB",
            "{\"all\":[{\"field\":\"product\",\"equals\":\"cash\"},"
                + "{\"field\":\"channel\",\"equals\":\"web\"}]}",
            "REFER")
        + rule(
            "HOLIDAY", "{\"field\":\"asOf\",\"between\":[\"2026-11-20\",\"2026-11-22\"]}", "DEFER")
        + rule("GRADE", "{\"field\":\"$grade\",\"in\":[\"F\",\"G\"]}", "REFER");
    Map<String, Object> applicant = applicant();
    applicant.put("prod", "cash");
    applicant.put("way", "web");

    assertThat(decide(policy(knockOuts, fields, inputs), applicant).knockOuts())
        .containsExactly("CASH_WEB", "HOLIDAY");
  }

  @Test
  void decide_missingValue_isReferredWithATrueReason() {
    String knockOuts = rule("ARREARS", "{\"field\":\"card\",\"above\":5}", "DECLINE");

    Decision decision = decide(policy(knockOuts, "", ""), applicant());

    assertThat(decision.outcome()).isEqualTo(Outcome.REFER);
    assertThat(decision.reasons()).singleElement().satisfies(reason -> {
      assertThat(reason.stage()).isEqualTo(ReasonStage.KNOCK_OUT);
      assertThat(reason.customer().in("en", ""))
          .isEqualTo("We need more information before we can decide: card");
    });
  }

  @Test
  void decide_amountBetweenSteps_isReducedWithoutAnAdverseReason() {
    Map<String, Object> applicant = applicant();
    applicant.put("amount", 5_250);

    Decision decision = decide(TestPolicies.POLICY, applicant);

    assertThat(decision.outcome()).isEqualTo(Outcome.APPROVE_REDUCED);
    assertThat(decision.limit()).isEqualByComparingTo("5000");
    assertThat(decision.reasons()).isEmpty();
  }

  @Test
  void decide_termThatIsNotOffered_isDeclinedByName() {
    String policy = TestPolicies.POLICY.replace(
        "\"kind\":\"ANNUITY\",", "\"kind\":\"ANNUITY\",\"terms\":{\"from\":24,\"to\":36},");

    assertThat(decide(policy, applicant()).reasons())
        .extracting(Reason::code)
        .containsExactly("TERM");
  }

  @Test
  void decide_unemploymentTest_passesOrRefers() {
    String policy = TestPolicies.POLICY
        .replace("\"maxDsti\"", "\"unemploymentMonths\":2,\"maxDsti\"")
        .replace("\"inputs\":{", "\"inputs\":{\"savings\":\"card\",")
        .replace("\"revolvingBalance\":\"card\",", "");
    Map<String, Object> applicant = applicant();

    // L = 20% x 10,000 = 2,000; the instalment of 5,000 is 444.24; 2 x 2,444.24 = 4,888.48
    applicant.put("card", 4_888.48);
    assertThat(decide(policy, applicant).savingsTest()).isEqualTo(SavingsTest.PASSED);
    applicant.put("card", 4_888.47);
    Decision referred = decide(policy, applicant);
    assertThat(referred.outcome()).isEqualTo(Outcome.REFER);
    assertThat(referred.reasons()).extracting(Reason::code).containsExactly("UNEMPLOYMENT");
    applicant.remove("card");
    assertThat(decide(policy, applicant).savingsTest()).isEqualTo(SavingsTest.REFERRED);
  }

  @Test
  void decide_costCap_refusesALoanThatIsTooDear() {
    String policy = TestPolicies.POLICY
        .replace(
            "\"kind\":\"ANNUITY\",",
            "\"kind\":\"ANNUITY\",\"fees\":{\"upfront\":{\"share\":0.05}},")
        .replace(
            "\"floor\"",
            "\"costCaps\":[{\"code\":\"CAP\",\"basis\":\"ALL_IN\",\"maximum\":{\"value\":0.20,"
                + "\"kind\":\"NOMINAL\"}," + TEXTS + "}],\"floor\"");

    // 5% withheld from 12 instalments at 12% is about 22% a year
    Decision dear = decide(policy, applicant());
    assertThat(dear.outcome()).isEqualTo(Outcome.DECLINE);
    assertThat(dear.reasons()).extracting(Reason::code).containsExactly("CAP");
    assertThat(decide(policy.replace("0.20,\"kind\"", "0.23,\"kind\""), applicant())
            .outcome())
        .isEqualTo(Outcome.APPROVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"customer\":{\"en\":\"You have an overdue account\"} | | knockOuts[0].texts.customer",
        "\"customer\":{\"en\":\"You have loans with many micro-lenders\"} | | limit.multipliers[0].texts.customer",
        "\"version\":\"1\" | \"version\":\"1\",\"languages\":[\"fr\"] | needs a customer text in every language",
        "\"version\":\"1\" | \"version\":\"1\",\"languages\":[\"en\",\"zh-Hans\"] | none in zh-Hans",
        "\"version\":\"1\" | \"version\":\"1\",\"texts\":{\"reasons\":{\"RESIDUALS\":{}}} | texts.reasons.RESIDUALS: there is no reason",
        "\"factor\":0.5 | \"factor\":1.01 | limit.multipliers[0]: the multiplier MICRO_LENDERS must lie in (0, 1]",
        "\"shareOfIncome\":0.20 | \"shareOfIncome\":0.90 | at affordability",
        "\"value\":0.12 | \"value\":12 | write 18% as 0.18",
        "\"incomeStress\":0.20 | \"incomeStress\":0.20,\"incomeBasis\":\"LOWEST\" | the basis LOWEST takes no haircut by variation",
        "{\"field\":\"overdue\",\"above\":0} | {\"all\":[{\"field\":\"overdue\",\"above\":5},{\"field\":\"overdue\",\"missing\":true}]} | contradict each other",
        "{\"field\":\"overdue\",\"above\":0} | {\"all\":[{\"field\":\"overdue\",\"above\":5},{\"field\":\"overdue\",\"below\":2}]} | knockOuts[0].when",
        "{\"name\":\"overdue\",\"kind\":\"NUMBER\"} | {\"name\":\"overdue\",\"kind\":\"NUMBER\",\"role\":\"PROTECTED\"} | must name its jurisdiction and reason",
        "\"loan\":{\"kind\":\"ANNUITY\" | \"loan\":{\"kind\":\"REVOLVING\",\"minimumShare\":0.005 | must cover the interest of a month",
        "\"loan\":{\"kind\":\"ANNUITY\" | \"loan\":{\"fees\":{\"upfront\":{\"fixed\":2000}},\"kind\":\"ANNUITY\" | limit.floor: the smallest limit must be more than the upfront fee",
        "\"haircut\":{ | \"haircut\":{\"sources\":{\"gig\":0.1}, | must name its jurisdiction",
      })
  void parse_policyThatCouldMislead_isNamed(String before, String after, String message) {
    String json = TestPolicies.POLICY.replace(before, after == null ? "\"customer\":{}" : after);
    assertThat(json).isNotEqualTo(TestPolicies.POLICY);

    assertThatThrownBy(() -> CreditEngine.of(MODEL, TestPolicies.policy(json)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("policy.json")
        .hasMessageContaining(message);
  }

  @Test
  void parse_haircutBySourceInTheUnitedStates_isForbidden() {
    String json = TestPolicies.POLICY
        .replace("\"haircut\":{", "\"haircut\":{\"sources\":{\"gig\":0.1},")
        .replace("\"version\":\"1\"", "\"version\":\"1\",\"jurisdiction\":\"US-IL\"");

    assertThatThrownBy(() -> TestPolicies.policy(json))
        .hasMessageContaining("affordability.haircut.sources")
        .hasMessageContaining("US-IL forbids a haircut by source of income");
  }

  @Test
  void of_protectedFieldWithPermission_isDisclosed() {
    String json = TestPolicies.POLICY
        .replace(
            "{\"name\":\"overdue\",\"kind\":\"NUMBER\"}",
            "{\"name\":\"overdue\",\"kind\":\"NUMBER\",\"role\":\"PROTECTED\"}")
        .replace(
            "{\"field\":\"overdue\",\"above\":0}",
            "{\"field\":\"overdue\",\"above\":0,\"jurisdiction\":\"FR\",\"reason\":\"law\"}");

    CreditEngine engine = CreditEngine.of(MODEL, TestPolicies.policy(json));

    assertThat(engine.sensitiveConditions()).singleElement().satisfies(sensitive -> {
      assertThat(sensitive.name()).isEqualTo("overdue");
      assertThat(sensitive.permission().jurisdiction()).isEqualTo("FR");
    });
  }
}
