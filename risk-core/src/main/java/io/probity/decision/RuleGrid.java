package io.probity.decision;

import io.probity.condition.CompiledCondition;
import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.condition.Truth;
import io.probity.limit.OnMissing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches the whole grid of one condition for a better applicant to whom a rule applies while it does
 * not apply to the worse one.
 */
final class RuleGrid {

  private static final long MOST_POINTS = 500_000;

  private final List<String> names;
  private final CompiledCondition condition;
  private final OnMissing onMissing;
  private final CellPoints points;
  private final Improvement improvement;
  private final List<String> moved;

  RuleGrid(
      Condition when,
      OnMissing onMissing,
      CellPoints points,
      Improvement improvement,
      List<String> moved) {
    this.names = List.copyOf(when.names());
    this.condition = when.compile(names);
    this.onMissing = onMissing;
    this.points = points;
    this.improvement = improvement;
    this.moved = moved;
  }

  /**
   * Two assignments of the names of a condition.
   *
   * @param worse by name
   * @param better by name
   */
  record Pair(Map<String, Double> worse, Map<String, Double> better) {}

  /** Returns whether the condition speaks of what moves. */
  boolean isTouched() {
    return names.stream().anyMatch(moved::contains);
  }

  /** Returns whether the grid is small enough to be searched. */
  boolean isSmall() {
    long size = chain().size();
    for (String name : names) {
      size *= moved.contains(name) ? 1 : points.all(name).size();
      if (size > MOST_POINTS) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns a pair of neighbours at which the rule begins to apply as the applicant gets better.
   *
   * @param helps whether the rule is to the applicant's good, so that the opposite is searched
   */
  Optional<Pair> find(boolean helps) {
    return search(0, new double[names.size()], helps);
  }

  private Optional<Pair> search(int at, double[] cells, boolean helps) {
    if (at == names.size()) {
      return alongTheChain(cells, helps);
    }
    if (moved.contains(names.get(at))) {
      return search(at + 1, cells, helps);
    }
    for (double value : points.all(names.get(at))) {
      cells[at] = value;
      Optional<Pair> found = search(at + 1, cells, helps);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Pair> alongTheChain(double[] cells, boolean helps) {
    List<Double> chain = chain();
    for (int i = 1; i < chain.size(); i++) {
      double[] worse = moved(cells, chain.get(i - 1));
      double[] better = moved(cells, chain.get(i));
      boolean before = applies(worse) != helps;
      boolean after = applies(better) != helps;
      if (after && !before) {
        return Optional.of(new Pair(assignment(worse), assignment(better)));
      }
    }
    return Optional.empty();
  }

  /** Returns the values of what moves, from the worst to the best. */
  private List<Double> chain() {
    List<Double> chain = new ArrayList<>();
    if (improvement == Improvement.PD) {
      chain.addAll(points.pds());
    } else {
      names.stream().filter(moved::contains).forEach(name -> chain.addAll(points.known(name)));
    }
    chain.sort(null);
    if (!improvement.rises()) {
      Collections.reverse(chain);
    }
    return chain;
  }

  private double[] moved(double[] cells, double value) {
    double[] changed = cells.clone();
    for (int i = 0; i < changed.length; i++) {
      if (moved.contains(names.get(i))) {
        changed[i] = names.get(i).equals(ConditionScope.GRADE) ? points.gradeOf(value) : value;
      }
    }
    return changed;
  }

  private boolean applies(double[] cells) {
    Truth truth = condition.test(cells);
    return truth == Truth.TRUE || (truth == Truth.UNKNOWN && onMissing != OnMissing.SKIP);
  }

  private Map<String, Double> assignment(double[] cells) {
    Map<String, Double> assignment = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      assignment.put(names.get(i), cells[i]);
    }
    return assignment;
  }
}
