package io.probity.metrics;

/**
 * One grade of a backtest.
 *
 * @param grade its name
 * @param pd its PD, in [0, 1]
 * @param obligors how many were in it, at least 1; leave out empty grades
 * @param defaults how many of them defaulted
 */
public record GradeOutcome(String grade, double pd, int obligors, int defaults) {

  /** Checks the ranges. */
  public GradeOutcome {
    if (!(defaults >= 0 && defaults <= obligors && obligors >= 1 && pd >= 0 && pd <= 1)) {
      throw new IllegalArgumentException(
          "grade " + grade + " needs a PD in [0, 1], an obligor and at"
              + " most as many defaults, not " + defaults + " of " + obligors + " at " + pd);
    }
  }

  /** Returns the share of obligors that defaulted. */
  public double defaultRate() {
    return (double) defaults / obligors;
  }

  /** Returns the tests of this grade alone. */
  public BinomialTest test() {
    return new BinomialTest(defaults, obligors, pd);
  }
}
