package io.probity.training;

/**
 * Which binned features enter the regression.
 *
 * @param minimumIv the least information value, 0 or more
 * @param removeWrongSigns whether a feature whose coefficient is not negative is removed
 */
public record SelectionPlan(double minimumIv, boolean removeWrongSigns) {

  /** An IV of at least 0.02, wrong signs removed. */
  public static final SelectionPlan DEFAULT = new SelectionPlan(0.02, true);

  /** Checks the bound. */
  public SelectionPlan {
    if (!(minimumIv >= 0 && minimumIv <= 100)) {
      throw new IllegalArgumentException(
          "the least information value must be from 0 to 100, not " + minimumIv);
    }
  }
}
