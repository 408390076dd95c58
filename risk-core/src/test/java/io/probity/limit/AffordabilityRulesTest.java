package io.probity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffordabilityRulesTest {

  private static AffordabilityRules rules(String json, String... sources) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return AffordabilityJson.read(
        JsonObject.parse(bytes, "policy.json", JsonLimits.FILE), 2, List.of(sources));
  }

  private static LimitInputs inputs(IncomeInputs income, DebtInputs debts) {
    return new LimitInputs(income, 0, 0, debts, MinorUnits.UNKNOWN, 100_000, 0);
  }

  @Test
  void assess_halves_areRoundedUpInTheResultItself() {
    AffordabilityRules rules = rules("""
        {"haircut":{"variation":[{"cut":0.10}]},"incomeStress":0.10,"livingCosts":{}}""");

    Affordability a = rules.assess(inputs(IncomeInputs.of(10_005, 0, 6, 0), DebtInputs.NONE));

    assertThat(a.assessedIncome()).isEqualTo(9_005); // 90.045 is 90.05, not 100.05 - 10.01
    assertThat(a.stressedIncome()).isEqualTo(8_105); // 81.045
  }

  @Test
  void assess_fewVerifiedMonths_countAShareOfTheSmallerIncome() {
    AffordabilityRules rules = rules("""
        {"verifiedIncome":{"minimumMonths":3,"statedShare":0.5},"livingCosts":{}}""");
    IncomeInputs two = new IncomeInputs(400_000, 0, 2, 0, -1, 900_000, -1, -1, -1);
    IncomeInputs modest = new IncomeInputs(400_000, 0, 2, 0, -1, 300_000, -1, -1, -1);
    IncomeInputs three = new IncomeInputs(400_000, 0, 3, 0, -1, 300_000, -1, -1, -1);

    assertThat(rules.assess(inputs(two, DebtInputs.NONE)).baseIncome()).isEqualTo(200_000);
    assertThat(rules.assess(inputs(modest, DebtInputs.NONE)).baseIncome()).isEqualTo(150_000);
    assertThat(rules.assess(inputs(three, DebtInputs.NONE)).baseIncome()).isEqualTo(400_000);
  }

  @Test
  void assess_lowestBasis_isTheLeastOfThree() {
    AffordabilityRules rules = rules("{\"incomeBasis\":\"LOWEST\",\"livingCosts\":{}}");
    IncomeInputs income = new IncomeInputs(
        900_000, Double.NaN, Double.NaN, Double.NaN, -1, -1, 500_000, 450_000, 470_000);

    assertThat(rules.assess(inputs(income, DebtInputs.NONE)).assessedIncome()).isEqualTo(450_000);
  }

  @Test
  void assess_sourceOfIncome_takesItsCutAndUnknownTheLargest() {
    AffordabilityRules rules =
        rules("{\"haircut\":{\"sources\":{\"gig\":0.2}},\"livingCosts\":{}}", "salary", "gig");
    IncomeInputs salary = new IncomeInputs(100_000, 0, 6, 0, 0, -1, -1, -1, -1);
    IncomeInputs unknown = new IncomeInputs(100_000, 0, 6, 0, -1, -1, -1, -1, -1);

    assertThat(rules.assess(inputs(salary, DebtInputs.NONE)).assessedIncome()).isEqualTo(100_000);
    assertThat(rules.assess(inputs(unknown, DebtInputs.NONE)).assessedIncome()).isEqualTo(80_000);
  }

  @Test
  void assess_debts_loseWhatIsRefinancedAndArePricedAgainUnderStress() {
    AffordabilityRules rules = rules("{\"rateStress\":0.02,\"maxDsti\":0.5,\"livingCosts\":{}}");
    DebtInputs debts = new DebtInputs(150_000, 50_000, 0, 0, 0, 1_000_000, 12, 0.10);

    Affordability a = rules.assess(inputs(IncomeInputs.of(1_000_000, 0, 6, 0), debts));

    // 10,000 over 12 months: 879.16 at 10% and 888.49 at 12%
    long now = Instalment.annuity(AnnualRate.nominal(0.10), 12).of(1_000_000);
    long then = Instalment.annuity(AnnualRate.nominal(0.12), 12).of(1_000_000);
    assertThat(then - now).isEqualTo(933);
    assertThat(a.debtService()).isEqualTo(100_000);
    assertThat(a.stressedDebtService()).isEqualTo(100_933);
    assertThat(a.room(AffordabilityTest.RESIDUAL)).isEqualTo(1_000_000 - 100_933);
    assertThat(a.room(AffordabilityTest.DSTI)).isEqualTo(400_000); // unstressed
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void assess_room_neverFallsByEvenACentWhenIncomeRises(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AffordabilityRules rules = rules("""
        {"incomeStress":0.23,"livingCosts":{"base":100,"shareOfIncome":0.31},
         "maxDsti":0.45,"maxPti":0.33}""");
    long income = random.nextLong(1_000, 5_000_000);
    long before = Long.MIN_VALUE;
    for (int cent = 0; cent < 3_000; cent++) {
      Affordability a =
          rules.assess(inputs(IncomeInputs.of(income + cent, 0, 6, 0), DebtInputs.of(3_000, 0)));
      assertThat(a.room()).isGreaterThanOrEqualTo(before);
      assertThat(a.room(AffordabilityTest.RESIDUAL))
          .isEqualTo(a.stressedIncome() - a.livingCosts() - a.debtService());
      before = a.room();
    }
  }
}
