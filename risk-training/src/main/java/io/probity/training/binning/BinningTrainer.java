package io.probity.training.binning;

import io.probity.binning.Binning;
import io.probity.feature.FeatureMatrix;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.training.parallel.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Learns the bins of features.
 *
 * <p>The value bins are the best of all partitions of the pre-bins ({@link OptimalPartition}). Missing
 * values and every special code of the field have bins of their own, also where no record fell into
 * them. A field's direction of risk goes before the trend of the settings: RISES asks for an ascending
 * bad rate, FALLS for a descending one.
 *
 * <p>A category's levels are ordered by smoothed bad rate and then binned like numbers, always
 * ascending. Each level belongs to the value bin of its block; a level without records goes where
 * unseen levels go. That bin follows the field's rule: WORST and REFUSE the bin with the lowest WOE of
 * all, MISSING the missing bin, OTHER the bin of the pooled rare levels, or the worst where there are
 * none. Records of training whose level the schema does not know are counted there.
 *
 * <p>The result does not depend on the order of the records, nor on how the features are spread over
 * threads. A trainer holds settings only, so one instance may serve many threads.
 *
 * @param settings the options of every feature without its own
 * @param byFeature the options of single features, by name
 */
public record BinningTrainer(BinningSettings settings, Map<String, BinningSettings> byFeature) {

  /** Copies the options of single features. */
  public BinningTrainer {
    byFeature = Map.copyOf(byFeature);
  }

  /** Returns a trainer with the same options for all features. */
  public BinningTrainer(BinningSettings settings) {
    this(settings, Map.of());
  }

  /** Returns this trainer with other options for one feature. */
  public BinningTrainer withFeature(String feature, BinningSettings other) {
    Map<String, BinningSettings> changed = new HashMap<>(byFeature);
    changed.put(feature, other);
    return new BinningTrainer(settings, changed);
  }

  /** Returns the options of one feature. */
  public BinningSettings settingsOf(String feature) {
    return byFeature.getOrDefault(feature, settings);
  }

  /**
   * Learns the bins of one feature.
   *
   * @param cells its cells, one a record
   * @param target 1 for bad, 0 for good, one a record
   * @param weights the weight of each record, finite and 0 or more
   * @throws IllegalArgumentException if the feature cannot be binned, with the reason
   */
  public Binning train(Field field, double[] cells, int[] target, double[] weights) {
    BinningResult result = tryTrain(field, cells, Outcomes.of(target, weights));
    if (result instanceof BinningResult.NotBinned refused) {
      throw new IllegalArgumentException(refused.message());
    }
    return result.binning().orElseThrow();
  }

  /**
   * Learns the bins of one feature, or says why it has none.
   *
   * @param cells its cells, one a record
   * @throws IllegalArgumentException if the settings do not fit the outcomes or the field: stability
   *     in time without periods, Fisher's test with fractional weights, an unknown level held together
   *     with others
   */
  public BinningResult tryTrain(Field field, double[] cells, Outcomes outcomes) {
    if (cells.length != outcomes.rows()) {
      throw new IllegalArgumentException(
          "as many cells as outcomes are needed, not " + cells.length + " and " + outcomes.rows());
    }
    BinningSettings own = settingsOf(field.name());
    return switch (field.kind()) {
      case NUMBER -> new NumericTraining(field, outcomes, own).train(cells);
      case CATEGORY -> new CategoryTraining(field, outcomes, own).train(cells);
      case DATE, TEXT ->
        new BinningResult.NotBinned(
            field,
            BinningResult.Reason.WRONG_KIND,
            field.name()
                + " is a "
                + field.kind()
                + "; only a "
                + FieldKind.NUMBER
                + " or a "
                + FieldKind.CATEGORY
                + " can be binned");
    };
  }

  /**
   * Learns the bins of one feature from counts, or says why it has none. They are the bins that the
   * records themselves give, as long as the counts are exact ({@link FeatureCounts#isExact}).
   *
   * @param outcomes those that the counts were made with, all of them
   * @throws IllegalArgumentException if the settings ask for stability in time, which counts say nothing
   *     of, or do not fit the outcomes or the field
   */
  public BinningResult tryTrain(FeatureCounts counts, Outcomes outcomes) {
    Field field = counts.field();
    BinningSettings own = settingsOf(field.name());
    if (own.neighbours().stableShare() > 0) {
      throw new IllegalArgumentException("bins of " + field.name()
          + " that hold their order in time need the records, not counts alone");
    }
    return field.kind() == FieldKind.NUMBER
        ? new NumericTraining(field, outcomes, own).train(counts.numbers())
        : new CategoryTraining(field, outcomes, own).train(counts.categories());
  }

  /**
   * Learns the bins of every feature, one after another.
   *
   * @return one result a feature, in the order of the columns
   * @throws IllegalArgumentException if a feature with its own settings is not there
   */
  public List<BinningResult> trainEach(FeatureMatrix features, Outcomes outcomes) {
    return trainEach(features, outcomes, Runnable::run);
  }

  /**
   * Learns the bins of every feature, each as a task of the executor.
   *
   * @return one result a feature, in the order of the columns
   * @throws IllegalArgumentException if a feature with its own settings is not there
   */
  public List<BinningResult> trainEach(
      FeatureMatrix features, Outcomes outcomes, Executor executor) {
    requireKnown(features);
    return Tasks.each(
        features.fields().size(),
        executor,
        i -> tryTrain(features.fields().get(i), features.columnUnsafe(i), outcomes));
  }

  private void requireKnown(FeatureMatrix features) {
    List<String> names = features.fields().stream().map(Field::name).toList();
    for (String feature : byFeature.keySet()) {
      if (!names.contains(feature)) {
        throw new IllegalArgumentException(
            "there are settings for \"" + feature + "\", which is none of the features " + names);
      }
    }
  }
}
