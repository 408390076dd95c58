package io.probity.training.grades;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.metrics.Interval;
import io.probity.metrics.Proportion;
import io.probity.metrics.RankedOutcomes;
import io.probity.model.MasterScale;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the grades of a plan.
 *
 * <p>Built grades are unions of neighbouring PD quantile cells, named A, B, ... from the safest on, such
 * that the observed bad rate rises from each to the next and every rule of the plan is kept. Of all
 * such scales the one with the largest log-likelihood of the outcomes is taken, which is the one that
 * loses least of what the PDs say; the search is exact. A bound is the number with the fewest decimals
 * between the PDs that it parts. Weights count as numbers of records.
 */
public final class GradeBuilder {

  private static final double REPORT_LEVEL = 0.95;

  private GradeBuilder() {}

  /**
   * Makes grades.
   *
   * @param pd the calibrated PD of each record, in [0, 1]
   * @param target 1 for bad, 0 for good, one a record
   * @param weights the weight of each record, finite and 0 or more, not all 0
   * @throws InvalidInputException if no scale keeps the rules; the message says which rules bind
   * @throws IllegalArgumentException if a length or a value is wrong
   */
  public static Grades of(GradePlan plan, double[] pd, int[] target, double[] weights) {
    RankedOutcomes outcomes = RankedOutcomes.of(pd, target, weights);
    if (!(outcomes.score(0) >= 0 && outcomes.score(outcomes.groups() - 1) <= 1)) {
      throw new IllegalArgumentException("grades need PDs in [0, 1], but they reach from "
          + outcomes.score(0) + " to " + outcomes.score(outcomes.groups() - 1));
    }
    if (plan instanceof GradePlan.Fixed fixed) {
      return described(fixed.scale(), outcomes, REPORT_LEVEL);
    }
    GradePlan.Built built = (GradePlan.Built) plan;
    PdCells cells = PdCells.of(outcomes, built.cells());
    List<Integer> starts = GradeSearch.best(cells, built);
    if (starts.isEmpty()) {
      throw infeasible(cells, built);
    }
    List<MasterScale.Grade> grades = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      double bound = i + 1 < starts.size() ? cells.boundBefore(starts.get(i + 1)) : 1.0;
      grades.add(new MasterScale.Grade(String.valueOf((char) ('A' + i)), bound));
    }
    return described(new MasterScale(grades), outcomes, built.level());
  }

  private static Grades described(MasterScale scale, RankedOutcomes outcomes, double level) {
    double[] weight = new double[scale.size()];
    double[] bads = new double[scale.size()];
    double[] expected = new double[scale.size()];
    for (int group = 0; group < outcomes.groups(); group++) {
      int grade = scale.gradeOf(outcomes.score(group));
      weight[grade] += outcomes.weight(group);
      bads[grade] += outcomes.bads(group);
      expected[grade] += outcomes.weight(group) * outcomes.score(group);
    }
    List<Grades.Row> rows = new ArrayList<>();
    for (int grade = 0; grade < weight.length; grade++) {
      boolean empty = weight[grade] == 0;
      rows.add(new Grades.Row(
          scale.name(grade),
          weight[grade],
          bads[grade],
          weight[grade] / outcomes.totalWeight(),
          empty ? Double.NaN : expected[grade] / weight[grade],
          empty ? Double.NaN : bads[grade] / weight[grade],
          empty
              ? new Interval(0.0, 1.0)
              : new Proportion(bads[grade], weight[grade]).jeffreys(level)));
    }
    return new Grades(scale, rows);
  }

  /** Says which rules bind: those without which there would be a scale. */
  private static InvalidInputException infeasible(PdCells cells, GradePlan.Built plan) {
    List<String> binding = new ArrayList<>();
    if (feasible(cells, plan.withGrades(1, plan.maxGrades()))) {
      binding.add("at least " + plan.minGrades() + " grades");
    }
    if (feasible(cells, plan.withGrades(plan.minGrades(), GradePlan.Built.MOST_GRADES))) {
      binding.add("at most " + plan.maxGrades() + " grades");
    }
    if (feasible(cells, plan.withMinShare(0))) {
      binding.add("at least " + plan.minShare() + " of the records in a grade");
    }
    if (feasible(cells, plan.withIntervals(1, plan.separated(), plan.level()))) {
      binding.add("an interval of at most " + plan.largestWidth());
    }
    if (feasible(cells, plan.withIntervals(plan.largestWidth(), false, plan.level()))) {
      binding.add("intervals of neighbours apart at a level of " + plan.level());
    }
    String which = binding.isEmpty()
        ? "no single rule is to blame; relax several, or give more records"
        : "relax one of: " + String.join("; ", binding);
    return new InvalidInputException(new Violation(
        "plan at grades",
        "no grades with a rising bad rate keep all rules",
        cells.size() + " cells of PD, " + cells.bads(0, cells.size()) + " bads",
        which));
  }

  private static boolean feasible(PdCells cells, GradePlan.Built plan) {
    return !GradeSearch.best(cells, plan).isEmpty();
  }
}
