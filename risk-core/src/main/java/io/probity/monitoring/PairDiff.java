package io.probity.monitoring;

import io.probity.binning.Binning;
import io.probity.model.AdditiveModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the pairs of two additive models say differently. A pair is the same one whichever of its
 * features stands first. Cells are compared over the finest division that either table makes.
 */
final class PairDiff {

  private PairDiff() {}

  static void compare(AdditiveModel first, AdditiveModel second, Differences differences) {
    Map<Set<String>, Table> before = tables(first);
    Map<Set<String>, Table> after = tables(second);
    Set<Set<String>> pairs = new LinkedHashSet<>(before.keySet());
    pairs.addAll(after.keySet());
    for (Set<String> features : pairs) {
      Table one = before.get(features);
      Table two = after.get(features);
      String place = "pair " + String.join(" and ", features);
      if (one != null && two != null && one.isOfTheKinds(two.like(one))) {
        cells(place, one, two.like(one), differences);
      } else {
        differences.add(
            place,
            one == null ? Differences.NOTHING : one.words(),
            two == null ? Differences.NOTHING : two.words());
      }
    }
  }

  private static Map<Set<String>, Table> tables(AdditiveModel model) {
    Map<Set<String>, Table> tables = new LinkedHashMap<>();
    for (AdditiveModel.Pair pair : model.pairs()) {
      Table table = new Table(
          model.terms().get(pair.first()).binning(),
          model.terms().get(pair.second()).binning(),
          pair.rowOf(),
          pair.columnOf(),
          pair,
          false);
      tables.put(
          new LinkedHashSet<>(List.of(table.rows.feature(), table.columns.feature())), table);
    }
    return tables;
  }

  private static void cells(String place, Table one, Table two, Differences differences) {
    AxisDiff rows = new AxisDiff(one.rows, one.rowOf, two.rows, two.rowOf);
    AxisDiff columns = new AxisDiff(one.columns, one.columnOf, two.columns, two.columnOf);
    for (AxisDiff axis : List.of(rows, columns)) {
      String feature = (axis == rows ? one.rows : one.columns).feature();
      differences.compareSets(
          place + ", edges of " + feature,
          axis.firstEdges(),
          axis.secondEdges(),
          Differences::number);
    }
    effects(place, one, two, List.of(rows.parts(), columns.parts()), differences);
  }

  private static void effects(
      String place,
      Table one,
      Table two,
      List<List<AxisDiff.Part>> parts,
      Differences differences) {
    int others = 0;
    double widest = 0;
    String where = "";
    String[] said = {"", ""};
    for (AxisDiff.Part row : parts.get(0)) {
      for (AxisDiff.Part column : parts.get(1)) {
        double first = one.effect(row.first(), column.first());
        double second = two.effect(row.second(), column.second());
        others += first == second ? 0 : 1;
        if (Math.abs(first - second) > widest) {
          widest = Math.abs(first - second);
          where = one.rows.feature() + " " + row.label() + " and " + one.columns.feature() + " "
              + column.label();
          said[0] = "log-odds " + Differences.number(first);
          said[1] = "log-odds " + Differences.number(second);
        }
      }
    }
    if (others > 0) {
      int cells = parts.get(0).size() * parts.get(1).size();
      differences.add(
          place + ", " + others + " of " + cells + " cells differ, most at " + where,
          said[0],
          said[1]);
    }
  }

  /** The table of a pair; turned where the other model names its features the other way round. */
  private record Table(
      Binning rows,
      Binning columns,
      List<Integer> rowOf,
      List<Integer> columnOf,
      AdditiveModel.Pair pair,
      boolean isTurned) {

    Table like(Table other) {
      return rows.feature().equals(other.rows.feature())
          ? this
          : new Table(
              /* rows= */ columns,
              /* columns= */ rows,
              /* rowOf= */ columnOf,
              /* columnOf= */ rowOf,
              pair,
              !isTurned);
    }

    boolean isOfTheKinds(Table other) {
      return rows.field().kind() == other.rows.field().kind()
          && columns.field().kind() == other.columns.field().kind();
    }

    double effect(int row, int column) {
      return isTurned
          ? pair.effects().get(column).get(row)
          : pair.effects().get(row).get(column);
    }

    String words() {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (List<Double> row : pair.effects()) {
        for (double effect : row) {
          least = Math.min(least, effect);
          most = Math.max(most, effect);
        }
      }
      return pair.effects().size() + " x " + pair.effects().get(0).size()
          + " cells, log-odds from " + Differences.number(least) + " to "
          + Differences.number(most);
    }
  }
}
