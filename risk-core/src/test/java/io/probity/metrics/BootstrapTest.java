package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void interval_computedOnSeveralThreads_isTheSame(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 300);
    RankedOutcomes outcomes = data.ranked();
    Bootstrap bootstrap = Bootstrap.withinClasses(data.target(), 100, seed);
    double[] values = IntStream.range(0, 100)
        .parallel()
        .mapToDouble(r -> Auc.of(outcomes.resampled(bootstrap.draw(r))).value())
        .toArray();

    assertThat(Bootstrap.percentile(values, 0.9))
        .isEqualTo(
            bootstrap.interval(0.9, rows -> Auc.of(outcomes.resampled(rows)).value()));
  }

  @Test
  void interval_ofAuc_isAboutThatOfDeLong() {
    RandomOutcomes data = RandomOutcomes.of(8, 1_000);
    RankedOutcomes outcomes = data.ranked();
    Interval percentile = Bootstrap.withinClasses(data.target(), 1_000, 8)
        .interval(0.95, rows -> Auc.of(outcomes.resampled(rows)).value());
    Interval deLong = DeLong.of(outcomes).interval(0.95);

    assertThat(percentile.low()).isCloseTo(deLong.low(), within(0.005));
    assertThat(percentile.high()).isCloseTo(deLong.high(), within(0.005));
  }

  @Test
  void draw_withinClasses_keepsTheNumberOfBads() {
    int[] target = RandomOutcomes.of(1, 100).target();
    int bads = Arrays.stream(target).sum();
    Bootstrap bootstrap = Bootstrap.withinClasses(target, 20, 5);

    for (int replicate = 0; replicate < bootstrap.replicates(); replicate++) {
      int[] rows = bootstrap.draw(replicate);
      assertThat(rows).hasSize(100);
      assertThat(Arrays.stream(rows).map(row -> target[row]).sum()).isEqualTo(bads);
    }
  }

  @Test
  void draw_takesEachRowEquallyOften() {
    Bootstrap bootstrap = Bootstrap.of(10, 5_000, 3);
    int[] counts = new int[10];
    for (int replicate = 0; replicate < 5_000; replicate++) {
      for (int row : bootstrap.draw(replicate)) {
        counts[row]++;
      }
    }

    for (int count : counts) {
      assertThat((double) count).isCloseTo(5_000, within(300.0)); // over 4 standard deviations
    }
  }

  @Test
  void draw_dependsOnSeedAndReplicateOnly() {
    assertThat(Bootstrap.of(50, 10, 3).draw(4))
        .isEqualTo(Bootstrap.of(50, 99, 3).draw(4));
    assertThat(Bootstrap.of(50, 10, 3).draw(4))
        .isNotEqualTo(Bootstrap.of(50, 10, 4).draw(4));
    assertThat(Bootstrap.of(50, 10, 3).draw(4))
        .isNotEqualTo(Bootstrap.of(50, 10, 3).draw(5));
  }

  @Test
  void percentile_matchesHandCalculation() {
    // 0, 10, ..., 100: the quantiles 0.25 and 0.75 are 25 and 75
    double[] values = {100, 0, 20, 10, 30, 90, 40, 60, 50, 80, 70};

    assertThat(Bootstrap.percentile(values, 0.5)).isEqualTo(new Interval(25, 75));
    assertThat(Bootstrap.percentile(new double[] {7}, 0.95)).isEqualTo(new Interval(7, 7));
  }

  @Test
  void interval_statisticThatIsNotFinite_isRefused() {
    Bootstrap bootstrap = Bootstrap.of(5, 10, 1);

    assertThatThrownBy(() -> bootstrap.interval(0.95, rows -> Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the statistic of every replicate must be finite, not NaN");
  }

  @Test
  void bootstrap_badInput_isRefused() {
    assertThatThrownBy(() -> Bootstrap.of(0, 10, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.of(-1, 10, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.of(10, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.withinClasses(new int[] {0, 2}, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.of(10, 5, 1).draw(5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there are replicates 0 to 4, not 5");
    assertThatThrownBy(() -> Bootstrap.percentile(new double[0], 0.95))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.percentile(new double[1], 95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
