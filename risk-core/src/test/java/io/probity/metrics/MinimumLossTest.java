package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MinimumLossTest {

  @Test
  void ofErrors_matchesHandCalculation() {
    // calling 3 and 4 bad leaves the bad at 1: one error of five
    RankedOutcomes outcomes =
        RankedOutcomes.of(new double[] {1, 2, 2.5, 3, 4}, new int[] {1, 0, 0, 1, 1});

    assertThat(MinimumLoss.ofErrors(outcomes)).isEqualTo(new MinimumLoss(0.2, 3.0));
  }

  @Test
  void ofErrors_fewBadsWithoutInformation_callsNobodyBad() {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {1, 0, 0, 0});

    assertThat(MinimumLoss.ofErrors(outcomes))
        .isEqualTo(new MinimumLoss(0.25, Double.POSITIVE_INFINITY));
  }

  @Test
  void ofWeightedErrors_severityOne_isTheErrorRate() {
    RankedOutcomes outcomes = RandomOutcomes.of(4, 100).weighted();

    assertThat(MinimumLoss.ofWeightedErrors(outcomes, 1.0))
        .isEqualTo(MinimumLoss.ofErrors(outcomes));
  }

  @Test
  void ofWeightedErrors_severityByClassSizes_followsFromKs() {
    // 2 p (1 - p)(1 - KS), p the bad rate
    RankedOutcomes outcomes = RandomOutcomes.of(4, 100).ranked();
    double p = outcomes.badRate();

    assertThat(MinimumLoss.ofWeightedErrors(outcomes, outcomes.totalBads() / outcomes.totalGoods())
            .value())
        .isCloseTo(2 * p * (1 - p) * (1 - Ks.of(outcomes).value()), within(1e-14));
  }

  @Test
  void ofWeightedErrors_severityZero_isRefused() {
    RankedOutcomes outcomes = RandomOutcomes.of(4, 100).ranked();

    assertThatThrownBy(() -> MinimumLoss.ofWeightedErrors(outcomes, 0.0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
