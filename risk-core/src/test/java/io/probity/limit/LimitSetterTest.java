package io.probity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.decision.TestPolicies;
import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitSetterTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of("micro_lenders", FieldKind.NUMBER, FieldRole.FEATURE),
          Field.of("owed", FieldKind.NUMBER, FieldRole.FEATURE)));
  private static final List<String> LAYOUT = List.of("micro_lenders", "owed");

  private static final String TEXTS =
      "\"texts\":{\"internal\":{\"en\":\"Exposure\"},\"customer\":{\"en\":\"You owe us already\"}}";

  private static LimitSetter setter(String limit) {
    return LimitSetter.compile(
        TestPolicies.limits(TestPolicies.AFFORDABILITY, limit, SCHEMA), LAYOUT, 2);
  }

  private static LimitInputs inputs(
      long income, double variation, long costs, int dependants, long debt, long card, long asked) {
    return new LimitInputs(
        IncomeInputs.of(100 * income, variation, 6, 0),
        100 * costs,
        dependants,
        DebtInputs.of(100 * debt, 100 * card),
        0,
        100 * asked,
        0);
  }

  private static Instalment annuity(double nominal, int months) {
    return Instalment.annuity(AnnualRate.nominal(nominal), months);
  }

  @Test
  void apply_workedCaseA_isReducedByTheResidual() {
    LimitTrace trace = setter(TestPolicies.LIMIT)
        .apply(
            inputs(10_000, 0, 2_900, 1, 1_200, 8_000, 40_000),
            annuity(0.12, 12),
            OfferedCost.FREE,
            new double[] {0, 0},
            B,
            0);

    Affordability a = trace.affordability();
    assertThat(a.assessedIncome()).isEqualTo(1_000_000);
    assertThat(a.livingCosts()).isEqualTo(290_000);
    assertThat(a.debtService()).isEqualTo(160_000);
    assertThat(a.room(AffordabilityTest.RESIDUAL)).isEqualTo(320_000);
    assertThat(a.room(AffordabilityTest.DSTI)).isEqualTo(340_000);
    assertThat(a.room(AffordabilityTest.PTI)).isEqualTo(350_000);
    assertThat(a.tests(AffordabilityTest.BUFFER)).isFalse();
    assertThat(trace.own(0)).isEqualByComparingTo("36016.30");
    assertThat(trace.rule(1)).isEqualTo("BASE");
    assertThat(trace.own(1)).isEqualByComparingTo("60000");
    assertThat(trace.bindingRule()).isEqualTo("RESIDUAL");
    assertThat(trace.limit()).isEqualByComparingTo("36000");
    assertThat(annuity(0.12, 12).of(trace.limitMinor())).isEqualTo(319_856);
  }

  @Test
  void apply_workedCaseB_isReducedByTheMicroLenders() {
    LimitTrace trace = setter(TestPolicies.LIMIT)
        .apply(
            inputs(6_000, 0.7071, 1_200, 0, 700, 0, 5_000),
            annuity(0.24, 12),
            OfferedCost.FREE,
            new double[] {3, 0},
            C,
            0);

    assertThat(trace.affordability().assessedIncome()).isEqualTo(360_000);
    assertThat(trace.affordability().room(AffordabilityTest.RESIDUAL)).isEqualTo(38_000);
    assertThat(trace.own(0)).isEqualByComparingTo("4018.68");
    assertThat(trace.own(1)).isEqualByComparingTo("7200");
    assertThat(trace.own(2)).isEqualByComparingTo("3600");
    assertThat(trace.bindingRule()).isEqualTo("MICRO_LENDERS");
    assertThat(trace.bindingPhase()).isEqualTo(LimitPhase.STRATEGY);
    assertThat(trace.limit()).isEqualByComparingTo("3500");
  }

  @Test
  void apply_workedCaseC_offersNothingBecauseOfTheDsti() {
    LimitTrace trace = setter(TestPolicies.LIMIT)
        .apply(
            inputs(20_000, 0, 3_500, 1, 10_400, 0, 20_000),
            annuity(0.12, 12),
            OfferedCost.FREE,
            new double[] {0, 0},
            A,
            0);

    assertThat(trace.affordability().room(AffordabilityTest.RESIDUAL)).isEqualTo(130_000);
    assertThat(trace.affordability().room(AffordabilityTest.DSTI)).isEqualTo(-40_000);
    assertThat(trace.limit()).isZero();
    assertThat(trace.bindingRule()).isEqualTo("DSTI");
  }

  @Test
  void apply_trace_replaysToTheLimit() {
    LimitTrace trace = setter(TestPolicies.LIMIT)
        .apply(
            inputs(6_000, 0.2, 1_200, 0, 700, 0, 2_700),
            annuity(0.24, 12),
            OfferedCost.FREE,
            new double[] {3, 0},
            C,
            0);

    BigDecimal running = trace.own(0);
    for (int step = 0; step < trace.steps(); step++) {
      assertThat(trace.before(step)).isEqualByComparingTo(running);
      running = running.min(trace.own(step));
      assertThat(trace.after(step)).isEqualByComparingTo(running);
    }
    assertThat(trace.limit()).isEqualByComparingTo(running).isEqualByComparingTo("2500");
    assertThat(trace.bindingRule()).isEqualTo("REQUEST");
  }

  @Test
  void apply_caps_boundByWhatIsUsedAlready() {
    LimitSetter setter = setter("""
            {"strategy":[{"grades":["A","B","C"],"multiple":20}],
             "caps":[{"code":"OWN","amount":9000,"less":"owed",%1$s},
                     {"code":"INCOME","timesIncome":1.2,%1$s}],
             "floor":1000,"ceiling":50000,"step":100}""".formatted(TEXTS));
    LimitInputs in = inputs(10_000, 0, 0, 0, 0, 0, 40_000);

    LimitTrace owing =
        setter.apply(in, annuity(0.12, 60), OfferedCost.FREE, new double[] {0, 6_150.25}, A, 0);
    LimitTrace free =
        setter.apply(in, annuity(0.12, 60), OfferedCost.FREE, new double[] {0, 0}, A, 0);
    LimitTrace unknown =
        setter.apply(in, annuity(0.12, 60), OfferedCost.FREE, new double[] {0, Double.NaN}, A, 0);

    assertThat(owing.bindingRule()).isEqualTo("OWN");
    assertThat(owing.limit()).isEqualByComparingTo("2800"); // 9000 - 6150.25 = 2849.75
    assertThat(free.limit()).isEqualByComparingTo("9000");
    assertThat(unknown.limit()).isZero();
    assertThat(unknown.referrals()).containsExactly("OWN");
  }

  @Test
  void apply_multiplierThatCannotBeTold_cutsAndRefers() {
    LimitSetter setter = setter(TestPolicies.LIMIT.replace("\"SKIP\"", "\"REFER\""));
    LimitInputs in = inputs(6_000, 0, 1_200, 0, 0, 0, 50_000);

    LimitTrace trace =
        setter.apply(in, annuity(0.12, 60), OfferedCost.FREE, new double[] {Double.NaN, 0}, C, 0);

    assertThat(trace.referrals()).containsExactly("MICRO_LENDERS");
    assertThat(trace.limit()).isEqualByComparingTo("6000"); // 6000 x 2 x 0.5
  }

  @Test
  void apply_payoffThatTheLimitDoesNotReach_offersNothing() {
    LimitInputs in = new LimitInputs(
        IncomeInputs.of(600_000, 0, 6, 0), 120_000, 0, DebtInputs.NONE, 0, 1_500_000, 1_300_000);

    LimitTrace trace = setter(TestPolicies.LIMIT)
        .apply(in, annuity(0.12, 60), OfferedCost.FREE, new double[] {0, 0}, C, 0);

    assertThat(trace.limit()).isZero();
    assertThat(trace.rule(trace.steps() - 1)).isEqualTo("PAYOFF");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"step\":500 | \"step\":-500 | policy.json at step: an amount must be at least 0",
        "\"step\":500 | \"step\":0 | the step of limits must be above 0",
        "\"floor\":2000 | \"floor\":60000 | floor <= ceiling",
        "\"factor\":0.5 | \"factor\":1.5 | must lie in (0, 1]",
        "\"multiple\":8 | \"multiple\":-8 | a multiple must lie in",
        "{\"grades\":[\"A\"] | {\"grades\":[\"A\",\"B\"] | two cells of the strategy hold for the same applicant",
        "{\"grades\":[\"A\"] | {\"grades\":[\"Q\"] | there is no grade \"Q\"",
        "\"step\":500 | \"step\":500,\"stepp\":1 | unknown key \"stepp\"; did you mean \"step\"?",
        "MICRO_LENDERS | DSTI | a rule needs a code of its own",
      })
  void read_brokenRules_areNamed(String before, String after, String message) {
    assertThat(TestPolicies.LIMIT).contains(before);

    assertThatThrownBy(() -> setter(TestPolicies.LIMIT.replace(before, after)))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"maxDsti\":0.50 | \"maxDsti\":50 | a share must lie in [0, 1]",
        "{\"cut\":0.40} | {\"upTo\":1,\"cut\":0.40} | the last row of a table must have no bound",
        "\"upTo\":0.30 | \"upTo\":0.05 | the bounds of a table must rise",
        "\"base\":1500 | \"base\":-1 | at least 0",
      })
  void read_brokenAffordability_isNamed(String before, String after, String message) {
    String json = TestPolicies.AFFORDABILITY.replace(before, after);
    assertThat(json).isNotEqualTo(TestPolicies.AFFORDABILITY);

    assertThatThrownBy(() -> TestPolicies.limits(json, TestPolicies.LIMIT, SCHEMA))
        .hasMessageStartingWith("policy.json at")
        .hasMessageContaining(message);
  }

  @Test
  void minorUnits_halves_areThoseOfTheDecimal() {
    MinorUnits cents = MinorUnits.ofDigits(2);

    assertThat(cents.of(1.005)).isEqualTo(101); // 1.005 * 100 is 100.49999999999999 in doubles
    assertThat(cents.of(2.675)).isEqualTo(268);
    assertThat(cents.of(0.1 + 0.2)).isEqualTo(30);
    assertThat(cents.of(-1.005)).isEqualTo(-101);
    assertThat(MinorUnits.ofDigits(0).of(12.4)).isEqualTo(12);
    assertThatThrownBy(() -> cents.of(Double.NaN)).hasMessageContaining("at most");
    assertThatThrownBy(() -> cents.of(1e12)).hasMessageContaining("at most");
  }
}
