package io.probity.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import io.probity.metrics.GradeBacktest;
import io.probity.metrics.TrafficLight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole validation against figures of independent tools, from the records to the report. */
class GoldenValidationTest {

  private static final ValidationSettings QUICK =
      ValidationSettings.DEFAULT.withResampling(Resampling.NONE);

  private static void agrees(Findings findings, Measure measure, JsonObject expected, String key) {
    agrees(findings, measure, expected.number(key), 1e-11);
  }

  private static void agrees(Findings findings, Measure measure, double expected, double within) {
    assertThat(findings.figure(measure).orThrow().value())
        .as(measure.key())
        .isCloseTo(expected, within(within));
  }

  @ParameterizedTest
  @CsvSource({"tiny, score_a", "tiny, score_b", "german, score_a", "german, score_b"})
  void ranking_agreesWithPRocAndScikitLearn(String data, String score) {
    Golden golden = new Golden("02_roc");
    JsonObject expected = golden.expected().object(data).object(score);
    ScoredSample sample =
        ScoredSample.of(golden.numbers(data + ".csv", score), golden.wholes(data + ".csv", "y"));

    Findings found = ModelValidation.of(sample, QUICK).overall();

    agrees(found, Measure.AUC, expected, "auc");
    agrees(found, Measure.GINI, expected, "gini");
    agrees(found, Measure.KS, expected, "ks");
    agrees(found, Measure.KS_AT_PD, expected, "ks_at_score_le");
    agrees(found, Measure.AVERAGE_PRECISION, expected, "average_precision");
    agrees(found, Measure.PR_AUC, expected, "pr_auc_trapezoid_sklearn_points");
    agrees(found, Measure.CAPTURE_TOP_TENTH, expected, "capture_rate_top_10pct_ties_prorated");
    agrees(found, Measure.LIFT_TOP_TENTH, expected, "lift_top_10pct");
    Figure.Known auc = found.figure(Measure.AUC).orThrow();
    assertThat(auc.standardError().orElseThrow())
        .isCloseTo(expected.number("delong_se"), within(1e-12));
    assertThat(auc.interval().orElseThrow().low())
        .isCloseTo(expected.number("ci95_low"), within(1e-11));
    assertThat(auc.interval().orElseThrow().high())
        .isCloseTo(expected.number("ci95_high"), within(1e-11));
    Figure.Known gini = found.figure(Measure.GINI).orThrow();
    assertThat(gini.interval().orElseThrow().low())
        .isCloseTo(expected.number("gini_ci95_low"), within(1e-11));
  }

  @ParameterizedTest
  @CsvSource({"tiny, score_a", "tiny, score_b", "german, score_a", "german, score_b"})
  void ranking_withWeights_agreesWithScikitLearn(String data, String score) {
    Golden golden = new Golden("02_roc");
    JsonObject expected = golden.expected().object(data).object(score);
    ScoredSample sample = ScoredSample.of(
            golden.numbers(data + ".csv", score), golden.wholes(data + ".csv", "y"))
        .withWeights(golden.numbers(data + ".csv", "w"));

    Findings found = ModelValidation.of(sample, QUICK).overall();

    agrees(found, Measure.AUC, expected, "auc_weighted_w");
    agrees(found, Measure.KS, expected, "ks_weighted_w");
    agrees(found, Measure.AVERAGE_PRECISION, expected, "average_precision_weighted_w");
  }

