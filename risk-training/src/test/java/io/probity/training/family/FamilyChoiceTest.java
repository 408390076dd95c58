package io.probity.training.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.feature.FeatureMatrix;
import io.probity.metrics.Auc;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.training.additive.AdditiveSettings;
import io.probity.training.additive.AdditiveTrainer;
import io.probity.training.additive.AdditiveTraining;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.boosted.BoostedSettings;
import io.probity.training.boosted.BoostedTrainer;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The default choice on records of which the truth is known. */
class FamilyChoiceTest {

  private static final int ROWS = 4_000;
  private static final int FEATURES = 5;

  /** What was drawn: records, and the log-odds behind their outcomes. */
  private static final class Drawn {

    private final double[] truth = new double[ROWS];
    private final LearnSet records;

    Drawn(ToDoubleFunction<double[]> logOdds) {
      SplittableRandom random = new SplittableRandom(21);
      double[][] columns = new double[FEATURES][ROWS];
      int[] target = new int[ROWS];
      double[] x = new double[FEATURES];
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < FEATURES; i++) {
          x[i] = random.nextDouble() * 2 - 1;
          columns[i][row] = x[i];
        }
        truth[row] = logOdds.applyAsDouble(x);
        target[row] = random.nextDouble() < 1 / (1 + Math.exp(-truth[row])) ? 1 : 0;
      }
      List<Field> fields = IntStream.range(0, FEATURES)
          .mapToObj(i -> Field.of("x" + i, FieldKind.NUMBER, FieldRole.FEATURE))
          .toList();
      double[] weights = new double[ROWS];
      Arrays.fill(weights, 1.0);
      this.records = LearnSet.of(FeatureMatrix.ofColumns(fields, columns), target, weights);
    }

    double shareOfTruth(FamilyTraining training) {
      double own = Auc.of(training.outOfFold(), records.targetUnsafe()).value() - 0.5;
      return own / (Auc.of(truth, records.targetUnsafe()).value() - 0.5);
    }

    AdditiveTraining additive() {
      return new AdditiveTrainer(AdditiveSettings.DEFAULT)
          .train(records, Folds.stratified(records.targetUnsafe(), 5, 1), 1, Runnable::run);
    }

    FamilyChoice choose() {
      Map<String, FamilyTrainer> trainers = new LinkedHashMap<>();
      BinningTrainer bins = new BinningTrainer(BinningSettings.DEFAULT);
      trainers.put("additive", new AdditiveTrainer(AdditiveSettings.DEFAULT));
      trainers.put("boosted", new BoostedTrainer(bins, BoostedSettings.DEFAULT));
      return FamilyChoice.of(
          trainers, records, Folds.stratified(records.targetUnsafe(), 5, 1), 1, Runnable::run);
    }
  }

  @Test
  void additive_singleFeatures_needNoPairs() {
    Drawn drawn = new Drawn(x -> -1 + 1.5 * x[0] - Math.abs(x[1]) + 0.5 * x[2]);

    AdditiveTraining additive = drawn.additive();

    assertThat(additive.chosen().pairs()).isZero();
    assertThat(drawn.shareOfTruth(additive)).isGreaterThan(0.9);
  }

  @Test
  void additive_strongPair_isFound() {
    Drawn drawn = new Drawn(x -> -1 + x[2] + (x[0] * x[1] > 0 ? 1.5 : -1.5));

    AdditiveTraining additive = drawn.additive();

    assertThat(additive.pairs()).contains(List.of("x0", "x1"));
    assertThat(drawn.shareOfTruth(additive)).isGreaterThan(0.9);
  }

  @Test
  void choice_threeFeaturesThatCountOnlyTogether_takesTheTrees() {
    Drawn drawn = new Drawn(x -> -1
        + (x[0] > 0 && x[1] > 0 && x[2] > 0 ? 4.0 : 0.0)
        + x[3]
        - (x[0] < 0 && x[1] < 0 && x[2] < 0 ? 4.0 : 0.0)
        + (x[0] * x[1] * x[2] > 0 ? 1.0 : -1.0));

    FamilyChoice choice = drawn.choose();

    assertThat(choice.rows())
        .filteredOn(FamilyChoice.Row::chosen)
        .singleElement()
        .satisfies(row -> assertThat(row.family()).isEqualTo("boosted"));
    assertThat(drawn.shareOfTruth(choice.training())).isGreaterThan(0.9);
  }
}
