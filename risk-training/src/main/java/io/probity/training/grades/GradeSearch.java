package io.probity.training.grades;

import io.probity.metrics.Interval;
import io.probity.metrics.Proportion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exact search for grades over contiguous cells: of all partitions that keep the rules, that of
 * the largest log-likelihood of the outcomes, where each grade has its own bad rate; on a tie fewer
 * grades, then lower bounds. A dynamic program over the last grade [from, to) and the number of
 * grades, since rules bind neighbours only; its cost is the cube of the cells times the grades.
 */
final class GradeSearch {

  private static final double IMPOSSIBLE = Double.NEGATIVE_INFINITY;

  private final PdCells cells;
  private final GradePlan.Built plan;
  private final int size;
  private final double[][] value;
  private final @Nullable Interval[][] interval;

  private GradeSearch(PdCells cells, GradePlan.Built plan) {
    this.cells = cells;
    this.plan = plan;
    this.size = cells.size();
    this.value = new double[size][size + 1];
    this.interval = new Interval[size][size + 1];
    for (int from = 0; from < size; from++) {
      for (int to = from + 1; to <= size; to++) {
        value[from][to] = value(from, to);
      }
    }
  }

  /** Returns the first cell of each grade, 0 first; empty if no partition keeps the rules. */
  static List<Integer> best(PdCells cells, GradePlan.Built plan) {
    return new GradeSearch(cells, plan).best();
  }

  private double value(int from, int to) {
    double goods = cells.goods(from, to);
    double bads = cells.bads(from, to);
    double weight = goods + bads;
    if (!(weight >= plan.minShare() * cells.total() * (1 - 1e-12))) {
      return IMPOSSIBLE;
    }
    if (plan.largestWidth() < 1 || plan.separated()) {
      Interval jeffreys = new Proportion(bads, Math.max(weight, bads)).jeffreys(plan.level());
      interval[from][to] = jeffreys;
      if (jeffreys.high() - jeffreys.low() > plan.largestWidth()) {
        return IMPOSSIBLE;
      }
    }
    return (bads > 0 ? bads * StrictMath.log(bads / weight) : 0.0)
        + (goods > 0 ? goods * StrictMath.log(goods / weight) : 0.0);
  }

  /** Returns whether a grade may be followed by another. */
  private boolean fits(int from, int middle, int to) {
    double rate = cells.bads(from, middle) / cells.weight(from, middle);
    double next = cells.bads(middle, to) / cells.weight(middle, to);
    if (!(rate < next)) {
      return false;
    }
    Interval first = interval[from][middle];
    Interval second = interval[middle][to];
    return !plan.separated() || first == null || second == null || first.high() < second.low();
  }

  private List<Integer> best() {
    int most = Math.min(plan.maxGrades(), size);
    double[][][] best = new double[most + 1][size][size + 1];
    int[][][] before = new int[most + 1][size][size + 1];
    int bestCount = 0;
    int bestFrom = 0;
    double bestValue = IMPOSSIBLE;
    for (int count = 1; count <= most; count++) {
      for (int from = 0; from < size; from++) {
        for (int to = from + 1; to <= size; to++) {
          extend(count, from, to, best, before);
        }
        if (count >= plan.minGrades() && best[count][from][size] > bestValue) {
          bestValue = best[count][from][size];
          bestCount = count;
          bestFrom = from;
        }
      }
    }
    return starts(before, bestCount, bestFrom);
  }

  private void extend(int count, int from, int to, double[][][] best, int[][][] before) {
    best[count][from][to] = IMPOSSIBLE;
    if (value[from][to] == IMPOSSIBLE) {
      return;
    }
    if (count == 1) {
      best[count][from][to] = from == 0 ? value[from][to] : IMPOSSIBLE;
      return;
    }
    for (int start = 0; start < from; start++) {
      double total = best[count - 1][start][from] + value[from][to];
      if (total > best[count][from][to] && fits(start, from, to)) {
        best[count][from][to] = total;
        before[count][from][to] = start;
      }
    }
  }

  private List<Integer> starts(int[][][] before, int count, int lastFrom) {
    List<Integer> starts = new ArrayList<>();
    int from = lastFrom;
    int to = size;
    for (int left = count; left > 0; left--) {
      starts.add(0, from);
      int start = before[left][from][to];
      to = from;
      from = start;
    }
    return starts;
  }
}
