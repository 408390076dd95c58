package io.probity.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.probity.input.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden case 18: six customers with four options each, solved by HiGHS, lpSolve and enumeration. */
class LimitGoldenTest {

  private static final Golden GOLDEN = new Golden("18_limit_lp");
  private static final double RELATIVE = 1e-5; // per cent, so 1e-7

  static LimitOptions options() {
    LimitOptions.Builder builder = LimitOptions.builder();
    String last = "";
    for (String[] row : GOLDEN.rows("input.csv")) {
      if (!row[0].equals(last)) {
        builder.applicant(row[0], "");
        last = row[0];
      }
      builder.option(
          Double.parseDouble(row[2]), Double.parseDouble(row[5]), Double.parseDouble(row[6]));
    }
    return builder.build();
  }

  static Stream<JsonObject> scenarios() {
    return GOLDEN.expected().objects("scenarios").stream();
  }

  private static PortfolioConstraints constraints(JsonObject scenario) {
    return PortfolioConstraints.of(
        scenario.number("max_total_limit"), scenario.number("max_expected_loss"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void linearProgram_matchesGolden(JsonObject scenario) {
    LinearAllocation solved = LinearAllocation.of(options(), constraints(scenario));

    assertThat(solved.profit())
        .isCloseTo(scenario.number("lp_objective"), withinPercentage(RELATIVE));
    if (scenario.flag("lp_solution_unique", false)) {
      List<double[]> shares = scenario.value("lp_solution_6x4").list().stream()
          .map(row -> row.numbers())
          .toList();
      for (int i = 0; i < 6; i++) {
        for (int o = 0; o < 4; o++) {
          assertThat(solved.shares().get(i).get(o)).isCloseTo(shares.get(i)[o], within(1e-7));
        }
      }
    }
    if (scenario.flag("lp_duals_unique", false)) {
      JsonObject duals = scenario.object("lp_duals");
      assertThat(solved.shadowPrices().get(0).price())
          .isCloseTo(duals.number("total_limit"), within(1e-8));
      assertThat(solved.shadowPrices().get(1).price())
          .isCloseTo(duals.number("expected_loss"), within(1e-7));
      double[] rows = duals.numbers("customer_rows");
      for (int i = 0; i < 6; i++) {
        assertThat(solved.rowPrices().get(i)).isCloseTo(rows[i], within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void wholeLimits_matchGoldenAndTheBoundIsTheLinearProgram(JsonObject scenario) {
    LimitAllocation allocation = LimitOptimiser.optimise(options(), constraints(scenario));

    assertThat(allocation.isOptimal()).isTrue();
    assertThat(allocation.profit())
        .isCloseTo(scenario.number("integer_objective"), withinPercentage(RELATIVE));
    assertThat(IntStream.range(0, 6).mapToDouble(allocation::limit).toArray())
        .containsExactly(scenario.numbers("integer_limits"));
    assertThat(allocation.bound())
        .isCloseTo(scenario.number("lp_objective"), withinPercentage(RELATIVE));
    if (scenario.flag("lp_duals_unique", false)) {
      JsonObject duals = scenario.object("lp_duals");
      assertThat(allocation.shadowPrices().get(0).price())
          .isCloseTo(duals.number("total_limit"), within(1e-6));
      assertThat(allocation.shadowPrices().get(1).price())
          .isCloseTo(duals.number("expected_loss"), within(1e-5));
    }
  }
}
