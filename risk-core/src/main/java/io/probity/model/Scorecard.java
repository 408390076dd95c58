package io.probity.model;

import io.probity.binning.Binning;
import java.util.List;

/**
 * A logistic regression on the WOE of binned features: log-odds of bad = intercept + sum of coefficient
 * x WOE. A right-signed coefficient is negative. Each bin has whole points that add up to the score.
 */
public final class Scorecard implements Predictor {

  /** The name of this family. */
  public static final String FAMILY = "scorecard";

  private final double intercept;
  private final List<Term> terms;
  private final List<String> features;

  private Scorecard(double intercept, List<Term> terms) {
    this.intercept = intercept;
    this.terms = List.copyOf(terms);
    this.features = this.terms.stream().map(term -> term.binning().feature()).toList();
  }

  /**
   * Returns a scorecard.
   *
   * @param intercept the log-odds of bad where every WOE is 0
   * @param terms the features, at least one, no feature twice
   */
  public static Scorecard of(double intercept, List<Term> terms) {
    if (!Double.isFinite(intercept)) {
      throw new IllegalArgumentException("the intercept must be finite, not " + intercept);
    }
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a scorecard needs at least one feature");
    }
    Scorecard scorecard = new Scorecard(intercept, terms);
    if (scorecard.features.stream().distinct().count() < terms.size()) {
      throw new IllegalArgumentException("a feature stands twice in " + scorecard.features);
    }
    return scorecard;
  }

  /**
   * One feature of a scorecard.
   *
   * @param binning its bins
   * @param coefficient the coefficient of its WOE
   * @param standardError the standard error of the coefficient; 0 where it was not estimated
   * @param points the points of each bin, in the order of the binning
   */
  public record Term(
      Binning binning, double coefficient, double standardError, List<Integer> points) {

    /** Checks that the numbers are finite and every bin has points. */
    public Term {
      points = List.copyOf(points);
      if (!Double.isFinite(coefficient) || !(standardError >= 0 && standardError < 1e300)) {
        throw new IllegalArgumentException("the coefficient of "
            + binning.feature()
            + " must be finite and its error at least 0, not "
            + coefficient
            + " and "
            + standardError);
      }
      if (points.size() != binning.bins()) {
        throw new IllegalArgumentException(
            binning.feature() + " has " + binning.bins() + " bins, not " + points.size());
      }
    }

    /** Returns what a bin brings to the log-odds of bad. */
    public double contribution(int bin) {
      return coefficient * binning.woe(bin);
    }
  }

  /** Returns the log-odds of bad where every WOE is 0. */
  public double intercept() {
    return intercept;
  }

  /** Returns the features with their bins, coefficients and points. */
  public List<Term> terms() {
    return terms;
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
      Term term = terms.get(i);
      logOdds += term.contribution(term.binning().binOf(x[i]));
    }
    return logOdds;
  }

  @Override
  public void contributions(double[] x, double[] out) {
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      out[i] = term.contribution(term.binning().binOf(x[i]));
    }
  }

  @Override
  public int score(double[] x, ScoreScale scale) {
    int score = 0;
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      score += term.points().get(term.binning().binOf(x[i]));
    }
    return score;
  }

  @Override
  public double[] probes(int feature) {
    return BinProbes.of(terms.get(feature).binning());
  }
}
