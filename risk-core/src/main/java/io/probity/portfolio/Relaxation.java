package io.probity.portfolio;

/**
 * The Lagrangian relaxation of the choice of limits: with a price on every row, each applicant takes
 * the option that is worth most after prices, and nobody needs to know of anybody else.
 *
 * <p>For any prices of at least 0, the value, prices x bounds + the sum of what the options are worth,
 * is an upper bound of what any choice within the rows can earn, and of the linear program.
 */
final class Relaxation {

  private final LimitOptions options;
  private final Rows rows;

  Relaxation(LimitOptions options, Rows rows) {
    this.options = options;
    this.rows = rows;
  }

  /** The relaxation at some prices: the upper bound, and what the choice takes of each row. */
  static final class Point {

    private final double[] prices;
    private final double value;
    private final double[] use;

    Point(double[] prices, double value, double[] use) {
      this.prices = prices;
      this.value = value;
      this.use = use;
    }

    double[] prices() {
      return prices;
    }

    double value() {
      return value;
    }

    double[] use() {
      return use;
    }
  }

  LimitOptions options() {
    return options;
  }

  Rows rows() {
    return rows;
  }

  /** Returns the bound at some prices, and the use of the rows there. */
  Point at(double[] prices) {
    double[] limitPrices = rows.limitPrices(prices);
    double lossPrice = rows.lossPrice(prices);
    double[] exposure = new double[limitPrices.length];
    double loss = 0.0;
    double worth = 0.0;
    for (int i = 0; i < options.applicants(); i++) {
      int segment = options.segmentPosition(i);
      int best = best(i, limitPrices[segment], lossPrice);
      worth += options.profit(best)
          - limitPrices[segment] * options.limit(best)
          - lossPrice * options.expectedLoss(best);
      exposure[segment] += options.limit(best);
      loss += options.expectedLoss(best);
    }
    double[] use = new double[rows.size()];
    double value = worth;
    for (int row = 0; row < use.length; row++) {
      use[row] = rows.use(row, exposure, loss);
      value += prices[row] * rows.bound(row);
    }
    return new Point(prices.clone(), value, use);
  }

  /** Returns the option that each applicant takes at some prices. */
  int[] choice(double[] prices) {
    double[] limitPrices = rows.limitPrices(prices);
    double lossPrice = rows.lossPrice(prices);
    int[] choice = new int[options.applicants()];
    for (int i = 0; i < choice.length; i++) {
      choice[i] = best(i, limitPrices[options.segmentPosition(i)], lossPrice);
    }
    return choice;
  }

  /** Returns the best option of an applicant; of equals the smallest limit. */
  private int best(int applicant, double limitPrice, double lossPrice) {
    int best = options.start(applicant);
    double most = Double.NEGATIVE_INFINITY;
    for (int o = best; o < options.end(applicant); o++) {
      double worth =
          options.profit(o) - limitPrice * options.limit(o) - lossPrice * options.expectedLoss(o);
      if (worth > most) {
        most = worth;
        best = o;
      }
    }
    return best;
  }
}
