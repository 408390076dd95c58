package io.probity.model;

import io.probity.binning.Binning;
import java.util.List;

/**
 * A sum of step functions: log-odds of bad = intercept + one effect for the bin of every feature + one
 * effect for the cell of every pair. Each bin has whole points that add up to the score. Immutable.
 *
 * <p>A pair is split half and half between its two features, so that contributions of features add up:
 * {@link #badLogOdds} is the intercept and the contributions, added in the order of the features, to the
 * last bit.
 */
public final class AdditiveModel implements Predictor {

  /** The name of this family. */
  public static final String FAMILY = "additive";

  private final double intercept;
  private final List<Term> terms;
  private final List<Pair> pairs;
  private final List<String> features;
  private final AdditiveCells cells;

  private AdditiveModel(double intercept, List<Term> terms, List<Pair> pairs) {
    this.intercept = intercept;
    this.terms = List.copyOf(terms);
    this.pairs = List.copyOf(pairs);
    this.features = this.terms.stream().map(term -> term.binning().feature()).toList();
    this.cells = new AdditiveCells(this.terms, this.pairs);
  }

  /**
   * Returns an additive model.
   *
   * @param intercept the log-odds of bad where every effect is 0
   * @param terms the features, at least one, no feature twice
   * @param pairs the pairs of features, none twice
   */
  public static AdditiveModel of(double intercept, List<Term> terms, List<Pair> pairs) {
    if (!Double.isFinite(intercept)) {
      throw new IllegalArgumentException("the intercept must be finite, not " + intercept);
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("an additive model needs at least one feature");
    }
    List<String> names = terms.stream().map(term -> term.binning().feature()).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("a feature stands twice in " + names);
    }
    for (Pair pair : pairs) {
      pair.check(terms);
    }
    if (pairs.stream()
            .map(pair -> List.of(pair.first(), pair.second()))
            .distinct()
            .count()
        < pairs.size()) {
      throw new IllegalArgumentException("a pair of features stands twice");
    }
    return new AdditiveModel(intercept, terms, pairs);
  }

  /**
   * One feature of an additive model.
   *
   * @param binning its bins
   * @param effects what each bin brings to the log-odds of bad, in the order of the binning
   * @param low the lowest effect of each bin between the bags that the effect is the mean of
   * @param high the highest one; low and high are a stability range, no confidence interval
   * @param points the points of each bin
   */
  public record Term(
      Binning binning,
      List<Double> effects,
      List<Double> low,
      List<Double> high,
      List<Integer> points) {

    /** Checks that every bin has finite effects in their range, and points. */
    public Term {
      effects = List.copyOf(effects);
      low = List.copyOf(low);
      high = List.copyOf(high);
      points = List.copyOf(points);
      int bins = binning.bins();
      if (effects.size() != bins
          || low.size() != bins
          || high.size() != bins
          || points.size() != bins) {
        throw new IllegalArgumentException(binning.feature()
            + " has "
            + bins
            + " bins, but "
            + effects.size()
            + " effects, "
            + low.size()
            + " and "
            + high.size()
            + " ends of ranges and "
            + points.size()
            + " points");
      }
      for (int bin = 0; bin < bins; bin++) {
        double effect = effects.get(bin);
        if (!(Double.isFinite(effect)
            && Double.isFinite(low.get(bin))
            && Double.isFinite(high.get(bin))
            && low.get(bin) <= effect
            && effect <= high.get(bin))) {
          throw new IllegalArgumentException("bin "
              + bin
              + " of "
              + binning.feature()
              + " needs finite low <= effect <= high, not "
              + low.get(bin)
              + ", "
              + effect
              + ", "
              + high.get(bin));
        }
      }
    }
  }

  /**
   * A table over two features. The bins of each are joined to rows and columns.
   *
   * @param first the position of the first feature in the model
   * @param second the position of the second feature, above the first
   * @param rowOf the row of each bin of the first feature
   * @param columnOf the column of each bin of the second feature
   * @param effects what each cell brings to the log-odds of bad, by row, then column
   * @param points the points of each cell, in the same order
   */
  public record Pair(
      int first,
      int second,
      List<Integer> rowOf,
      List<Integer> columnOf,
      List<List<Double>> effects,
      List<List<Integer>> points) {

    /** Checks that the table is a rectangle of finite effects that the bins cover. */
    public Pair {
      rowOf = List.copyOf(rowOf);
      columnOf = List.copyOf(columnOf);
      effects = effects.stream().map(List::copyOf).toList();
      points = points.stream().map(List::copyOf).toList();
      if (!(0 <= first && first < second)) {
        throw new IllegalArgumentException(
            "a pair needs two features in the order of the model, not " + first + " and " + second);
      }
      int columns = effects.isEmpty() ? 0 : effects.get(0).size();
      for (List<Double> row : effects) {
        if (row.size() != columns || !row.stream().allMatch(Double::isFinite)) {
          throw new IllegalArgumentException(
              "the table of a pair needs rows of equal length with finite effects, not " + row);
        }
      }
      if (points.size() != effects.size()
          || points.stream().anyMatch(row -> row.size() != columns)) {
        throw new IllegalArgumentException("each cell of a pair needs points, not " + points);
      }
      requireCovered("row", rowOf, effects.size());
      requireCovered("column", columnOf, columns);
    }

    private static void requireCovered(String what, List<Integer> placeOf, int places) {
      List<Integer> used = placeOf.stream().distinct().sorted().toList();
      if (used.size() != places || used.get(0) != 0 || used.get(places - 1) != places - 1) {
        throw new IllegalArgumentException("the bins of a pair must cover its "
            + places
            + " "
            + what
            + "s, each at least once, not "
            + used);
      }
    }

    private void check(List<Term> terms) {
      if (second >= terms.size()) {
        throw new IllegalArgumentException(
            "a pair names the feature " + second + " of " + terms.size());
      }
      if (terms.get(first).binning().bins() != rowOf.size()
          || terms.get(second).binning().bins() != columnOf.size()) {
        throw new IllegalArgumentException("the pair of "
            + terms.get(first).binning().feature()
            + " and "
            + terms.get(second).binning().feature()
            + " must place each of their bins");
      }
    }
  }

  /** Returns the log-odds of bad where every effect is 0. */
  public double intercept() {
    return intercept;
  }

  /** Returns the features with their bins, effects and points. */
  public List<Term> terms() {
    return terms;
  }

  /** Returns the pairs of features. */
  public List<Pair> pairs() {
    return pairs;
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public List<String> features() {
    return features;
  }

  @Override
  public double base() {
    return intercept;
  }

  @Override
  public double badLogOdds(double[] x) {
    double logOdds = intercept;
    for (int i = 0; i < terms.size(); i++) {
      logOdds += cells.contribution(i, x);
    }
    return logOdds;
  }

  @Override
  public void contributions(double[] x, double[] out) {
    for (int i = 0; i < terms.size(); i++) {
      out[i] = cells.contribution(i, x);
    }
  }

  @Override
  public int score(double[] x, ScoreScale scale) {
    return cells.score(x);
  }

  /**
   * Returns this model with the points of its bins and cells made anew: each bin carries an even share
   * of the intercept and of the scale's offset, a cell of a pair carries none.
   */
  public AdditiveModel withPoints(ScorecardPoints made) {
    List<Term> pointed = terms.stream()
        .map(term -> new Term(
            term.binning(),
            term.effects(),
            term.low(),
            term.high(),
            term.effects().stream().map(made::whole).toList()))
        .toList();
    List<Pair> pointedPairs = pairs.stream()
        .map(pair -> new Pair(
            pair.first(),
            pair.second(),
            pair.rowOf(),
            pair.columnOf(),
            pair.effects(),
            pair.effects().stream()
                .map(row -> row.stream().map(made::wholeDifference).toList())
                .toList()))
        .toList();
    return new AdditiveModel(intercept, pointed, pointedPairs);
  }

  /** Returns cells on both sides of each cut, all levels, missing and all special codes. */
  @Override
  public double[] probes(int feature) {
    return BinProbes.of(terms.get(feature).binning());
  }
}
