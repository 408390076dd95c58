package io.probity.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpecialValuesTest {

  @Test
  void cell_everyCode_isRecognisedAndFinite() {
    for (int code = 0; code < SpecialValues.COUNT; code++) {
      double cell = SpecialValues.cell(code);
      assertThat(cell).isFinite().isGreaterThan(-Double.MAX_VALUE);
      assertThat(SpecialValues.codeOf(cell)).isEqualTo(code);
      assertThat(SpecialValues.isNumber(cell)).isFalse();
    }
    assertThat(SpecialValues.cell(0)).isEqualTo(Math.nextUp(-Double.MAX_VALUE));
  }

  @Test
  void isNumber_plainValues_only() {
    assertThat(SpecialValues.isNumber(0)).isTrue();
    assertThat(SpecialValues.isNumber(-1e300)).isTrue();
    assertThat(SpecialValues.isNumber(Double.MAX_VALUE)).isTrue();
    assertThat(SpecialValues.isNumber(Math.nextUp(SpecialValues.cell(255)))).isTrue();
    assertThat(SpecialValues.isNumber(Double.NaN)).isFalse();
    assertThat(SpecialValues.isNumber(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(SpecialValues.isNumber(Double.NEGATIVE_INFINITY)).isFalse();
    assertThat(SpecialValues.codeOf(-1e300)).isEqualTo(-1);
    assertThat(SpecialValues.codeOf(Double.NaN)).isEqualTo(-1);
  }

  @Test
  void cell_codeOutOfRange_isRefused() {
    assertThatThrownBy(() -> SpecialValues.cell(256)).hasMessageContaining("0 to 255, not 256");
  }
}
