package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against R, scikit-learn and statsmodels. */
class CalibrationGoldenTest {

  private static final Golden CASE = new Golden("03_calibration");
  private static final Offset<Double> TOLERANCE = within(1e-12);
  private static final Offset<Double> REGRESSION = within(1e-10);

  private static RankedOutcomes ranked(String pd) {
    return RankedOutcomes.of(CASE.numbers("input.csv", pd), CASE.wholes("input.csv", "y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void brierAndLogLoss_golden_agree(String pd) {
    JsonObject expected = CASE.expected().object(pd);
    Brier brier = Brier.of(ranked(pd));
    LogLoss logLoss = LogLoss.of(ranked(pd));

    assertThat(brier.value()).isCloseTo(expected.number("brier"), TOLERANCE);
    assertThat(brier.ofBadRate())
        .isCloseTo(expected.number("brier_reference_base_rate"), TOLERANCE);
    assertThat(brier.skill()).isCloseTo(expected.number("brier_skill_score"), TOLERANCE);
    assertThat(logLoss.value()).isCloseTo(expected.number("log_loss"), TOLERANCE);
    assertThat(logLoss.ofBadRate()).isCloseTo(expected.number("log_loss_base_rate"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void equalWidthTable_golden_agrees(String pd) {
    JsonObject expected = CASE.expected().object(pd);
    CalibrationTable table = CalibrationTable.equalWidth(ranked(pd), 10);
    List<JsonObject> filled = expected.objects("equal_width_10_bins").stream()
        .filter(bin -> bin.number("n") > 0)
        .toList();

    assertThat(table.bins()).hasSameSizeAs(filled);
    for (int i = 0; i < filled.size(); i++) {
      CalibrationBin bin = table.bins().get(i);
      int index = filled.get(i).whole("bin");
      assertThat(bin.lowestPd()).isBetween(index / 10.0, (index + 1) / 10.0);
      assertThat(bin.highestPd()).isBetween(index / 10.0, (index + 1) / 10.0);
      assertThat(bin.weight()).isEqualTo(filled.get(i).number("n"));
      assertThat(bin.bads()).isEqualTo(filled.get(i).number("bad"));
      assertThat(bin.meanPd()).isCloseTo(filled.get(i).number("mean_p"), TOLERANCE);
      assertThat(bin.badRate()).isCloseTo(filled.get(i).number("bad_rate"), TOLERANCE);
    }
    assertThat(table.expectedError()).isCloseTo(expected.number("ece_equal_width_10"), TOLERANCE);
    assertThat(table.maximumError()).isCloseTo(expected.number("mce_equal_width_10"), TOLERANCE);
    assertThat(table.badRate()).isCloseTo(expected.number("observed_bad_rate"), TOLERANCE);
    assertThat(table.meanPd()).isCloseTo(expected.number("mean_predicted"), TOLERANCE);
    assertThat(table.expectedOverObserved())
        .isCloseTo(expected.number("expected_over_observed"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void equalFrequencyError_golden_agrees(String pd) {
    assertThat(CalibrationTable.equalFrequency(ranked(pd), 10).expectedError())
        .isCloseTo(CASE.expected().object(pd).number("ece_rank_deciles_10"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void brierDecomposition_golden_agrees(String pd) {
    JsonObject expected = CASE.expected().object(pd).object("brier_decomposition_equal_width_10");

    assertDecomposition(CalibrationTable.equalWidth(ranked(pd), 10).brierDecomposition(), expected);
  }

  @Test
  void brierDecomposition_goldenOfDistinctPds_hasMurphysThreeTermsOnly() {
    JsonObject expected = CASE.expected().object("p_mis_rounded_to_1_decimal_exact_three_term");
    double[] rounded = Arrays.stream(CASE.numbers("input.csv", "p_mis"))
        .map(pd -> Math.rint(pd * 10.0) / 10.0)
        .toArray();
    RankedOutcomes outcomes = RankedOutcomes.of(rounded, CASE.wholes("input.csv", "y"));

    assertDecomposition(CalibrationTable.ofDistinctPds(outcomes).brierDecomposition(), expected);
    assertThat(Brier.of(outcomes).value()).isCloseTo(expected.number("brier"), TOLERANCE);
  }

  private static void assertDecomposition(BrierDecomposition parts, JsonObject expected) {
    assertThat(parts.reliability()).isCloseTo(expected.number("reliability"), TOLERANCE);
    assertThat(parts.resolution()).isCloseTo(expected.number("resolution"), TOLERANCE);
    assertThat(parts.uncertainty()).isCloseTo(expected.number("uncertainty"), TOLERANCE);
    assertThat(parts.withinVariance()).isCloseTo(expected.number("within_bin_variance"), TOLERANCE);
    assertThat(parts.withinCovariance())
        .isCloseTo(expected.number("within_bin_covariance_times2"), TOLERANCE);
    assertThat(parts.binned()).isCloseTo(expected.number("rel_minus_res_plus_unc"), TOLERANCE);
    assertThat(parts.sum()).isCloseTo(expected.number("sum_all_five"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void hosmerLemeshow_goldenByQuantiles_agrees(String pd) {
    JsonObject expected = CASE.expected().object(pd).object("hosmer_lemeshow_quantile_breaks");
    CalibrationTable table = CalibrationTable.byQuantiles(ranked(pd), 10);

    assertBins(table, expected);
    HosmerLemeshow fitted = HosmerLemeshow.onFittedSample(table);
    HosmerLemeshow other = HosmerLemeshow.onOtherSample(table);
    assertThat(fitted.statistic()).isCloseTo(expected.number("chi2"), within(1e-10));
    assertThat(fitted.degreesOfFreedom()).isEqualTo(expected.whole("df_in_sample"));
    assertThat(fitted.pValue()).isCloseTo(expected.number("p_value_in_sample"), TOLERANCE);
    assertThat(other.degreesOfFreedom()).isEqualTo(expected.whole("df_external"));
    assertThat(other.pValue()).isCloseTo(expected.number("p_value_external"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void hosmerLemeshow_goldenByRank_agrees(String pd) {
    JsonObject expected = CASE.expected().object(pd).object("hosmer_lemeshow_rank_groups");
    CalibrationTable table = CalibrationTable.equalFrequency(ranked(pd), 10);

    assertBins(table, expected);
    assertThat(HosmerLemeshow.onFittedSample(table).statistic())
        .isCloseTo(expected.number("chi2"), within(1e-10));
    assertThat(HosmerLemeshow.onFittedSample(table).pValue())
        .isCloseTo(expected.number("p_value_df8"), TOLERANCE);
    assertThat(HosmerLemeshow.onOtherSample(table).pValue())
        .isCloseTo(expected.number("p_value_df10"), TOLERANCE);
  }

  private static void assertBins(CalibrationTable table, JsonObject expected) {
    double[] records = expected.numbers("n");
    assertThat(table.bins()).hasSize(records.length);
    for (int i = 0; i < records.length; i++) {
      assertThat(table.bins().get(i).weight()).isCloseTo(records[i], within(1e-11));
      assertThat(table.bins().get(i).bads())
          .isCloseTo(expected.numbers("observed_bad")[i], within(1e-11));
      assertThat(table.bins().get(i).expectedBads())
          .isCloseTo(expected.numbers("expected_bad")[i], within(1e-11));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void spiegelhalter_golden_agrees(String pd) {
    JsonObject expected = CASE.expected().object(pd).object("spiegelhalter");
    TestResult test = Spiegelhalter.of(ranked(pd));

    assertThat(test.statistic()).isCloseTo(expected.number("z"), TOLERANCE);
    assertThat(test.pValue()).isCloseTo(expected.number("p_value_two_sided"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p_model", "p_mis"})
  void calibrationRegression_golden_agrees(String pd) {
    JsonObject expected = CASE.expected().object(pd).object("calibration_regression");
    CalibrationRegression fit = CalibrationRegression.of(ranked(pd));

    assertThat(fit.slope().value()).isCloseTo(expected.number("slope"), REGRESSION);
    assertThat(fit.slope().standardError()).isCloseTo(expected.number("se_slope"), REGRESSION);
    assertThat(fit.intercept().value()).isCloseTo(expected.number("intercept_joint"), REGRESSION);
    assertThat(fit.intercept().standardError())
        .isCloseTo(expected.number("se_intercept_joint"), REGRESSION);
    assertThat(fit.interceptInTheLarge().value())
        .isCloseTo(expected.number("intercept_in_the_large"), REGRESSION);
    assertThat(fit.interceptInTheLarge().standardError())
        .isCloseTo(expected.number("se_intercept_in_the_large"), REGRESSION);
    assertThat(fit.likelihoodRatio().statistic())
        .isCloseTo(expected.number("lr_test_intercept0_slope1_chi2"), within(1e-9));
    assertThat(fit.likelihoodRatio().pValue())
        .isCloseTo(expected.number("lr_test_p"), within(1e-12));
  }

  @Test
  void table_goldenOfEdges_putsEdgesIntoTheUpperBin() {
    JsonObject expected = CASE.expected().object("edge_bins");
    RankedOutcomes outcomes = edgeCase(expected);
    CalibrationTable table = CalibrationTable.equalWidth(outcomes, 10);
    double[] index = expected.numbers("bin_index");
    double[] distinct = Arrays.stream(index).distinct().toArray();

    assertThat(table.bins()).hasSize(distinct.length);
    for (int i = 0; i < distinct.length; i++) {
      double bin = distinct[i];
      assertThat(table.bins().get(i).weight())
          .isEqualTo(Arrays.stream(index).filter(other -> other == bin).count());
    }
    assertThat(table.expectedError()).isCloseTo(expected.number("ece"), TOLERANCE);
    assertThat(table.maximumError()).isCloseTo(expected.number("mce"), TOLERANCE);
    assertThat(Brier.of(outcomes).value()).isCloseTo(expected.number("brier"), TOLERANCE);
    assertThat(LogLoss.clipped(outcomes, LogLoss.USUAL_CLIP).value())
        .isCloseTo(expected.number("log_loss_with_clip_1e-15"), TOLERANCE);
  }

  @Test
  void logLoss_goldenOfZeroAndOne_isInfiniteOrClipped() {
    JsonObject expected = CASE.expected().object("edge_log_loss");
    RankedOutcomes outcomes = edgeCase(expected);

    assertThat(LogLoss.of(outcomes).value())
        .isEqualTo(Double.parseDouble(expected.text("unclipped")));
    assertThat(LogLoss.clipped(outcomes, 1e-15).value())
        .isCloseTo(expected.number("clip_1e-15"), TOLERANCE);
  }

  private static RankedOutcomes edgeCase(JsonObject expected) {
    int[] target = Arrays.stream(expected.numbers("y")).mapToInt(y -> (int) y).toArray();
    return RankedOutcomes.of(expected.numbers("p"), target);
  }
}
