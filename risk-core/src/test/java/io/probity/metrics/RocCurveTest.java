package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocCurveTest {

  private static RankedOutcomes manyScores(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] score = random.doubles(5_000).toArray();
    int[] target = new int[5_000];
    for (int row = 0; row < target.length; row++) {
      target[row] = random.nextDouble() < score[row] * score[row] ? 1 : 0;
    }
    return RankedOutcomes.of(score, target);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 100, 1_000, 1_000_000})
  void points_limited_keepsNoMoreAndTheLast(int most) {
    RankedOutcomes outcomes = manyScores(1);
    List<RocPoint> all = RocCurve.points(outcomes);
    List<RocPoint> points = RocCurve.points(outcomes, most);

    assertThat(points).hasSizeLessThanOrEqualTo(most);
    assertThat(all).containsAll(points);
    assertThat(points.get(points.size() - 1)).isEqualTo(all.get(all.size() - 1));
    assertThat(points).extracting(RocPoint::truePositiveRate).isSorted();
    assertThat(points).extracting(RocPoint::falsePositiveRate).isSorted();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void points_limited_keepsTheArea(long seed) {
    RankedOutcomes outcomes = manyScores(seed);
    List<RocPoint> points = RocCurve.points(outcomes, 200);
    double area = 0;
    RocPoint before = new RocPoint(0, 0, 2);
    for (RocPoint point : points) {
      area += 0.5
          * (point.falsePositiveRate() - before.falsePositiveRate())
          * (point.truePositiveRate() + before.truePositiveRate());
      before = point;
    }

    assertThat(points).hasSizeGreaterThan(190);
    assertThat(area).isCloseTo(Auc.of(outcomes).value(), within(0.005));
  }

  @Test
  void points_allTied_isOne() {
    assertThat(RocCurve.points(RankedOutcomes.of(new double[] {3, 3}, new int[] {0, 1}), 10))
        .containsExactly(new RocPoint(1.0, 1.0, 3.0));
  }

  @Test
  void points_limitedToOne_isRefused() {
    assertThatThrownBy(() -> RocCurve.points(manyScores(1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a ROC curve needs at least 2 points, not 1");
  }
}
