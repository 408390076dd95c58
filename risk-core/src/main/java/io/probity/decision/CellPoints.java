package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.model.MasterScale;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.Range;
import io.probity.schema.Schema;
import io.probity.schema.SpecialCode;
import io.probity.schema.SpecialValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The finite grid that conditions define: for each name, the values at which a test changes, the
 * nearest doubles on either side, every level, special code and the missing value. Two values between
 * the same neighbours of the grid cannot be told apart by any of the conditions.
 */
final class CellPoints {

  private final Schema schema;
  private final MasterScale grades;
  private final Map<String, TreeSet<Double>> breaks = new TreeMap<>();

  CellPoints(Schema schema, MasterScale grades, Collection<Condition> conditions) {
    this.schema = schema;
    this.grades = grades;
    conditions.forEach(this::collect);
  }

  private void collect(Condition condition) {
    if (condition instanceof Condition.All all) {
      all.of().forEach(this::collect);
    } else if (condition instanceof Condition.Any any) {
      any.of().forEach(this::collect);
    } else if (condition instanceof Condition.Not not) {
      collect(not.of());
    } else if (condition instanceof Condition.Sensitive sensitive) {
      collect(sensitive.of());
    } else if (condition instanceof Condition.Test test) {
      TreeSet<Double> of = breaks.computeIfAbsent(test.name(), name -> new TreeSet<>());
      if (test instanceof Condition.InRange range) {
        of.add(range.low());
        of.add(range.high());
      } else if (test instanceof Condition.InNumbers in) {
        of.addAll(in.values());
      }
    }
  }

  /** Returns the known values of a name, rising; at least one. */
  List<Double> known(String name) {
    List<Double> points = new ArrayList<>();
    int levels = levels(name);
    for (int level = 0; level < levels; level++) {
      points.add((double) level);
    }
    if (levels > 0) {
      return points;
    }
    Range valid =
        schema.has(name) ? schema.field(name).rules().valid().orElse(everything()) : everything();
    TreeSet<Double> all = new TreeSet<>();
    for (double at : breaks.getOrDefault(name, new TreeSet<>())) {
      if (Double.isFinite(at)) {
        all.addAll(List.of(Math.nextDown(at), at, Math.nextUp(at)));
      }
    }
    all.removeIf(at -> at < valid.low() || at > valid.high());
    points.addAll(all);
    if (points.isEmpty()) {
      points.add(Math.max(0.0, valid.low()));
    }
    return points;
  }

  /** Returns all values of a name: the known ones, the special codes and the missing value. */
  List<Double> all(String name) {
    List<Double> points = new ArrayList<>(known(name));
    points.add(Double.NaN);
    if (schema.has(name)) {
      for (SpecialCode special : schema.field(name).rules().specials()) {
        points.add(SpecialValues.cell(special.code()));
      }
    }
    return points;
  }

  /** Returns the PDs at which a grade or a test changes, with their neighbours, rising. */
  List<Double> pds() {
    TreeSet<Double> all = new TreeSet<>(known(ConditionScope.PD));
    for (MasterScale.Grade grade : grades.grades()) {
      all.addAll(List.of(Math.nextDown(grade.pdBelow()), grade.pdBelow()));
    }
    all.removeIf(pd -> !(pd > 0 && pd < 1));
    all.add(1e-4);
    return List.copyOf(all);
  }

  double gradeOf(double pd) {
    return grades.gradeOf(pd);
  }

  private int levels(String name) {
    if (name.equals(ConditionScope.GRADE)) {
      return grades.size();
    }
    if (!schema.has(name)) {
      return 0;
    }
    Field field = schema.field(name);
    return field.kind() == FieldKind.CATEGORY ? field.rules().levels().size() : 0;
  }

  private static Range everything() {
    return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