  @ParameterizedTest
  @CsvSource({"tiny, score_a", "tiny, score_b", "german, score_a", "german, score_b"})
  void profit_agreesWithThePackagesHmeasureAndEmp(String data, String score) {
    JsonObject expected = new Golden("16_hmeasure_emp").expected().object(data).object(score);
    Golden records = new Golden("02_roc");
    ScoredSample sample =
        ScoredSample.of(records.numbers(data + ".csv", score), records.wholes(data + ".csv", "y"));

    Findings found = ModelValidation.of(sample, QUICK).overall();
    Findings symmetric =
        ModelValidation.of(sample, QUICK.withPrior(PriorRule.SYMMETRIC)).overall();
    Findings shares =
        ModelValidation.of(sample, QUICK.withPrior(PriorRule.CLASS_SHARES)).overall();

    agrees(found, Measure.H_MEASURE, expected.number("h_default_beta_2_1plus_pi0_over_pi1"), 1e-9);
    agrees(symmetric, Measure.H_MEASURE, expected.number("h_beta_2_2_severity_ratio_1"), 1e-9);
    agrees(
        shares,
        Measure.H_MEASURE,
        expected.number("h_beta_pi1plus1_pi0plus1_severity_ratio_negative"),
        1e-9);
    agrees(found, Measure.EMP, expected.number("empc_p0_0.55_p1_0.1_roi_0.2644"), 1e-9);
    agrees(found, Measure.EMP_REJECTED, expected.number("empc_fraction_rejected"), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"p_model", "p_mis"})
  void calibration_agreesWithStatsmodelsAndR(String column) {
    Golden golden = new Golden("03_calibration");
    JsonObject expected = golden.expected().object(column);
    ScoredSample sample =
        ScoredSample.of(golden.numbers("input.csv", column), golden.wholes("input.csv", "y"));

    Findings found = ModelValidation.of(sample, QUICK).overall();
    Findings learned =
        ModelValidation.of(sample.withOrigin(SampleOrigin.LEARNED_FROM), QUICK).overall();

    agrees(found, Measure.BRIER, expected, "brier");
    agrees(found, Measure.BRIER_SKILL, expected, "brier_skill_score");
    agrees(found, Measure.LOG_LOSS, expected, "log_loss");
    agrees(found, Measure.ECE, expected, "ece_equal_width_10");
    agrees(found, Measure.MCE, expected, "mce_equal_width_10");
    JsonObject parts = expected.object("brier_decomposition_equal_width_10");
    agrees(found, Measure.BRIER_RELIABILITY, parts, "reliability");
    agrees(found, Measure.BRIER_RESOLUTION, parts, "resolution");
    agrees(found, Measure.BRIER_UNCERTAINTY, parts, "uncertainty");
    agrees(found, Measure.MEAN_PD, expected, "mean_predicted");
    agrees(found, Measure.BAD_RATE, expected, "observed_bad_rate");
    agrees(found, Measure.EXPECTED_OVER_OBSERVED, expected, "expected_over_observed");
    JsonObject lemeshow = expected.object("hosmer_lemeshow_quantile_breaks");
    agrees(found, Measure.HOSMER_LEMESHOW, lemeshow.number("chi2"), 1e-8);
    assertThat(found.figure(Measure.HOSMER_LEMESHOW).orThrow().pValue().orElseThrow())
        .isCloseTo(lemeshow.number("p_value_external"), within(1e-9));
    assertThat(learned.figure(Measure.HOSMER_LEMESHOW).orThrow().pValue().orElseThrow())
        .isCloseTo(lemeshow.number("p_value_in_sample"), within(1e-9));
    agrees(found, Measure.SPIEGELHALTER, expected.object("spiegelhalter").number("z"), 1e-9);
    JsonObject fit = expected.object("calibration_regression");
    agrees(found, Measure.SLOPE, fit.number("slope"), 1e-8);
    agrees(found, Measure.INTERCEPT, fit.number("intercept_joint"), 1e-8);
    agrees(found, Measure.INTERCEPT_IN_THE_LARGE, fit.number("intercept_in_the_large"), 1e-8);
    assertThat(found.figure(Measure.SLOPE).orThrow().standardError().orElseThrow())
        .isCloseTo(fit.number("se_slope"), within(1e-8));
  }

  @Test
  void comparison_agreesWithPRocPaired() {
    Golden golden = new Golden("02_roc");
    JsonObject expected = golden.expected().object("german").object("delong_paired");

    ModelComparison comparison = ModelComparison.of(
        golden.numbers("german.csv", "score_a"),
        golden.numbers("german.csv", "score_b"),
        golden.wholes("german.csv", "y"),
        0.95);

    Figure.Known difference = comparison.aucDifference().orThrow();
    assertThat(difference.value()).isCloseTo(expected.number("auc_diff"), within(1e-12));
    assertThat(Math.pow(difference.standardError().orElseThrow(), 2))
        .isCloseTo(expected.number("var_diff"), within(1e-14));
    assertThat(difference.pValue().orElseThrow() / expected.number("p_value_two_sided"))
        .isCloseTo(1.0, within(1e-6));
    assertThat(comparison.logLossDifference().orThrow().value())
        .isCloseTo(
            comparison.firstLogLoss().orThrow().value()
                - comparison.secondLogLoss().orThrow().value(),
            within(1e-12))
        .isNegative();
  }

