package io.probity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many applicants at a time against one at a time, bit by bit. */
class CompiledBatchTest {

  private static final int ROWS = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void columns_scorecardAndAdditiveModels_equalRows(long seed) {
    RandomModels models = new RandomModels(seed);
    requireEqual(models.scorecard(), models, seed);
    requireEqual(models.additive(0), models, seed);
    requireEqual(models.additive(4), models, seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 513, 1_300})
  void pd_columnsOfAnyLength_equalsRows(int count) {
    RiskModel model = TestModels.scorecard();
    SplittableRandom random = new SplittableRandom(count);
    double[][] columns = new double[2][count + 1];
    double[] pd = new double[count];
    for (int row = 0; row < count; row++) {
      columns[0][row] = random.nextInt(9) == 0 ? Double.NaN : random.nextDouble();
      columns[1][row] = random.nextInt(3) - 1;
    }

    model.pd(columns, pd);

    for (int row = 0; row < count; row++) {
      assertThat(pd[row]).isEqualTo(model.pd(new double[] {columns[0][row], columns[1][row]}));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void pd_wrongNumberOfColumns_isRefused(int columns) {
    assertThatThrownBy(() -> TestModels.scorecard().pd(new double[columns][4], new double[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("one column for each of the 2 features is needed, not " + columns);
  }

  private static void requireEqual(Predictor predictor, RandomModels models, long seed) {
    CompiledPredictor compiled = CompiledPredictor.of(predictor, ScoreScale.DEFAULT);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[predictor.features().size()][ROWS];
    for (int i = 0; i < columns.length; i++) {
      double[] awkward = models.awkwardCells(i);
      for (int row = 0; row < ROWS; row++) {
        columns[i][row] = random.nextInt(3) == 0
            ? awkward[random.nextInt(awkward.length)]
            : random.nextDouble(-2.5, 2.5);
      }
    }
    double[] out = new double[ROWS];

    compiled.badLogOdds(columns, 0, ROWS / 2, out);
    compiled.badLogOdds(columns, ROWS / 2, ROWS, out);

    double[] x = new double[columns.length];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = columns[i][row];
      }
      boolean equal = Double.doubleToRawLongBits(out[row])
          == Double.doubleToRawLongBits(predictor.badLogOdds(x));
      assertThat(equal).as("row %d", row).isTrue();
    }
  }
}
