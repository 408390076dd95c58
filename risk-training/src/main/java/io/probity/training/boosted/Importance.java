package io.probity.training.boosted;

import io.probity.feature.FeatureMatrix;
import io.probity.model.TreeEnsemble;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What boosted trees rest on. Shapley values are taken over a fixed sample of the records learned from,
 * as many as a bounded amount of work allows, at most {@value #MOST_RECORDS}.
 *
 * @param records the records in the sample of contributions
 * @param features one for each feature, the strongest first
 * @param pairRecords the records in the sample of interactions; 0 for trees of one split, which have
 *     none
 * @param pairs the strongest pairs, strongest first, at most {@value #MOST_PAIRS}
 */
public record Importance(
    int records, List<OfFeature> features, int pairRecords, List<OfPair> pairs) {

  private static final int MOST_RECORDS = 500;
  private static final int LEAST_RECORDS = 10;
  private static final int MOST_PAIRS = 10;
  private static final double WORK = 4e8; // node visits that either sample may cost, about

  /** Copies the lists. */
  public Importance {
    features = List.copyOf(features);
    pairs = List.copyOf(pairs);
  }

  /**
   * One feature.
   *
   * @param feature its name
   * @param shap the mean of the absolute contribution to the log-odds of bad
   * @param gainShare the share of all that splits lowered the loss by, in [0, 1]
   * @param splits the number of splits
   */
  public record OfFeature(String feature, double shap, double gainShare, int splits) {}

  /**
   * Two features that count together.
   *
   * @param first the one that stands first in the model
   * @param second the other
   * @param shap the mean of the absolute Shapley interaction value, both halves together, in log-odds
   */
  public record OfPair(String first, String second, double shap) {}

  /** Measures trees on the records that they learned from. */
  static Importance of(Boosting.Boosted boosted, int depth, LearnSet learn, long seed) {
    TreeEnsemble ensemble = boosted.ensemble();
    int count = ensemble.features().size();
    double walk = Math.max(1.0, (double) ensemble.trees().nodes() * depth * depth);
    int[] sample = learn.sample(within(WORK / walk), seed);
    int[] pairSample = depth > 1 && count > 1 && ensemble.trees().trees() > 0
        ? learn.sample(within(WORK / (2 * count * walk)), seed)
        : new int[0];
    return new Importance(
        sample.length,
        features(boosted, learn.features(), sample),
        pairSample.length,
        pairs(ensemble, learn.features(), pairSample));
  }

  private static int within(double records) {
    return (int) Math.max(LEAST_RECORDS, Math.min(MOST_RECORDS, records));
  }

  private static List<OfFeature> features(
      Boosting.Boosted boosted, FeatureMatrix matrix, int[] sample) {
    TreeEnsemble ensemble = boosted.ensemble();
    int count = ensemble.features().size();
    double[] sums = new double[count];
    double[] x = new double[count];
    double[] out = new double[count];
    for (int row : sample) {
      matrix.copyRow(row, x);
      ensemble.contributions(x, out);
      for (int i = 0; i < count; i++) {
        sums[i] += Math.abs(out[i]);
      }
    }
    double gain = boosted.gains().stream().mapToDouble(Double::doubleValue).sum();
    List<OfFeature> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(new OfFeature(
          ensemble.features().get(i),
          sums[i] / sample.length,
          gain > 0 ? boosted.gains().get(i) / gain : 0.0,
          boosted.splits().get(i)));
    }
    features.sort(Comparator.comparingDouble((OfFeature feature) -> -feature.shap()));
    return features;
  }

  private static List<OfPair> pairs(TreeEnsemble ensemble, FeatureMatrix matrix, int[] sample) {
    int count = ensemble.features().size();
    double[][] sums = new double[count][count];
    double[] x = new double[count];
    for (int row : sample) {
      matrix.copyRow(row, x);
      double[][] values = ensemble.interactions(x);
      for (int i = 0; i < count; i++) {
        for (int j = i + 1; j < count; j++) {
          sums[i][j] += Math.abs(values[i][j] + values[j][i]);
        }
      }
    }
    List<OfPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        if (sums[i][j] > 0) {
          pairs.add(new OfPair(
              ensemble.features().get(i), ensemble.features().get(j), sums[i][j] / sample.length));
        }
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingDouble((OfPair pair) -> -pair.shap()))
        .limit(MOST_PAIRS)
        .toList();
  }
}
