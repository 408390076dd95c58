package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YoudenTest {

  @Test
  void of_matchesHandCalculation() {
    // goods 1, 2, 4; bads 3, 5: from 3 on both bads and one of three goods
    Youden youden =
        Youden.of(RankedOutcomes.of(new double[] {1, 2, 4, 3, 5}, new int[] {0, 0, 0, 1, 1}));

    assertThat(youden.cutOff()).isEqualTo(3.0);
    assertThat(youden.sensitivity()).isEqualTo(1.0);
    assertThat(youden.specificity()).isCloseTo(2.0 / 3.0, within(1e-16));
    assertThat(youden.index()).isCloseTo(2.0 / 3.0, within(1e-15));
  }

  @Test
  void of_backwardsScore_callsEverybodyBad() {
    Youden youden = Youden.of(RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {1, 1, 0, 0}));

    assertThat(youden).isEqualTo(new Youden(1.0, 1.0, 0.0));
    assertThat(youden.index()).isEqualTo(0.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void index_scoreThatRanksWell_equalsKs(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 200).weighted();

    assertThat(Ks.of(outcomes).signed()).isPositive();
    assertThat(Youden.of(outcomes).index()).isCloseTo(Ks.of(outcomes).value(), within(1e-14));
  }
}
