package io.probity.training.selection;

/**
 * The bounds that a feature must keep to enter a regression, in the order in which they are applied.
 *
 * @param largestMissingShare the largest share of missing values, in [0, 1]
 * @param fewestBins the fewest value bins, 1 or more
 * @param minimumIv the least information value, 0 or more
 * @param largestPsi the largest PSI between the records of one period and all records, above 0; needs
 *     periods in the plan; infinity for no rule
 * @param largestCorrelation the largest absolute correlation of the WOE of two features, in (0, 1]; of
 *     two that pass it the one with the lower information value goes; 1 for no rule
 * @param largestVif the largest variance inflation factor of the WOE of a feature, above 1; the
 *     largest goes first; infinity for no rule
 */
public record FeatureBounds(
    double largestMissingShare,
    int fewestBins,
    double minimumIv,
    double largestPsi,
    double largestCorrelation,
    double largestVif) {

  /** At most 98% missing, an IV of at least 0.01, correlations up to 0.98, no other rule. */
  public static final FeatureBounds DEFAULT =
      new FeatureBounds(0.98, 1, 0.01, Double.POSITIVE_INFINITY, 0.98, Double.POSITIVE_INFINITY);

  /** Checks the bounds. */
  public FeatureBounds {
    require(
        largestMissingShare >= 0 && largestMissingShare <= 1,
        "the largest share of missing values must be in [0, 1], not ",
        largestMissingShare);
    require(
        fewestBins >= 1 && fewestBins <= 100,
        "the fewest bins must be from 1 to 100, not ",
        fewestBins);
    require(
        minimumIv >= 0 && minimumIv <= 100,
        "the least information value must be from 0 to 100, not ",
        minimumIv);
    require(largestPsi > 0, "the largest PSI must be above 0, not ", largestPsi);
    require(
        largestCorrelation > 0 && largestCorrelation <= 1,
        "the largest correlation must be in (0, 1], not ",
        largestCorrelation);
    require(largestVif > 1, "the largest VIF must be above 1, not ", largestVif);
  }

  private static void require(boolean holds, String rule, double received) {
    if (!holds) {
      throw new IllegalArgumentException(rule + received);
    }
  }
}
