package io.probity.portfolio;

import java.util.List;

/**
 * One limit for each applicant, and how good that is. Immutable.
 *
 * <p>Shadow prices are those of the relaxation; where several fit, one of them.
 */
public final class LimitAllocation {

  private final LimitOptions options;
  private final int[] choice;
  private final Totals totals;
  private final double bound;
  private final boolean optimal;
  private final List<ShadowPrice> shadowPrices;
  private final int evaluations;

  /** Sums over all applicants. */
  record Totals(double exposure, double expectedLoss, double profit) {}

  LimitAllocation(
      LimitOptions options,
      int[] choice,
      double bound,
      boolean optimal,
      List<ShadowPrice> shadowPrices,
      int evaluations) {
    this.options = options;
    this.choice = choice;
    this.totals = totals(options, choice);
    this.bound = Math.max(bound, totals.profit);
    this.optimal = optimal;
    this.shadowPrices = List.copyOf(shadowPrices);
    this.evaluations = evaluations;
  }

  private static Totals totals(LimitOptions options, int[] choice) {
    double exposure = 0.0;
    double loss = 0.0;
    double profit = 0.0;
    for (int option : choice) {
      exposure += options.limit(option);
      loss += options.expectedLoss(option);
      profit += options.profit(option);
    }
    return new Totals(exposure, loss, profit);
  }

  /** Returns the options that were chosen from. */
  public LimitOptions options() {
    return options;
  }

  /** Returns the chosen option of an applicant, a position in the options. */
  public int option(int applicant) {
    return choice[applicant];
  }

  /** Returns the limit of an applicant. */
  public double limit(int applicant) {
    return options.limit(choice[applicant]);
  }

  /** Returns the number of applicants who get more than 0. */
  public int granted() {
    int granted = 0;
    for (int option : choice) {
      granted += options.limit(option) > 0 ? 1 : 0;
    }
    return granted;
  }

  /** Returns the sum of the limits. */
  public double exposure() {
    return totals.exposure;
  }

  /** Returns the sum of the expected losses. */
  public double expectedLoss() {
    return totals.expectedLoss;
  }

  /** Returns the sum of the expected profits. */
  public double profit() {
    return totals.profit;
  }

  /** Returns what no choice within the constraints can earn more than, not even in fractions. */
  public double bound() {
    return bound;
  }

  /** Returns (bound - profit) / bound, 0 or more; 0 where both are 0. */
  public double gap() {
    double off = bound - totals.profit;
    return off <= 0 ? 0 : off / Math.max(Double.MIN_NORMAL, Math.abs(bound));
  }

  /**
   * Returns whether this is proved to be the best choice in whole options. It can be with a gap above
   * 0, which is then what fractions would add.
   */
  public boolean isOptimal() {
    return optimal;
  }

  /** Returns what each constraint costs. */
  public List<ShadowPrice> shadowPrices() {
    return shadowPrices;
  }

  /** Returns how often all applicants chose while prices were searched. */
  public int evaluations() {
    return evaluations;
  }
}
