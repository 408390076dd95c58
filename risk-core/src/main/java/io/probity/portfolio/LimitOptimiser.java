package io.probity.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses one limit for each applicant, so that together they earn most within the constraints.
 *
 * <p>Prices on the constraints (Lagrange multipliers) split the problem into one small choice an
 * applicant; the prices with the least upper bound are found by cutting planes, on a sample first.
 * The choice at these prices is then repaired and filled to whole options within the constraints. The
 * bound is proved whatever the prices are, so the gap is, too; the more applicants, the smaller it
 * gets. A portfolio of up to {@value #SMALL} applicants is searched to the end where that is possible.
 *
 * <p>Negative profits are allowed, and are only chosen where a constraint asks for exposure. The same
 * result on any machine.
 *
 * <p>Source: Everett, Generalized Lagrange multiplier method for solving problems of optimum
 * allocation of resources, 1963.
 */
public final class LimitOptimiser {

  /** The largest portfolio that is searched to the end. */
  public static final int SMALL = 60;

  private static final long NODES = 2_000_000;
  private static final int SAMPLE = 20_000;
  private static final int MOST_POINTS = 400;
  private static final int MOST_POINTS_OF_ALL = 80;
  private static final double PRECISION = 1e-9;
  private static final double PRECISION_OF_MANY = 1e-6;
  private static final double SAMPLE_RADIUS = 0.05;
  private static final double CAUTION = 1e-3;

  private LimitOptimiser() {}

  /**
   * Chooses limits.
   *
   * @throws IllegalArgumentException if the constraints cannot be met together, naming which and the
   *     least change that makes them feasible, or if they name a segment that nobody is of
   */
  public static LimitAllocation optimise(LimitOptions options, PortfolioConstraints constraints) {
    Feasibility.require(options, constraints);
    Relaxation relaxation = new Relaxation(options, Rows.of(options.segments(), constraints));
    DualSearch.Found dual = bound(relaxation);
    Selection selection = selection(relaxation, dual.best());
    boolean feasible = selection.isFeasible();
    boolean optimal = false;
    if (options.applicants() <= SMALL) {
      double incumbent = feasible ? selection.profit() : Double.NEGATIVE_INFINITY;
      ExactSearch found = ExactSearch.search(relaxation, dual.best(), incumbent, NODES);
      int[] better = found.choice();
      if (better != null) {
        selection = new Selection(relaxation, better);
        feasible = true;
      }
      optimal = found.isComplete();
    }
    if (!feasible) {
      throw new IllegalArgumentException("the constraints can be met by shares of limits, but no"
          + " choice of whole ones was found; widen the bounds a little, or refine the grid");
    }
    return new LimitAllocation(
        options,
        selection.choice(),
        dual.best().value(),
        optimal,
        prices(relaxation.rows(), dual.best(), selection),
        dual.evaluations());
  }

  /** Returns the least upper bound. */
  static DualSearch.Found bound(Relaxation relaxation) {
    int size = relaxation.rows().size();
    int applicants = relaxation.options().applicants();
    int stride = applicants / SAMPLE;
    if (stride < 2) {
      double[] radius = typicalPrices(relaxation);
      return DualSearch.minimise(relaxation, new double[size], radius, PRECISION, MOST_POINTS);
    }
    LimitOptions sample = relaxation.options().everyNth(stride);
    Rows scaled = relaxation.rows().scaled((double) sample.applicants() / applicants);
    Relaxation small = new Relaxation(sample, scaled);
    double[] typical = typicalPrices(small);
    double[] start = DualSearch.minimise(
            small, new double[size], typical, PRECISION_OF_MANY, MOST_POINTS)
        .best()
        .prices();
    double[] radius = new double[size];
    Arrays.setAll(radius, r -> SAMPLE_RADIUS * Math.max(start[r], 0.1 * typical[r]));
    return DualSearch.minimise(relaxation, start, radius, PRECISION_OF_MANY, MOST_POINTS_OF_ALL);
  }

  /** Returns, for each row, all profit over all that is used of it without prices. */
  private static double[] typicalPrices(Relaxation relaxation) {
    Relaxation.Point free = relaxation.at(new double[relaxation.rows().size()]);
    double[] typical = new double[free.use().length];
    for (int row = 0; row < typical.length; row++) {
      double use =
          Math.max(Math.abs(free.use()[row]), Math.abs(relaxation.rows().bound(row)));
      double price = Math.abs(free.value()) / use;
      typical[row] = price > 0 && price < Double.POSITIVE_INFINITY ? price : 1.0;
    }
    return typical;
  }

  /** Returns the best of what repairing gives at the best prices and at slightly higher ones. */
  private static Selection selection(Relaxation relaxation, Relaxation.Point point) {
    Selection best = repaired(relaxation, point.prices());
    double[] higher = Arrays.stream(point.prices()).map(p -> p * (1 + CAUTION)).toArray();
    Selection careful = repaired(relaxation, higher);
    boolean isBetter = careful.isFeasible() == best.isFeasible()
        ? careful.profit() > best.profit()
        : careful.isFeasible();
    return isBetter ? careful : best;
  }

  private static Selection repaired(Relaxation relaxation, double[] prices) {
    Selection selection = new Selection(relaxation, relaxation.choice(prices));
    Rounding rounding = new Rounding(relaxation, prices);
    if (rounding.repair(selection)) {
      rounding.fill(selection);
    }
    return selection;
  }

  private static List<ShadowPrice> prices(Rows rows, Relaxation.Point point, Selection selection) {
    List<ShadowPrice> prices = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      boolean isLeast = rows.name(row).equals(Rows.LEAST_EXPOSURE);
      double sign = isLeast ? -1 : 1; // the row holds the negative of it
      prices.add(new ShadowPrice(
          rows.name(row),
          point.prices()[row],
          sign * selection.used(row) + 0.0,
          sign * rows.bound(row) + 0.0));
    }
    return prices;
  }
}
