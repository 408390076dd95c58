package io.probity.model;

/**
 * Scores one applicant after another, for one thread: call {@link #evaluate} and then read PD, score,
 * grade and the features that cost most. The results stand until the next call.
 *
 * <p>A feature costs points where it brings more to the log-odds of bad than it does in the reference
 * population. Features are ranked by the points lost, and on a tie by their order in the model.
 */
public final class Scorer {

  /** The most features that are named. */
  public static final int MOST_REASONS = 4;

  private final Predictor predictor;
  private final Calibration calibration;
  private final ScoreScale scale;
  private final MasterScale grades;
  private final double pointsPerLogOdds;
  private final double[] reference;
  private final double[] contributions;
  private final int[] reasonFeatures = new int[MOST_REASONS];
  private final double[] reasonPoints = new double[MOST_REASONS];
  private double badLogOdds;
  private double pd;
  private int score;
  private int grade;
  private int reasons;

  Scorer(RiskModel model) {
    this(
        model,
        model.reference().features().stream()
            .mapToDouble(Reference.FeatureReference::meanContribution)
            .toArray());
  }

  Scorer(RiskModel model, double[] reference) {
    this.predictor = model.predictor();
    this.calibration = model.calibration();
    this.scale = model.scale();
    this.grades = model.grades();
    this.pointsPerLogOdds = model.scale().factor() * slope(model.calibration());
    this.reference = reference;
    this.contributions = new double[reference.length];
  }

  /**
   * Scores an applicant.
   *
   * @param x the cells of the model's features; more cells behind them are ignored
   */
  public void evaluate(double[] x) {
    badLogOdds = predictor.badLogOdds(x);
    pd = calibration.pd(badLogOdds);
    score = predictor.score(x, scale);
    grade = grades.gradeOf(pd);
    predictor.contributions(x, contributions);
    rank();
  }

  /** Returns the PD, a fraction in (0, 1). */
  public double pd() {
    return pd;
  }

  /** Returns the uncalibrated log-odds of bad. */
  public double badLogOdds() {
    return badLogOdds;
  }

  /** Returns the score, a whole number of points; higher is safer. */
  public int score() {
    return score;
  }

  /** Returns the position of the grade; 0 is the safest. */
  public int grade() {
    return grade;
  }

  /** Returns how many features cost points, at most {@value #MOST_REASONS}. */
  public int reasonCount() {
    return reasons;
  }

  /**
   * Returns the feature that cost the most points, or the next most.
   *
   * @param i 0 for the most, below {@link #reasonCount}
   * @return its position in the model's features
   */
  public int reasonFeature(int i) {
    return reasonFeatures[i];
  }

  /** Returns the points that the i-th reason cost against the reference, above 0. */
  public double reasonPoints(int i) {
    return reasonPoints[i];
  }

  private void rank() {
    reasons = 0;
    for (int feature = 0; feature < contributions.length; feature++) {
      double lost = pointsPerLogOdds * (contributions[feature] - reference[feature]);
      if (!(lost > 0)) {
        continue;
      }
      int place = reasons;
      while (place > 0 && lost > reasonPoints[place - 1]) {
        place--;
      }
      if (place == MOST_REASONS) {
        continue;
      }
      for (int i = Math.min(reasons, MOST_REASONS - 1); i > place; i--) {
        reasonFeatures[i] = reasonFeatures[i - 1];
        reasonPoints[i] = reasonPoints[i - 1];
      }
      reasonFeatures[place] = feature;
      reasonPoints[place] = lost;
      reasons = Math.min(reasons + 1, MOST_REASONS);
    }
  }

  private static double slope(Calibration calibration) {
    return calibration.curve() instanceof CalibrationCurve.Platt platt ? platt.slope() : 1.0;
  }
}
