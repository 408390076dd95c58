package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.GERMAN;
import static io.probity.training.logistic.Golden.assertClose;
import static io.probity.training.logistic.Golden.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import io.probity.input.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the golden cases 01a, 01b, 01c and 01e. */
class LogisticGoldenTest {

  private static final LogisticTrainer TRAINER = LogisticTrainer.ofDefaults();
  private static final List<String> COLLINEAR =
      List.of("duration", "age", "chk_lt0", "chk_none", "chk_other", "const");
  private static final Golden.Csv A = Golden.csv("a_mle/input.csv");

  @Test
  void train_german_matchesR() {
    JsonObject golden = Golden.json("a_mle");
    JsonObject expected = golden.object("expected");

    LogisticFit fit = TRAINER.train(A.sample(GERMAN));

    assertInference(fit, expected);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.iterations()).isLessThanOrEqualTo(expected.whole("iterations_r"));
    assertThat(fit.separation().kind()).isEqualTo(Separation.Kind.NONE);
    assertRelative(fit.statistics().aic(), expected.number("aic"), 1e-12);
    assertRelative(fit.statistics().bic(), expected.number("bic"), 1e-12);
    assertRelative(each(fit, c -> c.low(0.95)), expected.numbers("wald_ci95_low"), 1e-9);
    assertRelative(each(fit, c -> c.high(0.95)), expected.numbers("wald_ci95_high"), 1e-9);
  }

  @Test
  void rows_german_matchR() {
    JsonObject expected = Golden.json("a_mle").object("expected");
    LogisticSample sample = A.sample(GERMAN);
    LogisticFit fit = TRAINER.train(sample);

    CaseDiagnostics cases = CaseDiagnostics.of(fit, sample);
    double[] fitted = fit.probabilities(sample.design());

    assertRelative(
        first(10, fit.linearPredictors(sample.design())),
        expected.numbers("linear_predictor_first10"),
        1e-10);
    assertRelative(first(10, fitted), expected.numbers("fitted_first10"), 1e-10);
    assertRelative(first(10, cases.leverages()), expected.numbers("hat_first10"), 1e-10);
    assertRelative(
        first(10, cases.devianceResiduals()), expected.numbers("deviance_resid_first10"), 1e-10);
    assertRelative(
        first(10, cases.pearsonResiduals()), expected.numbers("pearson_resid_first10"), 1e-10);
    assertRelative(Arrays.stream(fitted).sum(), expected.number("score_sum_fitted"), 1e-12);
    assertRelative(Arrays.stream(cases.leverages()).sum(), 9.0, 1e-12);
  }

  @Test
  void hc0_german_matchesStatsmodels() {
    LogisticSample sample = A.sample(GERMAN);
    LogisticFit fit = TRAINER.train(sample);

    List<Coefficient> robust = RobustErrors.hc0(fit, sample);

    assertRelative(
        robust.stream().mapToDouble(Coefficient::standardError).toArray(),
        Golden.json("a_mle").numbers("robust_hc0_std_errors"),
        1e-9);
    assertThat(robust.get(1).estimate()).isEqualTo(fit.coefficient("duration").estimate());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void train_standardisedRidge_matchesNewtonAndSklearn(int index) {
    JsonObject golden = Golden.json("b_l2");
    JsonObject expected = golden.objects("expected").get(index);
    double lambda = expected.number("lambda_equivalent_on_sum_loss");
    Penalty.Ridge ridge = Penalty.ridge(lambda, Penalty.Scale.STANDARDISED);
    LogisticSample sample = A.sample(GERMAN);

    LogisticFit fit = ridge(ridge).train(sample);

    FitStatistics statistics = fit.statistics();
    double[] fitted = fit.probabilities(sample.design());
    assertClose(fit.standardisedEstimates(), expected.numbers("coefficients_standardized"), 1e-10);
    assertClose(fit.estimates(), expected.numbers("coefficients_raw_scale"), 1e-10);
    assertRelative(-statistics.logLikelihood(), expected.number("negative_log_likelihood"), 1e-10);
    assertRelative(
        -statistics.penalisedLogLikelihood() * expected.number("C"),
        expected.number("objective_C_times_nll_plus_half_norm2"),
        1e-10);
    assertClose(first(10, fitted), expected.numbers("fitted_first10"), 1e-10);
    assertRelative(Arrays.stream(fitted).sum(), expected.number("sum_fitted"), 1e-11);
    assertRelative(statistics.effectiveParameters(), expected.number("effective_df"), 1e-10);
    assertThat(fit.standardisedEstimates()[0])
        .isNotCloseTo(
            expected.numbers("liblinear_coefficients_PENALISED_INTERCEPT_do_not_match")[0],
            within(1e-3));
  }

  @Test
  void train_standardisedRidge_usesPopulationDeviations() {
    JsonObject golden = Golden.json("b_l2");
    double[] means = golden.numbers("means");
    double[] deviations = golden.numbers("population_sds");
    LogisticFit fit = ridge(Penalty.ridge(1.0, Penalty.Scale.STANDARDISED)).train(A.sample(GERMAN));

    // at the mean of every column the log-odds are the standardised intercept
    assertThat(fit.linearPredictor(means)).isCloseTo(fit.standardisedEstimates()[0], within(1e-12));
    for (int j = 0; j < deviations.length; j++) {
      assertRelative(
          fit.standardisedEstimates()[j + 1], fit.estimates()[j + 1] * deviations[j], 1e-12);
    }
  }

  @Test
  void train_rawRidge_matchesSklearn() {
    JsonObject expected = Golden.json("b_l2").object("unstandardised_C1");

    LogisticFit fit = ridge(Penalty.ridge(1.0, Penalty.Scale.RAW)).train(A.sample(GERMAN));

    assertClose(fit.estimates(), expected.numbers("coefficients"), 1e-10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w_int", "w_real"})
  void train_weights_matchR(String weights) {
    Golden.Csv csv = Golden.csv("c_weights/input.csv");
    JsonObject expected = Golden.json("c_weights").object("expected").object(weights);
    LogisticSample sample =
        LogisticSample.of(csv.design(GERMAN), csv.target(), csv.column(weights));

    LogisticFit fit = TRAINER.train(sample);

    assertInference(fit, expected);
    assertThat(fit.converged()).isTrue();
    assertRelative(fit.statistics().weight(), expected.number("sum_weights"), 1e-12);
    assertThat(fit.statistics().rows()).isEqualTo(expected.whole("n_positive_weight"));
    assertRelative(fit.statistics().aic(), expected.number("aic_deviance_plus_2k"), 1e-12);
    assertRelative(
        RobustErrors.hc0(fit, sample).stream()
            .mapToDouble(Coefficient::standardError)
            .toArray(),
        expected.numbers("robust_hc0_std_errors_for_sampling_weights"),
        1e-9);
    // the file's BIC takes all 1000 rows for the observations, those of weight 0 included, and adds
    // to R's own AIC, which rounds weights; ours takes the weight, as a frequency means
    assertRelative(
        fit.statistics().bic(1000),
        expected.number("bic") + expected.number("aic_deviance_plus_2k") - expected.number("aic"),
        1e-12);
  }

  @Test
  void train_integerWeights_equalRepeatedRows() {
    Golden.Csv csv = Golden.csv("c_weights/input.csv");
    JsonObject expected =
        Golden.json("c_weights").object("expected").object("row_duplication_check");
    double[] weights = csv.column("w_int");
    int[] repeated = IntStream.range(0, csv.rows())
        .flatMap(row -> IntStream.generate(() -> row).limit((long) weights[row]))
        .toArray();
    double[][] columns = GERMAN.stream()
        .map(name ->
            Arrays.stream(repeated).mapToDouble(row -> csv.column(name)[row]).toArray())
        .toArray(double[][]::new);
    int[] target = Arrays.stream(repeated).map(row -> csv.target()[row]).toArray();

    LogisticFit weighted = TRAINER.train(csv.design(GERMAN), csv.target(), weights);
    LogisticFit duplicated =
        TRAINER.train(DesignMatrix.of(GERMAN, columns), target, ones(target.length));

    assertRelative(duplicated.estimates(), weighted.estimates(), 1e-12);
    assertRelative(
        each(duplicated, Coefficient::standardError),
        each(weighted, Coefficient::standardError),
        1e-12);
    assertRelative(duplicated.statistics().deviance(), expected.number("deviance"), 1e-12);
    assertRelative(duplicated.statistics().aic(), expected.number("aic"), 1e-12);
    assertRelative(duplicated.statistics().bic(), weighted.statistics().bic(), 1e-12);
    assertThat(duplicated.statistics().residualDegreesOfFreedom())
        .isEqualTo(expected.whole("df_residual"));
  }

  @Test
  void train_collinear_keepsTheFirstIndependentColumnsAsRDoes() {
    Golden.Csv csv = Golden.csv("e_collinear/input.csv");
    JsonObject expected = Golden.json("e_collinear").object("expected");
    LogisticSample sample = csv.sample(COLLINEAR);

    LogisticFit fit = TRAINER.train(sample);

    JsonObject coefficients = expected.object("reduced_model_coefficients");
    JsonObject errors = expected.object("reduced_model_std_errors");
    assertThat(fit.aliased()).containsExactly("chk_other", "const");
    assertThat(each(fit)).isEqualTo(coefficients.keys());
    double[] errorsOfR = standardErrorsOfR(rows(csv, fit.columns()), csv.target());
    for (int i = 0; i < errorsOfR.length; i++) {
      Coefficient coefficient = fit.coefficients().get(i);
      assertRelative(coefficient.estimate(), coefficients.number(coefficient.name()), 1e-9);
      // R reports the errors of the step before its last, here off by up to 2e-7
      assertRelative(errorsOfR[i], errors.number(coefficient.name()), 1e-9);
      assertRelative(coefficient.standardError(), errors.number(coefficient.name()), 3e-7);
    }
    // deviance and fitted_first5 of the file are those of coefficients of 1e14, which lost all
    // digits
    // of the linear predictor; the deviance of the file's reduced coefficients is lower, and ours
    assertThat(fit.statistics().deviance()).isLessThan(expected.number("deviance"));
    double[] reduced = fit.columns().stream().mapToDouble(coefficients::number).toArray();
    double deviance = 0;
    for (int row = 0; row < sample.rows(); row++) {
      double eta = coefficients.number("(Intercept)");
      for (int j = 0; j < reduced.length; j++) {
        eta += reduced[j] * sample.design().value(row, j);
      }
      deviance += 2 * Math.log1p(Math.exp(sample.target(row) == 1 ? -eta : eta));
    }
    assertRelative(fit.statistics().deviance(), deviance, 1e-12);
    assertThat(fit.converged()).isTrue();
  }

  @Test
  void train_collinear_keepsWhatAHouseholderQrKeeps() {
    Golden.Csv csv = Golden.csv("e_collinear/input.csv");
    Array2DRowRealMatrix rows = rows(csv, COLLINEAR);
    double[][] r = new QRDecomposition(rows).getR().getData();
    List<String> dependent = new ArrayList<>();
    for (int j = 1; j < rows.getColumnDimension(); j++) {
      if (Math.abs(r[j][j]) < 1e-7 * rows.getColumnVector(j).getNorm()) {
        dependent.add(COLLINEAR.get(j - 1));
      }
    }

    LogisticFit fit = TRAINER.train(csv.sample(COLLINEAR));

    // the file says rank 7 of 7: with a tolerance of 1e-17 R took rounding errors for directions
    assertThat(fit.aliased()).isEqualTo(dependent);
  }

  /**
   * Returns the standard errors that R reports: those of the weights with which its last step was
   * made, one step before its coefficients. IRLS from p = (y + 1/2) / 2 until the deviance changes by
   * less than 1e-8.
   */
  private static double[] standardErrorsOfR(Array2DRowRealMatrix x, int[] target) {
    double[] p = Arrays.stream(target).mapToDouble(y -> (y + 0.5) / 2).toArray();
    RealMatrix inverse = x;
    double deviance = Double.POSITIVE_INFINITY;
    double before;
    do {
      before = deviance;
      RealMatrix weighted = x.copy();
      double[] working = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        double weight = p[i] * (1 - p[i]);
        working[i] = Math.log(p[i] / (1 - p[i])) + (target[i] - p[i]) / weight;
        weighted.setRowVector(i, x.getRowVector(i).mapMultiply(weight));
      }
      inverse =
          new LUDecomposition(x.transpose().multiply(weighted)).getSolver().getInverse();
      double[] eta = x.operate(inverse.operate(weighted.transpose().operate(working)));
      deviance = 0;
      for (int i = 0; i < p.length; i++) {
        p[i] = 1 / (1 + Math.exp(-eta[i]));
        deviance -= 2 * Math.log(target[i] == 1 ? p[i] : 1 - p[i]);
      }
    } while (!(Math.abs(deviance - before) / (deviance + 0.1) < 1e-8));
    RealMatrix covariance = inverse;
    return IntStream.range(0, covariance.getRowDimension())
        .mapToDouble(i -> Math.sqrt(covariance.getEntry(i, i)))
        .toArray();
  }

  private static Array2DRowRealMatrix rows(Golden.Csv csv, List<String> names) {
    double[][] rows = new double[csv.rows()][names.size() + 1];
    for (int row = 0; row < rows.length; row++) {
      rows[row][0] = 1.0;
      for (int j = 0; j < names.size(); j++) {
        rows[row][j + 1] = csv.column(names.get(j))[row];
      }
    }
    return new Array2DRowRealMatrix(rows, false);
  }

  private static void assertInference(LogisticFit fit, JsonObject expected) {
    assertThat(each(fit)).isEqualTo(expected.value("names").texts());
    assertRelative(fit.estimates(), expected.numbers("coefficients"), 1e-9);
    assertRelative(each(fit, Coefficient::standardError), expected.numbers("std_errors"), 1e-9);
    assertRelative(each(fit, Coefficient::z), expected.numbers("z"), 1e-9);
    assertRelative(each(fit, Coefficient::pValue), expected.numbers("p_values"), 1e-9);
    FitStatistics statistics = fit.statistics();
    assertRelative(statistics.deviance(), expected.number("deviance"), 1e-12);
    assertRelative(statistics.nullDeviance(), expected.number("null_deviance"), 1e-12);
    assertRelative(statistics.logLikelihood(), expected.number("log_lik"), 1e-12);
    assertRelative(statistics.likelihoodRatio(), expected.number("lr_chi2"), 1e-11);
    assertRelative(statistics.likelihoodRatioPValue(), expected.number("lr_p"), 1e-9);
    assertRelative(statistics.mcFaddenR2(), expected.number("mcfadden_r2"), 1e-11);
    assertThat(statistics.parameters() - 1).isEqualTo(expected.whole("lr_df"));
    assertThat(statistics.residualDegreesOfFreedom()).isEqualTo(expected.whole("df_residual"));
    assertThat(statistics.rows() - 1).isEqualTo(expected.whole("df_null"));
    assertThat(expected.flag("converged_r", false)).isTrue();
    List<JsonValue> covariance = expected.value("vcov").list();
    for (int i = 0; i < covariance.size(); i++) {
      assertRelative(fit.covariance()[i], covariance.get(i).numbers(), 1e-9);
    }
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  private static List<String> each(LogisticFit fit) {
    return fit.coefficients().stream().map(Coefficient::name).toList();
  }

  private static LogisticTrainer ridge(Penalty.Ridge ridge) {
    return new LogisticTrainer(LogisticSettings.DEFAULT.withPenalty(ridge));
  }

  private static double[] first(int count, double[] values) {
    return Arrays.copyOf(values, count);
  }

  private static double[] each(LogisticFit fit, ToDoubleFunction<Coefficient> figure) {
    return fit.coefficients().stream().mapToDouble(figure).toArray();
  }
}
