package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.model.Calibration;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyVerifierTest {

  private static final RiskModel MODEL = RiskModel.of(TestModels.parts(Calibration.IDENTITY));
  private static final String TEXTS =
      ",\"texts\":{\"internal\":{\"en\":\"i\"},\"customer\":{\"en\":\"c\"}}";

  private static PolicyVerification verify(String policy) {
    return PolicyVerifier.verify(CreditEngine.of(MODEL, TestPolicies.policy(policy)));
  }

  @Test
  void verify_policyOfTheWorkedCases_isProved() {
    PolicyVerification verification = verify(TestPolicies.POLICY);

    assertThat(verification.isProved()).as(verification.claims().toString()).isTrue();
    assertThat(verification.claims()).hasSize(6);
  }

  @Test
  void verify_haircutByVariation_showsPaymentsThatBreakIt() {
    CounterExample example = verify(TestPolicies.POLICY).rawPayments().orElseThrow();

    // five payments of 10,000 and a last one of x vary by sqrt(6) (x - 10,000) / (50,000 + x): at
    // 12,550 by .0999 (no cut, 10,425.00), at 12,560 by .1002 (10% off 10,426.67)
    assertThat(example.worse()).containsEntry("a last one of", "12550.00");
    assertThat(example.better()).containsEntry("a last one of", "12560.00");
    assertThat(example.worseAmount()).isEqualByComparingTo("10425.00");
    assertThat(example.betterAmount()).isEqualByComparingTo("9384.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"field\":\"micro_lenders\",\"atLeast\":3} | {\"field\":\"$pd\",\"below\":0.005} | 1",
        "{\"field\":\"micro_lenders\",\"atLeast\":3} | {\"field\":\"$grade\",\"in\":[\"A\"]} | 1",
        "{\"field\":\"micro_lenders\",\"atLeast\":3} | {\"field\":\"income\",\"above\":9000} | 0",
        "{\"field\":\"micro_lenders\",\"atLeast\":3} | {\"field\":\"costs\",\"below\":500} | 3",
        "{\"field\":\"overdue\",\"above\":0} | {\"field\":\"debt\",\"below\":100} | 2",
        "{\"field\":\"overdue\",\"above\":0} | {\"not\":{\"field\":\"$pd\",\"above\":0.004}} | 1",
        "{\"grades\":[\"A\"],\"multiple\":8} | {\"grades\":[\"A\"],\"multiple\":2} | 1",
        "{\"grades\":[\"A\"],\"multiple\":8} | {\"grades\":[\"A\"],\"incomeBelow\":7000,\"multiple\":8},{\"grades\":[\"A\"],\"incomeFrom\":7000,\"multiple\":6} | 0",
      })
  void verify_ruleThatPunishesTheBetter_isBrokenByACounterExample(
      String before, String after, int claim) {
    String policy = TestPolicies.POLICY.replace(before, after);
    assertThat(policy).isNotEqualTo(TestPolicies.POLICY);

    PolicyVerification verification = verify(policy);

    assertThat(verification.isProved()).isFalse();
    assertThat(verification.claims().get(claim).status())
        .as(verification.claims().get(claim).how())
        .isEqualTo(Claim.Status.BROKEN);
    CounterExample example = verification.claims().get(claim).counterExample().orElseThrow();
    assertThat(example.betterAmount()).isLessThan(example.worseAmount());
    assertThat(example.sentence()).contains(" gets ");
  }

  @Test
  void verify_rulesThatGoTheRightWay_areProved() {
    String policy = TestPolicies.POLICY.replace(
        "\"floor\"",
        "\"caps\":[{\"code\":\"RISKY\",\"when\":{\"any\":[{\"field\":\"$pd\",\"above\":0.02},"
            + "{\"field\":\"debt\",\"above\":2000}]},\"amount\":9000" + TEXTS + "}],\"floor\"");

    assertThat(verify(policy).isProved()).isTrue();
  }
}
