package io.probity.limit;

import io.probity.lending.RateKind;

/** What a loan costs, as a function of its principal. */
@FunctionalInterface
public interface OfferedCost {

  /** A loan that costs nothing. */
  OfferedCost FREE = (principal, basis, kind) -> 0.0;

  /**
   * Returns the annual rate of a loan as a fraction.
   *
   * @param principal minor units, above 0
   */
  double annualRate(long principal, CostBasis basis, RateKind kind);
}
