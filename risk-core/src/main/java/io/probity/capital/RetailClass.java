package io.probity.capital;

/**
 * The three retail classes of the internal ratings-based approach (IRB), which differ in correlation.
 *
 * <p>Source: Basel Committee on Banking Supervision, International Convergence of Capital Measurement
 * and Capital Standards, 2006, paragraphs 328 to 330. Differs: no floor of the PD is applied (pass
 * the floored PD), and neither the old scaling factor of 1.06 nor a maturity adjustment.
 */
public enum RetailClass {
  /** Loans secured by homes: correlation 0.15. */
  RESIDENTIAL_MORTGAGE {
    @Override
    public double correlation(double pd) {
      Fractions.require("PD", pd);
      return 0.15;
    }
  },
  /** Qualifying revolving exposures, such as cards: correlation 0.04. */
  QUALIFYING_REVOLVING {
    @Override
    public double correlation(double pd) {
      Fractions.require("PD", pd);
      return 0.04;
    }
  },
  /**
   * Everything else: correlation 0.03 w + 0.16 (1 - w) with w = (1 - exp(-35 PD)) / (1 - exp(-35)).
   */
  OTHER_RETAIL {
    @Override
    public double correlation(double pd) {
      Fractions.require("PD", pd);
      double w = StrictMath.expm1(-STEEPNESS * pd) / StrictMath.expm1(-STEEPNESS);
      return 0.03 * w + 0.16 * (1 - w);
    }
  };

  /** The quantile of bad times that capital must survive: 1 year in 1,000. */
  public static final double ADVERSITY = 0.999;

  private static final double STEEPNESS = 35.0;
  private static final double RISK_WEIGHT = 12.5;

  /**
   * Returns the correlation of assets of a PD.
   *
   * @throws IllegalArgumentException if the PD is not in [0, 1]
   */
  public abstract double correlation(double pd);

  /**
   * Returns the capital K as a fraction of EAD: LGD x (PD in the worst year of 1,000 - PD).
   *
   * @param pd in [0, 1]
   * @param lgd the loss given default in a downturn, in [0, 1]
   * @throws IllegalArgumentException if one is out of range
   */
  public double capital(double pd, double lgd) {
    Fractions.require("LGD", lgd);
    double worst = new OneFactor(correlation(pd)).conditionalPd(pd, ADVERSITY);
    return lgd * (worst - pd);
  }

  /** Returns the risk weight, 12.5 x K: a fraction of EAD. */
  public double riskWeight(double pd, double lgd) {
    return RISK_WEIGHT * capital(pd, lgd);
  }
}
