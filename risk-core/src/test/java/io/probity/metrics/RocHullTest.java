package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocHullTest {

  @Test
  void of_dent_isBridged() {
    // ROC (0,0) (0,.5) (.5,.5) (.5,1) (1,1): the corner (.5,.5) lies inside
    RocHull hull = RocHull.of(RankedOutcomes.of(new double[] {4, 3, 2, 1}, new int[] {1, 0, 1, 0}));

    assertThat(hull.corners()).isEqualTo(4);
    assertThat(hull.falsePositiveRate(1)).isEqualTo(0.0);
    assertThat(hull.truePositiveRate(1)).isEqualTo(0.5);
    assertThat(hull.falsePositiveRate(2)).isEqualTo(0.5);
    assertThat(hull.truePositiveRate(2)).isEqualTo(1.0);
    assertThat(hull.area()).isEqualTo(0.875);
  }

  @Test
  void of_backwardsScore_isTheDiagonal() {
    RocHull hull = RocHull.of(RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 0, 0}));

    assertThat(hull.corners()).isEqualTo(2);
    assertThat(hull.area()).isEqualTo(0.5);
  }

  @Test
  void of_allTied_isTheDiagonal() {
    assertThat(
            RocHull.of(RankedOutcomes.of(new double[] {1, 1}, new int[] {1, 0})).area())
        .isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_slopesFall_andNoPointOfTheCurveLiesAbove(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 200).weighted();
    RocHull hull = RocHull.of(outcomes);

    assertThat(hull.area()).isGreaterThanOrEqualTo(Auc.of(outcomes).value());
    for (int corner = 1; corner < hull.corners(); corner++) {
      double dx = hull.falsePositiveRate(corner) - hull.falsePositiveRate(corner - 1);
      double dy = hull.truePositiveRate(corner) - hull.truePositiveRate(corner - 1);
      for (RocPoint point : RocCurve.points(outcomes)) {
        double above = dx * (point.truePositiveRate() - hull.truePositiveRate(corner - 1))
            - dy * (point.falsePositiveRate() - hull.falsePositiveRate(corner - 1));
        assertThat(above).isLessThanOrEqualTo(1e-14);
      }
    }
  }
}
