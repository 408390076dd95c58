package io.probity.training.split;

import io.probity.feature.FeatureMatrix;
import io.probity.training.binning.Outcomes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The records that a model learns from: their features, outcomes and weights. Immutable.
 */
public final class LearnSet {

  private final FeatureMatrix features;
  private final int[] target;
  private final double[] weights;
  private final Optional<int[]> periods;

  private LearnSet(
      FeatureMatrix features, int[] target, double[] weights, Optional<int[]> periods) {
    this.features = features;
    this.target = target;
    this.weights = weights;
    this.periods = periods;
  }

  /**
   * Returns records to learn from; the arrays are taken over.
   *
   * @param target 1 for bad, 0 for good, one a record
   * @param weights the weight of each record, finite and 0 or more
   */
  public static LearnSet of(FeatureMatrix features, int[] target, double[] weights) {
    if (features.rows() != target.length || target.length != weights.length) {
      throw new IllegalArgumentException("as many outcomes and weights as records are needed, not "
          + target.length
          + " and "
          + weights.length
          + " for "
          + features.rows());
    }
    return new LearnSet(features, target, weights, Optional.empty());
  }

  /**
   * Returns these records with the period of each, for bins that must hold their order in time.
   *
   * @param numbers from 0 on, one a record
   */
  public LearnSet withPeriods(int[] numbers) {
    if (numbers.length != target.length) {
      throw new IllegalArgumentException(
          "as many periods as records are needed, not " + numbers.length);
    }
    return new LearnSet(features, target, weights, Optional.of(numbers.clone()));
  }

  /** Returns the period of each record, where there are periods. */
  public Optional<int[]> periods() {
    return periods.map(int[]::clone);
  }

  /** Returns what became of the records, as bins are made of it. */
  public Outcomes outcomes() {
    Outcomes outcomes = Outcomes.of(target, weights);
    return periods.map(outcomes::withPeriods).orElse(outcomes);
  }

  /** Returns the features. */
  public FeatureMatrix features() {
    return features;
  }

  /** Returns the number of records. */
  public int rows() {
    return target.length;
  }

  /** Returns the outcomes; the caller must not change them. */
  public int[] targetUnsafe() {
    return target;
  }

  /** Returns the weights; the caller must not change them. */
  public double[] weightsUnsafe() {
    return weights;
  }

  /** Returns the number of bads. */
  public int bads() {
    return Arrays.stream(target).sum();
  }

  /**
   * Returns the positions of at most so many records, with the same share of bads; all of them where
   * there are no more.
   */
  public int[] sample(int most, long seed) {
    return Split.sample(target, most, seed);
  }

  /** Returns these records with only the features at the given positions, in that order. */
  public LearnSet withColumns(List<Integer> positions) {
    return new LearnSet(features.columnsAt(positions), target, weights, periods);
  }

  /** Returns the records at the given positions, in that order. */
  public LearnSet rowsAt(int[] positions) {
    int[] picked = new int[positions.length];
    double[] pickedWeights = new double[positions.length];
    for (int i = 0; i < positions.length; i++) {
      picked[i] = target[positions[i]];
      pickedWeights[i] = weights[positions[i]];
    }
    return new LearnSet(
        features.rowsAt(positions),
        picked,
        pickedWeights,
        periods.map(all -> Arrays.stream(positions).map(row -> all[row]).toArray()));
  }
}
