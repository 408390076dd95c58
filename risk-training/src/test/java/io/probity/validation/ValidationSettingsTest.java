package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationSettingsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 1.0, 95.0, Double.NaN})
  void withLevel_outOfRange_isRefused(double level) {
    assertThatThrownBy(() -> ValidationSettings.DEFAULT.withLevel(level))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above 0 and below 1");
  }

  @Test
  void withColumns_thatStandTwice_areRefused() {
    SliceSettings twice = SliceSettings.NONE.withSegments(List.of("a", "a"));

    assertThatThrownBy(() -> ValidationSettings.DEFAULT.withSlices(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a segment stands twice");
    assertThatThrownBy(() -> ValidationSettings.DEFAULT.withCutOffs(
            List.of(CutOff.parse("pd=0.1"), CutOff.parse("pd=0.10"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a cut-off stands twice");
  }

  @Test
  void resampling_forManyRecords_drawsLessOften() {
    Resampling asked = new Resampling(500, 1_000, 7);

    assertThat(asked.forRecords(1_000)).isEqualTo(asked);
    // 50,000,000 / 200,000
    assertThat(asked.forRecords(200_000)).isEqualTo(new Resampling(250, 250, 7));
    assertThat(asked.forRecords(10_000_000)).isEqualTo(new Resampling(100, 100, 7));
    assertThat(Resampling.NONE.forRecords(10_000_000)).isEqualTo(Resampling.NONE);
  }

  @Test
  void figure_thatIsNotFinite_isRefused() {
    assertThatThrownBy(() -> Figure.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Figure.of(1.0).withPValue(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a p-value is in [0, 1]");
    assertThatThrownBy(() -> new Figure.Undefined(" "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
