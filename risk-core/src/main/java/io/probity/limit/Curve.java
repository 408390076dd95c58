package io.probity.limit;

import java.util.List;

/**
 * A share as a function of one figure: straight lines between knots, level outside them.
 *
 * @param knots at least one, by rising x
 */
public record Curve(List<Knot> knots) {

  /**
   * A point of the curve.
   *
   * @param x any finite figure
   * @param share in [0, 1]
   */
  public record Knot(double x, double share) {

    /** Checks the point. */
    public Knot {
      if (!(Math.abs(x) <= Double.MAX_VALUE && share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "a knot needs a finite x and a share in [0, 1], not " + x + " and " + share);
      }
    }
  }

  /** Checks the order. */
  public Curve {
    knots = List.copyOf(knots);
    if (knots.isEmpty()) {
      throw new IllegalArgumentException("a curve needs at least one knot");
    }
    for (int i = 1; i < knots.size(); i++) {
      if (!(knots.get(i).x() > knots.get(i - 1).x())) {
        throw new IllegalArgumentException("the knots of a curve must rise, not go from "
            + knots.get(i - 1).x() + " to " + knots.get(i).x());
      }
    }
  }

  /** Returns the same share everywhere. */
  public static Curve level(double share) {
    return new Curve(List.of(new Knot(0, share)));
  }

  /**
   * Returns the share at x.
   *
   * @throws IllegalArgumentException if x is NaN
   */
  public double at(double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("a curve has no share at NaN");
    }
    Knot before = knots.get(0);
    if (x <= before.x()) {
      return before.share();
    }
    for (Knot knot : knots) {
      if (x < knot.x()) {
        double part = (x - before.x()) / (knot.x() - before.x());
        return before.share() + part * (knot.share() - before.share());
      }
      before = knot;
    }
    return before.share();
  }
}
