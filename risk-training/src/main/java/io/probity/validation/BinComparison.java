package io.probity.validation;

import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.metrics.Interval;
import io.probity.metrics.Proportion;
import io.probity.metrics.TwoByTwo;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.training.binning.BinningAnalysis;
import io.probity.training.binning.BinningAnalysis.WoeEstimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cuts of one feature applied to new records: what each bin was when it was learned, and what it is
 * now.
 *
 * <p>Shares, bad rates, WOE and IV are weighted on both sides. A bin without records has no bad rate
 * and no WOE; a bin with one class only has the WOE of the binning's rule for zero cells.
 *
 * @param feature its name
 * @param bins the bins, in the order of the binning, empty ones included
 * @param informationValueThen the IV when it was learned, with its standard error
 * @param informationValueNow the IV now, with its standard error
 * @param shift how far the shares of the bins have moved
 * @param inversions the neighbours by WOE whose order is turned round now, the riskiest first; a bin
 *     without records on one side is passed over
 */
public record BinComparison(
    String feature,
    List<Bin> bins,
    Figure informationValueThen,
    Figure informationValueNow,
    ShareShift shift,
    List<Inversion> inversions) {

  /** Copies the lists. */
  public BinComparison {
    bins = List.copyOf(bins);
    inversions = List.copyOf(inversions);
  }

  /**
   * One bin.
   *
   * @param label its name
   * @param scoredWoe the WOE that it scores with
   * @param then what it was when it was learned
   * @param now what it is now
   */
  public record Bin(String label, double scoredWoe, Side then, Side now) {}

  /**
   * What is in a bin.
   *
   * @param records the weight of its records
   * @param bads the weight of its bads
   * @param share its share of all records, in [0, 1]
   * @param badRate its share of bads, with Wilson's interval where weights are whole
   * @param woe its WOE, with the normal interval
   * @param informationValue what it adds to the IV, 0 or more
   */
  public record Side(
      double records,
      double bads,
      double share,
      Figure badRate,
      Figure woe,
      double informationValue) {}

  /**
   * Two bins in the wrong order: by the WOE of then the first was riskier, now the second is.
   *
   * @param first the position of the bin that was riskier
   * @param second the position of the bin that was safer
   * @param pValue of equal bad rates now, two-sided: small if the turn is more than chance
   */
  public record Inversion(int first, int second, double pValue) {}

  /**
   * Applies every binning of a scorecard to new records.
   *
   * @param sample the new records, scored by the model
   * @return one comparison for each feature, in the model's order
   * @throws IllegalArgumentException if the model is no scorecard or the sample has no bins
   */
  public static List<BinComparison> of(RiskModel model, ScoredSample sample, double level) {
    if (!(model.predictor() instanceof Scorecard scorecard)) {
      throw new IllegalArgumentException("only a scorecard has bins with a WOE to compare, but the"
          + " model is of the family " + model.predictor().family());
    }
    List<BinComparison> comparisons = new ArrayList<>();
    for (Scorecard.Term term : scorecard.terms()) {
      comparisons.add(of(term.binning(), count(term.binning(), sample), level));
    }
    return comparisons;
  }

  private static BinTable count(Binning binning, ScoredSample sample) {
    Groups bins = sample
        .bins(binning.feature())
        .orElseThrow(() -> new IllegalArgumentException(
            "the records have no bins of the feature " + binning.feature()));
    double[] goods = new double[binning.bins()];
    double[] bads = new double[binning.bins()];
    for (int row = 0; row < sample.rows(); row++) {
      (sample.isBad(row) ? bads : goods)[bins.code(row)] += sample.weight(row);
    }
    return BinTable.of(goods, bads, binning.table().rule());
  }

  /**
   * Compares the counts of a binning with new ones.
   *
   * @param binning the bins as they were learned
   * @param now the counts of the same bins over new records
   * @param level of the intervals, such as 0.95
   * @throws IllegalArgumentException if the bins differ in number
   */
  public static BinComparison of(Binning binning, BinTable now, double level) {
    BinTable then = binning.table();
    if (then.bins() != now.bins()) {
      throw new IllegalArgumentException(
          binning.feature() + " has " + then.bins() + " bins, not " + now.bins());
    }
    Attempt<BinningAnalysis> before = analysis(binning, then, level);
    Attempt<BinningAnalysis> after = analysis(binning, now, level);
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < then.bins(); bin++) {
      bins.add(new Bin(
          binning.bin(bin).label(),
          binning.woe(bin),
          side(then, bin, before, level),
          side(now, bin, after, level)));
    }
    return new BinComparison(
        binning.feature(),
        bins,
        informationValue(before),
        informationValue(after),
        shift(binning, now),
        inversions(then, now));
  }

  private static Attempt<BinningAnalysis> analysis(Binning binning, BinTable table, double level) {
    return Attempt.of(() -> BinningAnalysis.of(table, binning.valueBins(), level));
  }

  private static Figure informationValue(Attempt<BinningAnalysis> analysis) {
    return Attempt.figure(() -> Figure.of(analysis.orRefuse().informationValue())
        .withStandardError(analysis.orRefuse().informationValueError()));
  }

  private static Side side(
      BinTable table, int bin, Attempt<BinningAnalysis> analysis, double level) {
    return new Side(
        table.count(bin),
        table.bads(bin),
        table.share(bin),
        badRate(table, bin, level),
        Attempt.figure(() -> woe(analysis.orRefuse(), bin)),
        analysis.result().isPresent() ? table.informationValue(bin) : 0.0);
  }

  private static Figure badRate(BinTable table, int bin, double level) {
    if (!(table.count(bin) > 0)) {
      return new Figure.Undefined("the bin has no records");
    }
    Figure.Known rate = Figure.of(table.badRate(bin));
    return isWhole(table)
        ? rate.within(
            new Proportion(table.bads(bin), table.count(bin)).wilson(level), IntervalMethod.WILSON)
        : rate;
  }

  private static Figure woe(BinningAnalysis analysis, int bin) {
    Optional<WoeEstimate> found =
        analysis.woe().stream().filter(estimate -> estimate.bin() == bin).findFirst();
    WoeEstimate woe =
        found.orElseThrow(() -> new IllegalArgumentException("the bin has no records"));
    return Figure.of(woe.woe())
        .withStandardError(woe.standardError())
        .within(new Interval(woe.low(), woe.high()), IntervalMethod.NORMAL);
  }

  private static ShareShift shift(Binning binning, BinTable now) {
    return ShareShift.of(
        binning.feature(),
        binning.labels(),
        counts(binning.table()),
        counts(now),
        isWhole(binning.table()) && isWhole(now));
  }

  private static double[] counts(BinTable table) {
    return IntStream.range(0, table.bins()).mapToDouble(table::count).toArray();
  }

  private static boolean isWhole(BinTable table) {
    return IntStream.range(0, table.bins())
        .allMatch(bin -> table.goods(bin) == Math.rint(table.goods(bin))
            && table.bads(bin) == Math.rint(table.bads(bin)));
  }

  /** Bad rates order bins as WOE does, without its rule for zero cells. */
  private static List<Inversion> inversions(BinTable then, BinTable now) {
    List<Integer> order = IntStream.range(0, then.bins())
        .filter(bin -> then.count(bin) > 0 && now.count(bin) > 0)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(then::badRate).reversed())
        .toList();
    List<Inversion> inversions = new ArrayList<>();
    for (int i = 0; i + 1 < order.size(); i++) {
      int first = order.get(i);
      int second = order.get(i + 1);
      if (then.badRate(first) > then.badRate(second) && now.badRate(first) < now.badRate(second)) {
        TwoByTwo table =
            new TwoByTwo(now.bads(first), now.goods(first), now.bads(second), now.goods(second));
        inversions.add(new Inversion(first, second, table.proportionsZ().pValue()));
      }
    }
    return inversions;
  }

  /** Returns whether the bins stand in the same order of risk as when they were learned. */
  public boolean isOrderKept() {
    return inversions.isEmpty();
  }
}
