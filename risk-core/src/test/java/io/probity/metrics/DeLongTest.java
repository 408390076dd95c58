package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeLongTest {

  @Test
  void of_matchesHandCalculation() {
    // bads 3, 5; goods 1, 4: placements of bads 1/2, 1; of goods 1 (both above), 1/2
    // AUC 3/4; variance (1/8) / 2 + (1/8) / 2 = 1/8
    DeLong deLong = DeLong.of(new double[] {3, 5, 1, 4}, new int[] {1, 1, 0, 0});

    assertThat(deLong.auc()).isEqualTo(0.75);
    assertThat(deLong.variance()).isCloseTo(0.125, within(1e-16));
    assertThat(deLong.standardError()).isCloseTo(Math.sqrt(0.125), within(1e-15));
    assertThat(deLong.interval(0.95).high()).isEqualTo(1.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_equalsPlacementsByPairs(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 120);
    double[] squares = new double[2];
    double[] counts = new double[2];
    double auc = Auc.of(data.ranked()).value();
    for (int one = 0; one < 120; one++) {
      double wins = 0;
      double others = 0;
      for (int two = 0; two < 120; two++) {
        if (data.target()[one] != data.target()[two]) {
          double gap = data.target()[one] == 1
              ? data.score()[one] - data.score()[two]
              : data.score()[two] - data.score()[one];
          wins += gap > 0 ? 1.0 : gap == 0 ? 0.5 : 0.0;
          others++;
        }
      }
      squares[data.target()[one]] += Math.pow(wins / others - auc, 2);
      counts[data.target()[one]]++;
    }
    double expected =
        squares[0] / (counts[0] - 1) / counts[0] + squares[1] / (counts[1] - 1) / counts[1];

    assertThat(DeLong.of(data.ranked()).variance()).isCloseTo(expected, within(1e-15));
  }

  @Test
  void of_completeSeparation_hasNoVarianceAndPointIntervals() {
    DeLong deLong = DeLong.of(new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});

    assertThat(deLong.variance()).isEqualTo(0.0);
    assertThat(deLong.interval(0.95)).isEqualTo(new Interval(1.0, 1.0));
    assertThat(deLong.logitInterval(0.95)).isEqualTo(new Interval(1.0, 1.0));
    assertThat(deLong.giniInterval(0.95)).isEqualTo(new Interval(1.0, 1.0));
  }

  @Test
  void of_completeSeparationBackwards_isZero() {
    DeLong deLong = DeLong.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 0, 0});

    assertThat(deLong.auc()).isEqualTo(0.0);
    assertThat(deLong.logitInterval(0.95)).isEqualTo(new Interval(0.0, 0.0));
  }

  @Test
  void of_allTied_isHalfWithoutVariance() {
    DeLong deLong = DeLong.of(new double[] {2, 2, 2, 2}, new int[] {0, 0, 1, 1});

    assertThat(deLong.auc()).isEqualTo(0.5);
    assertThat(deLong.variance()).isEqualTo(0.0);
  }

  @Test
  void of_oneBad_isRefused() {
    assertThatThrownBy(() -> DeLong.of(new double[] {1, 2, 3}, new int[] {0, 0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("DeLong's variance needs at least 2 goods and 2 bads, not 2.0 and 1.0");
  }

  @Test
  void of_fractionalWeights_areRefused() {
    RankedOutcomes outcomes = RankedOutcomes.of(
        new double[] {1, 2, 3, 4}, new int[] {0, 1, 0, 1}, new double[] {1, 2.5, 3, 4});

    assertThatThrownBy(() -> DeLong.of(outcomes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("takes weights as numbers of records");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 1.0, -0.5, 95.0, Double.NaN})
  void interval_levelOutOfRange_isRefused(double level) {
    DeLong deLong = new DeLong(0.7, 0.001, 10, 10);

    assertThatThrownBy(() -> deLong.interval(level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a confidence level must be above 0 and below 1, such as 0.95, not " + level);
    assertThatThrownBy(() -> new DeLong(1.0, 0.0, 10, 10).logitInterval(level))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void compareUnpaired_equalAucs_doNotDiffer() {
    DeLong deLong = new DeLong(0.7, 0.001, 10, 10);

    assertThat(deLong.compareUnpaired(deLong).statistic()).isEqualTo(0.0);
    assertThat(deLong.compareUnpaired(deLong).pValue()).isEqualTo(1.0);
  }

  @Test
  void compareUnpaired_withoutVariance_isCertain() {
    DeLong perfect = new DeLong(1.0, 0.0, 10, 10);
    DeLong useless = new DeLong(0.5, 0.0, 10, 10);

    assertThat(perfect.compareUnpaired(perfect).pValue()).isEqualTo(1.0);
    assertThat(perfect.compareUnpaired(useless).pValue()).isEqualTo(0.0);
    assertThat(useless.compareUnpaired(perfect).statistic()).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
