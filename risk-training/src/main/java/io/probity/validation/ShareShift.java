package io.probity.validation;

import io.probity.binning.StabilityIndex;
import io.probity.binning.StabilityIndex.ZeroShare;
import io.probity.metrics.ContingencyTable;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the shares of bins have moved from a reference.
 *
 * @param name what was binned: a feature, {@code score} or {@code grade}
 * @param psi the population stability index (CSI for a feature), with the p-value of the chi-squared
 *     test that both sides have the same shares
 * @param expectedIfSame what the index would be on average if nothing but chance were at work, (bins -
 *     1) (1 / reference records + 1 / records); 0 where the index is not defined. Source: Yurdakul,
 *     Statistical Properties of Population Stability Index, 2018
 * @param bins the bins, in order; none where the index is not defined
 */
public record ShareShift(String name, Figure psi, double expectedIfSame, List<Bin> bins) {

  /** Copies the bins. */
  public ShareShift {
    bins = List.copyOf(bins);
  }

  /**
   * One bin.
   *
   * @param label its name
   * @param reference its share of the reference, in [0, 1]
   * @param actual its share of the records, in [0, 1]
   * @param contribution what it adds to the index, 0 or more
   */
  public record Bin(String label, double reference, double actual, double contribution) {}

  /** Returns a shift that cannot be computed, with the reason. */
  static ShareShift undefined(String name, String reason) {
    return new ShareShift(name, new Figure.Undefined(reason), 0.0, List.of());
  }

  /**
   * Compares counts with a reference.
   *
   * @param labels the name of each bin
   * @param reference the records of the reference in each bin, 0 or more
   * @param actual the records in each bin, 0 or more
   * @param countsRecords whether both are numbers of records, without which there is no test
   */
  static ShareShift of(
      String name,
      List<String> labels,
      double[] reference,
      double[] actual,
      boolean countsRecords) {
    Attempt<double[]> attempt =
        Attempt.of(() -> StabilityIndex.contributions(reference, actual, ZeroShare.FLOOR));
    if (attempt.result().isEmpty()) {
      return undefined(name, attempt.reason());
    }
    double[] contributions = attempt.orRefuse();
    double referenceTotal = sum(reference);
    double actualTotal = sum(actual);
    List<Bin> bins = new ArrayList<>();
    int filled = 0;
    for (int bin = 0; bin < contributions.length; bin++) {
      filled += reference[bin] + actual[bin] > 0 ? 1 : 0;
      bins.add(new Bin(
          labels.get(bin),
          reference[bin] / referenceTotal,
          actual[bin] / actualTotal,
          contributions[bin]));
    }
    Figure.Known psi = Figure.of(sum(contributions));
    ContingencyTable table = ContingencyTable.of(new double[][] {reference, actual});
    return new ShareShift(
        name,
        countsRecords ? psi.withPValue(table.chiSquare().pValue()) : psi,
        (filled - 1) * (1.0 / referenceTotal + 1.0 / actualTotal),
        bins);
  }

  private static double sum(double[] values) {
    double total = 0.0;
    for (double value : values) {
      total += value;
    }
    return total;
  }
}
