package io.probity.metrics;

/**
 * What {@link ExpectedMaximumProfit} assumes about a loan. The share lost of a bad loan is 0 with
 * one probability, 1 with another, and spread evenly between them otherwise.
 *
 * @param noLoss the probability that a bad loan loses nothing, in [0, 1]
 * @param fullLoss the probability that a bad loan loses everything, in [0, 1 - noLoss]
 * @param returnOnInvestment what a good loan earns, as a fraction of the loan, 0 or more
 */
public record ProfitAssumptions(double noLoss, double fullLoss, double returnOnInvestment) {

  /**
   * The figures of the source of the measure: 0.55, 0.1 and 0.2644.
   *
   * <p>Source: Verbraken, Bravo, Weber, Baesens, Development and application of consumer credit
   * scoring models using profit-based classification measures, 2014.
   */
  public static final ProfitAssumptions VERBRAKEN = new ProfitAssumptions(0.55, 0.1, 0.2644);

  /** Checks the ranges. */
  public ProfitAssumptions {
    if (!(noLoss >= 0 && fullLoss >= 0 && noLoss + fullLoss <= 1)) {
      throw new IllegalArgumentException(
          "the chances of no loss and of full loss must be at least 0"
              + " and together at most 1, not " + noLoss + " and " + fullLoss);
    }
    if (!(returnOnInvestment >= 0 && returnOnInvestment <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "the return must be a fraction of at least 0, not " + returnOnInvestment);
    }
  }
}
