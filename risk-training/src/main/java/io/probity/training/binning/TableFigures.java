package io.probity.training.binning;

import io.probity.binning.BinTable;
import io.probity.binning.ZeroCellRule;
import io.probity.training.binning.BinningAnalysis.WoeEstimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/** The figures of a table of bins, over its bins with records. */
final class TableFigures {

  /** The IV at which the strength is 1. */
  private static final double BEST_IV = 0.39573882184806863;

  private static final double HALF = 0.5;

  private final BinTable table;
  private final double goods;
  private final double bads;
  private final int[] bins;

  TableFigures(BinTable table) {
    this.table = table;
    this.goods = table.totalGoods();
    this.bads = table.totalBads();
    this.bins =
        IntStream.range(0, table.bins()).filter(bin -> table.count(bin) > 0).toArray();
  }

  double divergence(Divergence divergence) {
    double total = 0.0;
    for (int bin : bins) {
      total +=
          divergence.term(table.goods(bin) / goods, table.bads(bin) / bads, bads / (goods + bads));
    }
    return total;
  }

  double gini() {
    double goodsBelow = 0.0;
    double concordant = 0.0;
    for (int bin : byBadRate()) {
      concordant += table.bads(bin) * (goodsBelow + table.goods(bin) / 2.0);
      goodsBelow += table.goods(bin);
    }
    return 2.0 * concordant / goods / bads - 1.0;
  }

  double ks() {
    double goodsBelow = 0.0;
    double badsBelow = 0.0;
    double largest = 0.0;
    for (int bin : byBadRate()) {
      goodsBelow += table.goods(bin);
      badsBelow += table.bads(bin);
      largest = Math.max(largest, goodsBelow / goods - badsBelow / bads);
    }
    return largest;
  }

  private int[] byBadRate() {
    return IntStream.of(bins)
        .boxed()
        .sorted(Comparator.comparingDouble(table::badRate))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  double concentration() {
    double total = 0.0;
    for (int bin : bins) {
      total += table.share(bin) * table.share(bin);
    }
    return total;
  }

  double normalisedConcentration() {
    if (bins.length == 1) {
      return 1.0;
    }
    double least = 1.0 / bins.length;
    return (concentration() - least) / (1.0 - least);
  }

  /** Returns (IV / c) exp((1 - (IV / c)^2) / 2). */
  double strength() {
    double relative = table.informationValue() / BEST_IV;
    return relative * StrictMath.exp((1.0 - relative * relative) / 2.0);
  }

  List<WoeEstimate> woe(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence must be in (0, 1), not " + confidence);
    }
    double quantile = Math.sqrt(2.0) * Erf.erfInv(confidence);
    List<WoeEstimate> estimates = new ArrayList<>();
    for (int bin : bins) {
      double half = table.goods(bin) == 0 || table.bads(bin) == 0 ? HALF : 0.0;
      double error = Math.sqrt(Math.max(
          0.0,
          1.0 / (table.goods(bin) + half)
              - 1.0 / goods
              + 1.0 / (table.bads(bin) + half)
              - 1.0 / bads));
      double woe = table.woe(bin);
      estimates.add(
          new WoeEstimate(bin, woe, error, woe - quantile * error, woe + quantile * error));
    }
    return estimates;
  }

  /**
   * By the delta method: with w = ln(p/q), the IV moves by w + 1 - q/p with a share p of goods, and by
   * -w + 1 - p/q with a share q of bads.
   */
  double informationValueError() {
    double[] shares = new double[bins.length];
    double[] otherShares = new double[bins.length];
    double[] slopes = new double[bins.length];
    double[] otherSlopes = new double[bins.length];
    for (int i = 0; i < bins.length; i++) {
      double good = table.goods(bins[i]);
      double bad = table.bads(bins[i]);
      double half = good == 0 || bad == 0 ? HALF : 0.0;
      double p = (good + half) / goods;
      double q = (bad + half) / bads;
      boolean counts = half == 0.0 || table.rule() != ZeroCellRule.ZERO_WOE;
      double woe = StrictMath.log(p / q);
      shares[i] = good / goods;
      otherShares[i] = bad / bads;
      slopes[i] = counts ? woe + 1.0 - q / p : 0.0;
      otherSlopes[i] = counts ? -woe + 1.0 - p / q : 0.0;
    }
    return Math.sqrt(variance(shares, slopes) / goods + variance(otherShares, otherSlopes) / bads);
  }

  private static double variance(double[] shares, double[] slopes) {
    double mean = 0.0;
    for (int i = 0; i < shares.length; i++) {
      mean += shares[i] * slopes[i];
    }
    double variance = 0.0;
    for (int i = 0; i < shares.length; i++) {
      variance += shares[i] * (slopes[i] - mean) * (slopes[i] - mean);
    }
    return variance;
  }
}
