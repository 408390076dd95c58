package io.probity.validation;

import io.probity.metrics.GradeBacktest;
import io.probity.metrics.GradeOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The grades beside their bads, from the safest to the riskiest. The PD of a grade is the mean PD of
 * its records.
 *
 * @param rows one for each grade, empty ones included
 * @param untestable why grades are not tested; empty where they are
 */
public record GradeFindings(List<Row> rows, String untestable) {

  private static final String FRACTIONAL =
      "tests of grades take weights as numbers of records, so they must be whole numbers";

  /** Copies the rows. */
  public GradeFindings {
    rows = List.copyOf(rows);
  }

  /**
   * One grade.
   *
   * @param grade its name
   * @param counts its records
   * @param meanPd the mean PD of its records; 0 where there are none
   * @param outcome what is tested; empty for an empty grade and where nothing is tested
   */
  public record Row(String grade, Counts counts, double meanPd, Optional<GradeOutcome> outcome) {}

  /** Judges the grades of a sample, where it has them. */
  static Optional<GradeFindings> of(ScoredSample sample) {
    if (!sample.hasGrades()) {
      return Optional.empty();
    }
    Groups grades = sample.grades();
    boolean whole = sample.hasWholeWeights();
    int[][] rowsOf = grades.rowsByGroup();
    List<Row> rows = new ArrayList<>();
    for (int grade = 0; grade < rowsOf.length; grade++) {
      rows.add(row(sample, grades.labels().get(grade), rowsOf[grade], whole));
    }
    return Optional.of(new GradeFindings(rows, whole ? "" : FRACTIONAL));
  }

  private static Row row(ScoredSample sample, String grade, int[] members, boolean whole) {
    double goods = 0.0;
    double bads = 0.0;
    double pds = 0.0;
    for (int member : members) {
      double weight = sample.weight(member);
      goods += sample.isBad(member) ? 0.0 : weight;
      bads += sample.isBad(member) ? weight : 0.0;
      pds += weight * sample.pd(member);
    }
    Counts counts = new Counts(members.length, goods, bads);
    double meanPd = counts.weight() > 0 ? Math.min(1.0, pds / counts.weight()) : 0.0;
    boolean testable = whole && members.length > 0 && counts.weight() <= Integer.MAX_VALUE;
    return new Row(
        grade,
        counts,
        meanPd,
        testable
            ? Optional.of(new GradeOutcome(grade, meanPd, (int) counts.weight(), (int) bads))
            : Optional.empty());
  }

  /** Returns all grades with records together, where they are tested. */
  public Optional<GradeBacktest> backtest() {
    List<GradeOutcome> outcomes =
        rows.stream().flatMap(row -> row.outcome().stream()).toList();
    return outcomes.isEmpty() ? Optional.empty() : Optional.of(GradeBacktest.of(outcomes));
  }
}
