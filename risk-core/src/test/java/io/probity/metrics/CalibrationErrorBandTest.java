package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationErrorBandTest {

  /** PDs as of a scorecard, and outcomes that turn bad with {@code factor} times the PD. */
  private static RankedOutcomes simulated(int rows, double factor, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] pd = new double[rows];
    int[] target = new int[rows];
    for (int row = 0; row < rows; row++) {
      double u = random.nextDouble();
      pd[row] = 0.6 * u * u;
      target[row] = random.nextDouble() < factor * pd[row] ? 1 : 0;
    }
    return RankedOutcomes.of(pd, target);
  }

  @ParameterizedTest
  @CsvSource({"10000, 0.004, 0.012", "2000, 0.010, 0.028"})
  void of_perfectPds_haveAnErrorOfTheUsualSize(int rows, double low, double high) {
    CalibrationTable table = CalibrationTable.equalWidth(simulated(rows, 1.0, 1), 10);
    CalibrationErrorBand band = CalibrationErrorBand.of(table, 400, 7);

    assertThat(band.observed()).isEqualTo(table.expectedError());
    assertThat(band.mean()).isBetween(low, high).isLessThan(band.percentile95());
  }

  @Test
  void of_perfectPds_fallInsideTheBandAboutAsOftenAsStated() {
    int inside = 0;
    for (int seed = 0; seed < 100; seed++) {
      CalibrationTable table = CalibrationTable.equalWidth(simulated(1_000, 1.0, seed), 10);
      CalibrationErrorBand band = CalibrationErrorBand.of(table, 200, seed);
      inside += band.observed() <= band.percentile95() ? 1 : 0;
    }

    assertThat(inside).isBetween(88, 100); // binomial(100, 0.95): below 88 once in 500
  }

  @Test
  void of_pdsTooLow_lieOutsideTheBand() {
    CalibrationTable table = CalibrationTable.equalFrequency(simulated(5_000, 1.3, 3), 10);
    CalibrationErrorBand band = CalibrationErrorBand.of(table, 200, 7);

    assertThat(band.observed()).isGreaterThan(band.percentile95());
    assertThat(band.pValue()).isCloseTo(1.0 / 201.0, within(1e-15));
  }

  @Test
  void of_oneRecord_matchesHandCalculation() {
    // PD 0.25: the error is 0.25 with chance 3/4 and 0.75 otherwise; mean 0.375
    CalibrationTable table =
        CalibrationTable.equalWidth(RankedOutcomes.of(new double[] {0.25}, new int[] {0}), 10);
    CalibrationErrorBand band = CalibrationErrorBand.of(table, 20_000, 5);

    assertThat(band.observed()).isEqualTo(0.25);
    assertThat(band.mean()).isCloseTo(0.375, within(0.005));
    assertThat(band.percentile95()).isEqualTo(0.75);
    assertThat(band.pValue()).isEqualTo(1.0);
  }

  @Test
  void of_certainPds_neverErr() {
    CalibrationTable table = CalibrationTable.equalWidth(
        RankedOutcomes.of(new double[] {0, 0, 1}, new int[] {0, 0, 1}), 10);

    assertThat(CalibrationErrorBand.of(table, 10, 5))
        .isEqualTo(new CalibrationErrorBand(0.0, 0.0, 0.0, 1.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void of_rowsShuffled_givesTheSameBand(long seed) {
    RandomOutcomes data = RandomOutcomes.of(seed, 200);
    CalibrationTable table = CalibrationTable.equalFrequency(data.weighted(), 7);
    CalibrationTable shuffled =
        CalibrationTable.equalFrequency(data.shuffled(seed + 9).weighted(), 7);

    assertThat(CalibrationErrorBand.of(shuffled, 50, seed))
        .isEqualTo(CalibrationErrorBand.of(table, 50, seed));
  }

  @Test
  void of_otherSeed_givesAnotherBand() {
    CalibrationTable table = CalibrationTable.equalWidth(simulated(500, 1.0, 1), 10);

    assertThat(CalibrationErrorBand.of(table, 50, 1).mean())
        .isNotEqualTo(CalibrationErrorBand.of(table, 50, 2).mean());
  }

  @Test
  void of_fixedSeed_isTheSameOnEveryJavaRelease() {
    // the same simulation written in Python from the description of SplitMix64
    double[] pd = {0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95};
    CalibrationTable table = CalibrationTable.equalWidth(RankedOutcomes.of(pd, new int[10]), 5);
    CalibrationErrorBand band = CalibrationErrorBand.of(table, 100, 42);

    assertThat(band.mean()).isCloseTo(0.23820000000000005, within(1e-14));
    assertThat(band.percentile95()).isCloseTo(0.36, within(1e-14));
  }

  @Test
  void of_withoutReplicates_isRefused() {
    CalibrationTable table =
        CalibrationTable.equalWidth(RandomOutcomes.of(1, 20).ranked(), 5);

    assertThatThrownBy(() -> CalibrationErrorBand.of(table, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least 1 replicate is needed, not 0");
  }
}
