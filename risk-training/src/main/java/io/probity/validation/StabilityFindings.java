package io.probity.validation;

import io.probity.model.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the population still looks like the one that the model was trained on. Records are counted,
 * without weights, as they are in the model's reference.
 *
 * @param score the shares of the reference's score bands
 * @param grades the shares of the grades
 * @param features the shares of the bins of each feature of the reference, in its order
 */
public record StabilityFindings(ShareShift score, ShareShift grades, List<ShareShift> features) {

  /** Copies the list. */
  public StabilityFindings {
    features = List.copyOf(features);
  }

  /** Compares a sample with a reference; what one of them lacks is not defined. */
  static StabilityFindings of(ScoredSample sample, Reference reference) {
    List<ShareShift> features = new ArrayList<>();
    for (Reference.FeatureReference feature : reference.features()) {
      features.add(sample
          .bins(feature.name())
          .map(bins -> shift(feature.name(), bins, feature.shares(), reference.rows()))
          .orElseGet(() -> ShareShift.undefined(
              feature.name(), "the bins of this feature are not known for this model")));
    }
    return new StabilityFindings(score(sample, reference), grades(sample, reference), features);
  }

  private static ShareShift score(ScoredSample sample, Reference reference) {
    if (!sample.hasScores()) {
      return ShareShift.undefined("score", "the records have no scores");
    }
    double[] cuts =
        reference.scoreCuts().stream().mapToDouble(Integer::doubleValue).toArray();
    int[] bands = Arrays.stream(sample.scores())
        .map(score -> Groups.interval(cuts, score))
        .toArray();
    Groups groups = Groups.of("score", Groups.intervals(cuts), bands);
    return shift("score", groups, reference.scoreShares(), reference.rows());
  }

  private static ShareShift grades(ScoredSample sample, Reference reference) {
    return sample.hasGrades()
        ? shift("grade", sample.grades(), reference.gradeShares(), reference.rows())
        : ShareShift.undefined("grade", "the records have no grades");
  }

  private static ShareShift shift(String name, Groups bins, List<Double> shares, long records) {
    if (shares.size() != bins.labels().size()) {
      return ShareShift.undefined(
          name,
          "the reference has " + shares.size() + " bins, the records "
              + bins.labels().size());
    }
    double[] reference = shares.stream().mapToDouble(share -> share * records).toArray();
    double[] actual = Arrays.stream(bins.counts()).asDoubleStream().toArray();
    return ShareShift.of(name, bins.labels(), reference, actual, true);
  }
}
