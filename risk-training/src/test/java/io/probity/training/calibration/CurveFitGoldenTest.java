package io.probity.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import io.probity.model.CalibrationCurve;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves beside R's glm and scikit-learn's IsotonicRegression. */
class CurveFitGoldenTest {

  private static final String CASE = "04_recalibration";
  private static final double CLOSE = 1e-8;
  private static final double EXACT = 1e-10;

  private final Golden input = Golden.csv(CASE);
  private final JsonObject expected = Golden.expected(CASE);

  private static PooledRecords pooled(double[] x, int[] y, double[] weights) {
    return CalibrationRecords.of(x, y, weights).pooled();
  }

  private PooledRecords byScore(boolean weighted) {
    double[] x = input.column("score");
    return pooled(x, input.target(), weighted ? input.column("w") : Golden.ones(x.length));
  }

  private PooledRecords byPd(String column) {
    double[] pd = input.column(column);
    return pooled(Golden.logits(pd), input.target(), Golden.ones(pd.length));
  }

  private void assertLine(CalibrationCurve.Platt line, String key) {
    JsonObject coefficients = expected.object(key).object("coefficients");
    assertThat(line.intercept()).isCloseTo(coefficients.number("(Intercept)"), within(CLOSE));
    assertThat(line.slope()).isCloseTo(coefficients.number("score"), within(CLOSE));
  }

  @Test
  void platt_matchesLogisticRegression() {
    assertLine(PlattFit.of(byScore(false), PlattTargets.OBSERVED), "platt_mle");
    assertLine(PlattFit.of(byScore(true), PlattTargets.OBSERVED), "platt_mle_weighted_w");
    assertLine(PlattFit.of(byScore(false), PlattTargets.SMOOTHED), "platt_smoothed_targets");
  }

  @Test
  void platt_miscalibratedPds_hasTheSlopeAndInterceptOfTheirCalibrationRegression() {
    Golden records = Golden.csv("03_calibration");
    double[] pd = records.column("p_mis");
    JsonObject regression =
        Golden.expected("03_calibration").object("p_mis").object("calibration_regression");

    CalibrationCurve.Platt line = PlattFit.of(
        pooled(Golden.logits(pd), records.target(), Golden.ones(pd.length)), PlattTargets.OBSERVED);

    assertThat(line.slope()).isCloseTo(regression.number("slope"), within(CLOSE));
    assertThat(line.intercept()).isCloseTo(regression.number("intercept_joint"), within(CLOSE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "p2"})
  void beta_matchesTheFreeFits(String column) {
    JsonObject free = expected.object("beta_" + column).object("free_fit");
    PooledRecords records = byPd(column);

    BetaFit.Parameters abm = new BetaFit(records, BetaForm.ABM).free(List.of(BetaFit.A, BetaFit.B));
    BetaFit.Parameters ab = new BetaFit(records, BetaForm.AB).free(List.of(BetaFit.A, BetaFit.B));

    JsonObject wanted = free.object("abm").object("coefficients");
    assertThat(abm.a()).isCloseTo(wanted.number("u"), within(CLOSE));
    assertThat(abm.b()).isCloseTo(wanted.number("v"), within(CLOSE));
    assertThat(abm.intercept()).isCloseTo(wanted.number("(Intercept)"), within(CLOSE));
    assertThat(abm.logLikelihood()).isCloseTo(free.object("abm").number("log_lik"), within(CLOSE));
    JsonObject half = free.object("ab_m_half").object("coefficients");
    assertThat(ab.a()).isCloseTo(half.number("u2"), within(CLOSE));
    assertThat(ab.b()).isCloseTo(half.number("v2"), within(CLOSE));
    assertThat(ab.logLikelihood())
        .isCloseTo(free.object("ab_m_half").number("log_lik"), within(CLOSE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "p2"})
  void beta_isTheConstrainedFit(String column) {
    JsonObject wanted = expected.object("beta_" + column).object("abm_constrained_nonnegative");

    CalibrationCurve.Beta beta = BetaFit.of(byPd(column), BetaForm.ABM);

    assertThat(beta.a()).isCloseTo(wanted.number("a"), within(CLOSE));
    assertThat(beta.b()).isCloseTo(wanted.number("b"), within(CLOSE));
    assertThat(beta.intercept()).isCloseTo(wanted.number("c"), within(CLOSE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"isotonic_tiny_unweighted", "isotonic_tiny_weighted"})
  void isotonic_tinyCase_hasTheFittedRates(String key) {
    JsonObject tiny = expected.object(key);
    double[] x = tiny.numbers("x");
    int[] y = Arrays.stream(tiny.numbers("y")).mapToInt(v -> (int) v).toArray();

    double[] weights = key.endsWith("_weighted") ? tiny.numbers("w") : Golden.ones(x.length);
    IsotonicFit fit = IsotonicFit.of(pooled(x, y, weights));

    double[] fitted = tiny.numbers("fitted_at_rows");
    assertThat(fit.blocks()).isEqualTo(tiny.whole("n_blocks"));
    for (int row = 0; row < x.length; row++) {
      assertThat(rateAt(fit, x[row])).isCloseTo(fitted[row], within(EXACT));
    }
  }

  @Test
  void isotonic_weightedScores_hasTheFittedRates() {
    double[] fitted = expected.object("isotonic_400_weighted_score").numbers("fitted_at_rows");
    double[] x = input.column("score");

    IsotonicFit fit = IsotonicFit.of(byScore(true));

    assertThat(fit.blocks())
        .isEqualTo(expected.object("isotonic_400_weighted_score").whole("n_blocks"));
    for (int row = 0; row < fitted.length; row++) {
      assertThat(rateAt(fit, x[row])).isCloseTo(fitted[row], within(EXACT));
    }
  }

  private static double rateAt(IsotonicFit fit, double x) {
    for (int block = 0; block < fit.blocks(); block++) {
      if (x >= fit.first(block) && x <= fit.last(block)) {
        return fit.rate(block);
      }
    }
    throw new AssertionError("no block holds " + x);
  }
}
