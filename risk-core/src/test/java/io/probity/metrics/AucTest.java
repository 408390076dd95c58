package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AucTest {

  @Test
  void of_matchesHandCalculation() {
    // bads 0.8, 0.4; goods 0.1, 0.4, 0.5: of 6 pairs 0.8 wins 3; 0.4 wins 1, ties 1, loses 1
    Auc auc = Auc.of(new double[] {0.8, 0.4, 0.1, 0.4, 0.5}, new int[] {1, 1, 0, 0, 0});

    assertThat(auc).isEqualTo(new Auc(4.0, 1.0, 1.0));
    assertThat(auc.value()).isEqualTo(0.75);
    assertThat(auc.gini()).isEqualTo(0.5);
    assertThat(auc.mannWhitney()).isEqualTo(4.5);
  }

  @Test
  void of_allTied_isHalf() {
    Auc auc = Auc.of(new double[] {0.3, 0.3, 0.3}, new int[] {1, 0, 0});

    assertThat(auc.value()).isEqualTo(0.5);
    assertThat(auc.gini()).isEqualTo(0.0);
  }

  @Test
  void of_completeSeparation_isOneOrZero() {
    assertThat(Auc.of(new double[] {0.1, 0.9}, new int[] {0, 1}).value()).isEqualTo(1.0);
    assertThat(Auc.of(new double[] {0.1, 0.9}, new int[] {1, 0}).value()).isEqualTo(0.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_equalsCountingAllPairs(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 150);
    double concordant = 0;
    double tied = 0;
    double discordant = 0;
    for (int bad = 0; bad < 150; bad++) {
      for (int good = 0; good < 150; good++) {
        if (data.target()[bad] == 1 && data.target()[good] == 0) {
          double pair = data.weights()[bad] * data.weights()[good];
          concordant += data.score()[bad] > data.score()[good] ? pair : 0;
          tied += data.score()[bad] == data.score()[good] ? pair : 0;
          discordant += data.score()[bad] < data.score()[good] ? pair : 0;
        }
      }
    }

    assertThat(Auc.of(data.weighted())).isEqualTo(new Auc(concordant, tied, discordant));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_scoresNegated_isOneMinusAuc(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 100);

    assertThat(Auc.of(data.reversed()).value())
        .isCloseTo(1.0 - Auc.of(data.ranked()).value(), within(1e-15));
  }

  @Test
  void hanleyMcNeil_matchesHandCalculation() {
    // A = 0.5: Q1 = 1/3, Q2 = 1/3; (0.25 + 9 (1/3 - 1/4) + 19 (1/3 - 1/4)) / 200 = 0.01291667
    assertThat(Auc.hanleyMcNeilStandardError(0.5, 10, 20))
        .isCloseTo(Math.sqrt((0.25 + 28.0 / 12.0) / 200.0), within(1e-15));
  }

  @Test
  void hanleyMcNeil_withoutBads_isRefused() {
    assertThatThrownBy(() -> Auc.hanleyMcNeilStandardError(0.7, 0, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one bad and one good are needed");
    assertThatThrownBy(() -> Auc.hanleyMcNeilStandardError(Double.NaN, 5, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
