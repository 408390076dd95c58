package io.probity.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The exact linear program over a small table, in which each row may be split between its options: a
 * segment whose applicants need not all get the same limit.
 *
 * <p>Solved by the simplex method, the shadow prices by the dual program. Immutable.
 *
 * @param profit the most that can be earned
 * @param shares of each row, the share of each of its options, adding up to 1
 * @param shadowPrices what each constraint costs
 * @param rowPrices what another row like each would earn
 */
public record LinearAllocation(
    double profit,
    List<List<Double>> shares,
    List<ShadowPrice> shadowPrices,
    List<Double> rowPrices) {

  /** The most options of all rows together; a larger table belongs into {@link LimitOptimiser}. */
  public static final int MOST_OPTIONS = 1_500;

  private static final int PIVOTS = 200_000;

  /** Copies the lists. */
  public LinearAllocation {
    shares = shares.stream().map(List::copyOf).toList();
    shadowPrices = List.copyOf(shadowPrices);
    rowPrices = List.copyOf(rowPrices);
  }

  /**
   * Solves the program.
   *
   * @throws IllegalArgumentException if the table is too large or the constraints cannot be met
   */
  public static LinearAllocation of(LimitOptions table, PortfolioConstraints constraints) {
    if (table.options() > MOST_OPTIONS) {
      throw new IllegalArgumentException("the linear program takes at most " + MOST_OPTIONS
          + " options, not " + table.options() + "; use LimitOptimiser, which gives its bound");
    }
    Feasibility.require(table, constraints);
    Rows rows = Rows.of(table.segments(), constraints);
    Program program = new Program(table, rows);
    double[] primal = program.primal();
    double[] dual = program.dual();
    double profit = 0.0;
    for (int o = 0; o < primal.length; o++) {
      profit += primal[o] * table.profit(o);
    }
    List<List<Double>> shares = new ArrayList<>();
    List<Double> rowPrices = new ArrayList<>();
    for (int i = 0; i < table.applicants(); i++) {
      shares.add(Arrays.stream(primal, table.start(i), table.end(i)).boxed().toList());
      rowPrices.add(dual[rows.size() + i] + table.profit(table.start(i)));
    }
    return new LinearAllocation(profit, shares, program.prices(primal, dual), rowPrices);
  }

  /** The program and its dual, both scaled so that rows and profits are about 1. */
  private static final class Program {

    private final LimitOptions table;
    private final Rows rows;
    private final double[] rowScale;
    private final double profitScale;
    private final int[] owner;

    Program(LimitOptions table, Rows rows) {
      this.table = table;
      this.rows = rows;
      this.owner = new int[table.options()];
      double most = 0.0;
      for (int i = 0; i < table.applicants(); i++) {
        for (int o = table.start(i); o < table.end(i); o++) {
          owner[o] = i;
          most = Math.max(most, Math.abs(table.profit(o)));
        }
      }
      this.profitScale = most > 0 ? most : 1;
      this.rowScale = new double[rows.size()];
      for (int row = 0; row < rowScale.length; row++) {
        double largest = 0.0;
        for (int o = 0; o < owner.length; o++) {
          largest = Math.max(largest, Math.abs(use(row, o)));
        }
        rowScale[row] = largest > 0 ? largest : 1;
      }
    }

    private double use(int row, int option) {
      return rows.use(
          row,
          table.segmentPosition(owner[option]),
          table.limit(option),
          table.expectedLoss(option));
    }

    double[] primal() {
      List<LinearConstraint> constraints = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        double[] of = new double[owner.length];
        for (int o = 0; o < of.length; o++) {
          of[o] = use(row, o) / rowScale[row];
        }
        constraints.add(
            new LinearConstraint(of, Relationship.LEQ, rows.bound(row) / rowScale[row]));
      }
      for (int i = 0; i < table.applicants(); i++) {
        double[] of = new double[owner.length];
        Arrays.fill(of, table.start(i), table.end(i), 1);
        constraints.add(new LinearConstraint(of, Relationship.EQ, 1));
      }
      double[] objective = new double[owner.length];
      Arrays.setAll(objective, o -> table.profit(o) / profitScale);
      return solve(objective, constraints, GoalType.MAXIMIZE);
    }

    /** Returns the prices of the rows, then what each row of the table is worth above its first. */
    double[] dual() {
      int size = rows.size() + table.applicants();
      List<LinearConstraint> constraints = new ArrayList<>();
      for (int o = 0; o < owner.length; o++) {
        double[] of = new double[size];
        for (int row = 0; row < rows.size(); row++) {
          of[row] = use(row, o) / rowScale[row];
        }
        of[rows.size() + owner[o]] = 1;
        double over = table.profit(o) - table.profit(table.start(owner[o]));
        constraints.add(new LinearConstraint(of, Relationship.GEQ, over / profitScale));
      }
      double[] objective = new double[size];
      Arrays.fill(objective, 1);
      for (int row = 0; row < rows.size(); row++) {
        objective[row] = rows.bound(row) / rowScale[row];
      }
      double[] solved = solve(objective, constraints, GoalType.MINIMIZE);
      for (int k = 0; k < size; k++) {
        solved[k] *= profitScale / (k < rows.size() ? rowScale[k] : 1);
      }
      return solved;
    }

    private static double[] solve(
        double[] objective, List<LinearConstraint> constraints, GoalType goal) {
      return new SimplexSolver(1e-10, 10, 1e-12)
          .optimize(
              new MaxIter(PIVOTS),
              new LinearObjectiveFunction(objective, 0),
              new LinearConstraintSet(constraints),
              goal,
              new NonNegativeConstraint(true))
          .getPoint();
    }

    List<ShadowPrice> prices(double[] primal, double[] dual) {
      List<ShadowPrice> prices = new ArrayList<>();
      for (int row = 0; row < rows.size(); row++) {
        double used = 0.0;
        for (int o = 0; o < primal.length; o++) {
          used += primal[o] * use(row, o);
        }
        double sign = rows.name(row).equals(Rows.LEAST_EXPOSURE) ? -1 : 1;
        prices.add(new ShadowPrice(
            rows.name(row), dual[row], sign * used + 0.0, sign * rows.bound(row) + 0.0));
      }
      return prices;
    }
  }
}
