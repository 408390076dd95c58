package io.probity.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.decision.Outcome;
import io.probity.input.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyComparisonTest {

  private static DecidedCase approved(double pd, double limit, double loss, double profit) {
    return new DecidedCase(true, Outcome.APPROVE, pd, limit, 0.12, loss, limit / 20, profit);
  }

  private static DecidedCase declined(double pd) {
    return new DecidedCase(false, Outcome.DECLINE, pd, 0, 0, 0, 0, 0);
  }

  /** Four people: both approve the first, only the first the second, only the second the third. */
  private static StrategyComparison comparison() {
    List<DecidedCase> first = List.of(
        approved(0.01, 100, 1, 5), approved(0.03, 200, 6, 4), declined(0.05), declined(0.2));
    List<DecidedCase> second = List.of(
        approved(0.01, 150, 1.5, 8), declined(0.03), approved(0.05, 50, 3, 1), declined(0.2));
    return StrategyComparison.of(
        first, second, new int[] {0, 1, -1, 1}, List.of("a", "a", "b", "b"));
  }

  @Test
  void figures_matchHandCalculation() {
    StrategyFigures first = comparison().all().first();
    StrategyFigures second = comparison().all().second();

    assertThat(first.approvalRate()).isEqualTo(0.5);
    assertThat(first.expectedBadRate().orElseThrow()).isCloseTo(0.02, within(1e-15));
    assertThat(first.observedBadRate()).hasValue(0.5);
    assertThat(first.exposure()).isEqualTo(300);
    assertThat(first.expectedLoss()).isEqualTo(7);
    assertThat(first.capital()).isEqualTo(15);
    assertThat(first.profit()).isEqualTo(9);
    assertThat(second.observedBadRate()).hasValue(0); // the third one's outcome is not known
    assertThat(second.profit()).isEqualTo(9);
  }

  @Test
  void swapSetAndSegments_countEverybodyOnce() {
    StrategyComparison comparison = comparison();

    assertThat(comparison.swapSet().values()).allMatch(figures -> figures.applicants() == 1);
    assertThat(comparison.swapSet().get(StrategyComparison.Swap.ONLY_FIRST).exposure())
        .isEqualTo(200);
    assertThat(comparison.swapSet().get(StrategyComparison.Swap.ONLY_SECOND).observedBadRate())
        .isEmpty();
    assertThat(comparison.bySegment()).containsOnlyKeys("a", "b");
    assertThat(comparison.bySegment().get("b").second().approved()).isEqualTo(1);
    assertThat(comparison.unlike()).isEqualTo(1);
  }

  @Test
  void curve_addsUpByRisingPd() {
    List<StrategyComparison.CutOffPoint> curve = comparison().curve();

    assertThat(curve).hasSize(4);
    assertThat(curve.get(1).approvalRate()).isEqualTo(0.5);
    assertThat(curve.get(1).expectedBadRate()).isCloseTo(0.02, within(1e-15));
    assertThat(curve.get(3).observedBads()).isEqualTo(2);
    assertThat(curve.get(3).knownOutcomes()).isEqualTo(3);
  }

  @Test
  void comparison_differentApplicants_isRefused() {
    assertThatThrownBy(() ->
            StrategyComparison.of(List.of(declined(0.1)), List.of(), new int[] {0}, List.of("a")))
        .hasMessageContaining("need the same applicants");
  }

  /** Golden case 14, with the approvals of groups B and C beside A. */
  @Test
  void fairness_approvals_matchGolden() {
    List<DecidedCase> cases = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (String[] row : new Golden("14_fair_lending").rows("input.csv")) {
      groups.add(row[1]);
      boolean isApproved = row[3].equals("1");
      cases.add(isApproved ? approved(0.02, Double.parseDouble(row[2]), 1, 1) : declined(0.1));
    }
    JsonObject golden =
        new Golden("14_fair_lending").expected().object("comparisons").object("B_vs_reference_A");

    OutcomeFairness fairness =
        OutcomeFairness.of(cases, groups, Collections.nCopies(cases.size(), "all"), "A");

    OutcomeFairness.Group b = fairness.groups().get(1);
    assertThat(b.name()).isEqualTo("B");
    assertThat(b.adverseImpact().orElseThrow())
        .isCloseTo(golden.number("adverse_impact_ratio"), within(1e-12));
    assertThat(b.adverseImpactInterval().orElseThrow().low())
        .isCloseTo(golden.number("air_ci95_low"), within(1e-9));
    // one stratum: the odds ratio of approval is 1 / the odds ratio of denial
    assertThat(b.conditionalOddsRatio().orElseThrow())
        .isCloseTo(1 / golden.number("denial_odds_ratio"), within(1e-12));
    assertThat(b.limitDifference()).isPresent();
    assertThat(b.rateDifference()).isEmpty(); // all have one rate
    assertThat(b.isSmall()).isFalse();
    assertThat(fairness.groups().get(2).isSmall()).isTrue();
    assertThat(fairness.groups().get(0).adverseImpact()).isEmpty();
    assertThatThrownBy(() -> OutcomeFairness.of(cases, groups, groups, "D"))
        .hasMessageContaining("the groups are A, B, C");
  }

  /** Golden case 14: scores in the place of limits, everybody approved. */
  @Test
  void fairness_limits_matchGolden() {
    List<DecidedCase> cases = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (String[] row : new Golden("14_fair_lending").rows("input.csv")) {
      groups.add(row[1]);
      cases.add(approved(0.02, Double.parseDouble(row[2]), 1, 1));
    }
    JsonObject golden =
        new Golden("14_fair_lending").expected().object("comparisons").object("B_vs_reference_A");

    OutcomeFairness.Group b = OutcomeFairness.of(
            cases, groups, Collections.nCopies(cases.size(), "all"), "A")
        .groups()
        .get(1);

    assertThat(b.limitDifference().orElseThrow())
        .isCloseTo(golden.number("smd_pooled_sd"), within(1e-12));
    assertThat(b.conditionalLimitDifference().orElseThrow()) // one stratum: the same
        .isCloseTo(golden.number("smd_pooled_sd"), within(1e-12));
  }

  /** Inside each factor both groups have the same limits; only their mix differs. */
  @Test
  void fairness_amongThoseAlike_seesNoDifferenceWhereFactorsExplainIt() {
    List<DecidedCase> cases = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    List<String> factors = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      boolean isA = i < 40;
      boolean isHigh = isA ? i % 4 != 0 : i % 4 == 0;
      groups.add(isA ? "a" : "b");
      factors.add(isHigh ? "high" : "low");
      cases.add(approved(0.02, isHigh ? 1_000 : 400, 1, 1));
    }

    OutcomeFairness.Group b =
        OutcomeFairness.of(cases, groups, factors, "a").groups().get(1);

    assertThat(b.limitDifference().orElseThrow()).isLessThan(-0.5);
    assertThat(b.conditionalLimitDifference().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(b.conditionalRateDifference()).isEmpty();
  }
}
