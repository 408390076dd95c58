package io.probity.binning;

/**
 * Goods and bads of each bin of one feature, and the figures that follow from them. Immutable.
 *
 * <p>Counts are weighted, so they may be fractions. An empty bin has a WOE and an IV contribution of
 * 0; for a bin with goods only or bads only the {@link ZeroCellRule} decides.
 */
public final class BinTable {

  private static final double HALF = 0.5;

  private final double[] goods;
  private final double[] bads;
  private final ZeroCellRule rule;
  private final double totalGoods;
  private final double totalBads;

  private BinTable(double[] goods, double[] bads, ZeroCellRule rule) {
    this.goods = goods;
    this.bads = bads;
    this.rule = rule;
    this.totalGoods = sum(goods);
    this.totalBads = sum(bads);
  }

  /**
   * Returns the table of counts.
   *
   * @param goods the weight of goods in each bin, 0 or more
   * @param bads the weight of bads in each bin, 0 or more, as many
   */
  public static BinTable of(double[] goods, double[] bads, ZeroCellRule rule) {
    if (goods.length != bads.length) {
      throw new IllegalArgumentException(
          "as many goods as bads are needed, not " + goods.length + " and " + bads.length);
    }
    for (int i = 0; i < goods.length; i++) {
      if (!(goods[i] >= 0 && bads[i] >= 0 && goods[i] + bads[i] <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException("counts must be finite and at least 0, but bin "
            + i
            + " has "
            + goods[i]
            + " goods and "
            + bads[i]
            + " bads");
      }
    }
    return new BinTable(goods.clone(), bads.clone(), rule);
  }

  /** Returns the number of bins, empty ones included. */
  public int bins() {
    return goods.length;
  }

  /** Returns the rule for bins of goods only or bads only. */
  public ZeroCellRule rule() {
    return rule;
  }

  /** Returns the weight of goods in a bin. */
  public double goods(int bin) {
    return goods[bin];
  }

  /** Returns the weight of bads in a bin. */
  public double bads(int bin) {
    return bads[bin];
  }

  /** Returns the weight of all records in a bin. */
  public double count(int bin) {
    return goods[bin] + bads[bin];
  }

  /** Returns the weight of all goods. */
  public double totalGoods() {
    return totalGoods;
  }

  /** Returns the weight of all bads. */
  public double totalBads() {
    return totalBads;
  }

  /** Returns the share of all records that lie in a bin, in [0, 1]; 0 for a table without records. */
  public double share(int bin) {
    double total = totalGoods + totalBads;
    return total > 0 ? count(bin) / total : 0.0;
  }

  /** Returns the share of a bin's records that are bad, in [0, 1]; NaN for an empty bin. */
  public double badRate(int bin) {
    return count(bin) > 0 ? bads[bin] / count(bin) : Double.NaN;
  }

  /** Returns ln(share of goods / share of bads) of a bin; above 0 is safer than the population. */
  public double woe(int bin) {
    if (hasNoWoe(bin)) {
      return 0.0;
    }
    return StrictMath.log(goodShare(bin) / badShare(bin));
  }

  /** Returns the contribution of a bin to the information value, 0 or more. */
  public double informationValue(int bin) {
    if (hasNoWoe(bin)) {
      return 0.0;
    }
    return (goodShare(bin) - badShare(bin)) * woe(bin);
  }

  /** Returns the information value: the sum over the bins, in bin order. */
  public double informationValue() {
    double total = 0.0;
    for (int bin = 0; bin < goods.length; bin++) {
      total += informationValue(bin);
    }
    return total;
  }

  /**
   * Returns the population stability index of another table of the same bins against this one.
   *
   * @see StabilityIndex
   */
  public double psiAgainst(BinTable other) {
    double[] reference = new double[bins()];
    double[] actual = new double[other.bins()];
    for (int bin = 0; bin < reference.length; bin++) {
      reference[bin] = count(bin);
    }
    for (int bin = 0; bin < actual.length; bin++) {
      actual[bin] = other.count(bin);
    }
    return StabilityIndex.of(reference, actual, StabilityIndex.ZeroShare.FLOOR);
  }

  private boolean hasNoWoe(int bin) {
    if (rule == ZeroCellRule.HALF_IN_ALL_BINS) {
      return false;
    }
    if (goods[bin] == 0 && bads[bin] == 0) {
      return true;
    }
    return rule == ZeroCellRule.ZERO_WOE && (goods[bin] == 0 || bads[bin] == 0);
  }

  private double goodShare(int bin) {
    return share(goods[bin], totalGoods, bin);
  }

  private double badShare(int bin) {
    return share(bads[bin], totalBads, bin);
  }

  private double share(double count, double total, int bin) {
    return switch (rule) {
      case HALF_IN_ALL_BINS -> (count + HALF) / (total + HALF * goods.length);
      case HALF_IN_ZERO_BINS ->
        (goods[bin] == 0 || bads[bin] == 0 ? count + HALF : count) / Math.max(total, HALF);
      case ZERO_WOE -> count / total;
    };
  }

  private static double sum(double[] values) {
    double total = 0.0;
    for (double value : values) {
      total += value;
    }
    return total;
  }
}
