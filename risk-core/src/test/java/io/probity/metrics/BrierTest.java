package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BrierTest {

  @Test
  void of_matchesHandCalculation() {
    // (0.2^2 + 0.4^2 + 0.1^2) / 3
    Brier brier = Brier.of(RankedOutcomes.of(new double[] {0.2, 0.6, 0.9}, new int[] {0, 1, 1}));

    assertThat(brier.value()).isCloseTo(0.07, within(1e-15));
    assertThat(brier.ofBadRate()).isCloseTo(2.0 / 9.0, within(1e-15));
    assertThat(brier.skill()).isCloseTo(1 - 0.07 * 4.5, within(1e-14));
  }

  @Test
  void of_oneClass_hasAValueButNoSkill() {
    Brier brier = Brier.of(RankedOutcomes.of(new double[] {0.1, 0.3}, new int[] {0, 0}));

    assertThat(brier.value()).isCloseTo(0.05, within(1e-15));
    assertThatThrownBy(brier::skill)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the Brier skill score needs goods and bads");
  }

  @Test
  void of_certainPds_isTheShareOfErrors() {
    assertThat(Brier.of(RankedOutcomes.of(new double[] {0, 0, 1, 1}, new int[] {0, 1, 1, 1}))
            .value())
        .isEqualTo(0.25);
    assertThat(
            Brier.of(RankedOutcomes.of(new double[] {0, 1}, new int[] {1, 0})).value())
        .isEqualTo(1.0);
  }

  @Test
  void of_scoresThatAreNotPds_areRefused() {
    RankedOutcomes points = RankedOutcomes.of(new double[] {0.5, 600}, new int[] {0, 1});

    assertThatThrownBy(() -> Brier.of(points))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the Brier score needs PDs in [0, 1] as scores, but they reach from 0.5 to 600.0");
  }
}
