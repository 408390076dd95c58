package io.probity.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The points of a ROC curve, for charts and tables; figures are computed from all records instead.
 */
public final class RocCurve {

  private RocCurve() {}

  /**
   * Returns one point for each distinct score, from the highest to the lowest. The curve starts at
   * (0, 0), which is not listed, and the last point is (1, 1).
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public static List<RocPoint> points(RankedOutcomes outcomes) {
    outcomes.requireBothClasses("a ROC curve");
    List<RocPoint> points = new ArrayList<>(outcomes.groups());
    double goods = 0.0;
    double bads = 0.0;
    for (int group = outcomes.groups() - 1; group > 0; group--) {
      goods += outcomes.goods(group);
      bads += outcomes.bads(group);
      points.add(new RocPoint(
          Math.min(1.0, goods / outcomes.totalGoods()),
          Math.min(1.0, bads / outcomes.totalBads()),
          outcomes.score(group)));
    }
    points.add(new RocPoint(1.0, 1.0, outcomes.score(0)));
    return List.copyOf(points);
  }

  /**
   * Returns at most {@code most} of the points, evenly spread along the curve: in each of as many
   * equal steps of the two rates together the last point, so the drawn curve is nowhere off by more
   * than 2 / most. The last point is always kept.
   *
   * @param most at least 2
   */
  public static List<RocPoint> points(RankedOutcomes outcomes, int most) {
    if (most < 2) {
      throw new IllegalArgumentException("a ROC curve needs at least 2 points, not " + most);
    }
    List<RocPoint> all = points(outcomes);
    List<RocPoint> kept = new ArrayList<>(Math.min(most, all.size()));
    for (int i = 0; i < all.size(); i++) {
      if (i == all.size() - 1 || step(all.get(i), most) != step(all.get(i + 1), most)) {
        kept.add(all.get(i));
      }
    }
    return List.copyOf(kept);
  }

  private static int step(RocPoint point, int steps) {
    double travelled = 0.5 * (point.falsePositiveRate() + point.truePositiveRate());
    return (int) Math.min(steps - 1.0, Math.floor(travelled * steps));
  }
}
