package io.probity.simulation;

/** The ways in which simulated applicants earn a living. */
enum Livelihood {
  /** A salary of the same amount every month. */
  SALARIED(0.03, 1.0),
  /** A salary on a contract that ends. */
  TEMPORARY(0.09, 0.80),
  /** Work in eight months of the year. */
  SEASONAL(0.08, 0.80),
  /** Tasks through platforms. */
  GIG(0.09, 0.72),
  /** A business of their own. */
  SELF_EMPLOYED(0.06, 1.15),
  /** A pension. */
  RETIRED(0.0, 0.65);

  private final double yearlyLoss;
  private final double level;

  Livelihood(double yearlyLoss, double level) {
    this.yearlyLoss = yearlyLoss;
    this.level = level;
  }

  /** Returns the probability of losing the work within a year, in a calm economy. */
  double yearlyLoss() {
    return yearlyLoss;
  }

  /** Returns the usual income as a share of that of a salaried person with the same traits. */
  double level() {
    return level;
  }
}
