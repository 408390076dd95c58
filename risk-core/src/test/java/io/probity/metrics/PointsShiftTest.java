package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointsShiftTest {

  private static final double[] POINTS = {10, 30};

  @Test
  void of_matchesHandCalculation() {
    // a quarter of the records moves from 10 to 30 points
    assertThat(PointsShift.of(new double[] {2, 2}, new double[] {1, 3}, POINTS)).isEqualTo(5.0);
  }

  @Test
  void of_badInput_isRefused() {
    double[] counts = {1, 1};

    assertThatThrownBy(() -> PointsShift.of(counts, counts, new double[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PointsShift.of(counts, new double[] {0, 0}, POINTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a points shift needs records on both sides");
    assertThatThrownBy(() -> PointsShift.of(counts, new double[] {1, Double.NaN}, POINTS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PointsShift.of(counts, counts, new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
