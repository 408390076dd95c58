package io.probity.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndependentColumnsTest {

  @Test
  void of_crossProduct_keepsTheFirst() {
    // the third column is the sum of the first two, the fourth is 0
    double[][] gram = {{2, 1, 3, 0}, {1, 2, 3, 0}, {3, 3, 6, 0}, {0, 0, 0, 0}};

    assertThat(IndependentColumns.of(gram)).containsExactly(0, 1);
  }

  /** A copy with noise of the given share of a standard deviation is kept from 1e-5 on. */
  @ParameterizedTest
  @CsvSource({"1e-3, true", "1e-4, true", "3e-5, true", "3e-6, false", "1e-8, false", "0, false"})
  void ofRows_nearCopy_isKeptFromOneHundredThousandthOn(double noise, boolean kept) {
    Samples samples = Samples.random(3, 3_000);
    SplittableRandom random = new SplittableRandom(4);
    double[] copy = samples.columns[1].clone();
    for (int row = 0; row < copy.length; row++) {
      copy[row] += noise * (random.nextDouble() - 0.5); // both uniform, so of equal deviation
    }

    int[] columns = independent(samples.withColumn(3, copy));

    assertThat(columns).isEqualTo(kept ? new int[] {0, 1, 2, 3, 4} : new int[] {0, 1, 2, 3});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void ofRows_exactCombinationOfNearCollinearColumns_isDropped(long seed) {
    Samples samples = Samples.random(seed, 3_000);
    SplittableRandom random = new SplittableRandom(seed);
    double[] near = samples.columns[1].clone();
    double[] combination = new double[near.length];
    for (int row = 0; row < near.length; row++) {
      near[row] += 5e-5 * random.nextDouble();
      // the cross-product knows this difference to eight digits only, the rows to twelve
      combination[row] = 2e4 * (near[row] - samples.columns[1][row]);
    }

    int[] columns = independent(samples.withColumn(2, near).withColumn(3, combination));

    assertThat(columns).containsExactly(0, 1, 2, 3);
  }

  @Test
  void ofRows_constantAndRepeatedColumns_areDropped() {
    Samples samples = Samples.random(6, 500);
    double[] constant = new double[500];
    Arrays.fill(constant, 0.1);

    int[] columns = independent(samples.withColumn(1, constant).withColumn(3, samples.columns[0]));

    assertThat(columns).containsExactly(0, 1, 3);
  }

  private static int[] independent(Samples samples) {
    LogisticSample sample = samples.sample();
    Evaluation at = new Likelihood(sample).at(new double[Samples.NAMES.size() + 1]);
    return IndependentColumns.ofRows(sample, at);
  }

  @Test
  void train_hugeShift_doesNotLookCollinear() {
    Samples samples = Samples.random(6, 500);
    double[] seconds = samples.columns[3].clone();
    for (int row = 0; row < seconds.length; row++) {
      seconds[row] = 1.7e9 + 86_400 * seconds[row];
    }

    LogisticFit fit =
        LogisticTrainer.ofDefaults().train(samples.withColumn(3, seconds).sample());

    assertThat(fit.aliased()).isEqualTo(List.of());
    assertThat(fit.converged()).isTrue();
  }
}
