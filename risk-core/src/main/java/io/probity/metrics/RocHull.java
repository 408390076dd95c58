package io.probity.metrics;

import java.util.Arrays;

/**
 * The upper convex hull of a ROC curve: what the score reaches if each decision may use its best
 * cut-off. Immutable.
 *
 * <p>Corners run from (0, 0), nobody called bad, to (1, 1), everybody; none lies on the straight
 * line between its neighbours.
 */
public final class RocHull {

  private final double[] goods;
  private final double[] bads;
  private final double totalGoods;
  private final double totalBads;

  private RocHull(double[] goods, double[] bads) {
    this.goods = goods;
    this.bads = bads;
    this.totalGoods = goods[goods.length - 1];
    this.totalBads = bads[bads.length - 1];
  }

  /**
   * Returns the hull of scored records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static RocHull of(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("a ROC hull");
    double[] goods = new double[outcomes.groups() + 1];
    double[] bads = new double[goods.length];
    int corners = 1;
    double goodsCalled = 0.0;
    double badsCalled = 0.0;
    for (int group = outcomes.groups() - 1; group >= 0; group--) {
      goodsCalled += outcomes.goods(group);
      badsCalled += outcomes.bads(group);
      while (corners > 1 && !turnsRight(goods, bads, corners, goodsCalled, badsCalled)) {
        corners--;
      }
      goods[corners] = goodsCalled;
      bads[corners] = badsCalled;
      corners++;
    }
    return new RocHull(Arrays.copyOf(goods, corners), Arrays.copyOf(bads, corners));
  }

  private static boolean turnsRight(
      double[] goods, double[] bads, int corners, double toGoods, double toBads) {
    double fromGoods = goods[corners - 2];
    double fromBads = bads[corners - 2];
    double overGoods = goods[corners - 1] - fromGoods;
    double overBads = bads[corners - 1] - fromBads;
    return overGoods * (toBads - fromBads) < overBads * (toGoods - fromGoods);
  }

  /** Returns the number of corners, at least 2. */
  public int corners() {
    return goods.length;
  }

  /** Returns the share of goods called bad at a corner. */
  public double falsePositiveRate(int corner) {
    return goods[corner] / totalGoods;
  }

  /** Returns the share of bads called bad at a corner. */
  public double truePositiveRate(int corner) {
    return bads[corner] / totalBads;
  }

  /** Returns the area under the hull (AUCH), in [0.5, 1]. */
  public double area() {
    double twice = 0.0;
    for (int corner = 1; corner < goods.length; corner++) {
      twice += (goods[corner] - goods[corner - 1]) * (bads[corner] + bads[corner - 1]);
    }
    return 0.5 * twice / (totalGoods * totalBads);
  }
}
