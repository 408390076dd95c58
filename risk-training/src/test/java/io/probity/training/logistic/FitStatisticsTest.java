package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitStatisticsTest {

  private static final FitStatistics STATISTICS = new FitStatistics(-40, -50, -41, 3, 2.5, 90, 100);

  @Test
  void figures_matchHandCalculation() {
    assertThat(STATISTICS.deviance()).isEqualTo(80);
    assertThat(STATISTICS.nullDeviance()).isEqualTo(100);
    assertThat(STATISTICS.residualDegreesOfFreedom()).isEqualTo(87);
    assertThat(STATISTICS.aic()).isEqualTo(85);
    assertThat(STATISTICS.bic()).isCloseTo(80 + 2.5 * Math.log(100), within(1e-12));
    assertThat(STATISTICS.bic(90)).isCloseTo(80 + 2.5 * Math.log(90), within(1e-12));
    assertThat(STATISTICS.mcFaddenR2()).isCloseTo(0.2, within(1e-15));
    assertThat(STATISTICS.likelihoodRatio()).isEqualTo(20);
    // two degrees of freedom: exp(-20 / 2)
    assertThat(STATISTICS.likelihoodRatioPValue()).isCloseTo(Math.exp(-10), within(1e-17));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void bic_badNumberOfObservations_isRefused(double observations) {
    assertThatThrownBy(() -> STATISTICS.bic(observations))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be above 0, not " + observations);
  }

  @Test
  void coefficient_figures_matchHandCalculation() {
    Coefficient coefficient = new Coefficient("age", -0.3, 0.15);

    assertThat(coefficient.z()).isEqualTo(-2);
    assertThat(coefficient.pValue()).isCloseTo(0.04550026389635842, within(1e-15));
    assertThat(coefficient.low(0.95)).isCloseTo(-0.3 - 0.15 * 1.959963984540054, within(1e-15));
    assertThat(coefficient.high(0.95)).isCloseTo(-0.3 + 0.15 * 1.959963984540054, within(1e-15));
    assertThatThrownBy(() -> new Coefficient("age", Double.NaN, 1))
        .hasMessageContaining("must be finite");
    assertThatThrownBy(() -> new Coefficient("age", 1, -1)).hasMessageContaining("must be finite");
    assertThatThrownBy(() -> coefficient.low(1)).hasMessageContaining("in (0, 1)");
  }
}
