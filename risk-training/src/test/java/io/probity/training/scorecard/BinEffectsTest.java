package io.probity.training.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinEffectsTest {

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void fit_oneFeatureWithATinyRidge_givesTheLogOddsOfEachBin() {
    // Bin 0 holds 1 bad of 4, bin 1 holds 3 bads of 4: log-odds -ln 3 and +ln 3. With the least
    // ridge
    // the two effects share the level with the intercept, so only intercept + effect is determined.
    int[][] codes = {{0, 0, 0, 0, 1, 1, 1, 1}};
    int[] target = {1, 0, 0, 0, 1, 1, 1, 0};

    BinEffects fit =
        BinEffects.fit(new EffectCodes.Plain(codes), target, ones(8), new double[2], 0, 1e-9);

    assertThat(fit.intercept() + fit.effects()[0]).isCloseTo(-Math.log(3), within(1e-6));
    assertThat(fit.intercept() + fit.effects()[1]).isCloseTo(Math.log(3), within(1e-6));
  }

  @Test
  void fit_veryStrongRidge_staysAtWhatItDrawsTowards() {
    int[][] codes = {{0, 0, 1, 1}};
    double[] towards = {-0.5, 0.7};

    BinEffects fit = BinEffects.fit(
        new EffectCodes.Plain(codes), new int[] {1, 0, 1, 0}, ones(4), towards, 0.1, 1e12);

    assertThat(fit.effects()).containsExactly(towards, within(1e-9));
  }

  /** At the optimum the gradient of each effect is the pull of its ridge. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void fit_randomRecords_endsWhereTheGradientVanishes(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = 400;
    int[][] codes = new int[3][rows];
    int[] target = new int[rows];
    double[] weights = new double[rows];
    for (int row = 0; row < rows; row++) {
      codes[0][row] = random.nextInt(4);
      codes[1][row] = 4 + random.nextInt(3);
      codes[2][row] = 7 + random.nextInt(5);
      target[row] = random.nextInt(4) == 0 ? 1 : 0;
      weights[row] = 0.5 + random.nextDouble();
    }
    double[] towards = random.doubles(12, -1, 1).toArray();
    double lambda = 3;

    BinEffects fit =
        BinEffects.fit(new EffectCodes.Plain(codes), target, weights, towards, -1, lambda);

    double[] gradient = new double[13];
    for (int row = 0; row < rows; row++) {
      double logOdds = fit.intercept();
      for (int[] feature : codes) {
        logOdds += fit.effects()[feature[row]];
      }
      double residual = weights[row] * (target[row] - 1 / (1 + Math.exp(-logOdds)));
      gradient[12] += residual;
      for (int[] feature : codes) {
        gradient[feature[row]] += residual;
      }
    }
    for (int i = 0; i < 12; i++) {
      assertThat(gradient[i]).isCloseTo(lambda * (fit.effects()[i] - towards[i]), within(1e-3));
    }
    assertThat(gradient[12]).isCloseTo(0, within(1e-3));
  }

  @Test
  void fit_aBinOfBadsOnly_staysFinite() {
    int[][] codes = {{0, 0, 0, 1, 1, 1}};

    BinEffects fit = BinEffects.fit(
        new EffectCodes.Plain(codes), new int[] {1, 1, 1, 0, 0, 0}, ones(6), new double[2], 0, 1);

    assertThat(fit.effects()[0]).isBetween(0.1, 5.0);
    assertThat(fit.effects()[1]).isBetween(-5.0, -0.1);
  }

  @Test
  void interceptOf_givenEffects_meetsTheShareOfBads() {
    int[][] codes = {{0, 0, 1, 1, 1}};
    double[] effects = {0.4, -0.3};

    double intercept = BinEffects.interceptOf(
        new EffectCodes.Plain(codes), new int[] {1, 0, 0, 0, 1}, ones(5), effects, 0);

    double expected = 0;
    for (int row = 0; row < 5; row++) {
      expected += 1 / (1 + Math.exp(-intercept - effects[codes[0][row]]));
    }
    assertThat(expected).isCloseTo(2, within(1e-9));
  }

  @Test
  void monotone_poolsNeighboursThatBreakTheOrderByWeight() {
    // 3 and 1 with weights 1 and 3 pool to 1.5; falling mirrors it
    assertThat(BinEffects.monotone(new double[] {0, 3, 1, 4}, new double[] {1, 1, 3, 1}, true))
        .containsExactly(0, 1.5, 1.5, 4);
    assertThat(BinEffects.monotone(new double[] {4, 1, 3, 0}, new double[] {1, 3, 1, 1}, false))
        .containsExactly(4, 1.5, 1.5, 0);
    assertThat(BinEffects.monotone(new double[] {2, 1, 0}, new double[] {1, 1, 1}, true))
        .containsExactly(1, 1, 1);
    assertThat(BinEffects.monotone(new double[0], new double[0], true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void monotone_randomEffects_keepsOrderAndWeightedMean(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] effects = random.doubles(9, -1, 1).toArray();
    double[] weight = random.doubles(9, 0.1, 5).toArray();

    double[] rising = BinEffects.monotone(effects, weight, true);

    double before = 0;
    double after = 0;
    for (int i = 0; i < 9; i++) {
      before += weight[i] * effects[i];
      after += weight[i] * rising[i];
      assertThat(i == 0 || rising[i] >= rising[i - 1]).isTrue();
    }
    assertThat(after).isCloseTo(before, within(1e-12));
  }
}
