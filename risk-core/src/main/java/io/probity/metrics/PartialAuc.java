package io.probity.metrics;

/**
 * The area under a part of the ROC curve, whose points of equal score are joined by straight lines.
 *
 * @param value the area, from 0 to the width of the range
 * @param low the lower end of the range
 * @param high the upper end of the range
 * @param chanceArea the area of a score without information over the same range
 */
public record PartialAuc(double value, double low, double high, double chanceArea) {

  /** Checks that the range is one and the area fits. */
  public PartialAuc {
    if (!(low >= 0 && low < high && high <= 1)) {
      throw new IllegalArgumentException(
          "a range of rates needs 0 <= low < high <= 1, not " + low + " and " + high);
    }
    if (!(value >= 0 && chanceArea >= 0 && chanceArea <= high - low)) {
      throw new IllegalArgumentException(
          "areas of at least 0 are needed, not " + value + " and " + chanceArea);
    }
  }

  /**
   * Returns the area under the bads' rate while the share of goods called bad is between two rates:
   * 0 and 0.1 is the range of a specificity from 1 to 0.9.
   *
   * @throws IllegalArgumentException if there are no goods or no bads, or not 0 &lt;= low &lt; high
   *     &lt;= 1
   */
  public static PartialAuc overFalsePositives(RankedOutcomes outcomes, double low, double high) {
    outcomes.requireBothClasses("a partial AUC");
    double area = 0.0;
    double goods = 0.0;
    double bads = 0.0;
    for (int group = outcomes.groups() - 1; group >= 0; group--) {
      double fromX = goods / outcomes.totalGoods();
      double fromY = bads / outcomes.totalBads();
      goods += outcomes.goods(group);
      bads += outcomes.bads(group);
      double toX = goods / outcomes.totalGoods();
      double toY = bads / outcomes.totalBads();
      area += trapezoid(fromX, fromY, toX, toY, low, high);
    }
    return new PartialAuc(Math.max(0.0, area), low, high, 0.5 * (high - low) * (high + low));
  }

  /**
   * Returns the area of the share of goods not called bad while the share of bads called bad is
   * between two rates: 0.8 and 1 is the range of a sensitivity from 0.8 to 1.
   *
   * @throws IllegalArgumentException if there are no goods or no bads, or not 0 &lt;= low &lt; high
   *     &lt;= 1
   */
  public static PartialAuc overSensitivity(RankedOutcomes outcomes, double low, double high) {
    outcomes.requireBothClasses("a partial AUC");
    double area = 0.0;
    double goods = 0.0;
    double bads = 0.0;
    for (int group = outcomes.groups() - 1; group >= 0; group--) {
      double fromX = bads / outcomes.totalBads();
      double fromY = 1.0 - goods / outcomes.totalGoods();
      goods += outcomes.goods(group);
      bads += outcomes.bads(group);
      double toX = bads / outcomes.totalBads();
      double toY = 1.0 - goods / outcomes.totalGoods();
      area += trapezoid(fromX, fromY, toX, toY, low, high);
    }
    return new PartialAuc(Math.max(0.0, area), low, high, 0.5 * (high - low) * (2.0 - high - low));
  }

  /**
   * Returns the area on McClish's scale, on which chance is 0.5 and the best possible score 1;
   * below 0.5 where the curve runs below chance.
   *
   * <p>Source: McClish, Analyzing a portion of the ROC curve, 1989.
   */
  public double standardised() {
    return 0.5 * (1.0 + (value - chanceArea) / (high - low - chanceArea));
  }

  /** Returns the area of one straight piece between two x. */
  private static double trapezoid(
      double fromX, double fromY, double toX, double toY, double low, double high) {
    double left = Math.max(fromX, low);
    double right = Math.min(toX, high);
    if (!(right > left)) {
      return 0.0;
    }
    double slope = (toY - fromY) / (toX - fromX);
    double leftY = fromY + slope * (left - fromX);
    double rightY = right == toX ? toY : fromY + slope * (right - fromX);
    return 0.5 * (right - left) * (leftY + rightY);
  }
}
