package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.assertClose;
import static io.probity.training.logistic.Golden.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed row by row from a fit: diagnostics and robust errors. */
class CaseDiagnosticsTest {

  private static final LogisticTrainer TRAINER = LogisticTrainer.ofDefaults();

  @Test
  void of_interceptOnly_matchesHandCalculation() {
    LogisticSample sample =
        LogisticSample.of(DesignMatrix.ofIntercept(3), new int[] {1, 0, 0}, new double[] {1, 4, 0});
    LogisticFit fit = TRAINER.train(sample);

    CaseDiagnostics cases = CaseDiagnostics.of(fit, sample);

    // p = 1/5: leverage w p(1-p) / (5 p(1-p)); Pearson sqrt(w) (y-p) / sqrt(p(1-p)), p(1-p) = 0.16
    assertClose(cases.leverages(), new double[] {0.2, 0.8, 0}, 1e-12);
    assertClose(cases.pearsonResiduals(), new double[] {0.8 / 0.4, -2 * 0.2 / 0.4, 0}, 1e-12);
    assertClose(
        cases.devianceResiduals(),
        new double[] {Math.sqrt(-2 * Math.log(0.2)), -Math.sqrt(-8 * Math.log(0.8)), 0},
        1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void of_randomSample_sumsToParametersAndDeviance(long seed) {
    double[] weights = new SplittableRandom(seed).doubles(700, 0, 2).toArray();
    LogisticSample sample = Samples.random(seed, 700).withWeights(weights).sample();
    LogisticFit fit = TRAINER.train(sample);

    CaseDiagnostics cases = CaseDiagnostics.of(fit, sample);

    for (double leverage : cases.leverages()) {
      assertThat(leverage).isBetween(0.0, 1.0);
    }
    assertThat(Arrays.stream(cases.leverages()).sum()).isCloseTo(5, within(1e-10));
    assertRelative(
        Arrays.stream(cases.devianceResiduals()).map(r -> r * r).sum(),
        fit.statistics().deviance(),
        1e-11);
  }

  @Test
  void hc0_interceptOnly_matchesHandCalculation() {
    LogisticSample sample =
        LogisticSample.of(DesignMatrix.ofIntercept(3), new int[] {1, 0, 0}, new double[] {2, 2, 4});
    LogisticFit fit = TRAINER.train(sample);

    Coefficient robust = RobustErrors.hc0(fit, sample).get(0);

    // p = 1/4: V = 1/(8 * 3/16) = 2/3; meat (2*3/4)^2 + (2/4)^2 + (4/4)^2 = 3.5; V^2 * 3.5 = 14/9
    assertThat(robust.standardError()).isCloseTo(Math.sqrt(14.0 / 9), within(1e-12));
    assertThat(robust.estimate()).isEqualTo(fit.estimates()[0]);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void hc0_everyRowTwiceAtHalfWeight_fallsByTheRootOfTwo(long seed) {
    Samples samples = Samples.random(seed, 400);
    int[] twice = IntStream.range(0, 800).map(row -> row / 2).toArray();
    double[] halves = new double[800];
    Arrays.fill(halves, 0.5);
    LogisticSample once = samples.sample();
    LogisticSample doubled = samples.rows(twice).withWeights(halves).sample();

    List<Coefficient> plain = RobustErrors.hc0(TRAINER.train(once), once);
    List<Coefficient> split = RobustErrors.hc0(TRAINER.train(doubled), doubled);

    // the fit is the same, but the squares of half residuals sum to half
    for (int i = 0; i < plain.size(); i++) {
      assertRelative(
          split.get(i).standardError() * Math.sqrt(2), plain.get(i).standardError(), 1e-9);
    }
  }

  @Test
  void of_ridgeFit_isRefused() {
    LogisticSample sample = Samples.random(1, 300).sample();
    LogisticFit ridge = new LogisticTrainer(
            LogisticSettings.DEFAULT.withPenalty(Penalty.ridge(1, Penalty.Scale.RAW)))
        .train(sample);

    assertThatThrownBy(() -> CaseDiagnostics.of(ridge, sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a ridge penalty");
    assertThatThrownBy(() -> RobustErrors.hc0(ridge, sample))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without a ridge penalty");
  }

  @Test
  void of_sampleWithoutTheColumns_isRefused() {
    LogisticSample sample = Samples.random(1, 300).sample();
    LogisticFit fit = TRAINER.train(sample);

    assertThatThrownBy(() -> CaseDiagnostics.of(fit, sample.select(List.of("late"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the design has no column \"amount\"");
  }
}
