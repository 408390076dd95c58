package io.probity.decision;

import java.util.List;

/**
 * Which grades and scores are approved, referred and declined.
 *
 * @param byGrade the outcome of each grade, the safest first: {@code APPROVE}, {@code REFER} or {@code
 *     DECLINE}, never better for a riskier grade
 * @param byScore further cut-offs on the score, bounds rising
 */
public record CutOffs(List<Outcome> byGrade, List<ScoreCutOff> byScore) {

  /** Checks that a riskier grade or a lower score never has a better outcome. */
  public CutOffs {
    byGrade = List.copyOf(byGrade);
    byScore = List.copyOf(byScore);
    if (byGrade.isEmpty()) {
      throw new IllegalArgumentException("the cut-offs need an outcome for each grade");
    }
    for (int i = 1; i < byGrade.size(); i++) {
      if (byGrade.get(i).compareTo(byGrade.get(i - 1)) < 0) {
        throw new IllegalArgumentException(
            "a riskier grade must not have a better outcome, but they are " + byGrade);
      }
    }
    for (int i = 1; i < byScore.size(); i++) {
      if (byScore.get(i).below() <= byScore.get(i - 1).below()
          || byScore.get(i).outcome().compareTo(byScore.get(i - 1).outcome()) > 0) {
        throw new IllegalArgumentException(
            "score cut-offs must rise and lower scores must not do better, but they are "
                + byScore);
      }
    }
  }

  /**
   * The outcome of scores below a bound.
   *
   * @param below the bound, excluded
   * @param outcome {@code REFER} or {@code DECLINE}
   */
  public record ScoreCutOff(int below, Outcome outcome) {}

  /** Returns the riskiest grade that is approved, or -1 where none is. */
  int riskiestApproved() {
    return byGrade.lastIndexOf(Outcome.APPROVE);
  }

  /** Returns the outcome of an applicant by grade and score. */
  public Outcome of(int grade, int score) {
    Outcome outcome = byGrade.get(grade);
    for (int i = 0; i < byScore.size(); i++) { // without an iterator: every decision comes here
      if (score < byScore.get(i).below()) {
        return outcome.worse(byScore.get(i).outcome());
      }
    }
    return outcome;
  }
}
