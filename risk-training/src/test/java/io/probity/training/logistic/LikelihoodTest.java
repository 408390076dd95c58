package io.probity.training.logistic;

import static io.probity.training.logistic.Golden.assertRelative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The objectives against plain sums over the data and against their own finite differences. */
class LikelihoodTest {

  /** One row, part of a block, one block, and across the borders of blocks and chunks. */
  @ParameterizedTest
  @ValueSource(ints = {2, 100, 128, 129, 8_191, 8_192, 8_193, 17_000})
  void at_anyNumberOfRows_matchesPlainSums(int rows) {
    Samples samples = Samples.random(rows, rows);
    samples.target[0] = 0;
    samples.target[1] = 1;
    SplittableRandom random = new SplittableRandom(rows);
    double[] weights = random.doubles(rows, 0.1, 2).toArray();
    double[] offset = random.doubles(rows, -1, 1).toArray();
    LogisticSample sample = samples.withWeights(weights).sample(offset);
    double[] gamma = {-1, 0.2, -0.4, 0.3, 0.1};

    Evaluation at = new Likelihood(sample).at(gamma);

    double logLikelihood = 0;
    double[] gradient = new double[5];
    double[][] information = new double[5][5];
    for (int row = 0; row < rows; row++) {
      double[] z = {1, 0, 0, 0, 0};
      double eta = gamma[0] + offset[row];
      for (int j = 0; j < 4; j++) {
        z[j + 1] = (samples.columns[j][row] - sample.columnsUnsafe().mean(j))
            / sample.columnsUnsafe().scale(j);
        eta += gamma[j + 1] * z[j + 1];
      }
      double p = 1 / (1 + Math.exp(-eta));
      int y = samples.target[row];
      logLikelihood += weights[row] * Math.log(y == 1 ? p : 1 - p);
      for (int i = 0; i < 5; i++) {
        gradient[i] += weights[row] * (y - p) * z[i];
        for (int j = 0; j < 5; j++) {
          information[i][j] += weights[row] * p * (1 - p) * z[i] * z[j];
        }
      }
    }
    assertRelative(at.logLikelihood, logLikelihood, 1e-11);
    for (int i = 0; i < 5; i++) {
      assertThat(at.gradient[i]).isCloseTo(gradient[i], within(1e-10 * rows));
      for (int j = 0; j < 5; j++) {
        assertThat(at.information[i][j]).isCloseTo(information[i][j], within(1e-10 * rows));
      }
    }
  }

  @Test
  void at_hugeLinearPredictors_staysFinite() {
    LogisticSample sample = Samples.random(4, 200).sample();

    Evaluation at = new Likelihood(sample).at(new double[] {800, 1e4, -1e4, 3, 5});

    assertThat(at.logLikelihood).isFinite().isNegative();
    assertThat(at.gradient).doesNotContain(Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void firth_gradient_matchesFiniteDifferences(long seed) {
    Samples samples = Samples.random(seed, 60);
    double[] weights = new SplittableRandom(seed).doubles(60, 0.1, 3).toArray();
    FirthObjective firth = new FirthObjective(samples.withWeights(weights).sample());
    double[] gamma = {-0.5, 0.3, -0.2, 0.7, 0.1};

    double[] gradient = firth.at(gamma).gradient;

    for (int i = 0; i < gamma.length; i++) {
      double[] up = gamma.clone();
      double[] down = gamma.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double difference = (firth.at(up).value - firth.at(down).value) / 2e-5;
      assertThat(gradient[i]).isCloseTo(difference, within(1e-7));
    }
  }

  @Test
  void firth_penalisedLogLikelihood_doesNotDependOnTheStartOrUnits() {
    Samples samples = Samples.random(2, 80);
    LogisticTrainer trainer =
        new LogisticTrainer(LogisticSettings.DEFAULT.withPenalty(Penalty.FIRTH));
    double[] halved = samples.columns[0].clone();
    for (int row = 0; row < halved.length; row++) {
      halved[row] /= 2;
    }

    LogisticFit plain = trainer.train(samples.sample());
    LogisticFit changed = trainer.train(samples.withColumn(0, halved).sample());

    // the determinant of the information falls by 4, half of its logarithm by ln 2
    assertThat(changed.statistics().penalisedLogLikelihood())
        .isCloseTo(plain.statistics().penalisedLogLikelihood() - Math.log(2), within(1e-9));
    assertRelative(changed.estimates()[1], 2 * plain.estimates()[1], 1e-7);
  }
}
