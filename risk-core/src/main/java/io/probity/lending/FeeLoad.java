package io.probity.lending;

/** The fees that enter a tested instalment, as numbers without a currency. */
record FeeLoad(
    long financedFixed,
    Share financedShare,
    long monthlyFixed,
    Share perInstalmentShare,
    Share insuranceShare) {

  static final FeeLoad NONE = new FeeLoad(0, Share.NONE, 0, Share.NONE, Share.NONE);

  static FeeLoad of(LoanFees fees) {
    return new FeeLoad(
        fees.financed().fixed().minorUnits(),
        fees.financed().share(),
        fees.perInstalment().fixed().minorUnits() + fees.insurance().fixed().minorUnits(),
        fees.perInstalment().share(),
        fees.insurance().share());
  }

  /** Returns what is added to the principal. */
  long financed(long principal) {
    return financedFixed + financedShare.applyTo(principal);
  }

  /** Returns what is added to every instalment. */
  long monthly(long principal) {
    return monthlyFixed + perInstalmentShare.applyTo(principal) + insuranceShare.applyTo(principal);
  }

  /**
   * Returns the principal at which perUnit x (principal + financed) + monthly is as given, roundings
   * aside; infinite or NaN if the instalment does not depend on the principal.
   */
  double principalNear(double instalment, double perUnit) {
    double slope = (1.0 + financedShare.value()) * perUnit
        + perInstalmentShare.value()
        + insuranceShare.value();
    return (instalment - monthlyFixed - perUnit * financedFixed) / slope;
  }
}
