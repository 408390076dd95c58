package io.probity.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * PDs in bins beside the bad rates that came, and the figures read off such a table. Immutable.
 *
 * <p>Empty bins are left out. The mean PD of a bin is that of its records, not the middle of its
 * bounds. One class is enough.
 */
public final class CalibrationTable {

  private final PdBins pieces;
  private final List<CalibrationBin> bins;
  private final double[] sumOfPds; // by bin, empty ones included, as the two below
  private final double withinVariance;
  private final double withinCovariance;

  private CalibrationTable(PdBins pieces) {
    this.pieces = pieces;
    double[] weight = new double[pieces.bins()];
    double[] bads = new double[pieces.bins()];
    double[] lowest = new double[pieces.bins()];
    double[] highest = new double[pieces.bins()];
    this.sumOfPds = new double[pieces.bins()];
    RankedOutcomes outcomes = pieces.outcomes();
    for (int i = 0; i < pieces.pieces(); i++) {
      int bin = pieces.bin(i);
      double pd = outcomes.score(pieces.group(i));
      double part = pieces.share(i) * outcomes.weight(pieces.group(i));
      lowest[bin] = weight[bin] == 0 ? pd : lowest[bin];
      highest[bin] = pd;
      weight[bin] += part;
      bads[bin] += pieces.share(i) * outcomes.bads(pieces.group(i));
      sumOfPds[bin] += part * pd;
    }
    double variance = 0.0;
    double covariance = 0.0;
    for (int i = 0; i < pieces.pieces(); i++) {
      int bin = pieces.bin(i);
      int group = pieces.group(i);
      double off = outcomes.score(group) - sumOfPds[bin] / weight[bin];
      double surplus = outcomes.bads(group) - bads[bin] / weight[bin] * outcomes.weight(group);
      variance += pieces.share(i) * outcomes.weight(group) * off * off;
      covariance += pieces.share(i) * surplus * off;
    }
    this.withinVariance = variance / outcomes.totalWeight();
    this.withinCovariance = 2.0 * covariance / outcomes.totalWeight();
    List<CalibrationBin> filled = new ArrayList<>();
    for (int bin = 0; bin < weight.length; bin++) {
      if (weight[bin] > 0) {
        double mean = Math.max(lowest[bin], Math.min(highest[bin], sumOfPds[bin] / weight[bin]));
        filled.add(new CalibrationBin(lowest[bin], highest[bin], weight[bin], bads[bin], mean));
      }
    }
    this.bins = List.copyOf(filled);
  }

  /**
   * Returns the table of bins [0, 1/bins), [1/bins, 2/bins), ..., the last one closed.
   *
   * @param outcomes records ranked by PD
   * @throws IllegalArgumentException if a score is not in [0, 1] or there is no bin
   */
  public static CalibrationTable equalWidth(RankedOutcomes outcomes, int bins) {
    return new CalibrationTable(PdBins.equalWidth(checked(outcomes), bins));
  }

  /**
   * Returns the table of bins with equally many records, from the lowest PDs to the highest. Equal
   * PDs that straddle a bound are split pro rata, so the order of rows does not matter.
   *
   * @param outcomes records ranked by PD
   */
  public static CalibrationTable equalFrequency(RankedOutcomes outcomes, int bins) {
    return new CalibrationTable(PdBins.equalFrequency(checked(outcomes), bins));
  }

  /**
   * Returns the table of bins (q, r] between quantiles of the PDs, interpolated linearly. Equal PDs
   * stay together; where two quantiles are equal there is one bin less.
   *
   * @param outcomes records ranked by PD, with whole weights
   */
  public static CalibrationTable byQuantiles(RankedOutcomes outcomes, int bins) {
    return new CalibrationTable(PdBins.quantiles(checked(outcomes), bins));
  }

  /**
   * Returns the table with one bin for each distinct PD, such as the PDs of grades.
   *
   * @param outcomes records ranked by PD
   */
  public static CalibrationTable ofDistinctPds(RankedOutcomes outcomes) {
    return new CalibrationTable(PdBins.distinct(checked(outcomes)));
  }

  private static RankedOutcomes checked(RankedOutcomes outcomes) {
    return outcomes.requirePds("a calibration table");
  }

  /** Returns the bins that hold records, by rising PD. */
  public List<CalibrationBin> bins() {
    return bins;
  }

  /** Returns the mean PD of all records. */
  public double meanPd() {
    double sum = 0.0;
    for (double pds : sumOfPds) {
      sum += pds;
    }
    return sum / pieces.outcomes().totalWeight();
  }

  /** Returns the share of bads in all records. */
  public double badRate() {
    return pieces.outcomes().badRate();
  }

  /**
   * Returns expected over observed bads: above 1 if the PDs are too high.
   *
   * @throws IllegalArgumentException if there are no bads
   */
  public double expectedOverObserved() {
    if (!(badRate() > 0)) {
      throw new IllegalArgumentException("expected over observed bads needs at least one bad");
    }
    return meanPd() / badRate();
  }

  /**
   * Returns the expected calibration error (ECE): the mean over records of the error of their bin,
   * in [0, 1]. It is above 0 even for perfect PDs; {@link CalibrationErrorBand} says by how much.
   */
  public double expectedError() {
    double sum = 0.0;
    for (CalibrationBin bin : bins) {
      sum += bin.weight() * bin.error();
    }
    return sum / pieces.outcomes().totalWeight();
  }

  /** Returns the maximum calibration error (MCE): the largest error of a bin, in [0, 1]. */
  public double maximumError() {
    double largest = 0.0;
    for (CalibrationBin bin : bins) {
      largest = Math.max(largest, bin.error());
    }
    return largest;
  }

  /** Returns the Brier score taken apart over the bins. */
  public BrierDecomposition brierDecomposition() {
    double badRate = badRate();
    double reliability = 0.0;
    double resolution = 0.0;
    for (CalibrationBin bin : bins) {
      double gap = bin.badRate() - badRate;
      reliability += bin.weight() * bin.error() * bin.error();
      resolution += bin.weight() * gap * gap;
    }
    double total = pieces.outcomes().totalWeight();
    return new BrierDecomposition(
        reliability / total,
        resolution / total,
        badRate * (1.0 - badRate),
        withinVariance,
        withinCovariance);
  }

  PdBins pieces() {
    return pieces;
  }

  /** Returns the ECE there would be with other bads in the bins, empty bins included. */
  double expectedErrorWith(double[] badsOfBins) {
    double sum = 0.0;
    for (int bin = 0; bin < badsOfBins.length; bin++) {
      sum += Math.abs(sumOfPds[bin] - badsOfBins[bin]);
    }
    return sum / pieces.outcomes().totalWeight();
  }
}
