package io.probity.model;

/**
 * How log-odds become points: score = offset + factor ln(good:bad odds), where factor =
 * pointsToDoubleOdds / ln 2 and offset = basePoints - factor ln(baseOdds).
 *
 * @param basePoints the score at the base odds
 * @param baseOdds the good:bad odds at the base score, above 0
 * @param pointsToDoubleOdds the points that double the odds (PDO), above 0
 */
public record ScoreScale(double basePoints, double baseOdds, double pointsToDoubleOdds) {

  /** 600 points at 50:1, 20 points double the odds. */
  public static final ScoreScale DEFAULT = new ScoreScale(600, 50, 20);

  /** Checks that the scale is finite and rises with safety. */
  public ScoreScale {
    if (!(StrictMath.abs(basePoints) <= 1e6)
        || !(baseOdds > 0 && baseOdds <= 1e9)
        || !(pointsToDoubleOdds > 0 && pointsToDoubleOdds <= 1e5)) {
      throw new IllegalArgumentException(
          "a score scale needs finite points, odds above 0 and points to double them above 0, not "
              + basePoints
              + ", "
              + baseOdds
              + ", "
              + pointsToDoubleOdds);
    }
  }

  /** Returns the points of one unit of log-odds. */
  public double factor() {
    return pointsToDoubleOdds / StrictMath.log(2.0);
  }

  /** Returns the score at odds of 1:1. */
  public double offset() {
    return basePoints - factor() * StrictMath.log(baseOdds);
  }

  /** Returns the unrounded score of the log-odds of bad. */
  public double score(double badLogOdds) {
    return offset() - factor() * badLogOdds;
  }

  /** Returns the log-odds of bad that an unrounded score stands for. */
  public double badLogOdds(double score) {
    return (offset() - score) / factor();
  }

  /** Returns points as a whole number; halves go away from zero. */
  public int rounded(double points) {
    return (int) (points < 0 ? -Math.round(-points) : Math.round(points));
  }
}
