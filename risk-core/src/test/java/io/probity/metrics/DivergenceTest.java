package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.binning.StabilityIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceTest {

  private static final double[] HALVES = {5, 5};
  private static final double[] QUARTER = {1, 3};

  @Test
  void divergences_matchHandCalculation() {
    assertThat(Divergence.kullbackLeibler(HALVES, QUARTER))
        .isCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3.0), within(1e-15));
    assertThat(Divergence.hellinger(HALVES, QUARTER))
        .isCloseTo(Math.sqrt(1 - Math.sqrt(0.125) - Math.sqrt(0.375)), within(1e-15));
  }

  @Test
  void divergences_separateBins_areAtTheirMaximum() {
    double[] left = {1, 0};
    double[] right = {0, 1};

    assertThat(Divergence.jensenShannon(left, right)).isCloseTo(Math.log(2), within(1e-15));
    assertThat(Divergence.hellinger(left, right)).isEqualTo(1.0);
    assertThat(Divergence.kullbackLeibler(left, right)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void divergences_equalShares_areZero() {
    double[] scaled = {50, 50};

    assertThat(Divergence.kullbackLeibler(HALVES, scaled)).isEqualTo(0.0);
    assertThat(Divergence.jensenShannon(HALVES, scaled)).isEqualTo(0.0);
    assertThat(Divergence.hellinger(HALVES, scaled)).isEqualTo(0.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void kullbackLeibler_bothWays_addUpToThePsi(long seed) {
    double[] first = RandomOutcomes.of(seed, 8).score();
    double[] second = RandomOutcomes.of(seed + 10, 8).score();

    assertThat(
            Divergence.kullbackLeibler(first, second) + Divergence.kullbackLeibler(second, first))
        .isCloseTo(StabilityIndex.of(first, second, StabilityIndex.ZeroShare.FLOOR), within(1e-14));
    assertThat(Divergence.jensenShannon(first, second))
        .isCloseTo(Divergence.jensenShannon(second, first), within(1e-16));
  }

  @Test
  void divergences_badInput_isRefused() {
    assertThatThrownBy(() -> Divergence.jensenShannon(HALVES, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a divergence needs the same bins on both sides, not 2 and 1");
    assertThatThrownBy(() -> Divergence.hellinger(HALVES, new double[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs records on both sides");
    assertThatThrownBy(() -> Divergence.kullbackLeibler(HALVES, new double[] {1, -1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counts must be at least 0, not -1.0");
    assertThatThrownBy(() -> Divergence.kullbackLeibler(new double[] {1, Double.NaN}, HALVES))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Divergence.hellinger(new double[0], new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
