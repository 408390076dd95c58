package io.probity.training.logistic;

/** What a trainer does when the classes are separated, so that no finite estimate exists. */
public enum SeparationPolicy {
  /**
   * Throws an {@link IllegalArgumentException} that names the columns and the remedies; also where a
   * finite estimate exists, but the fit has not settled.
   */
  REFUSE,
  /**
   * Returns the fit as it stood when the separation was found, not converged and with {@link
   * LogisticFit#separation} set. Its coefficients are on their way to infinity and not for use; its
   * log-likelihood is close below its limit.
   */
  REPORT,
  /** Fits again with the penalty of Firth, which the result names. */
  FIRTH
}
