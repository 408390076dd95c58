package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HosmerLemeshowTest {

  private static CalibrationTable table(double[] pd, int... target) {
    return CalibrationTable.ofDistinctPds(RankedOutcomes.of(pd, target));
  }

  @Test
  void onOtherSample_matchesHandCalculation() {
    // PD 0.25: 2 records, 1 bad, variance 0.375; PD 0.5: 2 records, 2 bads, variance 0.5
    HosmerLemeshow test =
        HosmerLemeshow.onOtherSample(table(new double[] {0.25, 0.25, 0.5, 0.5}, 0, 1, 1, 1));

    assertThat(test.statistic()).isCloseTo(0.25 / 0.375 + 1 / 0.5, within(1e-15));
    assertThat(test.degreesOfFreedom()).isEqualTo(2);
    assertThat(test.pValue()).isCloseTo(Math.exp(-test.statistic() / 2), within(1e-15));
  }

  @Test
  void onOtherSample_certainPds_addNothingOrEverything() {
    assertThat(HosmerLemeshow.onOtherSample(table(new double[] {0, 0, 1}, 0, 0, 1)))
        .isEqualTo(new HosmerLemeshow(0.0, 2, 1.0));
    assertThat(HosmerLemeshow.onOtherSample(table(new double[] {0, 0, 1}, 0, 1, 1)))
        .isEqualTo(new HosmerLemeshow(Double.POSITIVE_INFINITY, 2, 0.0));
  }

  @Test
  void onFittedSample_twoBins_isRefused() {
    assertThatThrownBy(() -> HosmerLemeshow.onFittedSample(table(new double[] {0.1, 0.2}, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs at least 3 bins, not 2");
  }

  @Test
  void onOtherSample_fractionalWeights_areRefused() {
    CalibrationTable table = CalibrationTable.equalWidth(
        RankedOutcomes.of(new double[] {0.1, 0.2}, new int[] {0, 1}, new double[] {1, 0.5}), 5);

    assertThatThrownBy(() -> HosmerLemeshow.onOtherSample(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("takes weights as numbers of records");
  }
}
