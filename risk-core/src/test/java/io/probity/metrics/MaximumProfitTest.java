package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MaximumProfitTest {

  private static final RankedOutcomes OUTCOMES =
      RankedOutcomes.of(new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 0});

  @Test
  void of_matchesHandCalculation() {
    // accepting 1 and 2 earns 20; the bad at 3 costs 30, the good at 4 brings 10 back
    assertThat(MaximumProfit.of(OUTCOMES, 10, 30)).isEqualTo(new MaximumProfit(20, 3, 2, 0));
  }

  @Test
  void of_cheapBads_acceptsEverybody() {
    assertThat(MaximumProfit.of(OUTCOMES, 10, 5))
        .isEqualTo(new MaximumProfit(25, Double.POSITIVE_INFINITY, 4, 25));
  }

  @Test
  void of_equallyGoodCutOffs_acceptsTheFewer() {
    assertThat(MaximumProfit.of(OUTCOMES, 10, 10)).isEqualTo(new MaximumProfit(20, 3, 2, 20));
  }

  @Test
  void of_badsOnly_acceptsNobody() {
    RankedOutcomes bads = RankedOutcomes.of(new double[] {1, 2}, new int[] {1, 1});

    assertThat(MaximumProfit.of(bads, 10, 30)).isEqualTo(new MaximumProfit(0, 1, 0, -60));
  }

  @Test
  void of_goodsThatEarnNothing_acceptsNobody() {
    assertThat(MaximumProfit.of(OUTCOMES, 0, 30)).isEqualTo(new MaximumProfit(0, 1, 0, -30));
  }

  @Test
  void of_amountsOutOfRange_areRefused() {
    assertThatThrownBy(() -> MaximumProfit.of(OUTCOMES, -1, 30))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MaximumProfit.of(OUTCOMES, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
