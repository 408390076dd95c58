package io.probity.training.logistic;

/**
 * An estimated coefficient: the change of the log-odds of bad for one unit of its column.
 *
 * @param name the column, or {@link DesignMatrix#INTERCEPT}
 * @param estimate the estimate
 * @param standardError its standard error; with a ridge penalty the root of the diagonal of the
 *     inverse of the penalised information, which knows nothing of the bias of shrinkage
 */
public record Coefficient(String name, double estimate, double standardError) {

  /** Checks that both numbers are finite and the standard error is not negative. */
  public Coefficient {
    if (!(Double.isFinite(estimate) && standardError >= 0 && standardError <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("the coefficient of " + name
          + " and its standard error must be finite, not " + estimate + " and " + standardError);
    }
  }

  /** Returns z, the estimate in standard errors; its square is the Wald statistic for leaving out. */
  public double z() {
    return estimate / standardError;
  }

  /**
   * Returns the two-sided p-value of z under the normal law, accurate in its tail. After selection or
   * binning on the same data it is nominal.
   */
  public double pValue() {
    return Tails.twoSidedNormal(z());
  }

  /**
   * Returns the lower end of the Wald interval.
   *
   * @param level the confidence level, in (0, 1)
   */
  public double low(double level) {
    return estimate - Tails.standardErrors(level) * standardError;
  }

  /**
   * Returns the upper end of the Wald interval.
   *
   * @param level the confidence level, in (0, 1)
   */
  public double high(double level) {
    return estimate + Tails.standardErrors(level) * standardError;
  }
}
