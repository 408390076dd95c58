package io.probity.validation;

import io.probity.metrics.CostPrior;
import io.probity.metrics.RankedOutcomes;

/** The law of costs that the H-measure takes. The three give different H-measures. */
public enum PriorRule {
  /** Beta(2, 1 + goods / bads): what the R package hmeasure takes unless told otherwise. */
  SEVERITY_BY_CLASS_SIZES,
  /** Beta(2, 2), whatever the bad rate: Hand, 2009. */
  SYMMETRIC,
  /** Beta(1 + share of bads, 1 + share of goods): Hand, Anagnostopoulos, 2014. */
  CLASS_SHARES;

  /**
   * Returns the prior for records.
   *
   * @throws IllegalArgumentException if there are no goods or no bads
   */
  public CostPrior of(RankedOutcomes outcomes) {
    return switch (this) {
      case SEVERITY_BY_CLASS_SIZES -> CostPrior.ofSeverityByClassSizes(outcomes);
      case SYMMETRIC -> CostPrior.SYMMETRIC;
      case CLASS_SHARES -> CostPrior.ofClassShares(outcomes);
    };
  }
}
