package io.probity.metrics;

/** Bounds of a PD and of a default rate. */
public final class PdBounds {

  private PdBounds() {}

  /**
   * Returns the one-sided upper bound of a PD, which is above 0 without any default: the PD at
   * which so few defaults have a chance of 1 - confidence. 1 if everybody defaulted.
   *
   * <p>Source: Pluto, Tasche, Thinking positively, 2005; without correlation.
   *
   * @param defaults from 0 to {@code obligors}
   * @param obligors at least 1
   * @param confidence above 0 and below 1
   */
  public static double upper(int defaults, int obligors, double confidence) {
    if (!(defaults >= 0 && defaults <= obligors && obligors >= 1)) {
      throw new IllegalArgumentException(
          "a bound needs 0 <= defaults <= obligors and an obligor, not " + defaults + " of "
              + obligors);
    }
    requireConfidence(confidence);
    return defaults == obligors
        ? 1.0
        : BetaLaw.quantile(confidence, defaults + 1.0, (double) obligors - defaults);
  }

  /**
   * Returns the default rate that a large portfolio of correlated obligors stays below with the
   * given confidence if the PD is right.
   *
   * <p>Source: Vasicek, The distribution of loan portfolio value, 2002.
   *
   * @param pd above 0 and below 1
   * @param correlation of assets, at least 0 and below 1
   * @param confidence above 0 and below 1
   */
  public static double criticalRate(double pd, double correlation, double confidence) {
    if (!(pd > 0 && pd < 1 && correlation >= 0 && correlation < 1)) {
      throw new IllegalArgumentException(
          "a PD above 0 and below 1 and a correlation of at least 0 and"
              + " below 1 are needed, not " + pd + " and " + correlation);
    }
    requireConfidence(confidence);
    double threshold =
        NormalLaw.quantile(pd) + Math.sqrt(correlation) * NormalLaw.quantile(confidence);
    return NormalLaw.cdf(threshold / Math.sqrt(1.0 - correlation));
  }

  private static void requireConfidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "a confidence must be above 0 and below 1, not " + confidence);
    }
  }
}
