package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTableTest {

  private static final RankedOutcomes FOUR =
      RankedOutcomes.of(new double[] {0.1, 0.3, 0.6, 0.8}, new int[] {0, 1, 0, 1});

  @Test
  void equalWidth_matchesHandCalculation() {
    // [0, 0.5): mean 0.2, bad rate 0.5; [0.5, 1]: mean 0.7, bad rate 0.5
    CalibrationTable table = CalibrationTable.equalWidth(FOUR, 2);

    assertThat(table.bins()).hasSize(2);
    assertThat(table.bins().get(0)).isEqualTo(new CalibrationBin(0.1, 0.3, 2.0, 1.0, 0.2));
    assertThat(table.expectedError()).isCloseTo((0.3 + 0.2) / 2, within(1e-15));
    assertThat(table.maximumError()).isCloseTo(0.3, within(1e-15));
    assertThat(table.meanPd()).isCloseTo(0.45, within(1e-15));
    assertThat(table.badRate()).isEqualTo(0.5);
    assertThat(table.expectedOverObserved()).isCloseTo(0.9, within(1e-15));
  }

  @Test
  void bin_hasWilsonsIntervalAndExpectedBads() {
    CalibrationBin bin = new CalibrationBin(0.1, 0.3, 40.0, 10.0, 0.2);

    assertThat(bin.wilson(0.95)).isEqualTo(new Proportion(10, 40).wilson(0.95));
    assertThat(bin.expectedBads()).isEqualTo(8.0);
    assertThat(bin.error()).isCloseTo(0.05, within(1e-15));
  }

  @Test
  void equalFrequency_tieAcrossABound_isSplitProRata() {
    // ranks 0-1 | 2-3: three records of 0.2 with one bad, of which two thirds lie below the bound
    CalibrationTable table = CalibrationTable.equalFrequency(
        RankedOutcomes.of(new double[] {0.2, 0.2, 0.2, 0.6}, new int[] {0, 1, 0, 1}), 2);

    assertThat(table.bins().get(0).weight()).isCloseTo(2.0, within(1e-15));
    assertThat(table.bins().get(0).bads()).isCloseTo(2.0 / 3.0, within(1e-15));
    assertThat(table.bins().get(1).bads()).isCloseTo(4.0 / 3.0, within(1e-15));
    assertThat(table.bins().get(1).lowestPd()).isEqualTo(0.2);
    assertThat(table.bins().get(1).meanPd()).isCloseTo(0.4, within(1e-15));
  }

  @Test
  void equalFrequency_rowsThatDoNotDivide_holdWholeRows() {
    // 7 rows in 3 bins: rank r goes to floor(3 r / 7), so 3, 2 and 2 rows
    double[] pd = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7};
    CalibrationTable table = CalibrationTable.equalFrequency(RankedOutcomes.of(pd, new int[7]), 3);

    assertThat(table.bins()).extracting(CalibrationBin::weight).containsExactly(3.0, 2.0, 2.0);
  }

  @Test
  void equalFrequency_fractionalWeights_areCutByWeight() {
    CalibrationTable table = CalibrationTable.equalFrequency(
        RankedOutcomes.of(new double[] {0.1, 0.9}, new int[] {0, 1}, new double[] {0.5, 1.0}), 2);

    assertThat(table.bins().get(0).weight()).isCloseTo(0.75, within(1e-15));
    assertThat(table.bins().get(0).bads()).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void equalFrequency_oneGroupAcrossAllBins_isSplitEverywhere() {
    CalibrationTable table = CalibrationTable.equalFrequency(
        RankedOutcomes.of(new double[] {0.5, 0.5, 0.5, 0.5}, new int[] {0, 1, 0, 1}), 4);

    assertThat(table.bins()).hasSize(4).allSatisfy(bin -> {
      assertThat(bin.bads()).isCloseTo(0.5, within(1e-15));
      assertThat(bin.error()).isCloseTo(0.0, within(1e-15));
    });
  }

  @Test
  void equalFrequency_moreBinsThanRows_leavesEmptyOnesOut() {
    assertThat(CalibrationTable.equalFrequency(FOUR, 10).bins()).hasSize(4);
  }

  @Test
  void byQuantiles_equalQuantiles_makeFewerBins() {
    RankedOutcomes outcomes = RankedOutcomes.of(
        new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.9}, new int[] {0, 0, 0, 0, 1, 1});

    assertThat(CalibrationTable.byQuantiles(outcomes, 3).bins()).hasSize(2);
  }

  @Test
  void byQuantiles_fractionalWeights_areRefused() {
    RankedOutcomes outcomes =
        RankedOutcomes.of(new double[] {0.1, 0.2}, new int[] {0, 1}, new double[] {0.5, 1});

    assertThatThrownBy(() -> CalibrationTable.byQuantiles(outcomes, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whole numbers");
  }

  @Test
  void table_oneClass_isDefined() {
    CalibrationTable table = CalibrationTable.equalWidth(
        RankedOutcomes.of(new double[] {0.1, 0.3}, new int[] {0, 0}), 10);

    assertThat(table.expectedError()).isCloseTo(0.2, within(1e-15));
    assertThatThrownBy(table::expectedOverObserved)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected over observed bads needs at least one bad");
  }

  @Test
  void table_withoutBinsOrPds_isRefused() {
    RankedOutcomes points = RankedOutcomes.of(new double[] {600}, new int[] {0});

    assertThatThrownBy(() -> CalibrationTable.equalWidth(FOUR, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least 1 bin is needed, not 0");
    assertThatThrownBy(() -> CalibrationTable.ofDistinctPds(points))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs PDs in [0, 1] as scores");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void brierDecomposition_anyBins_addsUpToTheBrierScore(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 200).weighted();
    double brier = Brier.of(outcomes).value();

    assertThat(CalibrationTable.equalWidth(outcomes, 7).brierDecomposition().sum())
        .isCloseTo(brier, within(1e-14));
    assertThat(CalibrationTable.equalFrequency(outcomes, 6).brierDecomposition().sum())
        .isCloseTo(brier, within(1e-14));
    assertThat(CalibrationTable.ofDistinctPds(outcomes).brierDecomposition().binned())
        .isCloseTo(brier, within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bins_anyBins_addUpToAllRecords(long seed) {
    RankedOutcomes outcomes = RandomOutcomes.of(seed, 173).weighted();
    CalibrationTable table = CalibrationTable.equalFrequency(outcomes, 9);

    assertThat(table.bins().stream().mapToDouble(CalibrationBin::weight).sum())
        .isCloseTo(outcomes.totalWeight(), within(1e-11));
    assertThat(table.bins().stream().mapToDouble(CalibrationBin::bads).sum())
        .isCloseTo(outcomes.totalBads(), within(1e-11));
  }
}
