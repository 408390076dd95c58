package io.probity.training.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.training.Families;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeForecastTest {

  @Test
  void of_matchesTheHandCalculation() {
    // 1.5 million cells: (2 + 7 x 1.5) + (2 + 15 x 1.5) + (12 + 40 x 1.5) = 109 processor seconds
    TimeForecast two = TimeForecast.of(Families.NAMES, 150_000, 10, 1, 2);

    assertThat(two.families())
        .extracting(TimeForecast.Family::name)
        .containsExactlyElementsOf(Families.NAMES);
    assertThat(two.seconds().orElseThrow()).isCloseTo(54.5, within(1e-9));
    assertThat(TimeForecast.of(Families.NAMES, 150_000, 10, 6, 1).seconds().orElseThrow())
        .isCloseTo(6 * 109.0, within(1e-9));
  }

  @Test
  void of_trainerOfUnknownSpeed_isLeftOut() {
    assertThat(TimeForecast.of(List.of("tribuo"), 1_000, 10, 1, 2).seconds()).isEmpty();
  }

  @Test
  void of_badNumbers_areRefused() {
    assertThatThrownBy(() -> TimeForecast.of(Families.NAMES, 1, 1, 1, 0))
        .hasMessageContaining("0 threads");
  }
}
