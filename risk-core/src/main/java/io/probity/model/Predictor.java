package io.probity.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a trainer learned: from the cells of an applicant to the log-odds of bad. Immutable and safe
 * for use by several threads.
 *
 * <p>The cells are those of {@link #features}, in that order (see {@link
 * io.probity.schema.SpecialValues}).
 */
public interface Predictor {

  /** Returns the name of the model family, such as {@code scorecard}. */
  String family();

  /** Returns the names of the features, in the order of the cells. */
  List<String> features();

  /** Returns the uncalibrated log-odds of bad, ln(P(bad) / P(good)); finite. */
  double badLogOdds(double[] x);

  /** Returns the part of the log-odds that no feature brings. */
  double base();

  /**
   * Writes what each feature brings to the log-odds of bad, in the order of {@link #features}. Their
   * sum and {@link #base} are the log-odds, up to rounding in the last digits.
   *
   * @param out at least as long as there are features
   */
  void contributions(double[] x, double[] out);

  /**
   * Returns the score: a whole number of points, higher for safer applicants.
   *
   * @param scale the scale on which the points were made
   */
  default int score(double[] x, ScoreScale scale) {
    return scale.rounded(scale.score(badLogOdds(x)));
  }

  /**
   * Returns cells of a feature at and beside which the prediction changes: cuts and the doubles just
   * below them, levels, special codes, missing. The rows that verify a stored model are made of them.
   *
   * @param feature its position in {@link #features}
   */
  double[] probes(int feature);

  /**
   * Returns the numbers from which on the prediction may be another than for the double just below,
   * rising: between two of them nothing changes. Empty for a category.
   *
   * @param feature its position in {@link #features}
   */
  default double[] breaks(int feature) {
    double[] rising =
        Arrays.stream(probes(feature)).filter(Double::isFinite).sorted().toArray();
    return Arrays.stream(rising)
        .filter(at -> Arrays.binarySearch(rising, Math.nextDown(at)) >= 0)
        .distinct()
        .toArray();
  }

  /** Returns whether a number changes the prediction at its {@link #breaks} only. */
  default boolean isStepwise() {
    return true;
  }
}
