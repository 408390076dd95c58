package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties that hold for every sample, on random portfolios. */
class LogisticPropertyTest {

  private static final LogisticTrainer TRAINER = LogisticTrainer.ofDefaults();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 20_261_121})
  void train_repeatedRows_equalWeights(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Samples samples = Samples.random(seed, 700);
    int[] counts = random.ints(700, 0, 4).toArray();
    int[] repeated = IntStream.range(0, 700)
        .flatMap(row -> IntStream.generate(() -> row).limit(counts[row]))
        .toArray();
    double[] weights = Arrays.stream(counts).asDoubleStream().toArray();

    LogisticFit weighted = TRAINER.train(samples.withWeights(weights).sample());
    LogisticFit duplicated = TRAINER.train(samples.rows(repeated).sample());

    assertSame(duplicated, weighted, 1e-11);
    assertThat(duplicated.statistics().bic()).isCloseTo(weighted.statistics().bic(), within(1e-9));
    assertThat(duplicated.statistics().weight()).isEqualTo(weighted.statistics().weight());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 20_261_121})
  void train_rowsPermuted_changesNothingBeyondRounding(long seed) {
    Samples samples = Samples.random(seed, 9_000);

    assertSame(
        TRAINER.train(samples.shuffled(seed).sample()), TRAINER.train(samples.sample()), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 20_261_121})
  void train_twice_givesTheSameBits(long seed) {
    Samples samples = Samples.random(seed, 9_000);

    LogisticFit first = TRAINER.train(samples.sample());
    LogisticFit second = TRAINER.train(samples.sample());

    assertThat(second.estimates()).isEqualTo(first.estimates());
    assertThat(second.covariance()).isDeepEqualTo(first.covariance());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.125, 3, 1e6, -2})
  void train_columnScaled_rescalesItsCoefficient(double factor) {
    Samples samples = Samples.random(8, 800);
    double[] scaled = Arrays.stream(samples.columns[0]).map(x -> x * factor).toArray();

    LogisticFit plain = TRAINER.train(samples.sample());
    LogisticFit changed = TRAINER.train(samples.withColumn(0, scaled).sample());

    assertNear(changed.estimates()[1] * factor, plain.estimates()[1], 1e-11);
    assertNear(
        changed.coefficients().get(1).standardError() * Math.abs(factor),
        plain.coefficients().get(1).standardError(),
        1e-11);
    assertNear(changed.estimates()[0], plain.estimates()[0], 1e-11);
    assertNear(changed.estimates()[2], plain.estimates()[2], 1e-11);
    assertNear(changed.statistics().deviance(), plain.statistics().deviance(), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -1e3, 1e7})
  void train_columnShifted_changesOnlyTheIntercept(double shift) {
    Samples samples = Samples.random(9, 800);
    double[] shifted = Arrays.stream(samples.columns[3]).map(x -> x + shift).toArray();

    LogisticFit plain = TRAINER.train(samples.sample());
    LogisticFit changed = TRAINER.train(samples.withColumn(3, shifted).sample());

    // the shifted column itself loses the digits of the shift
    double lost = 1e-11 * Math.max(1, Math.abs(shift) / 1e4);
    for (int i = 1; i < 5; i++) {
      assertNear(changed.estimates()[i], plain.estimates()[i], lost);
      assertNear(
          changed.coefficients().get(i).standardError(),
          plain.coefficients().get(i).standardError(),
          lost);
    }
    assertNear(
        changed.estimates()[0] + shift * changed.estimates()[4], plain.estimates()[0], lost * 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_constantOffset_movesTheIntercept(long seed) {
    Samples samples = Samples.random(seed, 800);
    double[] offset = new double[800];
    Arrays.fill(offset, 1.75);

    LogisticFit plain = TRAINER.train(samples.sample());
    LogisticFit moved = TRAINER.train(samples.sample(offset));

    double[] expected = plain.estimates();
    expected[0] -= 1.75;
    assertNear(moved.estimates(), expected, 1e-11);
    assertNear(moved.statistics().nullDeviance(), plain.statistics().nullDeviance(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_offsetAlongAColumn_movesItsCoefficient(long seed) {
    Samples samples = Samples.random(seed, 800);
    double[] offset = Arrays.stream(samples.columns[1]).map(x -> 0.6 * x).toArray();

    LogisticFit plain = TRAINER.train(samples.sample());
    LogisticFit moved = TRAINER.train(samples.sample(offset));

    double[] expected = plain.estimates();
    expected[2] -= 0.6;
    assertNear(moved.estimates(), expected, 1e-10);
    assertNear(moved.statistics().deviance(), plain.statistics().deviance(), 1e-12);
    assertThat(moved.statistics().nullDeviance())
        .isNotEqualTo(plain.statistics().nullDeviance());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_ridgeTowardsATarget_isRidgeTowardsZeroWithAnOffset(long seed) {
    Samples samples = Samples.random(seed, 600);
    double[] target = {2e-4, -0.5, 1.5, 0.25};
    Map<String, Double> targets = new HashMap<>();
    double[] offset = new double[600];
    for (int j = 0; j < target.length; j++) {
      targets.put(Samples.NAMES.get(j), target[j]);
      for (int row = 0; row < offset.length; row++) {
        offset[row] += target[j] * samples.columns[j][row];
      }
    }
    for (Penalty.Scale scale : Penalty.Scale.values()) {
      Penalty.Ridge ridge = Penalty.ridge(5, scale).withFactors(Map.of("late", 0.3));

      double[] towards =
          ridge(ridge.withTargets(targets)).train(samples.sample()).estimates();

      double[] expected = ridge(ridge).train(samples.sample(offset)).estimates();
      for (int j = 0; j < target.length; j++) {
        expected[j + 1] += target[j];
      }
      assertNear(towards, expected, 1e-9);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_strongRidge_reachesItsTarget(long seed) {
    Samples samples = Samples.random(seed, 600);
    Map<String, Double> targets = Map.of("amount", 1e-4, "utilisation", -2.0, "grade", 0.5);

    LogisticFit fit = ridge(Penalty.ridge(1e12, Penalty.Scale.STANDARDISED).withTargets(targets))
        .train(samples.sample());

    assertNear(Arrays.copyOfRange(fit.estimates(), 1, 5), new double[] {1e-4, -2.0, 0, 0.5}, 1e-6);
    assertThat(fit.statistics().effectiveParameters()).isBetween(1.0, 1.0 + 1e-8);
    // the intercept is free, so that the mean PD is the share of bads
    double mean = Arrays.stream(fit.probabilities(samples.design())).average().orElseThrow();
    assertNear(mean, samples.sample().badWeight() / 600, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_growingRidge_shrinksNormAndEffectiveParameters(long seed) {
    LogisticSample sample = Samples.random(seed, 600).sample();
    double norm = Double.POSITIVE_INFINITY;
    double parameters = 5 + 1e-9;
    double logLikelihood = 0;
    for (double lambda : new double[] {0, 1e-3, 0.1, 1, 10, 1e3, 1e6}) {
      LogisticFit fit = ridge(Penalty.ridge(lambda, Penalty.Scale.STANDARDISED)).train(sample);
      double square = 0;
      for (int j = 1; j < 5; j++) {
        square += fit.standardisedEstimates()[j] * fit.standardisedEstimates()[j];
      }

      assertThat(square).isLessThan(norm);
      assertThat(fit.statistics().effectiveParameters()).isLessThan(parameters);
      assertThat(fit.statistics().logLikelihood()).isLessThan(logLikelihood);
      norm = square;
      parameters = fit.statistics().effectiveParameters();
      logLikelihood = fit.statistics().logLikelihood();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_ridgeOfZero_isMaximumLikelihood(long seed) {
    LogisticSample sample = Samples.random(seed, 600).sample();

    LogisticFit ridge = ridge(Penalty.ridge(0, Penalty.Scale.RAW)).train(sample);

    assertThat(ridge.estimates()).isEqualTo(TRAINER.train(sample).estimates());
    assertThat(ridge.statistics().effectiveParameters()).isCloseTo(5, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_rowsOfWeightZero_areAsIfAbsent(long seed) {
    Samples samples = Samples.random(seed, 600);
    double[] weights = new double[600];
    for (int row = 0; row < 600; row++) {
      weights[row] = row % 3 == 0 ? 0 : 1.5;
    }
    int[] rest = IntStream.range(0, 600).filter(row -> row % 3 != 0).toArray();
    Samples weighted = samples.withWeights(weights);
    double[] wild = weighted.columns[0].clone();
    wild[0] = 1e90; // a value that would ruin every sum

    LogisticFit fit = TRAINER.train(weighted.withColumn(0, wild).sample());

    assertSame(fit, TRAINER.train(weighted.rows(rest).sample()), 1e-11);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_warmStart_givesTheSameEstimatesInFewerSteps(long seed) {
    LogisticSample sample = Samples.random(seed, 600).sample();
    LogisticFit cold = TRAINER.train(sample);
    LogisticFit smaller = TRAINER.train(sample.select(Samples.NAMES.subList(0, 3)));

    LogisticFit warm = TRAINER.train(sample, smaller.startFor(sample.design()));
    LogisticFit again = TRAINER.train(sample, cold.estimates());

    assertNear(warm.estimates(), cold.estimates(), 1e-9);
    assertThat(warm.iterations()).isLessThanOrEqualTo(cold.iterations());
    assertThat(again.iterations()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void train_aliasedColumns_leaveFitAndOrderAlone(long seed) {
    Samples samples = Samples.random(seed, 600);
    double[] sum = new double[600];
    for (int row = 0; row < 600; row++) {
      sum[row] = 3 - 2 * samples.columns[1][row] + 1e-3 * samples.columns[0][row];
    }

    LogisticFit fit = TRAINER.train(samples.withColumn(3, sum).sample());

    assertThat(fit.aliased()).containsExactly("grade");
    assertSame(fit, TRAINER.train(samples.sample().select(Samples.NAMES.subList(0, 3))), 1e-11);
  }

  private static LogisticTrainer ridge(Penalty.Ridge ridge) {
    return new LogisticTrainer(LogisticSettings.DEFAULT.withPenalty(ridge));
  }

  private static void assertSame(LogisticFit actual, LogisticFit expected, double tolerance) {
    assertNear(actual.estimates(), expected.estimates(), tolerance);
    for (int i = 0; i < expected.covariance().length; i++) {
      assertNear(
          actual.coefficients().get(i).standardError(),
          expected.coefficients().get(i).standardError(),
          tolerance);
    }
    assertNear(actual.statistics().deviance(), expected.statistics().deviance(), tolerance);
    assertNear(actual.statistics().nullDeviance(), expected.statistics().nullDeviance(), tolerance);
  }

  private static void assertNear(double[] actual, double[] expected, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      assertNear(actual[i], expected[i], tolerance);
    }
  }

  private static void assertNear(double actual, double expected, double tolerance) {
    assertThat(Math.abs(actual - expected))
        .as("difference of %s from %s", actual, expected)
        .isLessThanOrEqualTo(tolerance * Math.max(1e-3, Math.abs(expected)));
  }
}
