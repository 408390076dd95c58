package io.probity.training.selection;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which rules features enter the regression, in the order in which they are applied.
 *
 * @param largestMissingShare the largest share of missing values, in [0, 1]
 * @param minimumIv the least information value, 0 or more
 * @param largestCorrelation the largest absolute correlation of the WOE of two features, in (0, 1]; of
 *     two that pass it the one with the lower information value goes; 1 for no rule
 * @param largestVif the largest variance inflation factor of the WOE of a feature, above 1; the
 *     largest goes first; infinity for no rule
 * @param stepwise a stepwise search
 * @param removeWrongSigns whether a feature whose coefficient is not negative is removed
 * @param force the features that no rule removes
 */
public record SelectionPlan(
    double largestMissingShare,
    double minimumIv,
    double largestCorrelation,
    double largestVif,
    Stepwise stepwise,
    boolean removeWrongSigns,
    Set<String> force) {

  /**
   * At most 98% missing, an IV of at least 0.01, correlations up to 0.98, no rule for the VIF, no
   * stepwise search, wrong signs removed, nothing forced.
   */
  public static final SelectionPlan DEFAULT =
      new SelectionPlan(0.98, 0.01, 0.98, Double.POSITIVE_INFINITY, Stepwise.NONE, true, Set.of());

  /** Checks the bounds. */
  public SelectionPlan {
    force = Collections.unmodifiableSet(new TreeSet<>(force));
    if (!(largestMissingShare >= 0 && largestMissingShare <= 1)) {
      throw new IllegalArgumentException(
          "the largest share of missing values must be in [0, 1], not " + largestMissingShare);
    }
    if (!(minimumIv >= 0 && minimumIv <= 100)) {
      throw new IllegalArgumentException(
          "the least information value must be from 0 to 100, not " + minimumIv);
    }
    if (!(largestCorrelation > 0 && largestCorrelation <= 1)) {
      throw new IllegalArgumentException(
          "the largest correlation must be in (0, 1], not " + largestCorrelation);
    }
    if (!(largestVif > 1)) {
      throw new IllegalArgumentException("the largest VIF must be above 1, not " + largestVif);
    }
  }

  /** Returns this plan with another least information value. */
  public SelectionPlan withMinimumIv(double least) {
    return new SelectionPlan(
        largestMissingShare,
        least,
        largestCorrelation,
        largestVif,
        stepwise,
        removeWrongSigns,
        force);
  }

  /** Returns this plan with other bounds on correlation and VIF. */
  public SelectionPlan withCollinearity(double correlation, double vif) {
    return new SelectionPlan(
        largestMissingShare, minimumIv, correlation, vif, stepwise, removeWrongSigns, force);
  }

  /** Returns this plan with another stepwise search. */
  public SelectionPlan withStepwise(Stepwise other) {
    return new SelectionPlan(
        largestMissingShare,
        minimumIv,
        largestCorrelation,
        largestVif,
        other,
        removeWrongSigns,
        force);
  }

  /** Returns this plan with another treatment of wrong signs. */
  public SelectionPlan withWrongSignsRemoved(boolean remove) {
    return new SelectionPlan(
        largestMissingShare, minimumIv, largestCorrelation, largestVif, stepwise, remove, force);
  }

  /** Returns this plan with features that no rule removes. */
  public SelectionPlan withForced(Set<String> names) {
    return new SelectionPlan(
        largestMissingShare,
        minimumIv,
        largestCorrelation,
        largestVif,
        stepwise,
        removeWrongSigns,
        names);
  }
}
