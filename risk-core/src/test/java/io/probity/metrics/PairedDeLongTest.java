package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedDeLongTest {

  private static RankedOutcomes other(RandomOutcomes data, long seed) {
    double[] score = RandomOutcomes.of(seed, data.score().length).score();
    for (int row = 0; row < score.length; row++) {
      score[row] = 0.7 * score[row] + 0.3 * data.score()[row];
    }
    return RankedOutcomes.of(score, data.target());
  }

  @Test
  void of_scoresThatRankAlike_doNotDiffer() {
    RandomOutcomes data = RandomOutcomes.of(5, 100);
    double[] stretched = Arrays.stream(data.score()).map(s -> 10 * s * s - 3).toArray();

    PairedDeLong paired =
        PairedDeLong.of(data.ranked(), RankedOutcomes.of(stretched, data.target()));

    assertThat(paired.differenceVariance()).isEqualTo(0.0);
    assertThat(paired.test()).isEqualTo(new TestResult(0.0, 1.0));
    assertThat(paired.interval(0.95)).isEqualTo(new Interval(0.0, 0.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_varianceOfDifference_isThatOfBothLessTwiceTheCovariance(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 100);
    PairedDeLong paired = PairedDeLong.of(data.ranked(), other(data, seed + 100));

    assertThat(paired.differenceVariance())
        .isCloseTo(
            paired.first().variance() + paired.second().variance() - 2 * paired.covariance(),
            within(1e-16));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_swapped_negatesTheTest(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 100);
    RankedOutcomes second = other(data, seed + 100);
    TestResult there = PairedDeLong.of(data.ranked(), second).test();
    TestResult back = PairedDeLong.of(second, data.ranked()).test();

    assertThat(back.statistic()).isEqualTo(-there.statistic());
    assertThat(back.pValue()).isEqualTo(there.pValue());
  }

  @Test
  void of_separationAgainstAllTied_isCertain() {
    int[] target = {0, 0, 1, 1};
    PairedDeLong paired = PairedDeLong.of(
        RankedOutcomes.of(new double[] {1, 1, 1, 1}, target),
        RankedOutcomes.of(new double[] {1, 2, 3, 4}, target));

    assertThat(paired.difference()).isEqualTo(-0.5);
    assertThat(paired.test()).isEqualTo(new TestResult(Double.NEGATIVE_INFINITY, 0.0));
  }

  @Test
  void of_otherRecords_areRefused() {
    RankedOutcomes one = RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});
    RankedOutcomes two = RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {0, 1, 0, 1});
    RankedOutcomes three = RankedOutcomes.of(new double[] {1, 2}, new int[] {0, 1});

    assertThatThrownBy(() -> PairedDeLong.of(one, two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("both scores must be of the same records, but row 1 differs");
    assertThatThrownBy(() -> PairedDeLong.of(one, three))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("both scores must be of the same records, not 4 and 2");
  }
}
