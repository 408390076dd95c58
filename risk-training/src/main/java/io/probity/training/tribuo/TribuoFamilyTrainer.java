package io.probity.training.tribuo;

import io.probity.binning.Binning;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.model.Calibration;
import io.probity.model.Predictor;
import io.probity.model.ScoreScale;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialValues;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.family.BinnedFeatures;
import io.probity.training.family.FamilyTrainer;
import io.probity.training.family.FamilyTraining;
import io.probity.training.parallel.Tasks;
import io.probity.training.selection.Funnel;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;

/**
 * Trains any of Tribuo's classification trainers, with its own settings, on standardised numbers and
 * indicators ({@link TribuoData}). Directions of the schema are not imposed. Whether the same seed gives
 * the same model is the trainer's own matter; Tribuo's models hold the time of training, so that the
 * files of two equal trainings differ.
 *
 * @param binning how features are binned, for what drift is measured by; a feature that cannot be
 *     binned is left out
 * @param trainer the trainer by name and parameters
 */
public record TribuoFamilyTrainer(BinningTrainer binning, TribuoComponent trainer)
    implements FamilyTrainer {

  /**
   * Trains a model and, for what is out of fold, one without each inner fold.
   *
   * @param seed not used: a trainer of Tribuo's has a seed among its parameters
   * @throws InvalidInputException if the trainer cannot be made or no feature can be binned
   */
  @Override
  public FamilyTraining train(LearnSet records, Folds folds, long seed, Executor executor) {
    trainer.newTrainer();
    BinnedFeatures binned = BinnedFeatures.of(records, binning, executor);
    LearnSet learn = binned.records();
    double[] outOfFold = new double[learn.rows()];
    List<TribuoModel> models = Tasks.each(
        folds.count() + 1,
        executor,
        task -> task == 0 ? model(learn) : model(learn.rowsAt(folds.outside(task - 1))));
    FeatureMatrix matrix = learn.features();
    double[] x = new double[matrix.fields().size()];
    for (int row = 0; row < outOfFold.length; row++) {
      matrix.copyRow(row, x);
      outOfFold[row] = models.get(folds.of(row) + 1).badLogOdds(x);
    }
    return new Trained(
        models.get(0),
        binned.results(),
        binned.dropped(),
        Arrays.stream(outOfFold).boxed().toList());
  }

  private TribuoModel model(LearnSet learn) {
    TribuoData data = TribuoData.fit(learn.features());
    MutableDataset<Label> dataset = data.dataset(learn.features(), learn.targetUnsafe());
    for (int row = 0; row < learn.rows(); row++) {
      Example<Label> example = dataset.getExample(row);
      example.setWeight((float) learn.weightsUnsafe()[row]);
    }
    return TribuoModel.of(
        data, typical(learn.features(), data), trainer.newTrainer().train(dataset));
  }

  /** Returns the mean of each number and the most frequent level of each category. */
  private static double[] typical(FeatureMatrix matrix, TribuoData data) {
    double[] typical = data.means();
    for (int i = 0; i < typical.length; i++) {
      Field field = matrix.fields().get(i);
      if (field.kind() != FieldKind.CATEGORY) {
        continue;
      }
      int[] counts = new int[field.rules().levels().size()];
      for (double cell : matrix.columnUnsafe(i)) {
        if (SpecialValues.isNumber(cell) && cell >= 0) {
          counts[(int) cell]++;
        }
      }
      int most = 0;
      for (int level = 1; level < counts.length; level++) {
        most = counts[level] > counts[most] ? level : most;
      }
      typical[i] = most;
    }
    return typical;
  }

  private record Trained(
      TribuoModel model,
      List<BinningResult> candidates,
      List<Funnel.Entry> dropped,
      List<Double> logOdds)
      implements FamilyTraining {

    @Override
    public Predictor predictor(ScoreScale scale, Calibration calibration) {
      return model;
    }

    @Override
    public List<Binning> bins() {
      return candidates.stream().flatMap(result -> result.binning().stream()).toList();
    }

    @Override
    public double[] outOfFold() {
      return logOdds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public List<String> warnings() {
      return List.of(
          "a model of Tribuo's imposes no directions, and its file holds a time, so that it"
              + " is not the same from run to run");
    }
  }
}
