package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KsTest {

  @Test
  void of_matchesHandCalculation() {
    // goods 1, 2, 4; bads 3, 5: at score 2 two thirds of goods and no bads
    Ks ks = Ks.of(new double[] {1, 2, 4, 3, 5}, new int[] {0, 0, 0, 1, 1});

    assertThat(ks.value()).isCloseTo(2.0 / 3.0, within(1e-16));
    assertThat(ks.atScore()).isEqualTo(2.0);
  }

  @Test
  void of_gapReachedTwice_takesTheLowestScore() {
    // after 1 the gap is 1/2 - 0, after 2 1/2 - 1/2, after 3 1 - 1/2
    Ks ks = Ks.of(new double[] {1, 2, 3, 4}, new int[] {0, 1, 0, 1});

    assertThat(ks.value()).isEqualTo(0.5);
    assertThat(ks.atScore()).isEqualTo(1.0);
  }

  @Test
  void of_backwardsScore_hasANegativeSign() {
    Ks ks = Ks.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 0, 0});

    assertThat(ks.signed()).isEqualTo(-1.0);
    assertThat(ks.value()).isEqualTo(1.0);
    assertThat(ks.atScore()).isEqualTo(2.0);
  }

  @Test
  void of_allTied_isZero() {
    assertThat(Ks.of(new double[] {1, 1, 1}, new int[] {1, 0, 0})).isEqualTo(new Ks(0.0, 1.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_equalsTheGapAtEveryScore(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 100);
    double largest = 0;
    for (double threshold : data.score()) {
      double[] below = new double[2];
      double[] all = new double[2];
      for (int row = 0; row < 100; row++) {
        below[data.target()[row]] += data.score()[row] <= threshold ? data.weights()[row] : 0;
        all[data.target()[row]] += data.weights()[row];
      }
      largest = Math.max(largest, Math.abs(below[0] / all[0] - below[1] / all[1]));
    }

    assertThat(Ks.of(data.weighted()).value()).isCloseTo(largest, within(1e-14));
  }
}
