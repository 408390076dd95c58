package io.probity.training.binning;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import java.util.ArrayList;
import java.util.List;

/**
 * What a table of bins says of its feature: strength, concentration, significance and precision.
 *
 * <p>Bins without records are left out. With p the share of all goods and q the share of all bads of a
 * bin, s its share of all records and k the number of bins with records:
 *
 * @param informationValue the IV, 0 or more; bins without goods or bads by the table's rule
 * @param informationValueError the standard error of the IV by the delta method, goods and bads each
 *     drawn from a multinomial distribution; 0 for a single bin. Goods and bads of bins that lack one
 *     are smoothed as the rule says
 * @param jensenShannon the Jensen-Shannon divergence, in [0, ln 2]
 * @param hellinger the squared Hellinger distance, in [0, 1]
 * @param triangular the triangular discrimination, in [0, 2]
 * @param gini the Gini of the bad rates of the bins used as a score, in [0, 1]
 * @param ks the Kolmogorov-Smirnov distance of goods and bads over the bins by rising bad rate, in [0,
 *     1]
 * @param concentration the Herfindahl-Hirschman index, sum of s^2, in [1/k, 1]
 * @param normalisedConcentration (concentration - 1/k) / (1 - 1/k), in [0, 1]; 1 for a single bin
 * @param cramersV the square root of chi-square / records, in [0, 1]
 * @param quality (IV / c) exp((1 - (IV / c)^2) / 2) times the product of (1 - p-value) over neighbours
 *     by the chi-square test times (1 - normalised concentration), with c = 0.39573882184806863: near
 *     0 for a weak feature, for one too good to be true, for insignificant neighbours and for uneven
 *     bins. Source: OptBinning, binning quality score. Differs: empty bins do not enter the
 *     concentration, and KS orders the bins by bad rate
 * @param woe the WOE of each bin with records, in bin order
 * @param neighbours the tests of each two neighbouring value bins, in bin order
 */
public record BinningAnalysis(
    double informationValue,
    double informationValueError,
    double jensenShannon,
    double hellinger,
    double triangular,
    double gini,
    double ks,
    double concentration,
    double normalisedConcentration,
    double cramersV,
    double quality,
    List<WoeEstimate> woe,
    List<NeighbourComparison> neighbours) {

  /** The confidence of intervals where none is given. */
  public static final double DEFAULT_CONFIDENCE = 0.95;

  /** Copies the lists. */
  public BinningAnalysis {
    woe = List.copyOf(woe);
    neighbours = List.copyOf(neighbours);
  }

  /**
   * The WOE of a bin and how precisely it is known.
   *
   * @param bin the bin
   * @param woe its WOE from its counts
   * @param standardError sqrt(1/goods - 1/all goods + 1/bads - 1/all bads); for a bin without goods or
   *     bads with half a record in both cells
   * @param low the lower end of the normal interval
   * @param high the upper end of the normal interval
   */
  public record WoeEstimate(int bin, double woe, double standardError, double low, double high) {}

  /**
   * How a value bin compares with the next.
   *
   * @param bin the lower of the two
   * @param chiSquare Pearson's chi-square with one degree of freedom
   * @param pValue its p-value; the same as that of the two-sided z test with pooled variance
   * @param yates the p-value with Yates' correction
   * @param fisher the p-value of Fisher's exact test; NaN where a count is not whole
   * @param probabilityRises the probability that the bad rate of the next bin is the higher one, each
   *     drawn from its Beta posterior under Jeffreys' prior
   */
  public record NeighbourComparison(
      int bin,
      double chiSquare,
      double pValue,
      double yates,
      double fisher,
      double probabilityRises) {}

  /** Returns the analysis of the bins of a feature, with intervals of 95%. */
  public static BinningAnalysis of(Binning binning) {
    return of(binning.table(), binning.valueBins(), DEFAULT_CONFIDENCE);
  }

  /**
   * Returns the analysis of a table.
   *
   * @param table at least one good and one bad
   * @param valueBins the number of value bins, which come first and are compared with their neighbours
   * @param confidence the confidence of the intervals, in (0, 1)
   */
  public static BinningAnalysis of(BinTable table, int valueBins, double confidence) {
    if (!(table.totalGoods() > 0 && table.totalBads() > 0)) {
      throw new IllegalArgumentException("the analysis of bins needs goods and bads, not "
          + table.totalGoods()
          + " and "
          + table.totalBads());
    }
    if (!(valueBins >= 0 && valueBins <= table.bins())) {
      throw new IllegalArgumentException(
          "of " + table.bins() + " bins " + valueBins + " cannot be value bins");
    }
    TableFigures figures = new TableFigures(table);
    List<NeighbourComparison> neighbours = new ArrayList<>();
    for (int bin = 0; bin + 1 < valueBins; bin++) {
      neighbours.add(comparison(table, bin));
    }
    double insignificance = 1.0;
    for (NeighbourComparison neighbour : neighbours) {
      insignificance *= 1.0 - neighbour.pValue();
    }
    double evenness = 1.0 - figures.normalisedConcentration();
    return new BinningAnalysis(
        table.informationValue(),
        figures.informationValueError(),
        figures.divergence(Divergence.JENSEN_SHANNON),
        figures.divergence(Divergence.HELLINGER),
        figures.divergence(Divergence.TRIANGULAR),
        figures.gini(),
        figures.ks(),
        figures.concentration(),
        figures.normalisedConcentration(),
        Math.sqrt(figures.divergence(Divergence.CHI_SQUARE)),
        figures.strength() * insignificance * evenness,
        figures.woe(confidence),
        neighbours);
  }

  private static NeighbourComparison comparison(BinTable table, int bin) {
    double goods = table.goods(bin);
    double bads = table.bads(bin);
    double nextGoods = table.goods(bin + 1);
    double nextBads = table.bads(bin + 1);
    boolean whole = isWhole(goods) && isWhole(bads) && isWhole(nextGoods) && isWhole(nextBads);
    return new NeighbourComparison(
        bin,
        NeighbourTest.statistic(SignificanceTest.CHI_SQUARE, goods, bads, nextGoods, nextBads),
        NeighbourTest.pValue(SignificanceTest.CHI_SQUARE, goods, bads, nextGoods, nextBads),
        NeighbourTest.pValue(SignificanceTest.YATES, goods, bads, nextGoods, nextBads),
        whole
            ? NeighbourTest.pValue(SignificanceTest.FISHER, goods, bads, nextGoods, nextBads)
            : Double.NaN,
        BetaComparison.probabilityGreater(nextGoods, nextBads, goods, bads));
  }

  private static boolean isWhole(double count) {
    return count == Math.rint(count);
  }
}
