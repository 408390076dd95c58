package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against SciPy and R. The case's column {@code good} is turned into a target with 1 for bad. */
class FairnessGoldenTest {

  private static final Golden CASE = new Golden("14_fair_lending");
  private static final Offset<Double> TOLERANCE = within(1e-12);

  private static int[] rowsOf(String group) {
    String[] groups = CASE.texts("input.csv", "group");
    return IntStream.range(0, groups.length)
        .filter(i -> groups[i].equals(group))
        .toArray();
  }

  private static double[] scores(String group) {
    double[] score = CASE.numbers("input.csv", "score");
    return IntStream.of(rowsOf(group)).mapToDouble(row -> score[row]).toArray();
  }

  private static ApprovalOutcomes outcomes(String group) {
    int[] approved = CASE.wholes("input.csv", "approved");
    int[] good = CASE.wholes("input.csv", "good");
    int[] rows = rowsOf(group);
    boolean[] yes = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      yes[i] = approved[rows[i]] == 1;
    }
    return ApprovalOutcomes.of(yes, IntStream.of(rows).map(row -> 1 - good[row]).toArray());
  }

  private static AdverseImpact impact(String group) {
    ApprovalOutcomes one = outcomes(group);
    ApprovalOutcomes reference = outcomes("A");
    return new AdverseImpact(
        one.approvedGoods() + one.approvedBads(),
        one.goods() + one.bads(),
        reference.approvedGoods() + reference.approvedBads(),
        reference.goods() + reference.bads());
  }

  private static JsonObject comparison(String group) {
    return CASE.expected().object("comparisons").object(group + "_vs_reference_A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B", "C"})
  void approvalOutcomes_golden_agree(String group) {
    JsonObject expected = CASE.expected().object("groups").object(group);
    ApprovalOutcomes outcomes = outcomes(group);

    assertThat(outcomes.goods()).isEqualTo(expected.number("good"));
    assertThat(outcomes.bads()).isEqualTo(expected.number("bad"));
    assertThat(outcomes.approvedGoods() + outcomes.approvedBads())
        .isEqualTo(expected.number("approved"));
    assertThat(outcomes.approvalRate()).isCloseTo(expected.number("approval_rate"), TOLERANCE);
    assertThat(outcomes.truePositiveRate())
        .isCloseTo(expected.number("tpr_approved_given_good"), TOLERANCE);
    assertThat(outcomes.falsePositiveRate())
        .isCloseTo(expected.number("fpr_approved_given_bad"), TOLERANCE);
    assertThat(outcomes.positivePredictiveValue())
        .isCloseTo(expected.number("ppv_good_given_approved"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "C"})
  void adverseImpact_golden_agrees(String group) {
    JsonObject expected = comparison(group);
    AdverseImpact impact = impact(group);

    assertThat(impact.ratio()).isCloseTo(expected.number("adverse_impact_ratio"), TOLERANCE);
    assertThat(impact.ratio() < 0.8).isEqualTo(expected.flag("four_fifths_flag_below_0.8", false));
    assertThat(impact.interval(0.95).low()).isCloseTo(expected.number("air_ci95_low"), TOLERANCE);
    assertThat(impact.interval(0.95).high()).isCloseTo(expected.number("air_ci95_high"), TOLERANCE);
    assertThat(impact.rateDifference())
        .isCloseTo(expected.number("marginal_effect_rate_difference"), TOLERANCE);
    assertThat(impact.denialOddsRatio()).isCloseTo(expected.number("denial_odds_ratio"), TOLERANCE);
    assertThat(impact.approvals().proportionsZ().statistic())
        .isCloseTo(expected.number("two_proportion_z_pooled"), TOLERANCE);
    assertThat(impact.approvals().proportionsZ().pValue())
        .isCloseTo(expected.number("p_two_sided"), TOLERANCE);
    assertThat(impact.approvals().fisherPValue())
        .isCloseTo(expected.number("p_fisher_two_sided"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "C"})
  void standardisedDifference_golden_agrees(String group) {
    JsonObject expected = comparison(group);
    StandardisedDifference difference =
        StandardisedDifference.of(scores(group), scores("A"), CASE.numbers("input.csv", "score"));

    assertThat(difference.pooled()).isCloseTo(expected.number("smd_pooled_sd"), TOLERANCE);
    assertThat(difference.averageVariance())
        .isCloseTo(expected.number("smd_average_variance"), TOLERANCE);
    assertThat(difference.allRows())
        .isCloseTo(expected.number("smd_all_rows_sample_sd"), TOLERANCE);
    assertThat(difference.welch().pValue())
        .isCloseTo(expected.number("p_welch_t_scores"), TOLERANCE);
    assertThat(KolmogorovSmirnov.of(scores(group), scores("A")).statistic())
        .isCloseTo(expected.number("ks_between_group_scores"), TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "C"})
  void equalOpportunity_golden_agrees(String group) {
    JsonObject expected = comparison(group);
    EqualOpportunity opportunity = new EqualOpportunity(outcomes(group), outcomes("A"));

    assertThat(opportunity.difference())
        .isCloseTo(expected.number("equal_opportunity_difference"), TOLERANCE);
    assertThat(opportunity.falsePositiveDifference())
        .isCloseTo(expected.number("fpr_difference"), TOLERANCE);
    assertThat(opportunity.averageOddsDifference())
        .isCloseTo(expected.number("average_odds_difference"), TOLERANCE);
    assertThat(opportunity.equalisedOddsDifference())
        .isCloseTo(expected.number("equalized_odds_difference_max_abs"), TOLERANCE);
    assertThat(opportunity.predictiveParityDifference())
        .isCloseTo(expected.number("predictive_parity_difference"), TOLERANCE);
  }

  @Test
  void mantelHaenszel_golden_agrees() {
    JsonObject expected = CASE.expected().object("cochran_mantel_haenszel_good_given_score_band");
    List<TwoByTwo> strata = new ArrayList<>();
    for (JsonValue table : expected.value("tables_[B;A]x[good,bad]").list()) {
      double[] group = table.list().get(0).numbers();
      double[] reference = table.list().get(1).numbers();
      strata.add(new TwoByTwo(group[0], group[1], reference[0], reference[1]));
    }
    MantelHaenszel comparison = MantelHaenszel.of(strata);

    assertThat(comparison.test().statistic())
        .isCloseTo(expected.number("cmh_chi2_no_correction"), TOLERANCE);
    assertThat(comparison.test().pValue()).isCloseTo(expected.number("p"), TOLERANCE);
    assertThat(comparison.commonOddsRatio())
        .isCloseTo(expected.number("mantel_haenszel_common_odds_ratio"), TOLERANCE);
  }
}
