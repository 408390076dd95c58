package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiled form against the predictor's own evaluation, bit by bit, on a million rows each. */
class CompiledStepsTest {

  private static final int MODELS = 8;
  private static final int ROWS_PER_MODEL = 125_000;

  @Test
  void scorecard_millionRows_equalsThePredictorToTheLastBit() {
    for (int seed = 1; seed <= MODELS; seed++) {
      RandomModels models = new RandomModels(seed);
      requireEqual(models.scorecard(), models, seed);
    }
  }

  @Test
  void additiveWithPairs_millionRows_equalsThePredictorToTheLastBit() {
    for (int seed = 11; seed < 11 + MODELS; seed++) {
      RandomModels models = new RandomModels(seed);
      requireEqual(models.additive(seed % 5), models, seed);
    }
  }

  /** Every awkward cell of every feature, the others fixed. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyEdge_oneAtATime_equalsThePredictor(long seed) {
    RandomModels models = new RandomModels(seed);
    Predictor predictor = models.additive(6);
    CompiledPredictor compiled = CompiledPredictor.of(predictor, ScoreScale.DEFAULT);
    double[] x = new double[predictor.features().size()];
    for (int feature = 0; feature < x.length; feature++) {
      for (double cell : models.awkwardCells(feature)) {
        x[feature] = cell;
        assertThat(compiled.badLogOdds(x))
            .as("%s at %s", predictor.features().get(feature), cell)
            .isEqualTo(predictor.badLogOdds(x));
      }
    }
  }

  @Test
  void anotherFamily_isScoredByItsOwnPredictor() {
    Predictor predictor = new RandomModels(7).scorecard();
    CompiledPredictor plain = new CompiledPredictor.PlainPredictor(predictor, ScoreScale.DEFAULT);
    Margin margin = new Margin(24);
    double[] x = new double[24];

    plain.evaluate(x, margin);

    assertThat(margin.badLogOdds).isEqualTo(predictor.badLogOdds(x)).isEqualTo(plain.badLogOdds(x));
    assertThat(margin.score).isEqualTo(predictor.score(x, ScoreScale.DEFAULT));
  }

  private static void requireEqual(Predictor predictor, RandomModels models, long seed) {
    CompiledPredictor compiled = CompiledPredictor.of(predictor, ScoreScale.DEFAULT);
    int features = predictor.features().size();
    double[][] awkward = new double[features][];
    for (int i = 0; i < features; i++) {
      awkward[i] = models.awkwardCells(i);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[features];
    double[] contributions = new double[features];
    Margin margin = new Margin(features);
    for (int row = 0; row < ROWS_PER_MODEL; row++) {
      for (int i = 0; i < features; i++) {
        x[i] = random.nextInt(4) == 0
            ? awkward[i][random.nextInt(awkward[i].length)]
            : random.nextDouble(-2.5, 2.5);
      }
      double logOdds = predictor.badLogOdds(x);
      predictor.contributions(x, contributions);
      compiled.evaluate(x, margin);
      boolean equal = same(compiled.badLogOdds(x), logOdds)
          && same(margin.badLogOdds, logOdds)
          && margin.score == predictor.score(x, ScoreScale.DEFAULT);
      for (int i = 0; i < features; i++) {
        equal &= same(margin.contributions[i], contributions[i]);
      }
      assertThat(equal).as("row %d %s", row, x).isTrue();
    }
  }

  private static boolean same(double one, double other) {
    return Double.doubleToRawLongBits(one) == Double.doubleToRawLongBits(other);
  }
}
