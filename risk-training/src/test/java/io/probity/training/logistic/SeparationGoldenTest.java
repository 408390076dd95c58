package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.assertClose;
import static io.probity.training.logistic.Golden.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.input.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every figure of the golden case 01d. */
class SeparationGoldenTest {

  private static final List<String> COLUMNS = List.of("x1", "x2");
  private static final JsonObject GOLDEN = Golden.json("d_separation").object("expected");

  @ParameterizedTest
  @CsvSource({
    "complete, COMPLETE, complete separation, (Intercept) x1 x2",
    "quasi, QUASI, quasi-complete separation, (Intercept) x1",
    "zero_cell_dummy, QUASI, quasi-complete separation, x1",
    "overlap, NONE, overlap: finite MLE exists, ''"
  })
  void separation_goldenCase_isFlagged(
      String name, Separation.Kind kind, String wording, String columns) {
    JsonObject expected = GOLDEN.object(name);
    LogisticFit fit = trainer(SeparationPolicy.REPORT, Penalty.NONE).train(sample(name));

    Separation separation = fit.separation();

    assertThat(expected.text("separation")).isEqualTo(wording);
    assertThat(separation.kind()).isEqualTo(kind);
    assertThat(separation.isPresent()).isEqualTo(!expected.flag("finite_mle_exists", true));
    assertThat(fit.converged()).isEqualTo(!separation.isPresent());
    assertThat(separation.columns())
        .isEqualTo(columns.isEmpty() ? List.of() : List.of(columns.split(" ")));
    assertThat(separation.separatedRows())
        .isEqualTo(expected.whole("rows_strictly_separated_along_it", 0));
    assertThat(separation.boundaryRows())
        .isEqualTo(expected.whole("rows_on_the_boundary", sample(name).rows()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "quasi", "zero_cell_dummy"})
  void separation_goldenDirection_agrees(String name) {
    JsonObject expected = GOLDEN.object(name);
    double[] direction = expected.numbers("example_direction_(b0,b1,b2)_with_all_margins_>=0");
    LogisticSample sample = sample(name);
    Separation separation =
        trainer(SeparationPolicy.REPORT, Penalty.NONE).train(sample).separation();

    for (int row = 0; row < sample.rows(); row++) {
      double margin = (sample.target(row) == 1 ? 1 : -1)
          * (direction[0]
              + direction[1] * sample.design().value(row, 0)
              + direction[2] * sample.design().value(row, 1));
      assertThat(separation.isSeparated(row)).isEqualTo(margin > 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"quasi", "zero_cell_dummy"})
  void separation_boundaryRows_overlapAndGiveTheSupremum(String name) {
    JsonObject expected = GOLDEN.object(name);
    LogisticSample sample = sample(name);
    LogisticFit fit = trainer(SeparationPolicy.REPORT, Penalty.NONE).train(sample);
    double[] onlyBoundary = new double[sample.rows()];
    for (int row = 0; row < onlyBoundary.length; row++) {
      onlyBoundary[row] = fit.separation().isSeparated(row) ? 0.0 : 1.0;
    }

    LogisticFit boundary = LogisticTrainer.ofDefaults()
        .train(LogisticSample.of(sample.design(), target(sample), onlyBoundary));

    double supremum = expected.number("supremum_log_likelihood");
    assertThat(expected.flag("boundary_rows_themselves_overlap", false)).isTrue();
    assertThat(boundary.separation().kind()).isEqualTo(Separation.Kind.NONE);
    assertRelative(boundary.statistics().logLikelihood(), supremum, 1e-9);
    assertThat(fit.statistics().logLikelihood())
        .isLessThan(supremum)
        .isCloseTo(supremum, within(1e-3));
  }

  @Test
  void separation_complete_likelihoodApproachesOne() {
    LogisticFit fit = trainer(SeparationPolicy.REPORT, Penalty.NONE).train(sample("complete"));

    double supremum = GOLDEN.object("complete").number("supremum_log_likelihood");
    assertThat(fit.statistics().logLikelihood()).isNegative().isCloseTo(supremum, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "quasi", "zero_cell_dummy", "overlap"})
  void train_firth_matchesBrglm2(String name) {
    JsonObject expected = GOLDEN.object(name).object("firth");

    LogisticFit fit = trainer(SeparationPolicy.REFUSE, Penalty.FIRTH).train(sample(name));

    assertFirth(fit, expected);
    assertThat(fit.separation().kind()).isEqualTo(Separation.Kind.NOT_TESTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "quasi", "zero_cell_dummy"})
  void train_separatedWithFirthPolicy_fallsBackToFirth(String name) {
    LogisticFit fit = trainer(SeparationPolicy.FIRTH, Penalty.NONE).train(sample(name));

    assertFirth(fit, GOLDEN.object(name).object("firth"));
    assertThat(fit.separation().isPresent()).isTrue();
  }

  @Test
  void train_overlapWithFirthPolicy_staysWithMaximumLikelihood() {
    JsonObject expected = GOLDEN.object("overlap");

    LogisticFit fit = trainer(SeparationPolicy.FIRTH, Penalty.NONE).train(sample("overlap"));

    assertThat(fit.penalty()).isEqualTo(Penalty.NONE);
    assertRelative(fit.estimates(), expected.numbers("mle_coefficients"), 1e-9);
    assertRelative(
        fit.coefficients().stream().mapToDouble(Coefficient::standardError).toArray(),
        expected.numbers("mle_std_errors"),
        1e-9);
    assertRelative(
        fit.statistics().deviance(), expected.object("r_glm_default").number("deviance"), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "quasi", "zero_cell_dummy", "overlap"})
  void train_ridge_matchesNewton(String name) {
    Penalty ridge = Penalty.ridge(1.0, Penalty.Scale.RAW);

    LogisticFit fit = trainer(SeparationPolicy.REFUSE, ridge).train(sample(name));

    assertClose(
        fit.estimates(),
        GOLDEN.object(name).numbers("l2_lambda1_coefficients_unpenalised_intercept"),
        1e-8);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.separation().kind()).isEqualTo(Separation.Kind.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "quasi", "zero_cell_dummy"})
  void train_separatedByDefault_isRefusedWithColumnsAndRemedy(String name) {
    LogisticSample sample = sample(name);

    assertThatThrownBy(() -> LogisticTrainer.ofDefaults().train(sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(GOLDEN.object(name).text("separation"))
        .hasMessageContaining("x1")
        .hasMessageContaining("SeparationPolicy.FIRTH");
  }

  private static void assertFirth(LogisticFit fit, JsonObject expected) {
    assertThat(fit.converged()).isTrue();
    assertThat(fit.penalty()).isEqualTo(Penalty.FIRTH);
    assertClose(fit.estimates(), expected.numbers("coefficients"), 1e-6);
    assertClose(
        fit.coefficients().stream().mapToDouble(Coefficient::standardError).toArray(),
        expected.numbers("std_errors"),
        1e-6);
    assertThat(fit.statistics().penalisedLogLikelihood())
        .isCloseTo(expected.number("penalised_log_likelihood"), within(1e-9));
  }

  private static LogisticSample sample(String name) {
    return Golden.csv("d_separation/" + name + ".csv").sample(COLUMNS);
  }

  private static int[] target(LogisticSample sample) {
    int[] target = new int[sample.rows()];
    for (int row = 0; row < target.length; row++) {
      target[row] = sample.target(row);
    }
    return target;
  }

  private static LogisticTrainer trainer(SeparationPolicy policy, Penalty penalty) {
    return new LogisticTrainer(
        LogisticSettings.DEFAULT.withPenalty(penalty).withSeparation(policy));
  }
}
