package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedMaximumProfitTest {

  @Test
  void of_completeSeparation_rejectsTheBadsOnly() {
    // half are bad; mean loss 0.1 + 0.35 / 2 = 0.275; bads are rejected whenever lambda is above 0
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});
    ExpectedMaximumProfit profit = ExpectedMaximumProfit.of(outcomes, ProfitAssumptions.VERBRAKEN);

    assertThat(profit.value()).isCloseTo(0.1375, within(1e-15));
    assertThat(profit.rejected()).isCloseTo(0.225, within(1e-15));
  }

  @Test
  void of_noLossAtAll_rejectsNobody() {
    RankedOutcomes outcomes = RandomOutcomes.of(1, 100).ranked();

    assertThat(ExpectedMaximumProfit.of(outcomes, new ProfitAssumptions(1.0, 0.0, 0.2)))
        .isEqualTo(new ExpectedMaximumProfit(0.0, 0.0));
  }

  @Test
  void of_returnTooHighForAnyRejection_rejectsNobody() {
    RankedOutcomes outcomes = RandomOutcomes.of(1, 100).reversed();

    assertThat(ExpectedMaximumProfit.of(outcomes, new ProfitAssumptions(0.0, 1.0, 1e9)))
        .isEqualTo(new ExpectedMaximumProfit(0.0, 0.0));
  }

  @Test
  void of_goodsThatEarnNothing_rejectsEverybodyWhoMayLose() {
    // rejecting costs nothing, so everybody up to the lowest bad goes wherever lambda is above 0
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 2}, new int[] {1, 0});

    assertThat(ExpectedMaximumProfit.of(outcomes, new ProfitAssumptions(0.5, 0.5, 0.0)))
        .isEqualTo(new ExpectedMaximumProfit(0.25, 0.5));
  }

  @Test
  void of_tieAtFullLoss_rejectsTheFewer() {
    // all tied, half bad, return 1: at lambda 1 rejecting all earns 0.5 - 0.5 = 0, like nobody
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 1}, new int[] {0, 1});

    assertThat(ExpectedMaximumProfit.of(outcomes, new ProfitAssumptions(0.0, 1.0, 1.0)))
        .isEqualTo(new ExpectedMaximumProfit(0.0, 0.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_equalsIntegratingTheBestProfitOverLosses(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 60).ranked();
    ProfitAssumptions assumptions = new ProfitAssumptions(0.5, 0.2, 0.3);
    int steps = 20_000;
    double expected = 0.2 * best(outcomes, 1.0, 0.3);
    for (int step = 0; step < steps; step++) {
      expected += 0.3 * best(outcomes, (step + 0.5) / steps, 0.3) / steps;
    }

    assertThat(ExpectedMaximumProfit.of(outcomes, assumptions).value())
        .isCloseTo(expected, within(1e-7));
  }

  private static double best(RankedOutcomes outcomes, double lambda, double roi) {
    double best = 0;
    for (RocPoint point : RocCurve.points(outcomes)) {
      best = Math.max(
          best,
          lambda * outcomes.badRate() * point.truePositiveRate()
              - roi * (1 - outcomes.badRate()) * point.falsePositiveRate());
    }
    return best;
  }

  @ParameterizedTest
  @CsvSource({"-0.1,0.1,0.2", "0.6,0.5,0.2", "0.5,0.1,-1", "NaN,0.1,0.2", "0.5,0.1,NaN"})
  void assumptions_outOfRange_areRefused(double noLoss, double fullLoss, double roi) {
    assertThatThrownBy(() -> new ProfitAssumptions(noLoss, fullLoss, roi))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
