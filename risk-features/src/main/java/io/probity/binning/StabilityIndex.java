package io.probity.binning;

/**
 * The population stability index (PSI): how far the shares of bins have moved from a reference.
 *
 * <p>PSI = sum over bins of (a - e) ln(a / e), where e is the reference share and a the actual share;
 * natural logarithm, 0 or more, 0 for equal shares. Applied to the bins of one characteristic the
 * same figure is called CSI.
 */
public final class StabilityIndex {

  private static final double FLOOR = 1e-4;
  private static final double HALF = 0.5;

  private StabilityIndex() {}

  /** What is done about a bin whose share is 0 on one side. */
  public enum ZeroShare {
    /** Every share below 0.0001 is raised to it; shares are not scaled again. */
    FLOOR,
    /** Half a record is added to every bin, and to the totals. */
    ADD_HALF
  }

  /**
   * Returns the PSI.
   *
   * @param reference the weight of records in each bin of the reference, 0 or more
   * @param actual the weight of records in each bin now, as many bins
   * @throws IllegalArgumentException if the bins differ in number or one side has no records
   */
  public static double of(double[] reference, double[] actual, ZeroShare rule) {
    double psi = 0.0;
    for (double contribution : contributions(reference, actual, rule)) {
      psi += contribution;
    }
    return psi;
  }

  /**
   * Returns what each bin adds to the PSI, 0 or more each, in bin order.
   *
   * @param reference the weight of records in each bin of the reference, 0 or more
   * @param actual the weight of records in each bin now, as many bins
   * @throws IllegalArgumentException if the bins differ in number or one side has no records
   */
  public static double[] contributions(double[] reference, double[] actual, ZeroShare rule) {
    if (reference.length != actual.length) {
      throw new IllegalArgumentException("PSI needs the same bins on both sides, not "
          + reference.length
          + " and "
          + actual.length);
    }
    double referenceTotal = total(reference);
    double actualTotal = total(actual);
    double[] contributions = new double[reference.length];
    for (int i = 0; i < reference.length; i++) {
      double e = share(reference[i], referenceTotal, reference.length, rule);
      double a = share(actual[i], actualTotal, actual.length, rule);
      contributions[i] = (a - e) * StrictMath.log(a / e);
    }
    return contributions;
  }

  private static double share(double count, double total, int bins, ZeroShare rule) {
    return rule == ZeroShare.FLOOR
        ? Math.max(count / total, FLOOR)
        : (count + HALF) / (total + HALF * bins);
  }

  private static double total(double[] counts) {
    double total = 0.0;
    for (double count : counts) {
      if (!(count >= 0)) {
        throw new IllegalArgumentException("counts must be at least 0, not " + count);
      }
      total += count;
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("PSI needs records on both sides");
    }
    return total;
  }
}
