package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WassersteinTest {

  @Test
  void distance_matchesHandCalculation() {
    // half of the records move from 0 to 4
    assertThat(Wasserstein.distance(new double[] {0, 1}, new double[] {1, 4, 4, 1}))
        .isEqualTo(2.0);
    assertThat(Wasserstein.distance(new double[] {5}, new double[] {2})).isEqualTo(3.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void distance_shiftedSample_isTheShift(long seed) {
    double[] values = RandomOutcomes.of(seed, 200).score();
    double[] shifted = Arrays.stream(values).map(value -> value + 12.5).toArray();

    assertThat(Wasserstein.distance(values, shifted)).isCloseTo(12.5, within(1e-12));
    assertThat(Wasserstein.distance(shifted, values)).isCloseTo(12.5, within(1e-12));
    assertThat(Wasserstein.distance(values, values)).isEqualTo(0.0);
  }

  @Test
  void distance_withoutWeight_isRefused() {
    double[] one = {1};

    assertThatThrownBy(() -> Wasserstein.distance(new double[0], one))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a distance needs two samples with weight, but the first has none");
    assertThatThrownBy(() -> Wasserstein.distance(one, one, one, new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a distance needs two samples with weight, but the second has none");
    assertThatThrownBy(() -> Wasserstein.distance(new double[] {-1.7e308}, new double[] {1.7e308}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the distance is too large for a double; scale the values");
    assertThatThrownBy(() -> Wasserstein.distance(one, new double[2], one, one))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
