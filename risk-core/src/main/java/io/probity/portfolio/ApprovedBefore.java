package io.probity.portfolio;

import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the people were like whom a strategy has approved so far: for each feature the range of its
 * numbers, its levels and its special codes. Who is outside was never approved, so nothing is known of
 * how such people pay. Immutable.
 */
public final class ApprovedBefore {

  private final List<String> features;
  private final double[] least;
  private final double[] most;
  private final List<Set<Double>> others; // levels, special codes and NaN for missing

  private ApprovedBefore(List<String> features) {
    this.features = features;
    this.least = new double[features.size()];
    this.most = new double[features.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    Arrays.fill(most, Double.NEGATIVE_INFINITY);
    this.others = new ArrayList<>();
    features.forEach(feature -> others.add(new HashSet<>()));
  }

  /**
   * Gathers the approved.
   *
   * @param features the names of the cells
   * @param categories the features whose cells are levels
   * @param approved the cells of each approved applicant
   */
  public static ApprovedBefore of(
      List<String> features, Set<String> categories, Iterable<double[]> approved) {
    ApprovedBefore before = new ApprovedBefore(List.copyOf(features));
    for (double[] cells : approved) {
      for (int i = 0; i < cells.length; i++) {
        double cell = cells[i];
        if (SpecialValues.isNumber(cell) && !categories.contains(features.get(i))) {
          before.least[i] = Math.min(before.least[i], cell);
          before.most[i] = Math.max(before.most[i], cell);
        } else {
          before.others.get(i).add(cell);
        }
      }
    }
    return before;
  }

  /** Returns the features in which an applicant is unlike everybody approved so far. */
  public List<String> unlike(double[] cells) {
    List<String> unlike = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      boolean within = cells[i] >= least[i] && cells[i] <= most[i];
      if (!within && !others.get(i).contains(cells[i])) {
        unlike.add(features.get(i));
      }
    }
    return unlike;
  }
}
