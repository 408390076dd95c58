package io.probity.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LimitBandsTest {

  @Test
  void of_amounts_fallIntoQuartersOfPowersOfTwo() {
    assertThat(LimitBands.of(-1)).isZero();
    assertThat(LimitBands.of(0)).isZero();
    assertThat(LimitBands.of(3)).isEqualTo(3);
    assertThat(LimitBands.of(4)).isEqualTo(8); // 4 * 2 + 0
    assertThat(LimitBands.of(7)).isEqualTo(11);
    assertThat(LimitBands.of(1000)).isEqualTo(39); // 512 * 1.75 = 896 <= 1000
    assertThat(LimitBands.of(895)).isEqualTo(38);
    assertThat(LimitBands.of(Long.MAX_VALUE)).isLessThan(LimitBands.COUNT);
  }

  @Test
  void of_largerAmount_neverFallsIntoALowerBand() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 10_000; i++) {
      long amount = random.nextLong(1L << random.nextInt(1, 62));
      assertThat(LimitBands.of(amount + 1)).isGreaterThanOrEqualTo(LimitBands.of(amount));
    }
  }
}
