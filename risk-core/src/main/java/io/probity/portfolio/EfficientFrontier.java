package io.probity.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The most profit for each expected loss: the limits are chosen again for rising loss budgets, the
 * other constraints being the same.
 *
 * @param points by rising budget
 */
public record EfficientFrontier(List<Point> points) {

  /** Copies the list. */
  public EfficientFrontier {
    points = List.copyOf(points);
  }

  /**
   * One budget.
   *
   * @param budget the largest expected loss
   * @param expectedLoss the expected loss of the choice
   * @param profit what it earns
   * @param bound what no choice can earn more than
   * @param exposure the sum of its limits
   * @param price what one more unit of expected loss would earn
   */
  public record Point(
      double budget,
      double expectedLoss,
      double profit,
      double bound,
      double exposure,
      double price) {}

  /**
   * Computes a frontier up to the loss of the best choice without a budget.
   *
   * @param constraints a loss budget in them plays no part
   * @param count the number of budgets, at least 1; a budget that the constraints cannot be met with
   *     is left out
   * @throws IllegalArgumentException if the constraints cannot be met without any budget
   */
  public static EfficientFrontier of(
      LimitOptions options, PortfolioConstraints constraints, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("a frontier needs at least 1 point, not " + count);
    }
    PortfolioConstraints free = new PortfolioConstraints(
        constraints.leastExposure(),
        constraints.mostExposure(),
        OptionalDouble.empty(),
        constraints.shares());
    LimitAllocation last = LimitOptimiser.optimise(options, free);
    List<Point> points = new ArrayList<>();
    for (int k = 1; k < count; k++) {
      double budget = last.expectedLoss() * k / count;
      PortfolioConstraints bounded = free.withMostExpectedLoss(budget);
      if (Feasibility.isFeasible(options, bounded)) {
        points.add(point(LimitOptimiser.optimise(options, bounded), budget));
      }
    }
    points.add(point(last, last.expectedLoss()));
    return new EfficientFrontier(points);
  }

  private static Point point(LimitAllocation allocation, double budget) {
    double price = allocation.shadowPrices().stream()
        .filter(of -> of.constraint().equals(Rows.MOST_LOSS))
        .mapToDouble(ShadowPrice::price)
        .findFirst()
        .orElse(0);
    return new Point(
        budget,
        allocation.expectedLoss(),
        allocation.profit(),
        allocation.bound(),
        allocation.exposure(),
        price);
  }
}
