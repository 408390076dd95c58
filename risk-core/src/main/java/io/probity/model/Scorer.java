package io.probity.model;

import java.util.Arrays;

/**
 * Scores one applicant after another, for one thread: call {@link #evaluate} and then read PD, score,
 * grade and the features that cost most. The results stand until the next call. Features are ranked when
 * they are first asked for, so that a score alone pays for no reasons. Allocates nothing, except that
 * the contributions of boosted trees do.
 *
 * <p>A feature costs points where it brings more to the log-odds of bad than it does in the reference
 * population. Features are ranked by the points lost, and on a tie by their order in the model.
 */
public final class Scorer {

  /** The most features that are named. */
  public static final int MOST_REASONS = 4;

  private static final int SIGN = 63;

  private final CompiledPredictor predictor;
  private final Calibration calibration;
  private final double[] gradeEnds;
  private final double pointsPerLogOdds;
  private final double[] reference;
  private final Margin margin;
  private final int[] reasonFeatures = new int[MOST_REASONS];
  private final double[] reasonPoints = new double[MOST_REASONS];
  private double pd;
  private int grade;
  private int reasons;
  private boolean hasContributions;
  private boolean isRanked;

  Scorer(RiskModel model) {
    this.predictor = model.compiled();
    this.calibration = model.calibration();
    this.gradeEnds = model.grades().ends();
    this.pointsPerLogOdds = model.pointsPerLogOdds();
    this.reference = model.reference().features().stream()
        .mapToDouble(Reference.FeatureReference::meanContribution)
        .toArray();
    this.margin = predictor.newMargin();
  }

  /**
   * Scores an applicant.
   *
   * @param x the cells of the model's features; more cells behind them are ignored
   */
  public void evaluate(double[] x) {
    predictor.predict(x, margin);
    hasContributions = false;
    isRanked = false;
    pd = calibration.pd(margin.badLogOdds);
    grade = gradeEnds.length;
    for (double end : gradeEnds) {
      // the sign of pd - end, without a branch that depends on the applicant
      grade += (int) (Double.doubleToRawLongBits(pd - end) >> SIGN);
    }
  }

  /** Returns the PD, a fraction in (0, 1). */
  public double pd() {
    return pd;
  }

  /** Returns the uncalibrated log-odds of bad. */
  public double badLogOdds() {
    return margin.badLogOdds;
  }

  /** Returns the score, a whole number of points; higher is safer. */
  public int score() {
    return margin.score;
  }

  /** Returns the position of the grade; 0 is the safest. */
  public int grade() {
    return grade;
  }

  /** Returns how many features cost points, at most {@value #MOST_REASONS}. */
  public int reasonCount() {
    rank();
    return reasons;
  }

  /**
   * Returns the feature that cost the most points, or the next most.
   *
   * @param i 0 for the most, below {@link #reasonCount}
   * @return its position in the model's features
   */
  public int reasonFeature(int i) {
    rank();
    return reasonFeatures[i];
  }

  /** Returns the points that the i-th reason cost against the reference, above 0. */
  public double reasonPoints(int i) {
    rank();
    return reasonPoints[i];
  }

  /** Returns what a feature, by its position in the model, brings to the log-odds of bad. */
  public double contribution(int feature) {
    contribute();
    return margin.contributions[feature];
  }

  private void contribute() {
    if (!hasContributions) {
      predictor.contribute(margin);
      hasContributions = true;
    }
  }

  private void rank() {
    if (isRanked) {
      return;
    }
    contribute();
    isRanked = true;
    double[] contributions = margin.contributions;
    Arrays.fill(reasonPoints, 0.0);
    int found = 0;
    double least = 0;
    for (int feature = 0; feature < contributions.length; feature++) {
      double lost = pointsPerLogOdds * (contributions[feature] - reference[feature]);
      if (lost > least) {
        found++;
        least = insert(feature, lost);
      }
    }
    reasons = Math.min(found, MOST_REASONS);
  }

  /** Ranks a feature that cost more than the last one does, and returns what the last one then costs. */
  private double insert(int feature, double lost) {
    int place = MOST_REASONS - 1;
    while (place > 0 && lost > reasonPoints[place - 1]) {
      reasonFeatures[place] = reasonFeatures[place - 1];
      reasonPoints[place] = reasonPoints[place - 1];
      place--;
    }
    reasonFeatures[place] = feature;
    reasonPoints[place] = lost;
    return reasonPoints[MOST_REASONS - 1];
  }
}
