package io.probity.portfolio;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best choice of few applicants by depth-first search. At the prices of the relaxation every
 * option that is not an applicant's best is worth so much less; a choice whose shortfalls add up to
 * the gap cannot beat the one in hand. One thread.
 */
final class ExactSearch {

  private final LimitOptions options;
  private final Rows rows;
  private final double bound;
  private final int[][] ranked;
  private final double[][] shortfall;
  private final double[][] leastRest;
  private final double[] used;
  private final int[] path;
  private final double epsilon;
  private final double[] tolerance;
  private double best;
  private int @Nullable [] bestChoice;
  private long nodes;

  private ExactSearch(Relaxation relaxation, Relaxation.Point point, double incumbent, long nodes) {
    this.options = relaxation.options();
    this.rows = relaxation.rows();
    this.bound = point.value();
    this.best = incumbent;
    this.nodes = nodes;
    int size = options.applicants();
    this.ranked = new int[size][];
    this.shortfall = new double[size][];
    this.leastRest = new double[rows.size()][size + 1];
    this.used = new double[rows.size()];
    this.path = new int[size];
    this.epsilon = 1e-12 * Math.max(1e-12, Math.abs(bound));
    this.tolerance = new double[rows.size()];
    rank(rows.limitPrices(point.prices()), rows.lossPrice(point.prices()));
  }

  /**
   * Searches for a choice that earns more than the one in hand.
   *
   * @param incumbent the profit of the choice in hand; negative infinity for none
   * @param nodes how many options may be looked at
   */
  static ExactSearch search(
      Relaxation relaxation, Relaxation.Point point, double incumbent, long nodes) {
    ExactSearch search = new ExactSearch(relaxation, point, incumbent, nodes);
    search.descend(0, 0, 0);
    return search;
  }

  /** Returns the best choice; null where none is better than the one in hand. */
  int @Nullable [] choice() {
    return bestChoice;
  }

  /** Returns whether the search ended before its nodes did. */
  boolean isComplete() {
    return nodes > 0;
  }

  private void rank(double[] limitPrices, double lossPrice) {
    double largest = 0.0;
    for (int i = ranked.length - 1; i >= 0; i--) {
      int applicant = i;
      List<Integer> own =
          IntStream.range(options.start(i), options.end(i)).boxed().toList();
      double price = limitPrices[options.segmentPosition(i)];
      double[] worth = own.stream()
          .mapToDouble(o ->
              options.profit(o) - price * options.limit(o) - lossPrice * options.expectedLoss(o))
          .toArray();
      double most = Arrays.stream(worth).max().orElse(0);
      int first = options.start(i);
      ranked[i] = own.stream()
          .sorted(Comparator.comparingDouble(o -> most - worth[o - first]))
          .mapToInt(Integer::intValue)
          .toArray();
      shortfall[i] =
          Arrays.stream(ranked[i]).mapToDouble(o -> most - worth[o - first]).toArray();
      for (int row = 0; row < rows.size(); row++) {
        int current = row;
        leastRest[row][i] = leastRest[row][i + 1]
            + Arrays.stream(ranked[i])
                .mapToDouble(o -> use(current, applicant, o))
                .min()
                .orElse(0);
      }
      largest += options.limit(options.end(i) - 1);
    }
    for (int row = 0; row < rows.size(); row++) {
      tolerance[row] = rows.tolerance(row, largest);
    }
  }

  private double use(int row, int applicant, int option) {
    return rows.use(
        row,
        options.segmentPosition(applicant),
        options.limit(option),
        options.expectedLoss(option));
  }

  private void descend(int applicant, double lost, double profit) {
    if (applicant == path.length) {
      if (profit > best) {
        best = profit;
        bestChoice = path.clone();
      }
      return;
    }
    for (int k = 0; k < ranked[applicant].length; k++) {
      double nowLost = lost + shortfall[applicant][k];
      if (nodes <= 0 || bound - nowLost <= best + epsilon) {
        return; // options are ranked: those that follow fall further short
      }
      nodes--;
      int option = ranked[applicant][k];
      if (take(applicant, option)) {
        path[applicant] = option;
        descend(applicant + 1, nowLost, profit + options.profit(option));
      }
      release(applicant, option);
    }
  }

  /** Takes an option; returns whether the rest can still keep to the rows. */
  private boolean take(int applicant, int option) {
    boolean fits = true;
    for (int row = 0; row < used.length; row++) {
      used[row] += use(row, applicant, option);
      fits &= used[row] + leastRest[row][applicant + 1] <= rows.bound(row) + tolerance[row];
    }
    return fits;
  }

  private void release(int applicant, int option) {
    for (int row = 0; row < used.length; row++) {
      used[row] -= use(row, applicant, option);
    }
  }
}
