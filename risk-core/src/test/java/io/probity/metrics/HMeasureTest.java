package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HMeasureTest {

  @Test
  void of_completeSeparation_isOne() {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});

    assertThat(HMeasure.of(outcomes, CostPrior.SYMMETRIC).value()).isCloseTo(1.0, within(1e-15));
  }

  @Test
  void of_noInformation_isZero() {
    RankedOutcomes tied = RankedOutcomes.of(new double[] {1, 1, 1}, new int[] {0, 1, 1});
    RankedOutcomes backwards = RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 0, 0});

    assertThat(HMeasure.of(tied, CostPrior.SYMMETRIC).value()).isCloseTo(0.0, within(1e-15));
    assertThat(HMeasure.of(backwards, CostPrior.SYMMETRIC).value()).isCloseTo(0.0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_equalsIntegratingTheBestLossOverCosts(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 60).ranked();
    double pi = outcomes.badRate();
    double loss = 0;
    double worst = 0;
    int steps = 20_000;
    for (int step = 0; step < steps; step++) { // midpoint rule, density 6 c (1 - c)
      double c = (step + 0.5) / steps;
      double best = c * (1 - pi);
      for (RocPoint point : RocCurve.points(outcomes)) {
        best = Math.min(
            best,
            c * (1 - pi) * point.falsePositiveRate()
                + (1 - c) * pi * (1 - point.truePositiveRate()));
      }
      best = Math.min(best, (1 - c) * pi);
      loss += best * 6 * c * (1 - c) / steps;
      worst += Math.min(c * (1 - pi), (1 - c) * pi) * 6 * c * (1 - c) / steps;
    }

    assertThat(HMeasure.of(outcomes, CostPrior.SYMMETRIC).value())
        .isCloseTo(1 - loss / worst, within(1e-7));
  }

  @Test
  void priors_matchHandCalculation() {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {0, 0, 0, 1});

    assertThat(CostPrior.ofSeverityByClassSizes(outcomes)).isEqualTo(new CostPrior(2.0, 4.0));
    assertThat(CostPrior.ofClassShares(outcomes)).isEqualTo(new CostPrior(1.25, 1.75));
    assertThat(CostPrior.ofSeverityRatio(0.5)).isEqualTo(new CostPrior(2.0, 3.0));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,-1", "NaN,1", "1,Infinity"})
  void prior_parametersOutOfRange_areRefused(double a, double b) {
    assertThatThrownBy(() -> new CostPrior(a, b)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY})
  void prior_severityRatioOutOfRange_isRefused(double ratio) {
    assertThatThrownBy(() -> CostPrior.ofSeverityRatio(ratio))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a severity ratio must be above 0, not " + ratio);
  }
}
