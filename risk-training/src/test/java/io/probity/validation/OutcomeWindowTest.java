package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.probity.schema.Target;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeWindowTest {

  private static final Target TARGET = new Target("90+ DPD", 12, false);

  @Test
  void warnings_sameAsTheHorizon_areNone() {
    assertThat(new OutcomeWindow(12, Optional.empty()).warnings(TARGET)).isEmpty();
  }

  @Test
  void warnings_anotherWindow_saysWhichWayItMisleads() {
    assertThat(new OutcomeWindow(24, Optional.empty()).warnings(TARGET))
        .containsExactly("outcomes were watched for 24 months, but the model predicts 12: its PDs"
            + " will look too low");
    assertThat(new OutcomeWindow(6, Optional.empty()).warnings(TARGET).get(0)).endsWith("too high");
  }

  @Test
  void warnings_youngRecords_areCounted() {
    OutcomeWindow window = new OutcomeWindow(12, Optional.of(LocalDate.of(2026, 1, 31)));
    double mature = LocalDate.of(2025, 1, 31).toEpochDay();

    assertThat(window.warnings(new double[] {mature})).isEmpty();
    assertThat(window.warnings(new double[] {mature, mature + 1, Double.NaN}))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("1 of 3 records are later than 2025-01-31");
  }

  @Test
  void of_lengthOutOfRange_isRefused() {
    assertThatThrownBy(() -> new OutcomeWindow(0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 600 months");
  }
}
