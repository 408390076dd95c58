package io.probity.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Finds the prices with the least upper bound by cutting planes inside a box that moves.
 *
 * <p>The bound is a convex, piecewise linear function of the prices. Each point gives a plane below
 * it; a small linear program finds the lowest point of the planes inside the box. Where the least is
 * inside, it is the least of all; where it is at the edge, the box moves there and grows.
 *
 * <p>Source: Kelley, The cutting-plane method for solving convex programs, 1960; Marsten, Hogan,
 * Blankenship, The boxstep method for large-scale optimization, 1975.
 */
final class DualSearch {

  private static final double EDGE = 1e-9;
  private static final double NEARLY_NOTHING = 1e-12;
  private static final int PIVOTS = 20_000;

  private final Relaxation relaxation;
  private final double precision;
  private final List<Relaxation.Point> cuts = new ArrayList<>();
  private Relaxation.Point best;

  private DualSearch(Relaxation relaxation, double precision, Relaxation.Point start) {
    this.relaxation = relaxation;
    this.precision = precision;
    this.best = start;
    cuts.add(start);
  }

  /**
   * What was found.
   *
   * @param best the point with the least bound
   * @param evaluations how often all applicants chose
   */
  record Found(Relaxation.Point best, int evaluations) {}

  /**
   * Searches.
   *
   * @param start the prices where the box stands first
   * @param radius half the width of the box in each price, above 0
   * @param precision the share of the bound at which it stops
   * @param mostPoints how often all applicants may choose
   */
  static Found minimise(
      Relaxation relaxation, double[] start, double[] radius, double precision, int mostPoints) {
    DualSearch search = new DualSearch(relaxation, precision, relaxation.at(start));
    search.run(start.clone(), radius.clone(), mostPoints);
    return new Found(search.best, search.cuts.size());
  }

  private void run(double[] centre, double[] radius, int mostPoints) {
    while (cuts.size() < mostPoints && centre.length > 0) {
      double scale = scale(radius);
      double[] low = new double[centre.length];
      Arrays.setAll(low, r -> Math.max(0.0, centre[r] - radius[r]));
      double[] move = lowest(low, centre, radius, scale);
      if (move.length == 0 || move[centre.length] <= precision) {
        if (!moveBox(centre, radius)) {
          return;
        }
        continue;
      }
      double[] prices = new double[centre.length];
      Arrays.setAll(prices, r -> low[r] + move[r] * radius[r]);
      Relaxation.Point point = relaxation.at(prices);
      cuts.add(point);
      if (point.value() < best.value()) {
        best = point;
      }
    }
  }

  /** Returns the size of the bound; where that is about 0, what prices at the edge of the box add. */
  private double scale(double[] radius) {
    double added = Double.MIN_NORMAL;
    for (int r = 0; r < radius.length; r++) {
      added = Math.max(added, Math.abs(relaxation.rows().bound(r)) * radius[r]);
    }
    double size = Math.abs(best.value());
    return size > NEARLY_NOTHING * added ? size : added;
  }

  /** Moves the box to the best point if that is at an edge that is not 0; returns whether it is. */
  private boolean moveBox(double[] centre, double[] radius) {
    boolean isAtEdge = false;
    for (int r = 0; r < centre.length; r++) {
      double price = best.prices()[r];
      double off = Math.abs(price - centre[r]);
      if (price > 0 && off >= radius[r] * (1 - EDGE)) {
        isAtEdge = true;
        radius[r] *= 4;
      }
    }
    System.arraycopy(best.prices(), 0, centre, 0, centre.length);
    return isAtEdge;
  }

  /**
   * Returns the lowest point of the planes in the box, in radii above its low corner, and how far it
   * is below the best bound, as a share of the scale; empty if the program could not be solved.
   */
  private double[] lowest(double[] low, double[] centre, double[] radius, double scale) {
    int size = low.length;
    List<LinearConstraint> planes = new ArrayList<>();
    for (Relaxation.Point cut : cuts) {
      double[] row = new double[size + 1];
      double room = best.value() - cut.value();
      for (int r = 0; r < size; r++) {
        double slope = relaxation.rows().bound(r) - cut.use()[r];
        row[r] = slope * radius[r] / scale;
        room -= slope * (low[r] - cut.prices()[r]);
      }
      row[size] = 1;
      planes.add(new LinearConstraint(row, Relationship.LEQ, room / scale));
    }
    for (int r = 0; r < size; r++) {
      double[] row = new double[size + 1];
      row[r] = 1;
      double width = (centre[r] + radius[r] - low[r]) / radius[r];
      planes.add(new LinearConstraint(row, Relationship.LEQ, width));
    }
    double[] objective = new double[size + 1];
    objective[size] = 1;
    try {
      return new SimplexSolver(1e-12, 10, 1e-13)
          .optimize(
              new MaxIter(PIVOTS),
              new LinearObjectiveFunction(objective, 0),
              new LinearConstraintSet(planes),
              GoalType.MAXIMIZE,
              new NonNegativeConstraint(true))
          .getPoint();
    } catch (MathIllegalStateException unsolved) {
      return new double[0];
    }
  }
}
