package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against R pROC, scikit-learn and SciPy. */
class DiscriminationGoldenTest {

  private static final Golden CASE = new Golden("02_roc");
  private static final Offset<Double> TOLERANCE = within(1e-12);

  private static RankedOutcomes ranked(String data, String score) {
    return RankedOutcomes.of(CASE.numbers(data + ".csv", score), CASE.wholes(data + ".csv", "y"));
  }

  private static RankedOutcomes weighted(String data, String score) {
    String file = data + ".csv";
    return RankedOutcomes.of(
        CASE.numbers(file, score), CASE.wholes(file, "y"), CASE.numbers(file, "w"));
  }

  private static JsonObject expected(String data, String score) {
    return CASE.expected().object(data).object(score);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void auc_golden_agrees(String data, String score) {
    JsonObject expected = expected(data, score);
    Auc auc = Auc.of(ranked(data, score));

    assertThat(auc.value()).isCloseTo(expected.number("auc"), TOLERANCE);
    assertThat(auc.gini()).isCloseTo(expected.number("gini"), TOLERANCE);
    assertThat(auc.gini()).isCloseTo(expected.number("somers_d"), TOLERANCE);
    assertThat(auc.concordant()).isEqualTo(expected.number("concordant_pairs"));
    assertThat(auc.tied()).isEqualTo(expected.number("tied_pairs"));
    assertThat(auc.discordant()).isEqualTo(expected.number("discordant_pairs"));
    assertThat(auc.mannWhitney()).isEqualTo(expected.number("mann_whitney_u_bad"));
    assertThat(Auc.hanleyMcNeilStandardError(
            auc.value(), expected.number("n_bad"), expected.number("n_good")))
        .isCloseTo(expected.number("hanley_mcneil_se"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void deLong_golden_agrees(String data, String score) {
    JsonObject expected = expected(data, score);
    DeLong deLong = DeLong.of(ranked(data, score));

    assertThat(deLong.variance()).isCloseTo(expected.number("delong_var"), within(1e-15));
    assertThat(deLong.standardError()).isCloseTo(expected.number("delong_se"), TOLERANCE);
    assertInterval(deLong.interval(0.95), expected, "ci95_low", "ci95_high");
    assertInterval(deLong.giniInterval(0.95), expected, "gini_ci95_low", "gini_ci95_high");
    assertInterval(deLong.logitInterval(0.95), expected, "ci95_logit_low", "ci95_logit_high");
  }

  private static void assertInterval(
      Interval interval, JsonObject expected, String low, String high) {
    assertThat(interval.low()).isCloseTo(expected.number(low), TOLERANCE);
    assertThat(interval.high()).isCloseTo(expected.number(high), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny", "german"})
  void pairedDeLong_golden_agrees(String data) {
    JsonObject expected = expected(data, "delong_paired");
    PairedDeLong paired = PairedDeLong.of(ranked(data, "score_a"), ranked(data, "score_b"));

    assertThat(paired.difference()).isCloseTo(expected.number("auc_diff"), TOLERANCE);
    assertThat(paired.covariance()).isCloseTo(expected.number("cov"), within(1e-15));
    assertThat(paired.differenceVariance()).isCloseTo(expected.number("var_diff"), within(1e-15));
    assertThat(paired.test().statistic()).isCloseTo(expected.number("z"), TOLERANCE);
    assertThat(paired.test().pValue()).isCloseTo(expected.number("p_value_two_sided"), TOLERANCE);
    assertThat(paired.first().auc()).isEqualTo(expected(data, "score_a").number("auc"));
    assertThat(paired.second().auc()).isCloseTo(expected(data, "score_b").number("auc"), TOLERANCE);
  }

  @Test
  void compareUnpaired_golden_agrees() {
    JsonObject expected =
        CASE.expected().object("delong_unpaired_german_score_a_rows1to500_vs_501to1000");
    double[] score = CASE.numbers("german.csv", "score_a");
    int[] target = CASE.wholes("german.csv", "y");
    DeLong first = DeLong.of(Arrays.copyOf(score, 500), Arrays.copyOf(target, 500));
    DeLong second =
        DeLong.of(Arrays.copyOfRange(score, 500, 1000), Arrays.copyOfRange(target, 500, 1000));

    WelchTest test = first.compareUnpaired(second);

    assertThat(first.auc()).isCloseTo(expected.number("auc1"), TOLERANCE);
    assertThat(second.auc()).isCloseTo(expected.number("auc2"), TOLERANCE);
    assertThat(test.statistic()).isCloseTo(expected.number("statistic_D"), TOLERANCE);
    assertThat(test.degreesOfFreedom()).isCloseTo(expected.number("df_welch"), within(1e-9));
    assertThat(test.pValue()).isCloseTo(expected.number("p_value"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void ks_golden_agrees(String data, String score) {
    JsonObject expected = expected(data, score);
    RankedOutcomes outcomes = ranked(data, score);
    Ks ks = Ks.of(outcomes);

    assertThat(ks.value()).isCloseTo(expected.number("ks"), TOLERANCE);
    assertThat(ks.atScore()).isEqualTo(expected.number("ks_at_score_le"));
    assertThat(ks.signed()).isCloseTo(expected.number("ks_signed_goodcdf_minus_badcdf"), TOLERANCE);
    assertThat(Youden.of(outcomes).index()).isCloseTo(expected.number("youden_max"), TOLERANCE);
    assertThat(KolmogorovSmirnov.of(outcomes).statistic())
        .isCloseTo(expected.number("ks"), TOLERANCE);
    double pValue = expected.number("ks_p_value_asymptotic_scipy");
    assertThat(KolmogorovSmirnov.of(outcomes).finitePValue())
        .isCloseTo(pValue, within(1e-10 * pValue));
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void partialAuc_golden_agrees(String data, String score) {
    JsonObject expected = expected(data, score);
    RankedOutcomes outcomes = ranked(data, score);
    PartialAuc top10 = PartialAuc.overFalsePositives(outcomes, 0.0, 1.0 - 0.9);
    PartialAuc sensitive = PartialAuc.overSensitivity(outcomes, 0.8, 1.0);

    assertThat(top10.value()).isCloseTo(expected.number("pauc_specificity_1_to_0.9"), TOLERANCE);
    assertThat(top10.standardised())
        .isCloseTo(expected.number("pauc_specificity_1_to_0.9_mcclish"), TOLERANCE);
    assertThat(PartialAuc.overFalsePositives(outcomes, 0.0, 0.2).value())
        .isCloseTo(expected.number("pauc_specificity_1_to_0.8"), TOLERANCE);
    assertThat(PartialAuc.overFalsePositives(outcomes, 0.1, 0.5).value())
        .isCloseTo(expected.number("pauc_specificity_0.9_to_0.5"), TOLERANCE);
    assertThat(sensitive.value())
        .isCloseTo(expected.number("pauc_sensitivity_1_to_0.8"), TOLERANCE);
    assertThat(sensitive.standardised())
        .isCloseTo(expected.number("pauc_sensitivity_1_to_0.8_mcclish"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void precisionRecall_golden_agrees(String data, String score) {
    JsonObject expected = expected(data, score);
    PrecisionRecall curve = PrecisionRecall.of(ranked(data, score));

    assertThat(curve.averagePrecision()).isCloseTo(expected.number("average_precision"), TOLERANCE);
    assertThat(curve.trapezoidArea())
        .isCloseTo(expected.number("pr_auc_trapezoid_sklearn_points"), TOLERANCE);
    assertThat(curve.baseline()).isCloseTo(expected.number("baseline_precision"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void weightedFigures_golden_agree(String data, String score) {
    JsonObject expected = expected(data, score);
    RankedOutcomes outcomes = weighted(data, score);

    assertThat(Auc.of(outcomes).value()).isCloseTo(expected.number("auc_weighted_w"), TOLERANCE);
    assertThat(Ks.of(outcomes).value()).isCloseTo(expected.number("ks_weighted_w"), TOLERANCE);
    assertThat(PrecisionRecall.of(outcomes).averagePrecision())
        .isCloseTo(expected.number("average_precision_weighted_w"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void gains_golden_agree(String data, String score) {
    JsonObject expected = expected(data, score);
    Gains gains = Gains.of(ranked(data, score));

    for (int percent : new int[] {10, 20, 30}) {
      assertThat(gains.capture(percent / 100.0))
          .isCloseTo(
              expected.number("capture_rate_top_" + percent + "pct_ties_prorated"), TOLERANCE);
      assertThat(gains.lift(percent / 100.0))
          .isCloseTo(expected.number("lift_top_" + percent + "pct"), TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({"score_a", "score_b"})
  void rocPoints_golden_agree(String score) {
    List<JsonValue> expected =
        expected("tiny", score).value("roc_points_fpr_tpr_threshold").list();
    List<RocPoint> points = RocCurve.points(ranked("tiny", score));

    assertThat(points).hasSameSizeAs(expected);
    for (int i = 0; i < points.size(); i++) {
      double[] point = expected.get(i).numbers();
      assertThat(points.get(i).falsePositiveRate()).isCloseTo(point[0], TOLERANCE);
      assertThat(points.get(i).truePositiveRate()).isCloseTo(point[1], TOLERANCE);
      assertThat(points.get(i).threshold()).isEqualTo(point[2]);
    }
  }
}
