package io.probity.capital;

/**
 * What a portfolio is expected to lose, what it loses in bad times, and the capital between.
 *
 * @param exposure the sum of the exposures at default (EAD)
 * @param expectedLoss the sum of PD x LGD x EAD
 * @param stressedLoss the same with every PD as it is in bad times
 * @param capital the sum of the regulatory capital K x EAD
 */
public record PortfolioLoss(
    double exposure, double expectedLoss, double stressedLoss, double capital) {

  /**
   * Returns PD x LGD x EAD.
   *
   * @throws IllegalArgumentException if PD or LGD is not in [0, 1], or the EAD negative or not finite
   */
  public static double expectedLoss(double pd, double lgd, double ead) {
    Fractions.require("PD", pd);
    Fractions.require("LGD", lgd);
    Fractions.requireAmount("EAD", ead);
    return pd * lgd * ead;
  }

  /**
   * Adds up the loans of a portfolio; an empty one has neither loss nor capital.
   *
   * @param pd one PD a loan
   * @param lgd one LGD a loan
   * @param ead one EAD a loan
   * @param kind the class of all loans, for capital
   * @param model the correlation of bad times, for the stressed loss
   * @param adversity the quantile of bad times, in (0, 1)
   * @throws IllegalArgumentException if lengths differ or a figure is out of range
   */
  public static PortfolioLoss of(
      double[] pd,
      double[] lgd,
      double[] ead,
      RetailClass kind,
      OneFactor model,
      double adversity) {
    if (pd.length != lgd.length || pd.length != ead.length) {
      throw new IllegalArgumentException("each loan needs a PD, an LGD and an EAD, not " + pd.length
          + ", " + lgd.length + " and " + ead.length);
    }
    double exposure = 0.0;
    double expected = 0.0;
    double stressed = 0.0;
    double capital = 0.0;
    for (int i = 0; i < pd.length; i++) {
      expected += expectedLoss(pd[i], lgd[i], ead[i]);
      exposure += ead[i];
      stressed += model.conditionalPd(pd[i], adversity) * lgd[i] * ead[i];
      capital += kind.capital(pd[i], lgd[i]) * ead[i];
    }
    return new PortfolioLoss(exposure, expected, stressed, capital);
  }
}
