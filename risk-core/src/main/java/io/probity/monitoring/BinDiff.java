package io.probity.monitoring;

import io.probity.binning.Binning;
import io.probity.input.DecimalText;
import io.probity.model.AdditiveModel;
import io.probity.model.Predictor;
import io.probity.model.Scorecard;
import io.probity.schema.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the bins of one feature say differently in two models. Equal bins are compared one by one; where
 * cuts or groups differ, the values are divided by those of both, and where more than a few of these
 * parts differ, only the largest change is told.
 */
final class BinDiff {

  private static final int MOST_PARTS = 12;

  private final String place;
  private final Bins first;
  private final Bins second;

  BinDiff(String place, Bins first, Bins second) {
    this.place = place;
    this.first = first;
    this.second = second;
  }

  /**
   * The bins of a feature with what each brings.
   *
   * @param binning the bins
   * @param points the points of each
   * @param logOdds what each brings to the log-odds of bad
   */
  record Bins(Binning binning, List<Integer> points, List<Double> logOdds) {

    Bins {
      points = List.copyOf(points);
      logOdds = List.copyOf(logOdds);
    }

    /** Returns the bins of a feature of a model that has bins. */
    static Optional<Bins> of(Predictor predictor, String feature) {
      if (predictor instanceof Scorecard scorecard) {
        return scorecard.terms().stream()
            .filter(term -> term.binning().feature().equals(feature))
            .findFirst()
            .map(term -> new Bins(
                term.binning(),
                term.points(),
                IntStream.range(0, term.binning().bins())
                    .mapToObj(term::contribution)
                    .toList()));
      }
      if (predictor instanceof AdditiveModel additive) {
        return additive.terms().stream()
            .filter(term -> term.binning().feature().equals(feature))
            .findFirst()
            .map(term -> new Bins(term.binning(), term.points(), term.effects()));
      }
      return Optional.empty();
    }

    String words(int bin, boolean exactly) {
      double value = logOdds.get(bin);
      return points.get(bin) + " points, log-odds "
          + (exactly ? DecimalText.of(value) : Differences.number(value));
    }

    private List<Integer> places() {
      return IntStream.range(0, binning.bins()).boxed().toList();
    }

    private boolean isCategory() {
      return binning.field().kind() == FieldKind.CATEGORY;
    }
  }

  void compare(Differences differences) {
    if (first.isCategory() != second.isCategory()) {
      differences.add(place, first.binning().bins() + " bins", second.binning().bins() + " bins");
      return;
    }
    AxisDiff axis =
        new AxisDiff(first.binning(), first.places(), second.binning(), second.places());
    if (first.isCategory()) {
      differences.compareSets(
          place + ", groups", groups(first), groups(second), group -> "{" + group + "}");
    } else {
      differences.compareSets(
          place + ", cuts", axis.firstEdges(), axis.secondEdges(), Differences::number);
    }
    List<AxisDiff.Part> parts = axis.parts();
    List<AxisDiff.Part> others = new ArrayList<>();
    for (AxisDiff.Part part : parts) {
      if (!first.words(part.first(), true).equals(second.words(part.second(), true))) {
        others.add(part);
      }
    }
    if (others.size() <= MOST_PARTS) {
      others.forEach(part -> add(", bin " + part.label(), part, differences));
    } else {
      AxisDiff.Part most = others.get(0);
      for (AxisDiff.Part part : others) {
        most = change(part) > change(most) ? part : most;
      }
      add(
          ", " + others.size() + " of " + parts.size() + " parts of the bins differ, most at "
              + most.label(),
          most,
          differences);
    }
  }

  private void add(String where, AxisDiff.Part part, Differences differences) {
    boolean isTold = !first.words(part.first(), false).equals(second.words(part.second(), false));
    differences.add(
        place + where, first.words(part.first(), !isTold), second.words(part.second(), !isTold));
  }

  private double change(AxisDiff.Part part) {
    return Math.abs(first.logOdds().get(part.first()) - second.logOdds().get(part.second()));
  }

  private static Set<String> groups(Bins bins) {
    Set<String> groups = new LinkedHashSet<>();
    bins.binning().groups().forEach(group -> groups.add(String.join(", ", group)));
    return groups;
  }
}
