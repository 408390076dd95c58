package io.probity.model;

import java.util.Arrays;

/**
 * A synthetic applicant and how the model scored it when it was written. Never a real person: the
 * cells are made of the model's own cuts, levels and special codes.
 */
final class VerificationRow {

  private final double[] x;
  private final double badLogOdds;
  private final double pd;
  private final int score;
  private final String grade;

  VerificationRow(double[] x, double badLogOdds, double pd, int score, String grade) {
    this.x = x;
    this.badLogOdds = badLogOdds;
    this.pd = pd;
    this.score = score;
    this.grade = grade;
  }

  double[] x() {
    return x;
  }

  double badLogOdds() {
    return badLogOdds;
  }

  double pd() {
    return pd;
  }

  int score() {
    return score;
  }

  String grade() {
    return grade;
  }

  boolean scoresLike(VerificationRow other) {
    return Double.compare(badLogOdds, other.badLogOdds) == 0
        && Double.compare(pd, other.pd) == 0
        && score == other.score
        && grade.equals(other.grade);
  }

  @Override
  public String toString() {
    return Arrays.toString(x)
        + " -> log-odds "
        + badLogOdds
        + ", PD "
        + pd
        + ", score "
        + score
        + ", grade "
        + grade;
  }
}
