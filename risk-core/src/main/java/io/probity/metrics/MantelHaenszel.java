package io.probity.metrics;

import java.util.List;

/**
 * Two groups compared within strata, such as score bands, and summed up over them.
 *
 * <p>Source: Mantel, Haenszel, Statistical aspects of the analysis of data from retrospective
 * studies of disease, 1959.
 */
public final class MantelHaenszel {

  private final List<TwoByTwo> strata;

  private MantelHaenszel(List<TwoByTwo> strata) {
    this.strata = List.copyOf(strata);
  }

  /**
   * Returns the comparison.
   *
   * @param strata one table for each stratum: events and others of the group, then of the reference
   */
  public static MantelHaenszel of(List<TwoByTwo> strata) {
    return new MantelHaenszel(strata);
  }

  /**
   * Returns the Cochran-Mantel-Haenszel test that the odds of an event are the same in both groups
   * within every stratum; chi-squared with 1 degree of freedom, without correction. Strata that
   * cannot tell (one record, one group or one outcome only) add nothing; if none can, the statistic
   * is 0 and the p-value 1.
   */
  public TestResult test() {
    double surplus = 0.0;
    double variance = 0.0;
    for (TwoByTwo table : strata) {
      double total = table.total();
      if (total > 1) {
        surplus += table.firstEvents() - table.firstTotal() * (table.events() / total);
        variance += table.firstTotal()
            / total
            * (table.secondTotal() / total)
            * (table.events() * (table.others() / (total - 1.0)));
      }
    }
    return variance > 0
        ? TestResult.ofChiSquare(surplus * surplus / variance, 1.0)
        : new TestResult(0.0, 1.0);
  }

  /**
   * Returns the common odds ratio: below 1 if events are rarer in the group, positive infinity
   * where only the divisor is 0.
   *
   * @throws IllegalArgumentException if no stratum compares anything
   */
  public double commonOddsRatio() {
    double up = 0.0;
    double down = 0.0;
    for (TwoByTwo table : strata) {
      if (table.total() > 0) {
        up += table.firstEvents() * table.secondOthers() / table.total();
        down += table.firstOthers() * table.secondEvents() / table.total();
      }
    }
    if (!(up > 0 || down > 0)) {
      throw new IllegalArgumentException(
          "a common odds ratio needs a stratum with both groups and both outcomes");
    }
    return up / down;
  }
}
