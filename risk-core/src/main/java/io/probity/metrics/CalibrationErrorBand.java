package io.probity.metrics;

import java.util.Arrays;

/**
 * An expected calibration error (ECE) beside those that perfect PDs would show on as many records.
 *
 * <p>Outcomes are simulated: each record turns bad with its own PD, the bins stay. Replicate r is a
 * function of the seed and r alone, so the band is the same for any Java release and order of rows.
 *
 * @param observed the ECE of the data
 * @param mean the mean ECE of the replicates
 * @param percentile95 the ECE that 95% of the replicates stay below, interpolated linearly
 * @param pValue (1 + replicates with an ECE of at least the observed one) / (1 + replicates)
 */
public record CalibrationErrorBand(
    double observed, double mean, double percentile95, double pValue) {

  private static final double UPPER = 0.95;
  private static final double SLACK = 1e-12; // sums of equal outcomes may differ by rounding

  /** Checks the ranges. */
  public CalibrationErrorBand {
    if (!(observed >= 0 && mean >= 0 && percentile95 >= 0 && pValue > 0 && pValue <= 1)) {
      throw new IllegalArgumentException(
          "calibration errors of at least 0 and a p-value are needed, not " + observed + ", " + mean
              + ", " + percentile95 + " and " + pValue);
    }
  }

  /**
   * Simulates the band of a table.
   *
   * @param replicates how many simulations, at least 1; 1,000 give the percentile to about 1%
   * @param seed any number; the same seed gives the same band
   */
  public static CalibrationErrorBand of(CalibrationTable table, int replicates, long seed) {
    if (replicates < 1) {
      throw new IllegalArgumentException("at least 1 replicate is needed, not " + replicates);
    }
    double observed = table.expectedError();
    PdBins pieces = table.pieces();
    GroupWeights weights = new GroupWeights(pieces.outcomes());
    double[] errors = new double[replicates];
    double sum = 0.0;
    int asLarge = 0;
    for (int replicate = 0; replicate < replicates; replicate++) {
      double[] bads = simulate(pieces, weights, SplitMix64.ofStream(seed, replicate));
      errors[replicate] = table.expectedErrorWith(bads);
      sum += errors[replicate];
      asLarge += errors[replicate] >= observed - SLACK ? 1 : 0;
    }
    Arrays.sort(errors);
    return new CalibrationErrorBand(
        observed,
        sum / replicates,
        Quantiles.ofSorted(errors, UPPER),
        (1.0 + asLarge) / (1.0 + replicates));
  }

  private static double[] simulate(PdBins pieces, GroupWeights weights, SplitMix64 random) {
    double[] bads = new double[pieces.bins()];
    int drawn = -1;
    double badsOfGroup = 0.0;
    for (int piece = 0; piece < pieces.pieces(); piece++) {
      int group = pieces.group(piece);
      if (group != drawn) {
        badsOfGroup = weights.draw(group, pieces.outcomes().score(group), random);
        drawn = group;
      }
      bads[pieces.bin(piece)] += pieces.share(piece) * badsOfGroup;
    }
    return bads;
  }

  /** The weights of the records of each group, rising inside it, so that row order has no say. */
  private static final class GroupWeights {

    private final int[] start;
    private final double[] weights;

    GroupWeights(RankedOutcomes outcomes) {
      this.start = new int[outcomes.groups() + 1];
      for (int row = 0; row < outcomes.rows(); row++) {
        start[outcomes.groupOf(row) + 1] += outcomes.weightOf(row) > 0 ? 1 : 0;
      }
      for (int group = 0; group < outcomes.groups(); group++) {
        start[group + 1] += start[group];
      }
      this.weights = new double[start[outcomes.groups()]];
      int[] next = start.clone();
      for (int row = 0; row < outcomes.rows(); row++) {
        if (outcomes.weightOf(row) > 0) {
          weights[next[outcomes.groupOf(row)]++] = outcomes.weightOf(row);
        }
      }
      for (int group = 0; group < outcomes.groups(); group++) {
        Arrays.sort(weights, start[group], start[group + 1]);
      }
    }

    /** Lets each record of a group turn bad with its PD and returns the weight of those that do. */
    double draw(int group, double pd, SplitMix64 random) {
      double bads = 0.0;
      for (int i = start[group]; i < start[group + 1]; i++) {
        bads += random.nextDouble() < pd ? weights[i] : 0.0;
      }
      return bads;
    }
  }
}
