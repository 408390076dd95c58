package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GainsTest {

  @Test
  void row_cutThroughATie_countsProRata() {
    // 9 (bad), then a tie of four with one bad: the top 2 of 10 hold 1 + 1/4 bads of 2
    double[] score = {9, 5, 5, 5, 5, 1, 1, 1, 1, 1};
    int[] target = {1, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    Gains.Row row = Gains.of(RankedOutcomes.of(score, target)).row(0.2);

    assertThat(row.capture()).isCloseTo(0.625, within(1e-15));
    assertThat(row.lift()).isCloseTo(3.125, within(1e-15));
    assertThat(row.badRate()).isCloseTo(0.625, within(1e-15));
  }

  @Test
  void row_allTied_hasALiftOfOne() {
    Gains gains = Gains.of(RankedOutcomes.of(new double[] {1, 1, 1, 1}, new int[] {1, 0, 0, 0}));

    assertThat(gains.capture(0.3)).isCloseTo(0.3, within(1e-15));
    assertThat(gains.lift(0.3)).isCloseTo(1.0, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void table_capturesMoreAndMoreAndEndsWithAll(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 100).weighted();
    List<Gains.Row> table = Gains.of(outcomes).table(10);

    assertThat(table).hasSize(10);
    assertThat(table).extracting(Gains.Row::capture).isSorted();
    assertThat(table.get(9).capture()).isCloseTo(1.0, within(1e-14));
    assertThat(table.get(9).lift()).isCloseTo(1.0, within(1e-14));
    assertThat(table.get(9).badRate()).isCloseTo(outcomes.badRate(), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.1, 1.1, 10.0, Double.NaN})
  void row_shareOutOfRange_isRefused(double share) {
    Gains gains = Gains.of(RandomOutcomes.of(1, 20).ranked());

    assertThatThrownBy(() -> gains.row(share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the riskiest share of records must be above 0 and at most 1, not " + share);
  }

  @Test
  void table_withoutParts_isRefused() {
    Gains gains = Gains.of(RandomOutcomes.of(1, 20).ranked());

    assertThatThrownBy(() -> gains.table(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
