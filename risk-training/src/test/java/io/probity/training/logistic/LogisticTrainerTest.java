package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogisticTrainerTest {

  private static final LogisticTrainer TRAINER = LogisticTrainer.ofDefaults();

  /** Exposed bads and goods, other bads and goods; each cell is two rows of half its count. */
  private static LogisticSample table(double a, double b, double c, double d) {
    DesignMatrix design =
        DesignMatrix.of(List.of("exposed"), new double[][] {{1, 1, 1, 1, 0, 0, 0, 0}});
    double[] halves = {a / 2, a / 2, b / 2, b / 2, c / 2, c / 2, d / 2, d / 2};
    return LogisticSample.of(design, new int[] {1, 1, 0, 0, 1, 1, 0, 0}, halves);
  }

  @ParameterizedTest
  @CsvSource({"30, 70, 10, 90", "1, 2, 3, 4", "500, 20, 7, 1000", "0.5, 8.25, 2, 3"})
  void train_fourfoldTable_givesTheLogOddsRatio(double a, double b, double c, double d) {
    LogisticFit fit = TRAINER.train(table(a, b, c, d));

    // log odds ratio ln(ad / bc) with variance 1/a + 1/b + 1/c + 1/d; the intercept is ln(c / d)
    Coefficient exposed = fit.coefficient("exposed");
    Coefficient intercept = fit.coefficient(DesignMatrix.INTERCEPT);
    assertRelative(exposed.estimate(), Math.log(a * d / (b * c)), 1e-9);
    assertRelative(exposed.standardError(), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d), 1e-9);
    assertRelative(intercept.estimate(), Math.log(c / d), 1e-9);
    assertRelative(intercept.standardError(), Math.sqrt(1 / c + 1 / d), 1e-9);
    assertRelative(fit.covariance()[0][1], -(1 / c + 1 / d), 1e-9);
    double saturated = a * Math.log(a / (a + b))
        + b * Math.log(b / (a + b))
        + c * Math.log(c / (c + d))
        + d * Math.log(d / (c + d));
    assertRelative(fit.statistics().logLikelihood(), saturated, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"30, 70, 10, 90", "0, 70, 10, 90", "0, 5, 6, 0"})
  void train_fourfoldTableWithFirth_addsHalfToEveryCell(double a, double b, double c, double d) {
    LogisticFit fit = trainer(Penalty.FIRTH).train(table(a, b, c, d));

    // the saturated model under Firth's penalty is that of the table with 1/2 added to every cell
    double exposed = (a + 0.5) / (a + b + 1);
    double other = (c + 0.5) / (c + d + 1);
    assertThat(fit.coefficient("exposed").estimate())
        .isCloseTo(logit(exposed) - logit(other), within(1e-8));
    assertThat(fit.coefficient(DesignMatrix.INTERCEPT).estimate())
        .isCloseTo(logit(other), within(1e-8));
    double variance = 1 / ((a + b) * exposed * (1 - exposed)) + 1 / ((c + d) * other * (1 - other));
    assertRelative(fit.coefficient("exposed").standardError(), Math.sqrt(variance), 1e-8);
    assertThat(fit.converged()).isTrue();
  }

  @Test
  void train_interceptOnly_givesTheLogOddsOfTheShare() {
    LogisticSample sample =
        LogisticSample.of(DesignMatrix.ofIntercept(3), new int[] {1, 0, 0}, new double[] {1, 2, 2});

    LogisticFit fit = TRAINER.train(sample);

    // p = 1/5, information 5 * 0.2 * 0.8
    assertThat(fit.estimates()).hasSize(1);
    assertThat(fit.estimates()[0]).isCloseTo(Math.log(0.25), within(1e-12));
    assertThat(fit.coefficients().get(0).standardError()).isCloseTo(Math.sqrt(1.25), within(1e-12));
    assertThat(fit.statistics().deviance())
        .isCloseTo(fit.statistics().nullDeviance(), within(1e-12));
    assertThat(fit.statistics().likelihoodRatioPValue()).isEqualTo(1);
    assertThat(fit.probabilities(sample.design()))
        .containsOnly(fit.probabilities(sample.design())[0]);
  }

  @Test
  void train_manyBlocksAndChunks_solvesTheScoreEquations() {
    Samples samples = Samples.random(11, 20_011);
    LogisticSample sample = samples.sample();

    LogisticFit fit = TRAINER.train(sample);

    double[] p = fit.probabilities(sample.design());
    for (int j = -1; j < Samples.NAMES.size(); j++) {
      double score = 0;
      double size = 0;
      for (int row = 0; row < p.length; row++) {
        double x = j < 0 ? 1 : samples.columns[j][row];
        score += x * (samples.target[row] - p[row]);
        size += Math.abs(x * (samples.target[row] - p[row]));
      }
      assertThat(Math.abs(score) / size).isLessThan(1e-11);
    }
    assertThat(fit.separation().kind()).isEqualTo(Separation.Kind.NONE);
    assertThat(fit.iterations()).isBetween(3, 8);
  }

  @Test
  void train_linearPredictors_equalThoseOfSingleRows() {
    Samples samples = Samples.random(12, 300);
    LogisticFit fit = TRAINER.train(samples.sample());

    double[] batch = fit.linearPredictors(samples.design());

    for (int row = 0; row < batch.length; row++) {
      int at = row;
      double[] single = Arrays.stream(samples.columns).mapToDouble(c -> c[at]).toArray();
      assertThat(fit.linearPredictor(single)).isEqualTo(batch[row]);
    }
  }

  @Test
  void train_notMoreRowsThanCoefficients_isRefused() {
    DesignMatrix design =
        DesignMatrix.of(List.of("a", "b"), new double[][] {{1, 2, 3, 4}, {4, 1, 2, 2}});
    LogisticSample sample =
        LogisticSample.of(design, new int[] {0, 1, 0, 1}, new double[] {1, 1, 1, 0});

    assertThatThrownBy(() -> TRAINER.train(sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 rows of positive weight and 3 unpenalised coefficients");
  }

  @Test
  void train_fewRowsWithRidge_isFitted() {
    DesignMatrix design = DesignMatrix.of(
        List.of("a", "b", "c", "d"), new double[][] {{1, 2, 3}, {4, 1, 2}, {0, 1, 1}, {2, 2, 5}});

    LogisticFit fit = trainer(Penalty.ridge(0.5, Penalty.Scale.STANDARDISED))
        .train(design, new int[] {0, 1, 0}, Samples.ones(3));

    assertThat(fit.converged()).isTrue();
    assertThat(fit.columns()).hasSize(4);
    assertThat(fit.statistics().effectiveParameters()).isBetween(1.0, 3.0);
  }

  @Test
  void train_startOfWrongShape_isRefused() {
    LogisticSample sample = Samples.random(3, 100).sample();

    assertThatThrownBy(() -> TRAINER.train(sample, new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 numbers, but has 4");
    assertThatThrownBy(() -> TRAINER.train(sample, new double[] {0, 0, Double.NaN, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be finite, but holds NaN");
  }

  @Test
  void train_startWorseThanNone_isReplaced() {
    LogisticSample sample = Samples.random(3, 500).sample();
    double[] cold = TRAINER.train(sample).estimates();
    double[] opposite = Arrays.stream(cold).map(value -> -2 * value).toArray();
    double[] absurd = {1e9, -1e200, 1e6, 3, 4};

    assertThat(TRAINER.train(sample, opposite).estimates()).isEqualTo(cold);
    assertThat(TRAINER.train(sample, absurd).estimates()).isEqualTo(cold);
  }

  @Test
  void train_toleranceBelowRounding_stopsWhereNothingIsLeftToGain() {
    Samples samples = Samples.random(3, 2_000);
    SplittableRandom random = new SplittableRandom(4);
    double[] near = samples.columns[1].clone();
    for (int row = 0; row < near.length; row++) {
      double effect = random.nextDouble();
      near[row] += 3e-5 * effect;
      samples.target[row] = random.nextDouble() < effect ? 1 : 0;
    }

    LogisticFit fit = new LogisticTrainer(LogisticSettings.DEFAULT.withTolerance(1e-12))
        .train(samples.withColumn(3, near).sample());

    assertThat(Math.abs(fit.coefficient("grade").estimate())).isGreaterThan(1e4);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.iterations()).isLessThan(20);
  }

  @Test
  void train_tooFewSteps_isRefusedOrReported() {
    LogisticSample sample = Samples.random(3, 500).sample();
    LogisticSettings hasty = LogisticSettings.DEFAULT.withMaxIterations(2);

    LogisticFit reported =
        new LogisticTrainer(hasty.withSeparation(SeparationPolicy.REPORT)).train(sample);

    assertThat(reported.converged()).isFalse();
    assertThat(reported.iterations()).isEqualTo(2);
    assertThat(reported.separation().isPresent()).isFalse();
    assertThatThrownBy(() -> new LogisticTrainer(hasty).train(sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has not settled after 2 steps");
  }

  @Test
  void train_penaltyOfUnknownColumn_isRefusedUnlessRestricted() {
    LogisticSample sample = Samples.random(3, 500).sample();
    Penalty.Ridge ridge = Penalty.ridge(1, Penalty.Scale.RAW)
        .withFactors(Map.of("late", 2.0, "branch", 1.0))
        .withTargets(Map.of("region", 0.3));

    assertThatThrownBy(() -> trainer(ridge).train(sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("names a factor for \"branch\"");
    assertThat(
            trainer(ridge.restrictedTo(sample.design().names())).train(sample).converged())
        .isTrue();
  }

  @Test
  void coefficient_aliasedOrUnknown_saysWhich() {
    Samples samples = Samples.random(5, 400);
    LogisticFit fit = TRAINER.train(samples.withColumn(3, samples.columns[1]).sample());

    assertThat(fit.aliased()).containsExactly("grade");
    assertThatThrownBy(() -> fit.coefficient("grade"))
        .hasMessage("the column grade has no coefficient: it depends linearly on those before it");
    assertThatThrownBy(() -> fit.coefficient("nothing"))
        .hasMessageContaining("the fit has no column \"nothing\"");
    assertThatThrownBy(() -> fit.linearPredictor(new double[] {1}))
        .hasMessageContaining("one value for each of [amount, utilisation, late]");
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  private static LogisticTrainer trainer(Penalty penalty) {
    return new LogisticTrainer(LogisticSettings.DEFAULT.withPenalty(penalty));
  }
}
