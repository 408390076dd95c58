package io.probity.training.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import io.probity.feature.FeatureMatrix;
import io.probity.model.Calibration;
import io.probity.model.ScoreScale;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.RiskDirection;
import io.probity.training.family.FamilyTrainer;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.Trainer;
import org.tribuo.WeightedExamples;
import org.tribuo.classification.Label;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * A family of ours as a trainer of Tribuo's, so that Tribuo's evaluators, cross-validation and ensembles
 * work with it. Every feature of the dataset is a number; one that an example does not hold is missing.
 * The dataset needs two labels.
 */
public final class ProbityTrainer implements Trainer<Label>, WeightedExamples {

  private final FamilyTrainer family;
  private final String badLabel;
  private final Map<String, RiskDirection> directions;
  private final int folds;
  private final long seed;
  private int invocations;

  /**
   * Makes a trainer.
   *
   * @param badLabel the label of a bad
   * @param directions how risk moves with a feature, by name; FREE where there is none
   * @param folds the inner folds, 2 or more
   * @param seed of the inner folds and of everything random in the family
   */
  public ProbityTrainer(
      FamilyTrainer family,
      String badLabel,
      Map<String, RiskDirection> directions,
      int folds,
      long seed) {
    if (folds < 2) {
      throw new IllegalArgumentException("the inner folds must be at least 2, not " + folds);
    }
    this.family = family;
    this.badLabel = badLabel;
    this.directions = Map.copyOf(directions);
    this.folds = folds;
    this.seed = seed;
  }

  @Override
  public Model<Label> train(Dataset<Label> examples, Map<String, Provenance> runProvenance) {
    return train(examples, runProvenance, INCREMENT_INVOCATION_COUNT);
  }

  @Override
  public synchronized Model<Label> train(
      Dataset<Label> examples, Map<String, Provenance> runProvenance, int invocationCount) {
    List<String> labels = examples.getOutputInfo().getDomain().stream()
        .map(Label::getLabel)
        .sorted()
        .toList();
    if (labels.size() != 2
        || !labels.contains(badLabel)
        || examples.getOutputInfo().getUnknownCount() > 0) {
      throw new IllegalArgumentException(
          "two known labels are needed, one of them " + badLabel + ", not " + labels);
    }
    if (invocationCount != INCREMENT_INVOCATION_COUNT) {
      setInvocationCount(invocationCount);
    }
    TrainerProvenance provenance = getProvenance();
    invocations++;
    ImmutableFeatureMap features = examples.getFeatureIDMap();
    LearnSet learn = learnSet(examples, features);
    Folds inner = Folds.stratified(learn.targetUnsafe(), folds, seed);
    return new ProbityModel(
        new ModelProvenance(
            ProbityModel.class.getName(),
            Instant.EPOCH.atOffset(ZoneOffset.UTC),
            examples.getProvenance(),
            provenance,
            runProvenance),
        features,
        examples.getOutputIDInfo(),
        badLabel,
        family
            .train(learn, inner, seed, Runnable::run)
            .predictor(ScoreScale.DEFAULT, Calibration.IDENTITY));
  }

  private LearnSet learnSet(Dataset<Label> examples, ImmutableFeatureMap features) {
    int rows = examples.size();
    double[][] columns = new double[features.size()][rows];
    for (double[] column : columns) {
      Arrays.fill(column, Double.NaN);
    }
    int[] target = new int[rows];
    double[] weights = new double[rows];
    for (int row = 0; row < rows; row++) {
      Example<Label> example = examples.getExample(row);
      target[row] = example.getOutput().getLabel().equals(badLabel) ? 1 : 0;
      weights[row] = example.getWeight();
      for (Feature feature : example) {
        columns[features.getID(feature.getName())][row] = feature.getValue();
      }
    }
    List<Field> fields = IntStream.range(0, columns.length)
        .mapToObj(id -> field(features.get(id).getName()))
        .toList();
    return LearnSet.of(FeatureMatrix.ofColumns(fields, columns), target, weights);
  }

  private Field field(String name) {
    Field field = Field.of(name, FieldKind.NUMBER, FieldRole.FEATURE);
    return field.withRules(
        field.rules().withDirection(directions.getOrDefault(name, RiskDirection.FREE)));
  }

  @Override
  public int getInvocationCount() {
    return invocations;
  }

  @Override
  public synchronized void setInvocationCount(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("the count must be at least 0, not " + count);
    }
    invocations = count;
  }

  @Override
  public TrainerProvenance getProvenance() {
    return new TrainerProvenanceImpl(this);
  }
}
