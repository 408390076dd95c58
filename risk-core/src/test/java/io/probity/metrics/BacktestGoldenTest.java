package io.probity.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against SciPy, R and mpmath. */
class BacktestGoldenTest {

  private static final Golden CASE = new Golden("15_pd_backtest");
  private static final Offset<Double> TOLERANCE = within(1e-12);
  private static final double RELATIVE = 1e-11;

  private static List<GradeOutcome> grades() {
    String[] names = CASE.texts("input.csv", "grade");
    double[] pds = CASE.numbers("input.csv", "pd");
    int[] obligors = CASE.wholes("input.csv", "n");
    int[] defaults = CASE.wholes("input.csv", "defaults");
    List<GradeOutcome> grades = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      grades.add(new GradeOutcome(names[i], pds[i], obligors[i], defaults[i]));
    }
    return grades;
  }

  private static void assertRelative(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
  }

  private static void assertInterval(Interval interval, double[] expected) {
    assertRelative(interval.low(), expected[0]);
    assertRelative(interval.high(), expected[1]);
  }

  @Test
  void binomialTest_golden_agrees() {
    List<JsonObject> expected = CASE.expected().objects("grades");
    List<GradeOutcome> grades = grades();

    assertThat(grades).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      JsonObject grade = expected.get(i);
      BinomialTest test = grades.get(i).test();
      assertRelative(grades.get(i).defaultRate(), grade.number("observed_default_rate"));
      assertRelative(test.pValue(), grade.number("binomial_p_one_sided_X_ge_d"));
      assertRelative(test.twoSidedPValue(), grade.number("binomial_p_two_sided_minlike"));
      assertRelative(test.midPValue(), grade.number("binomial_mid_p_one_sided"));
      assertRelative(test.probabilityOfAtMost(), grade.number("traffic_cdf_P(X<=d)"));
      assertRelative(test.jeffreysPValue(), grade.number("jeffreys_p_value"));
      assertRelative(test.normalApproximation().statistic(), grade.number("normal_approx_z"));
      assertRelative(
          test.normalApproximation().pValue(), grade.number("normal_approx_p_one_sided"));
      assertThat(test.trafficLight().name()).isEqualToIgnoringCase(grade.text("traffic_zone"));
    }
  }

  @Test
  void criticalDefaults_golden_agree() {
    List<JsonObject> expected = CASE.expected().objects("grades");

    for (int i = 0; i < expected.size(); i++) {
      JsonObject critical =
          expected.get(i).object("critical_defaults_smallest_k_with_P(X>=k)<=1-conf");
      for (String confidence : critical.keys()) {
        assertThat(grades().get(i).test().criticalDefaults(Double.parseDouble(confidence)))
            .isEqualTo(critical.whole(confidence));
      }
    }
  }

  @Test
  void intervals_golden_agree() {
    List<JsonObject> expected = CASE.expected().objects("grades");

    for (int i = 0; i < expected.size(); i++) {
      Proportion rate = grades().get(i).test().defaultRate();
      assertInterval(rate.jeffreys(0.95), expected.get(i).numbers("jeffreys_interval95"));
      assertInterval(rate.clopperPearson(0.95), expected.get(i).numbers("clopper_pearson95"));
      assertInterval(rate.wilson(0.95), expected.get(i).numbers("wilson95"));
    }
  }

  @Test
  void gradeBacktest_golden_agrees() {
    JsonObject expected = CASE.expected().object("portfolio");
    GradeBacktest backtest = GradeBacktest.of(grades());

    assertThat(backtest.obligors()).isEqualTo(expected.whole("n"));
    assertThat(backtest.defaults()).isEqualTo(expected.whole("defaults"));
    assertRelative(backtest.averagePd(), expected.number("exposure_weighted_pd_by_count"));
    assertRelative(backtest.portfolio().defaultRate().value(), expected.number("observed"));
    assertRelative(
        backtest.portfolio().jeffreysPValue(), expected.number("jeffreys_p_value_portfolio"));
    assertRelative(
        backtest.portfolio().pValue(),
        expected.number("binomial_p_one_sided_portfolio_at_average_pd"));
    assertRelative(
        backtest.hosmerLemeshow().statistic(), expected.number("hosmer_lemeshow_chi2_over_grades"));
    assertThat(backtest.hosmerLemeshow().degreesOfFreedom()).isEqualTo(expected.whole("hl_df"));
    assertRelative(backtest.hosmerLemeshow().pValue(), expected.number("hl_p"));
    assertRelative(
        backtest.spiegelhalter().statistic(), expected.number("spiegelhalter_z_obligor_level"));
    assertRelative(backtest.herfindahl(), expected.number("herfindahl_by_count"));
    assertRelative(backtest.normalisedHerfindahl(), expected.number("herfindahl_normalised"));
  }

  @Test
  void rankStability_golden_agrees() {
    JsonObject expected = CASE.expected().object("portfolio").object("rank_stability");
    JsonObject ties = CASE.expected().object("portfolio").object("spearman_with_ties_example");
    GradeBacktest backtest = GradeBacktest.of(grades());
    double[] rates = backtest.defaultRates();
    double[] previous = CASE.numbers("input.csv", "previous_period_default_rate");

    assertThat(Spearman.of(rates, previous).value())
        .isCloseTo(expected.number("spearman_odr_vs_previous"), TOLERANCE);
    assertThat(Kendall.of(rates, previous).value())
        .isCloseTo(expected.number("kendall_odr_vs_previous"), TOLERANCE);
    assertThat(Spearman.of(rates, CASE.numbers("input.csv", "pd")).value())
        .isCloseTo(expected.number("spearman_odr_vs_pd"), TOLERANCE);
    assertThat(backtest.orderViolations())
        .isEqualTo(expected.whole("monotone_violations_odr_by_grade"));
    assertThat(Spearman.of(ties.numbers("x"), ties.numbers("y")).value())
        .isCloseTo(ties.number("rho"), TOLERANCE);
  }

  @Test
  void trafficLight_goldenOfBaselTable_agrees() {
    for (JsonObject row : CASE.expected().objects("basel_var_table_n250_p0.01")) {
      BinomialTest test = new BinomialTest(row.whole("exceptions"), 250, 0.01);
      assertRelative(test.probabilityOfAtMost(), row.number("cumulative_probability"));
      assertThat(test.trafficLight().name()).isEqualToIgnoringCase(row.text("zone"));
    }
  }

  @Test
  void criticalRate_golden_agrees() {
    for (JsonObject row : CASE.expected().objects("vasicek_critical_rates")) {
      assertRelative(
          PdBounds.criticalRate(row.number("pd"), row.number("rho"), row.number("conf")),
          row.number("critical_default_rate"));
    }
  }

  @Test
  void upperBound_golden_agrees() {
    for (JsonObject row : CASE.expected().objects("low_default_upper_bounds")) {
      int obligors = row.whole("n");
      int defaults = row.whole("defaults");
      assertRelative(
          PdBounds.upper(defaults, obligors, 0.75), row.number("upper_pd_one_sided_0.75"));
      assertRelative(
          PdBounds.upper(defaults, obligors, 0.95), row.number("upper_pd_one_sided_0.95"));
    }
  }
}
