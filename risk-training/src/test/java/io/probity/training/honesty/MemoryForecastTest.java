package io.probity.training.honesty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryForecastTest {

  private static final Schema SCHEMA = Schema.of(
      Optional.empty(),
      Set.of(),
      List.of(
          Field.of("id", FieldKind.TEXT, FieldRole.ID),
          Field.of("y", FieldKind.NUMBER, FieldRole.TARGET),
          Field.of("x", FieldKind.NUMBER, FieldRole.FEATURE)));

  @Test
  void of_matchesTheHandCalculation() {
    // 1000 x (8 x 2 + 80 x 1 + 8 x 1 x (2 + 5) + 256) x 1.25 = 1000 x 408 x 1.25
    assertThat(MemoryForecast.of(SCHEMA, 1_000, 1, 5).bytes()).isEqualTo(510_000);
    assertThat(MemoryForecast.of(SCHEMA, 0, 1, 5).bytes()).isZero();
  }

  @Test
  void against_saysWhatToDoBeforeMemoryRunsOut() {
    MemoryForecast forecast = MemoryForecast.of(SCHEMA, 1_000_000, 1, 5); // 486.4 MiB

    assertThat(forecast.against(1L << 30)).isEmpty();
    assertThat(forecast.against(500L << 20).orElseThrow().severity())
        .isEqualTo(Finding.Severity.WARNING);
    Finding finding = forecast.against(128L << 20).orElseThrow();
    assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
    assertThat(finding.message())
        .isEqualTo("1000000 records of 1 features need about 486 MiB, and the heap may grow to 128"
            + " MiB: start Java with -Xmx608m or more, use fewer features or inner folds, or a"
            + " sample");
  }

  @Test
  void badNumbers_areRefused() {
    assertThatThrownBy(() -> MemoryForecast.of(SCHEMA, -1, 1, 5))
        .hasMessageStartingWith("a forecast needs numbers of at least 0");
    assertThatThrownBy(() -> MemoryForecast.of(SCHEMA, 1, 1, 5).against(0))
        .hasMessageStartingWith("a heap must be above 0 bytes");
  }
}
