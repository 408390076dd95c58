package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTestTest {

  private static final LogisticTrainer TRAINER = LogisticTrainer.ofDefaults();

  @Test
  void of_fourfoldTable_isPearsonsChiSquare() {
    DesignMatrix design = DesignMatrix.of(List.of("exposed"), new double[][] {{1, 1, 0, 0}});
    LogisticSample sample =
        LogisticSample.of(design, new int[] {1, 0, 1, 0}, new double[] {30, 70, 10, 90});
    LogisticFit fit = TRAINER.train(sample.select(List.of()));

    ScoreTest.Result result = ScoreTest.of(fit, sample, List.of("exposed")).get(0);

    // n (ad - bc)^2 / (row and column totals) = 200 (30*90 - 70*10)^2 / (100*100*40*160) = 12.5
    assertRelative(result.statistic(), 12.5, 1e-12);
    // U = 30 - 100*0.2 = 10, V = 0.2*0.8*100*100/200 = 8
    assertRelative(result.coefficient(), 1.25, 1e-12);
    assertRelative(result.pValue(), 4.0695201744495946e-4, 1e-6);
    assertThat(result.aliased()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_randomSample_matchesTheFormulaOnTheData(long seed) {
    Samples samples = Samples.random(seed, 500);
    LogisticSample sample = samples.sample();
    LogisticFit fit = TRAINER.train(sample.select(List.of("amount", "late")));

    List<ScoreTest.Result> results =
        ScoreTest.of(fit, sample, List.of("grade", "utilisation", "late"));

    assertMatchesFormula(results.get(0), samples, fit, 3);
    assertMatchesFormula(results.get(1), samples, fit, 1);
    assertThat(results.get(2).aliased()).isTrue();
    assertThat(results.get(2).statistic()).isZero();
    assertThat(results.get(2).pValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_weakColumn_isCloseToTheLikelihoodRatioAndWald(long seed) {
    LogisticSample sample = Samples.random(seed, 4_000).sample();
    LogisticFit small = TRAINER.train(sample.select(List.of("amount", "utilisation", "late")));
    LogisticFit full = TRAINER.train(sample);

    ScoreTest.Result score = ScoreTest.of(small, sample, List.of("grade")).get(0);

    double likelihoodRatio = small.statistics().deviance() - full.statistics().deviance();
    double wald = full.coefficient("grade").z() * full.coefficient("grade").z();
    assertRelative(score.statistic(), likelihoodRatio, 0.01);
    assertRelative(score.statistic(), wald, 0.01);
    assertRelative(score.coefficient(), full.coefficient("grade").estimate(), 0.01);
  }

  @Test
  void of_penalisedOrUnsettledFit_isRefused() {
    LogisticSample sample = Samples.random(1, 300).sample();
    LogisticFit ridge = new LogisticTrainer(
            LogisticSettings.DEFAULT.withPenalty(Penalty.ridge(1, Penalty.Scale.RAW)))
        .train(sample);
    LogisticFit hasty = new LogisticTrainer(
            LogisticSettings.DEFAULT.withMaxIterations(1).withSeparation(SeparationPolicy.REPORT))
        .train(sample);

    assertThatThrownBy(() -> ScoreTest.of(ridge, sample, List.of("late")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a penalty");
    assertThatThrownBy(() -> ScoreTest.of(hasty, sample, List.of("late")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has not converged");
  }

  private static void assertMatchesFormula(
      ScoreTest.Result result, Samples samples, LogisticFit fit, int candidate) {
    int n = samples.target.length;
    double[] p = fit.probabilities(samples.design());
    double[][] x = new double[n][];
    double[][] weighted = new double[n][];
    double score = 0;
    double square = 0;
    RealVector across = new ArrayRealVector(3);
    for (int row = 0; row < n; row++) {
      double c = samples.columns[candidate][row];
      double d = p[row] * (1 - p[row]);
      x[row] = new double[] {1, samples.columns[0][row], samples.columns[2][row]};
      weighted[row] = new ArrayRealVector(x[row]).mapMultiply(d).toArray();
      score += (samples.target[row] - p[row]) * c;
      square += d * c * c;
      across = across.add(new ArrayRealVector(x[row]).mapMultiply(d * c));
    }
    RealVector solution = new LUDecomposition(
            new Array2DRowRealMatrix(x).transpose().multiply(new Array2DRowRealMatrix(weighted)))
        .getSolver()
        .solve(across);
    double variance = square - across.dotProduct(solution);
    assertRelative(result.statistic(), score * score / variance, 1e-8);
    assertRelative(result.coefficient(), score / variance, 1e-8);
  }
}
