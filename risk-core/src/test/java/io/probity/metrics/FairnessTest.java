package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Adverse impact, standardised differences, equal opportunity and Mantel-Haenszel. */
class FairnessTest {

  @Test
  void adverseImpact_matchesHandCalculation() {
    AdverseImpact impact = new AdverseImpact(30, 100, 50, 100);

    assertThat(impact.ratio()).isCloseTo(0.6, within(1e-15));
    assertThat(impact.rateDifference()).isCloseTo(-0.2, within(1e-15));
    assertThat(impact.denialOddsRatio()).isCloseTo(7.0 / 3.0, within(1e-15));
    double error = Math.sqrt(1 / 30.0 - 0.01 + 1 / 50.0 - 0.01);
    assertThat(impact.interval(0.95).high())
        .isCloseTo(0.6 * Math.exp(1.959963984540054 * error), within(1e-14));
  }

  @Test
  void adverseImpact_nobodyApproved_hasARatioOfZeroAndNoInterval() {
    AdverseImpact impact = new AdverseImpact(0, 10, 5, 10);

    assertThat(impact.ratio()).isEqualTo(0.0);
    assertThat(impact.denialOddsRatio()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> impact.interval(0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs an approved applicant in each group");
    assertThatThrownBy(() -> new AdverseImpact(5, 10, 0, 10).ratio())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs an approved applicant in the reference group");
  }

  @Test
  void adverseImpact_everybodyApproved_isOneForCertain() {
    AdverseImpact impact = new AdverseImpact(10, 10, 20, 20);

    assertThat(impact.ratio()).isEqualTo(1.0);
    assertThat(impact.interval(0.95)).isEqualTo(new Interval(1.0, 1.0));
    assertThat(impact.approvals().fisherPValue()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @CsvSource({"1,0,1,2", "3,2,1,2", "1,2,3,2", "-1,2,1,2", "NaN,2,1,2", "1,2,1,0"})
  void adverseImpact_countsOutOfRange_areRefused(double a, double n, double b, double m) {
    assertThatThrownBy(() -> new AdverseImpact(a, n, b, m))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void standardisedDifference_matchesHandCalculation() {
    // means 2 and 5, variances 1 and 4 with 3 values each: pooled = average = 2.5
    StandardisedDifference difference = StandardisedDifference.of(
        new double[] {1, 2, 3}, new double[] {3, 5, 7}, new double[] {1, 2, 3, 3, 5, 7});

    assertThat(difference.difference()).isEqualTo(-3.0);
    assertThat(difference.pooled()).isCloseTo(-3 / Math.sqrt(2.5), within(1e-15));
    assertThat(difference.averageVariance()).isCloseTo(-3 / Math.sqrt(2.5), within(1e-15));
    assertThat(difference.allRows()).isCloseTo(-3 / Math.sqrt(4.7), within(1e-15));
    assertThat(difference.welch().statistic()).isCloseTo(-3 / Math.sqrt(5.0 / 3.0), within(1e-15));
    assertThat(difference.welch().degreesOfFreedom())
        .isCloseTo(25.0 / 9.0 / (1 / 18.0 + 16 / 18.0), within(1e-14));
  }

  @Test
  void standardisedDifference_badInput_isRefused() {
    double[] constant = {4, 4};
    double[] two = {1, 2};

    assertThatThrownBy(() -> StandardisedDifference.of(constant, constant, constant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a standardised difference needs values that differ inside the groups, with variances"
                + " that a double can hold");
    assertThatThrownBy(() -> StandardisedDifference.of(new double[] {1e200, 0}, two, two))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StandardisedDifference.of(new double[] {1}, two, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 2 values in each group, not 1");
    assertThatThrownBy(() -> StandardisedDifference.of(new double[] {1, Double.NaN}, two, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("values must be finite, not NaN");
  }

  @Test
  void approvalOutcomes_withoutAClass_sayWhichIsMissing() {
    ApprovalOutcomes noBads = new ApprovalOutcomes(3, 5, 0, 0);
    ApprovalOutcomes noGoods = new ApprovalOutcomes(0, 0, 1, 5);
    ApprovalOutcomes noneApproved = new ApprovalOutcomes(0, 5, 0, 5);

    assertThatThrownBy(noBads::falsePositiveRate)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the false positive rate of a group needs at least one of its bads");
    assertThatThrownBy(noGoods::truePositiveRate)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the true positive rate of a group needs at least one of its goods");
    assertThatThrownBy(noneApproved::positivePredictiveValue)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs at least one of its approved");
    assertThat(noneApproved.approvalRate()).isEqualTo(0.0);
  }

  @Test
  void approvalOutcomes_ofRows_countsThem() {
    assertThat(ApprovalOutcomes.of(new boolean[] {true, false, true, true}, new int[] {0, 0, 1, 0}))
        .isEqualTo(new ApprovalOutcomes(2, 3, 1, 1));
    assertThatThrownBy(() -> ApprovalOutcomes.of(new boolean[1], new int[] {7}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ApprovalOutcomes.of(new boolean[1], new int[2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ApprovalOutcomes.of(new boolean[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ApprovalOutcomes(4, 3, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalOpportunity_sameTreatment_isZero() {
    ApprovalOutcomes group = new ApprovalOutcomes(30, 40, 5, 20);
    EqualOpportunity opportunity =
        new EqualOpportunity(group, new ApprovalOutcomes(60, 80, 10, 40));

    assertThat(opportunity.difference()).isEqualTo(0.0);
    assertThat(opportunity.averageOddsDifference()).isEqualTo(0.0);
    assertThat(opportunity.equalisedOddsDifference()).isEqualTo(0.0);
    assertThat(opportunity.predictiveParityDifference()).isEqualTo(0.0);
  }

  @Test
  void mantelHaenszel_oneStratum_isNearlyChiSquare() {
    // the same statistic with n - 1 in place of n
    TwoByTwo table = new TwoByTwo(10, 20, 30, 25);
    MantelHaenszel comparison = MantelHaenszel.of(List.of(table));

    assertThat(comparison.test().statistic())
        .isCloseTo(table.chiSquare().statistic() * 84 / 85, within(1e-13));
    assertThat(comparison.commonOddsRatio()).isCloseTo(table.oddsRatio(), within(1e-15));
  }

  @Test
  void mantelHaenszel_strataThatCannotTell_addNothing() {
    TwoByTwo telling = new TwoByTwo(10, 20, 30, 25);
    TwoByTwo oneGroup = new TwoByTwo(5, 5, 0, 0);
    TwoByTwo oneRecord = new TwoByTwo(1, 0, 0, 0);
    TwoByTwo empty = new TwoByTwo(0, 0, 0, 0);
    MantelHaenszel comparison = MantelHaenszel.of(List.of(oneGroup, telling, oneRecord, empty));

    assertThat(comparison.test()).isEqualTo(MantelHaenszel.of(List.of(telling)).test());
    assertThat(comparison.commonOddsRatio()).isCloseTo(telling.oddsRatio(), within(1e-15));
    assertThat(MantelHaenszel.of(List.of(oneGroup)).test()).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(MantelHaenszel.of(List.of()).test()).isEqualTo(new TestResult(0.0, 1.0));
    assertThatThrownBy(() -> MantelHaenszel.of(List.of(oneGroup)).commonOddsRatio())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a stratum with both groups and both outcomes");
  }
}
