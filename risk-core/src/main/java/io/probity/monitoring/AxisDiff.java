package io.probity.monitoring;

import io.probity.binning.Bin;
import io.probity.binning.Binning;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.SpecialCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One feature in two models, of the same kind in both: the values divided so finely that each part
 * stands in one place of either, a bin, or a row or column of the table of a pair.
 */
final class AxisDiff {

  private final Binning first;
  private final Binning second;
  private final List<Integer> firstPlaces;
  private final List<Integer> secondPlaces;

  AxisDiff(Binning first, List<Integer> firstPlaces, Binning second, List<Integer> secondPlaces) {
    this.first = first;
    this.second = second;
    this.firstPlaces = firstPlaces;
    this.secondPlaces = secondPlaces;
  }

  /**
   * A part of the values.
   *
   * @param label in words
   * @param first its row (or column) in the first table
   * @param second its row (or column) in the second table
   */
  record Part(String label, int first, int second) {}

  /** Returns the parts: intervals or groups of levels, missing, and each special code. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>(isCategory() ? levels() : numbers());
    parts.add(part("missing", Double.NaN, Double.NaN));
    Set<String> specials = new LinkedHashSet<>();
    for (Field field : List.of(first.field(), second.field())) {
      field.rules().specials().forEach(special -> specials.add(special.name()));
    }
    specials.forEach(name -> parts.add(part(name, special(first, name), special(second, name))));
    return parts;
  }

  /** Returns where the first table begins a new row (or column). */
  Set<Double> firstEdges() {
    return edges(first, firstPlaces);
  }

  /** Returns where the second table begins a new row (or column). */
  Set<Double> secondEdges() {
    return edges(second, secondPlaces);
  }

  private boolean isCategory() {
    return first.field().kind() == FieldKind.CATEGORY;
  }

  private List<Part> numbers() {
    TreeSet<Double> edges = new TreeSet<>(firstEdges());
    edges.addAll(secondEdges());
    return intervals(List.copyOf(edges)).stream()
        .map(interval -> {
          double inside = interval.low() == Double.NEGATIVE_INFINITY
              ? edges.isEmpty() ? 0.0 : Math.nextDown(edges.first())
              : interval.low();
          return part(interval.label(), inside, inside);
        })
        .toList();
  }

  /** Returns the intervals between cuts. */
  static List<Bin.Interval> intervals(List<Double> cuts) {
    List<Bin.Interval> intervals = new ArrayList<>();
    double low = Double.NEGATIVE_INFINITY;
    for (double cut : cuts) {
      intervals.add(new Bin.Interval(low, cut));
      low = cut;
    }
    intervals.add(new Bin.Interval(low, Double.POSITIVE_INFINITY));
    return intervals;
  }

  /** Returns the levels that stand together in both tables, and last those that neither knows. */
  private List<Part> levels() {
    Set<String> names = new LinkedHashSet<>(first.field().rules().levels());
    names.addAll(second.field().rules().levels());
    Map<List<Integer>, List<String>> together = new LinkedHashMap<>();
    for (String name : names) {
      Part part = part(name, level(first, name), level(second, name));
      together
          .computeIfAbsent(List.of(part.first(), part.second()), places -> new ArrayList<>())
          .add(name);
    }
    List<Part> parts = new ArrayList<>();
    together.forEach((places, members) ->
        parts.add(new Part(new Bin.Group(members).label(), places.get(0), places.get(1))));
    parts.add(part("unseen levels", -1, -1));
    return parts;
  }

  private Part part(String label, double firstCell, double secondCell) {
    return new Part(
        label, firstPlaces.get(first.binOf(firstCell)), secondPlaces.get(second.binOf(secondCell)));
  }

  private static double level(Binning binning, String name) {
    return binning.field().rules().levels().indexOf(name); // -1, no level, is unseen
  }

  private static double special(Binning binning, String name) {
    return binning.field().special(name).map(SpecialCode::cell).orElse(Double.NaN);
  }

  private static Set<Double> edges(Binning binning, List<Integer> places) {
    Set<Double> edges = new TreeSet<>();
    double[] cuts = binning.cuts();
    for (int bin = 0; bin < cuts.length; bin++) {
      if (!places.get(bin).equals(places.get(bin + 1))) {
        edges.add(cuts[bin]);
      }
    }
    return edges;
  }
}
