package io.probity.metrics;

import java.util.List;

/** All grades of a rating system beside their defaults of one period. Immutable. */
public final class GradeBacktest {

  private final List<GradeOutcome> grades;
  private final int obligors;
  private final int defaults;

  private GradeBacktest(List<GradeOutcome> grades) {
    this.grades = List.copyOf(grades);
    if (grades.isEmpty()) {
      throw new IllegalArgumentException("a backtest needs at least one grade");
    }
    long countObligors = 0;
    long countDefaults = 0;
    for (GradeOutcome grade : grades) {
      countObligors += grade.obligors();
      countDefaults += grade.defaults();
    }
    if (countObligors > BinomialTest.MOST_OBLIGORS) {
      throw new IllegalArgumentException(
          "a backtest takes up to 1e9 obligors, not " + countObligors);
    }
    this.obligors = (int) countObligors;
    this.defaults = (int) countDefaults;
  }

  /**
   * Returns the backtest of grades.
   *
   * @param grades from the safest to the riskiest; empty grades left out
   */
  public static GradeBacktest of(List<GradeOutcome> grades) {
    return new GradeBacktest(grades);
  }

  /** Returns the grades, from the safest to the riskiest. */
  public List<GradeOutcome> grades() {
    return grades;
  }

  /** Returns the number of obligors in all grades. */
  public int obligors() {
    return obligors;
  }

  /** Returns the number of defaults in all grades. */
  public int defaults() {
    return defaults;
  }

  /** Returns the mean PD of obligors. */
  public double averagePd() {
    double expected = 0.0;
    for (GradeOutcome grade : grades) {
      expected += grade.obligors() * grade.pd();
    }
    return Math.min(1.0, expected / obligors);
  }

  /** Returns the tests of all obligors together at {@link #averagePd}. */
  public BinomialTest portfolio() {
    return new BinomialTest(defaults, obligors, averagePd());
  }

  /** Returns the Hosmer-Lemeshow test over grades; a degree of freedom for each. */
  public HosmerLemeshow hosmerLemeshow() {
    double statistic = 0.0;
    for (GradeOutcome grade : grades) {
      statistic += HosmerLemeshow.term(grade.defaults(), grade.obligors(), grade.pd());
    }
    return HosmerLemeshow.of(statistic, grades.size());
  }

  /**
   * Returns Spiegelhalter's test over obligors, each with the PD of its grade.
   *
   * @throws IllegalArgumentException if every PD is 0, 0.5 or 1
   */
  public TestResult spiegelhalter() {
    double surplus = 0.0;
    double variance = 0.0;
    for (GradeOutcome grade : grades) {
      double pd = grade.pd();
      surplus += (grade.defaults() - grade.obligors() * pd) * (1.0 - 2.0 * pd);
      variance += grade.obligors() * (1.0 - 2.0 * pd) * (1.0 - 2.0 * pd) * pd * (1.0 - pd);
    }
    return Spiegelhalter.of(surplus, variance);
  }

  /** Returns the default rate of each grade, for rank correlations between periods. */
  public double[] defaultRates() {
    return grades.stream().mapToDouble(GradeOutcome::defaultRate).toArray();
  }

  /** Returns the number of grades whose default rate is below that of the grade before. */
  public int orderViolations() {
    int violations = 0;
    for (int i = 1; i < grades.size(); i++) {
      violations += grades.get(i).defaultRate() < grades.get(i - 1).defaultRate() ? 1 : 0;
    }
    return violations;
  }

  /** Returns the Herfindahl index of obligors over grades, from 1 / grades to 1. */
  public double herfindahl() {
    double sum = 0.0;
    for (GradeOutcome grade : grades) {
      double share = (double) grade.obligors() / obligors;
      sum += share * share;
    }
    return sum;
  }

  /**
   * Returns the Herfindahl index scaled to [0, 1]: 0 for equally filled grades.
   *
   * @throws IllegalArgumentException if there is one grade only
   */
  public double normalisedHerfindahl() {
    if (grades.size() < 2) {
      throw new IllegalArgumentException("a normalised index needs at least 2 grades");
    }
    double least = 1.0 / grades.size();
    return Math.max(0.0, (herfindahl() - least) / (1.0 - least));
  }

  /**
   * Returns an upper bound of each grade's PD where defaults are few: that of its own obligors and
   * those of all riskier grades together, so that the bounds rise with the grades.
   *
   * <p>Source: Pluto, Tasche, Thinking positively, 2005; without correlation.
   *
   * @param confidence above 0 and below 1
   */
  public double[] mostPrudentPds(double confidence) {
    double[] bounds = new double[grades.size()];
    int pooledObligors = 0;
    int pooledDefaults = 0;
    for (int i = bounds.length - 1; i >= 0; i--) {
      pooledObligors += grades.get(i).obligors();
      pooledDefaults += grades.get(i).defaults();
      bounds[i] = PdBounds.upper(pooledDefaults, pooledObligors, confidence);
    }
    return bounds;
  }
}
