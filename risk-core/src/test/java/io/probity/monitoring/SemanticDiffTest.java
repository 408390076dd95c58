package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.audit.AuditFixture;
import io.probity.decision.TestPolicies;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import io.probity.monitoring.SemanticDiff.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

class SemanticDiffTest {

  private static List<Difference> policies(String first, String second) {
    return SemanticDiff.of(TestPolicies.policy(first), TestPolicies.policy(second));
  }

  @Test
  void of_same_saysNothing() {
    assertThat(SemanticDiff.of(TestModels.scorecard(), TestModels.scorecard())).isEmpty();
    assertThat(policies(TestPolicies.POLICY, TestPolicies.POLICY)).isEmpty();
  }

  @Test
  void of_otherSpacingOfThePolicy_saysNothing() {
    assertThat(policies(TestPolicies.POLICY, TestPolicies.POLICY.replace("\n", "  \n")))
        .isEmpty();
  }

  @Test
  void of_otherCalibration_saysItAndThePointsThatFollow() {
    RiskModel first = AuditFixture.engine(-2.0).model();
    RiskModel second = AuditFixture.engine(-1.0).model();

    List<Difference> differences = SemanticDiff.of(first, second);

    assertThat(differences).extracting(Difference::place).contains("calibration");
    assertThat(SemanticDiff.of(second, first))
        .extracting(Difference::first)
        .containsExactlyElementsOf(differences.stream().map(Difference::second).toList());
  }

  @Test
  void of_changedFigure_namesThePathAndBothValues() {
    String second = TestPolicies.POLICY.replace("\"ceiling\":50000", "\"ceiling\":40000");

    assertThat(policies(TestPolicies.POLICY, second)).singleElement().satisfies(difference -> {
      assertThat(difference.place()).endsWith(".ceiling");
      assertThat(difference.first()).isEqualTo("50000");
      assertThat(difference.second()).isEqualTo("40000");
    });
  }

  @Test
  void of_rulesInOtherOrder_areMatchedByTheirCodes() {
    String rule = TestPolicies.POLICY.replaceAll(
        "(?s).*\"knockOuts\":\\[(\\{.*?}}})].*", "$1"); // the only one
    String other = rule.replace("OVERDUE", "ARREARS").replace("\"above\":0", "\"above\":2");
    String both = TestPolicies.POLICY.replace(rule, rule + "," + other);
    String turned = TestPolicies.POLICY.replace(rule, other + "," + rule);

    assertThat(policies(both, turned)).isEmpty();
    assertThat(policies(TestPolicies.POLICY, turned)).singleElement().satisfies(difference -> {
      assertThat(difference.place()).isEqualTo("policy.knockOuts[ARREARS]");
      assertThat(difference.first()).isEqualTo("-");
      assertThat(difference.second()).contains("above: 2");
    });
    String stricter = TestPolicies.POLICY.replace("\"above\":0", "\"above\":1");
    assertThat(policies(TestPolicies.POLICY, stricter))
        .extracting(Difference::place)
        .containsExactly("policy.knockOuts[OVERDUE].when.above");
  }
}
