package io.probity.model;

import java.util.List;

/**
 * What the training population looked like through the model: the reference for reasons, and for
 * drift later. Immutable.
 *
 * @param rows the records it was taken over
 * @param features one entry for each feature of the predictor, in its order
 * @param gradeShares the share of records in each grade
 * @param scoreCuts the scores that cut the population into tenths: lower ends of all bands but the
 *     first, rising; fewer where scores repeat
 * @param scoreShares the share of records in each band, one more than the cuts
 */
public record Reference(
    long rows,
    List<FeatureReference> features,
    List<Double> gradeShares,
    List<Integer> scoreCuts,
    List<Double> scoreShares) {

  /** Copies the lists. */
  public Reference {
    features = List.copyOf(features);
    gradeShares = List.copyOf(gradeShares);
    scoreCuts = List.copyOf(scoreCuts);
    scoreShares = List.copyOf(scoreShares);
    if (scoreShares.size() != scoreCuts.size() + 1) {
      throw new IllegalArgumentException("a reference needs one score band more than cuts");
    }
  }

  /**
   * One feature in the training population.
   *
   * @param name its name
   * @param meanContribution the mean of what it brought to the log-odds of bad
   * @param gradeMeans the same mean within each grade; the population's where a grade is empty
   * @param cuts the cuts of the bins that the shares are of; empty for a category or a feature whose
   *     bins are its predictor's
   * @param shares the share of records in each bin: value bins, missing, special codes
   */
  public record FeatureReference(
      String name,
      double meanContribution,
      List<Double> gradeMeans,
      List<Double> cuts,
      List<Double> shares) {

    /** Copies the lists. */
    public FeatureReference {
      gradeMeans = List.copyOf(gradeMeans);
      cuts = List.copyOf(cuts);
      shares = List.copyOf(shares);
    }
  }
}
