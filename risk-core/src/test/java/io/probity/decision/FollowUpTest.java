package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.lending.LoanCost;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowUpTest {

  private static final RiskModel MODEL =
      RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0))));

  private static final String LOAN = "\"loan\":{\"kind\":\"ANNUITY\",";

  private static CreditEngine engine(String policy) {
    return CreditEngine.of(MODEL, TestPolicies.policy(policy));
  }

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

  @Test
  void remedies_caseA_areExactToTheCent() {
    CreditEngine engine = engine(
        TestPolicies.POLICY.replace(LOAN, LOAN + "\"terms\":{\"from\":6,\"to\":36,\"step\":6},"));
    Decision decision = engine.decide("1", null, caseA());

    // the instalment of 40,000 is 3,553.95: .8 A - 2,900 - 1,600 - 300 reaches it at 10,442.44.
    // Less debt does not help alone, as the PTI of 35% stops at 3,500.
    assertThat(decision.remedies())
        .containsExactly(
            new Remedy(Remedy.Lever.INCOME, new BigDecimal("10000.00"), new BigDecimal("10442.44")),
            new Remedy(Remedy.Lever.TERM, BigDecimal.valueOf(12), BigDecimal.valueOf(18)),
            new Remedy(
                Remedy.Lever.AMOUNT, new BigDecimal("40000.00"), new BigDecimal("36000.00")));
    Map<String, Object> richer = caseA();
    richer.put("income", 10_442.44);
    Map<String, Object> almost = caseA();
    almost.put("income", 10_442.43);
    assertThat(engine.decide("1", null, richer).outcome()).isEqualTo(Outcome.APPROVE);
    assertThat(engine.decide("1", null, almost).outcome()).isEqualTo(Outcome.APPROVE_REDUCED);
  }

  @Test
  void remedies_lessDebt_fitsExactly() {
    CreditEngine engine = engine(TestPolicies.POLICY);
    Map<String, Object> fields = caseA();
    fields.put("amount", 38_000);
    Decision decision = engine.decide("1", null, fields);

    // 38,000 costs 3,376.25 a month, so 176.25 of debt service must go: 1,200 - 176.25
    assertThat(decision.remedies())
        .contains(new Remedy(
            Remedy.Lever.DEBT_SERVICE, new BigDecimal("1200.00"), new BigDecimal("1023.75")));
  }

  @Test
  void counterOffers_areGrantedWhenAskedFor() {
    CreditEngine engine = engine(
        TestPolicies.POLICY.replace(LOAN, LOAN + "\"terms\":{\"from\":6,\"to\":36,\"step\":6},"));
    Decision decision = engine.decide("1", null, caseA());

    assertThat(decision.counterOffers())
        .extracting(CounterOffer::kind)
        .containsExactly(CounterOffer.Kind.AMOUNT, CounterOffer.Kind.TERM);
    for (CounterOffer offer : decision.counterOffers()) {
      Map<String, Object> accepted = caseA();
      accepted.put("amount", offer.amount());
      accepted.put("term", offer.months());
      Decision granted = engine.decide("1", null, accepted);
      assertThat(granted.outcome()).isEqualTo(Outcome.APPROVE);
      assertThat(granted.instalment()).isEqualByComparingTo(offer.instalment());
    }
    assertThat(decision.toJson()).contains("\"counterOffers\"", "\"wouldFit\"", "\"cost\"");
  }

  @Test
  void counterOffers_whereARuleOrTheScoreDecides_areNone() {
    Map<String, Object> overdue = caseA();
    overdue.put("overdue", 1);
    Decision declined = engine(TestPolicies.POLICY).decide("1", null, overdue);

    assertThat(declined.counterOffers()).isEmpty();
    assertThat(declined.remedies()).isEmpty();
    assertThat(declined.cost()).isEmpty();
  }

  @Test
  void cost_ofTheOffer_addsUp() {
    CreditEngine engine = engine(TestPolicies.POLICY.replace(
        LOAN,
        LOAN + "\"fees\":{\"upfront\":{\"fixed\":100}},\"latePayment\":{\"penaltyRate\":"
            + "{\"value\":0.24,\"kind\":\"NOMINAL\"},\"fee\":{\"fixed\":10}},"));
    LoanCost cost = engine.decide("1", null, caseA()).cost().orElseThrow();

    assertThat(cost.firstInstalment()).isEqualByComparingTo("3198.56");
    assertThat(cost.netDisbursed()).isEqualByComparingTo("35900");
    assertThat(cost.totalPaid().subtract(cost.netDisbursed())).isEqualTo(cost.totalCost());
    assertThat(cost.effectiveRate().value()).isGreaterThan(StrictMath.pow(1.01, 12) - 1);
    // 2% of 3,198.56 is 63.97, plus 10
    assertThat(cost.lateMonth().orElseThrow()).isEqualByComparingTo("73.97");
  }
}
