package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

  @Test
  void intervals_noEvents_startAtZero() {
    Proportion none = new Proportion(0, 10);

    assertThat(none.wilson(0.95).low()).isEqualTo(0.0);
    assertThat(none.clopperPearson(0.95).low()).isEqualTo(0.0);
    // 1 - (0.025)^(1/10)
    assertThat(none.clopperPearson(0.95).high()).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-14));
    assertThat(none.jeffreys(0.95).low()).isPositive();
  }

  @Test
  void intervals_eventsOnly_mirrorThoseWithoutEvents() {
    Proportion all = new Proportion(10, 10);
    Proportion none = new Proportion(0, 10);

    assertThat(all.value()).isEqualTo(1.0);
    assertThat(all.wilson(0.9).high()).isEqualTo(1.0);
    assertThat(all.clopperPearson(0.9).high()).isEqualTo(1.0);
    assertThat(all.wilson(0.9).low()).isCloseTo(1 - none.wilson(0.9).high(), within(1e-14));
    assertThat(all.clopperPearson(0.9).low())
        .isCloseTo(1 - none.clopperPearson(0.9).high(), within(1e-14));
    assertThat(all.jeffreys(0.9).low()).isCloseTo(1 - none.jeffreys(0.9).high(), within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"1,5,0.95", "3,1000,0.99", "40,77,0.8", "2.5,7.5,0.5"})
  void intervals_containTheShare(double events, double trials, double level) {
    Proportion proportion = new Proportion(events, trials);

    assertThat(proportion.wilson(level).contains(proportion.value())).isTrue();
    assertThat(proportion.jeffreys(level).contains(proportion.value())).isTrue();
    assertThat(proportion.clopperPearson(level).contains(proportion.value())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1,0", "-1,5", "6,5", "NaN,5", "1,NaN", "1,Infinity"})
  void of_countsOutOfRange_areRefused(double events, double trials) {
    assertThatThrownBy(() -> new Proportion(events, trials))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a proportion needs 0 <= events <= trials");
  }
}
