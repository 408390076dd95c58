package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpiegelhalterTest {

  @Test
  void of_matchesHandCalculation() {
    // PD 0.2, bad: (0.8)(0.6) = 0.48; PD 0.5 counts nothing; variance 0.36 x 0.16 = 0.0576
    TestResult test =
        Spiegelhalter.of(RankedOutcomes.of(new double[] {0.2, 0.5}, new int[] {1, 0}));

    assertThat(test.statistic()).isCloseTo(0.48 / 0.24, within(1e-14));
    assertThat(test.pValue()).isCloseTo(0.04550026389635842, within(1e-14)); // z = 2
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_isTheBrierScoreLessItsExpectation(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 200);
    double surplus = 0;
    double variance = 0;
    for (int row = 0; row < 200; row++) {
      double pd = data.score()[row];
      surplus += Math.pow(data.target()[row] - pd, 2) - pd * (1 - pd);
      variance += Math.pow(1 - 2 * pd, 2) * pd * (1 - pd);
    }

    assertThat(Spiegelhalter.of(data.ranked()).statistic())
        .isCloseTo(surplus / Math.sqrt(variance), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.5, 1.0})
  void of_pdWithoutVariance_isRefused(double pd) {
    RankedOutcomes outcomes = RankedOutcomes.of(new double[] {pd, pd}, new int[] {0, 1});

    assertThatThrownBy(() -> Spiegelhalter.of(outcomes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a PD other than 0, 0.5 and 1");
  }
}
