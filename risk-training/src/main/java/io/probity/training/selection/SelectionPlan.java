package io.probity.training.selection;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which rules features enter the regression.
 *
 * @param bounds the bounds that each feature must keep
 * @param stepwise a stepwise search
 * @param removeWrongSigns whether a feature whose coefficient is not negative is removed
 * @param force the features that no rule removes
 */
public record SelectionPlan(
    FeatureBounds bounds, Stepwise stepwise, boolean removeWrongSigns, Set<String> force) {

  /** The default bounds, no stepwise search, wrong signs removed, nothing forced. */
  public static final SelectionPlan DEFAULT =
      new SelectionPlan(FeatureBounds.DEFAULT, Stepwise.NONE, true, Set.of());

  /** Copies the names. */
  public SelectionPlan {
    force = Collections.unmodifiableSet(new TreeSet<>(force));
  }

  /** Returns this plan with other bounds. */
  public SelectionPlan withBounds(FeatureBounds other) {
    return new SelectionPlan(other, stepwise, removeWrongSigns, force);
  }

  /** Returns this plan with another least information value. */
  public SelectionPlan withMinimumIv(double least) {
    return withBounds(new FeatureBounds(
        bounds.largestMissingShare(),
        bounds.fewestBins(),
        least,
        bounds.largestPsi(),
        bounds.largestCorrelation(),
        bounds.largestVif()));
  }

  /** Returns this plan with other bounds on correlation and VIF. */
  public SelectionPlan withCollinearity(double correlation, double vif) {
    return withBounds(new FeatureBounds(
        bounds.largestMissingShare(),
        bounds.fewestBins(),
        bounds.minimumIv(),
        bounds.largestPsi(),
        correlation,
        vif));
  }

  /** Returns this plan with another stepwise search. */
  public SelectionPlan withStepwise(Stepwise other) {
    return new SelectionPlan(bounds, other, removeWrongSigns, force);
  }

  /** Returns this plan with another treatment of wrong signs. */
  public SelectionPlan withWrongSignsRemoved(boolean remove) {
    return new SelectionPlan(bounds, stepwise, remove, force);
  }

  /** Returns this plan with features that no rule removes. */
  public SelectionPlan withForced(Set<String> names) {
    return new SelectionPlan(bounds, stepwise, removeWrongSigns, names);
  }
}
