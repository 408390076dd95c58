package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLossTest {

  @Test
  void of_matchesHandCalculation() {
    LogLoss loss = LogLoss.of(RankedOutcomes.of(new double[] {0.25, 0.5}, new int[] {0, 1}));

    assertThat(loss.value()).isCloseTo(-(Math.log(0.75) + Math.log(0.5)) / 2, within(1e-15));
    assertThat(loss.ofBadRate()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(loss.skill()).isCloseTo(1 - loss.value() / Math.log(2), within(1e-15));
  }

  @Test
  void of_certainAndRight_isZero() {
    assertThat(
            LogLoss.of(RankedOutcomes.of(new double[] {0, 1}, new int[] {0, 1})).value())
        .isEqualTo(0.0);
  }

  @Test
  void of_certainAndWrong_isInfinite() {
    assertThat(
            LogLoss.of(RankedOutcomes.of(new double[] {0, 1}, new int[] {1, 1})).value())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(
            LogLoss.of(RankedOutcomes.of(new double[] {0, 1}, new int[] {0, 0})).value())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void of_oneClass_hasAValueButNoSkill() {
    LogLoss loss = LogLoss.of(RankedOutcomes.of(new double[] {0.5, 0.5}, new int[] {0, 0}));

    assertThat(loss.value()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(loss.ofBadRate()).isEqualTo(0.0);
    assertThatThrownBy(loss::skill).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.5, -1.0, Double.NaN})
  void clipped_clipOutOfRange_isRefused(double clip) {
    RankedOutcomes outcomes = RandomOutcomes.of(1, 20).ranked();

    assertThatThrownBy(() -> LogLoss.clipped(outcomes, clip))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a clip must be above 0 and below 0.5, not " + clip);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_badRateForEverybody_isTheReference(long seed) {
    int[] target = RandomOutcomes.of(seed, 100).target();
    double rate = RankedOutcomes.of(new double[100], target).badRate();
    double[] pd = new double[100];
    java.util.Arrays.fill(pd, rate);
    LogLoss loss = LogLoss.of(RankedOutcomes.of(pd, target));

    assertThat(loss.value()).isCloseTo(loss.ofBadRate(), within(1e-15));
    assertThat(loss.skill()).isCloseTo(0.0, within(1e-14));
  }
}
