package io.probity.training.binning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutcomesTest {

  @Test
  void of_wholeWeights_areExactRecords() {
    Outcomes outcomes = Outcomes.of(new int[] {0, 1, 1}, new double[] {3, 0, 1_000_000});

    assertThat(outcomes.unit()).isEqualTo(1);
    assertThat(outcomes.units(0)).isEqualTo(3);
    assertThat(outcomes.units(1)).isZero();
    assertThat(outcomes.units(2)).isEqualTo(1_000_000);
    assertThat(outcomes.isBad(0)).isFalse();
    assertThat(outcomes.isBad(1)).isTrue();
    assertThat(Outcomes.of(new int[] {0, 1}).units(1)).isEqualTo(1);
  }

  @Test
  void of_fractionalWeights_areRoundedToAPowerOfTwo() {
    double[] weights = {0.1, 0.25, 7.7};

    Outcomes outcomes = Outcomes.of(new int[] {0, 1, 1}, weights);

    assertThat(Math.scalb(1.0, Math.getExponent(outcomes.unit()))).isEqualTo(outcomes.unit());
    double bound = 7.7 * 3 * 0x1p-51;
    for (int row = 0; row < 3; row++) {
      assertThat(outcomes.units(row) * outcomes.unit()).isCloseTo(weights[row], within(bound));
    }
    assertThat(outcomes.units(0) + outcomes.units(1) + outcomes.units(2))
        .isLessThanOrEqualTo(PreBinCounts.MOST_UNITS);
  }

  @Test
  void of_hugeAndTinyWeights_stayWithinTheUnits() {
    for (double largest : new double[] {1e300, 1e-300, 1e17}) {
      Outcomes outcomes =
          Outcomes.of(new int[] {0, 1, 0}, new double[] {largest, largest / 3, 0.0});

      assertThat(outcomes.units(0)).isBetween(1L, PreBinCounts.MOST_UNITS / 3 + 1);
    }
  }

  @Test
  void of_badInput_namesTheRecord() {
    assertThatThrownBy(() -> Outcomes.of(new int[] {0, 2}))
        .hasMessage("the target must be 0 or 1, but record 1 has 2");
    assertThatThrownBy(() -> Outcomes.of(new int[] {0, 1}, new double[] {1, Double.NaN}))
        .hasMessage("weights must be finite and at least 0, but record 1 has NaN");
    assertThatThrownBy(() -> Outcomes.of(new int[] {0, 1}, new double[] {-1, 1}))
        .hasMessageContaining("record 0 has -1.0");
    assertThatThrownBy(() -> Outcomes.of(new int[] {0, 1}, new double[] {1}))
        .hasMessageContaining("as many weights as targets");
    assertThatThrownBy(() -> Outcomes.of(new int[] {0, 1}).withPeriods(new int[] {0, -1}))
        .hasMessage("periods must be in [0, 999], but record 1 has -1");
    assertThatThrownBy(() -> Outcomes.of(new int[] {0, 1}).withPeriods(new int[] {0}))
        .hasMessageContaining("as many periods as records");
  }

  @Test
  void withPeriods_countsThem() {
    Outcomes outcomes = Outcomes.of(new int[] {0, 1, 0}).withPeriods(new int[] {2, 0, 2});

    assertThat(outcomes.periods()).isEqualTo(3);
    assertThat(outcomes.period(0)).isEqualTo(2);
    assertThat(Outcomes.of(new int[] {0}).periods()).isZero();
    assertThatThrownBy(() -> Outcomes.of(new int[] {0}).period(0))
        .isInstanceOf(IllegalStateException.class);
  }
}