  @Test
  void grades_agreeWithScipysBacktest() {
    Golden golden = new Golden("15_pd_backtest");
    double[] pds = golden.numbers("input.csv", "pd");
    int[] obligors = golden.wholes("input.csv", "n");
    int[] defaults = golden.wholes("input.csv", "defaults");
    List<Double> pd = new ArrayList<>();
    List<Integer> target = new ArrayList<>();
    List<Integer> grade = new ArrayList<>();
    for (int g = 0; g < pds.length; g++) {
      for (int i = 0; i < obligors[g]; i++) {
        pd.add(pds[g]);
        target.add(i < defaults[g] ? 1 : 0);
        grade.add(g);
      }
    }
    ScoredSample sample = ScoredSample.of(
            pd.stream().mapToDouble(Double::doubleValue).toArray(),
            target.stream().mapToInt(Integer::intValue).toArray())
        .withGrades(Groups.of(
            "grade",
            List.of(golden.texts("input.csv", "grade")),
            grade.stream().mapToInt(Integer::intValue).toArray()));

    GradeFindings found = ModelValidation.of(sample, QUICK).overall().grades().orElseThrow();

    List<JsonObject> expected = golden.expected().objects("grades");
    for (int g = 0; g < expected.size(); g++) {
      var test = found.rows().get(g).outcome().orElseThrow().test();
      // the mean PD of equal PDs is a sum over thousands of them, hence the tolerance
      assertThat(test.pValue())
          .isCloseTo(expected.get(g).number("binomial_p_one_sided_X_ge_d"), within(1e-9));
      assertThat(test.jeffreysPValue())
          .isCloseTo(expected.get(g).number("jeffreys_p_value"), within(1e-9));
      assertThat(test.trafficLight())
          .isEqualTo(
              TrafficLight.valueOf(expected.get(g).text("traffic_zone").toUpperCase(Locale.ROOT)));
    }
    JsonObject all = golden.expected().object("portfolio");
    GradeBacktest backtest = found.backtest().orElseThrow();
    assertThat(backtest.portfolio().jeffreysPValue())
        .isCloseTo(all.number("jeffreys_p_value_portfolio"), within(1e-9));
    assertThat(backtest.hosmerLemeshow().statistic())
        .isCloseTo(all.number("hosmer_lemeshow_chi2_over_grades"), within(1e-6));
    assertThat(backtest.orderViolations()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"B, 0.5625, true", "C, 0.9375, false"})
  void fairness_agreesWithScipy(String group, double ratio, boolean below) {
    Golden golden = new Golden("14_fair_lending");
    JsonObject expected = golden.expected().object("comparisons").object(group + "_vs_reference_A");
    int[] approved = golden.wholes("input.csv", "approved");
    int[] good = golden.wholes("input.csv", "good");
    String[] groups = golden.texts("input.csv", "group");
    CutOff cutOff = new CutOff.PdBelow(0.5);
    ScoredSample sample = ScoredSample.of(
            Arrays.stream(approved).mapToDouble(yes -> yes == 1 ? 0.1 : 0.9).toArray(),
            Arrays.stream(good).map(yes -> 1 - yes).toArray())
        .withScores(golden.wholes("input.csv", "score"))
        .withGroups(Groups.ofNames("group", List.of(groups)));

    FairnessFindings found = ModelValidation.of(
            sample,
            QUICK
                .withCutOffs(List.of(cutOff))
                .withProtectedFields(List.of(ProtectedField.of("group"))))
        .overall()
        .fairness()
        .get(0);

    assertThat(found.reference()).isEqualTo("A");
    FairnessFindings.Group own = found.groups().stream()
        .filter(each -> each.label().equals(group))
        .findFirst()
        .orElseThrow();
    FairnessFindings.Treatment treatment = own.treatments().get(0);
    Figure.Known impact = treatment.adverseImpact().orThrow();
    assertThat(impact.value()).isCloseTo(ratio, within(1e-12));
    assertThat(treatment.belowFourFifths()).isEqualTo(below);
    assertThat(impact.interval().orElseThrow().low())
        .isCloseTo(expected.number("air_ci95_low"), within(1e-12));
    assertThat(impact.interval().orElseThrow().high())
        .isCloseTo(expected.number("air_ci95_high"), within(1e-12));
    assertThat(impact.pValue().orElseThrow())
        .isCloseTo(expected.number("p_fisher_two_sided"), within(1e-9));
    assertThat(own.meanDifference().orThrow().value())
        .isCloseTo(expected.number("smd_pooled_sd"), within(1e-12));
    assertThat(own.meanDifference().orThrow().pValue().orElseThrow())
        .isCloseTo(expected.number("p_welch_t_scores"), within(1e-9));
    assertThat(treatment.opportunityGap().orThrow().value())
        .isCloseTo(expected.number("equal_opportunity_difference"), within(1e-12));
  }

  @Test
  void shift_agreesWithNumpy() {
    JsonObject golden = new Golden("07_stability").expected();
    JsonObject deciles = golden.object("score_deciles").object("floor_1e-4");
    JsonObject letters = golden.object("characteristic").object("floor_1e-4");

    ShareShift score = shift("score", deciles);
    ShareShift characteristic = shift("char", letters);

    assertThat(score.psi().orThrow().value()).isCloseTo(deciles.number("psi"), within(1e-13));
    assertThat(score.psi().orThrow().pValue().orElseThrow())
        .isCloseTo(golden.object("chi2_homogeneity_score_deciles").number("p"), within(1e-9));
    assertThat(characteristic.psi().orThrow().value())
        .isCloseTo(letters.number("psi"), within(1e-13));
    double[] contributions = letters.numbers("contribution");
    for (int bin = 0; bin < contributions.length; bin++) {
      assertThat(characteristic.bins().get(bin).contribution())
          .isCloseTo(contributions[bin], within(1e-13));
    }
  }

  private static ShareShift shift(String name, JsonObject expected) {
    double[] reference = expected.numbers("expected_counts");
    String[] labels = new String[reference.length];
    Arrays.setAll(labels, bin -> "bin " + bin);
    return ShareShift.of(name, List.of(labels), reference, expected.numbers("actual_counts"), true);
  }
}
