package io.probity.capital;

import io.probity.metrics.NormalLaw;

/**
 * The one-factor model of defaults: all loans share one normal factor, the state of the economy, with
 * which each is correlated by {@code correlation}, and nothing else.
 *
 * <p>Given the factor, the PD is N[(G(PD) + sqrt(correlation) G(adversity)) / sqrt(1 - correlation)],
 * where N is the normal law and G its inverse. The adversity is a quantile of bad times: 0.999 is the
 * worst year in a thousand, 0.5 the median one.
 *
 * <p>Source: Vasicek, Probability of loss on loan portfolio, 1987.
 *
 * @param correlation the correlation of assets, in [0, 1)
 */
public record OneFactor(double correlation) {

  /** Checks the correlation. */
  public OneFactor {
    if (!(correlation >= 0 && correlation < 1)) {
      throw new IllegalArgumentException("a correlation must lie in [0, 1), not " + correlation
          + "; other retail is 0.03 to 0.16");
    }
  }

  /**
   * Returns the PD in a year of the given adversity, in [0, 1]; 0 and 1 stay what they are.
   *
   * @param pd the PD over the cycle, in [0, 1]
   * @param adversity the quantile of bad times, in (0, 1)
   * @throws IllegalArgumentException if one is out of range
   */
  public double conditionalPd(double pd, double adversity) {
    Fractions.require("PD", pd);
    if (!(adversity > 0 && adversity < 1)) {
      throw new IllegalArgumentException(
          "the adversity must lie in (0, 1), not " + adversity + "; 0.999 is 1 year in 1,000");
    }
    if (pd == 0 || pd == 1) {
      return pd;
    }
    double shift = Math.sqrt(correlation) * NormalLaw.quantile(adversity);
    return NormalLaw.cdf((NormalLaw.quantile(pd) + shift) / Math.sqrt(1 - correlation));
  }

  /**
   * Returns the probability that at most a share of a large, even portfolio defaults:
   * N[(sqrt(1 - correlation) G(share) - G(PD)) / sqrt(correlation)].
   *
   * @param share in (0, 1)
   * @param pd in (0, 1)
   * @throws IllegalArgumentException if one is out of range, or the correlation is 0
   */
  public double defaultShareCdf(double share, double pd) {
    if (!(correlation > 0)) {
      throw new IllegalArgumentException(
          "without correlation the share of defaults is the PD itself and has no distribution");
    }
    double spread = Math.sqrt(1 - correlation) * NormalLaw.quantile(share);
    return NormalLaw.cdf((spread - NormalLaw.quantile(pd)) / Math.sqrt(correlation));
  }
}
