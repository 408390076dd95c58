package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the R packages hmeasure and EMP. */
class ProfitGoldenTest {

  private static final Golden CASE = new Golden("16_hmeasure_emp");
  private static final Golden DATA = new Golden("02_roc");
  private static final Offset<Double> TOLERANCE = within(1e-12);

  private static RankedOutcomes ranked(String data, String score) {
    return RankedOutcomes.of(DATA.numbers(data + ".csv", score), DATA.wholes(data + ".csv", "y"));
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void hMeasure_golden_agreesUnderFourPriors(String data, String score) {
    JsonObject expected = CASE.expected().object(data).object(score);
    RankedOutcomes outcomes = ranked(data, score);

    assertThat(HMeasure.of(outcomes, CostPrior.ofSeverityByClassSizes(outcomes)).value())
        .isCloseTo(expected.number("h_default_beta_2_1plus_pi0_over_pi1"), TOLERANCE);
    assertThat(HMeasure.of(outcomes, CostPrior.SYMMETRIC).value())
        .isCloseTo(expected.number("h_beta_2_2_severity_ratio_1"), TOLERANCE);
    assertThat(HMeasure.of(outcomes, CostPrior.ofSeverityRatio(1.0)).value())
        .isCloseTo(expected.number("h_beta_2_2_severity_ratio_1"), TOLERANCE);
    assertThat(HMeasure.of(outcomes, CostPrior.ofClassShares(outcomes)).value())
        .isCloseTo(expected.number("h_beta_pi1plus1_pi0plus1_severity_ratio_negative"), TOLERANCE);
    assertThat(HMeasure.of(outcomes, CostPrior.ofSeverityRatio(0.1)).value())
        .isCloseTo(expected.number("h_severity_ratio_0.1"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void hullAndLosses_golden_agree(String data, String score) {
    JsonObject expected = CASE.expected().object(data).object(score);
    RankedOutcomes outcomes = ranked(data, score);
    double ratio = outcomes.totalBads() / outcomes.totalGoods();

    assertThat(RocHull.of(outcomes).area()).isCloseTo(expected.number("auch"), TOLERANCE);
    assertThat(Auc.of(outcomes).value()).isCloseTo(expected.number("auc"), TOLERANCE);
    assertThat(Auc.of(outcomes).gini()).isCloseTo(expected.number("gini"), TOLERANCE);
    assertThat(Ks.of(outcomes).value()).isCloseTo(expected.number("ks"), TOLERANCE);
    assertThat(MinimumLoss.ofErrors(outcomes).value()).isCloseTo(expected.number("mer"), TOLERANCE);
    assertThat(MinimumLoss.ofWeightedErrors(outcomes, ratio).value())
        .isCloseTo(expected.number("mwl"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny,score_a", "tiny,score_b", "german,score_a", "german,score_b"})
  void expectedMaximumProfit_golden_agrees(String data, String score) {
    JsonObject expected = CASE.expected().object(data).object(score);
    RankedOutcomes outcomes = ranked(data, score);
    ExpectedMaximumProfit first = ExpectedMaximumProfit.of(outcomes, ProfitAssumptions.VERBRAKEN);
    ExpectedMaximumProfit second =
        ExpectedMaximumProfit.of(outcomes, new ProfitAssumptions(0.4, 0.25, 0.17));

    assertThat(first.value())
        .isCloseTo(expected.number("empc_p0_0.55_p1_0.1_roi_0.2644"), TOLERANCE);
    assertThat(first.rejected()).isCloseTo(expected.number("empc_fraction_rejected"), TOLERANCE);
    assertThat(second.value())
        .isCloseTo(expected.number("empc_p0_0.4_p1_0.25_roi_0.17"), TOLERANCE);
    assertThat(second.rejected()).isCloseTo(expected.number("empc_fraction_rejected_2"), TOLERANCE);
  }

  @ParameterizedTest
  @CsvSource({"tiny", "german"})
  void maximumProfit_golden_agrees(String data) {
    JsonObject expected = CASE.expected().object("max_profit_cutoff").object(data);
    MaximumProfit profit = MaximumProfit.of(
        ranked(data, "score_a"),
        expected.number("profit_per_good"),
        expected.number("loss_per_bad"));

    assertThat(profit.value()).isEqualTo(expected.number("max_profit"));
    assertThat(profit.acceptBelow()).isEqualTo(expected.number("accept_if_score_below"));
    assertThat(profit.accepted()).isEqualTo(expected.number("approved"));
    assertThat(profit.profitOfAll()).isEqualTo(expected.number("profit_accept_all"));
  }
}
