package io.probity.training.binning;

/**
 * The distance between the goods and the bads of a feature that binning makes as large as possible.
 * Each is a sum over the bins, with p the bin's share of all goods and q its share of all bads.
 *
 * <p>Source: Navas-Palencia, Optimal binning: mathematical programming formulation, 2020 (for all but
 * the chi-square).
 */
public enum Divergence {
  /** The information value, or Jeffreys divergence: (p - q) ln(p / q). */
  IV,
  /** The Jensen-Shannon divergence: (p ln(p / m) + q ln(q / m)) / 2 with m = (p + q) / 2. */
  JENSEN_SHANNON,
  /** The squared Hellinger distance: (sqrt p - sqrt q)^2 / 2. */
  HELLINGER,
  /** The triangular discrimination: (p - q)^2 / (p + q). */
  TRIANGULAR,
  /**
   * Pearson's chi-square of bins by outcome, divided by the number of records (phi squared): r (1 -
   * r) (p - q)^2 / ((1 - r) p + r q), where r is the bad rate of all records.
   */
  CHI_SQUARE;

  /**
   * Returns the part of one bin.
   *
   * @param p its share of all goods, in [0, 1]
   * @param q its share of all bads, in [0, 1]
   * @param badRate the bad rate of all records
   * @return 0 or more; infinite for the IV where exactly one share is 0
   */
  double term(double p, double q, double badRate) {
    double gap = Math.abs(p - q);
    if (gap == 0.0) {
      return 0.0;
    }
    return switch (this) {
      case IV -> gap * StrictMath.log(Math.max(p, q) / Math.min(p, q));
      case JENSEN_SHANNON -> {
        double mean = (p + q) / 2.0;
        yield (relative(p, mean) + relative(q, mean)) / 2.0;
      }
      case HELLINGER -> {
        double root = Math.sqrt(p) - Math.sqrt(q);
        yield root * root / 2.0;
      }
      case TRIANGULAR -> gap * gap / (p + q);
      case CHI_SQUARE ->
        badRate * (1.0 - badRate) * gap * gap / ((1.0 - badRate) * p + badRate * q);
    };
  }

  private static double relative(double share, double mean) {
    return share > 0.0 ? share * StrictMath.log(share / mean) : 0.0;
  }
}
