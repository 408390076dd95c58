package io.probity.metrics;

/**
 * Two sets of PDs for the same records compared by the mean difference of their log-losses, record
 * by record. The pairing removes what both find hard, so the standard error is far below that of
 * either log-loss alone.
 */
public final class PairedLogLoss {

  private PairedLogLoss() {}

  /**
   * Returns the log-loss of the first PDs minus that of the second, with its standard error; below
   * 0 if the first are better. PDs are moved into [1e-15, 1 - 1e-15] first.
   *
   * @param first a PD for each record
   * @param second a PD for each record
   * @param target 1 for bad and 0 for good
   * @throws IllegalArgumentException if lengths differ, there are fewer than 2 records, a PD is not
   *     in [0, 1] or a target is neither 0 nor 1
   */
  public static Estimate difference(double[] first, double[] second, int[] target) {
    if (first.length != target.length || second.length != target.length || target.length < 2) {
      throw new IllegalArgumentException("at least 2 records and as many PDs as targets are needed,"
          + " not " + first.length + " and " + second.length + " for " + target.length);
    }
    double[] differences = new double[target.length];
    double sum = 0.0;
    for (int row = 0; row < target.length; row++) {
      differences[row] = loss(first, target, row) - loss(second, target, row);
      sum += differences[row];
    }
    double mean = sum / target.length;
    double squares = 0.0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    double variance = squares / (target.length - 1.0) / target.length;
    return new Estimate(mean, Math.sqrt(variance));
  }

  private static double loss(double[] pds, int[] target, int row) {
    double pd = pds[row];
    if (!(pd >= 0 && pd <= 1) || (target[row] != 0 && target[row] != 1)) {
      throw new IllegalArgumentException(
          "a PD in [0, 1] and a target of 0 or 1 are needed, but row " + row + " has " + pd
              + " and " + target[row]);
    }
    double clipped = Math.max(LogLoss.USUAL_CLIP, Math.min(1.0 - LogLoss.USUAL_CLIP, pd));
    return LogLoss.of(clipped, 1.0 - target[row], target[row]);
  }
}
