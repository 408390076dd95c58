package io.probity.metrics;

/**
 * One bin of a {@link CalibrationTable}: what was predicted and what came.
 *
 * @param lowestPd the lowest PD in the bin
 * @param highestPd the highest PD in the bin
 * @param weight the weight of its records, above 0
 * @param bads the weight of its bads
 * @param meanPd the mean PD of its records
 */
public record CalibrationBin(
    double lowestPd, double highestPd, double weight, double bads, double meanPd) {

  /** Checks the ranges. */
  public CalibrationBin {
    if (!(lowestPd >= 0 && lowestPd <= highestPd && highestPd <= 1)) {
      throw new IllegalArgumentException(
          "PDs of a bin are in [0, 1], not " + lowestPd + " to " + highestPd);
    }
    if (!(weight > 0 && bads >= 0 && meanPd >= 0)) {
      throw new IllegalArgumentException(
          "a bin needs a weight above 0, and bads and a mean PD of at least 0, not " + weight + ", "
              + bads + " and " + meanPd);
    }
  }

  /** Returns the share of bads, in [0, 1]. */
  public double badRate() {
    return Math.min(1.0, bads / weight);
  }

  /** Returns the distance between mean PD and bad rate. */
  public double error() {
    return Math.abs(meanPd - badRate());
  }

  /** Returns the expected number of bads: the sum of PDs. */
  public double expectedBads() {
    return meanPd * weight;
  }

  /** Returns Wilson's interval of the bad rate, weights standing for numbers of records. */
  public Interval wilson(double level) {
    return new Proportion(Math.min(bads, weight), weight).wilson(level);
  }
}
