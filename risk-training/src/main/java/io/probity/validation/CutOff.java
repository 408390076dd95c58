package io.probity.validation;

import io.probity.input.DecimalText;
import io.probity.model.MasterScale;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import java.util.List;

/** Where a decision is made: everybody on the safe side is approved. */
public sealed interface CutOff {

  /**
   * Approves a PD below a bound.
   *
   * @param bound the lowest PD that is rejected, in (0, 1]
   */
  record PdBelow(double bound) implements CutOff {

    /** Checks the bound. */
    public PdBelow {
      if (!(bound > 0 && bound <= 1)) {
        throw new IllegalArgumentException("a PD cut-off must be in (0, 1], not " + bound);
      }
    }

    @Override
    public boolean approves(RiskModel model, Scorer scorer) {
      return scorer.pd() < bound;
    }

    @Override
    public String label() {
      return "PD below " + DecimalText.of(bound);
    }

    @Override
    public boolean[] approvals(ScoredSample sample) {
      boolean[] approved = new boolean[sample.rows()];
      for (int row = 0; row < approved.length; row++) {
        approved[row] = sample.pd(row) < bound;
      }
      return approved;
    }
  }

  /**
   * Approves a whole-number score of at least a bound.
   *
   * @param bound the lowest score that is approved
   */
  record ScoreFrom(int bound) implements CutOff {

    @Override
    public boolean approves(RiskModel model, Scorer scorer) {
      return scorer.score() >= bound;
    }

    @Override
    public String label() {
      return "score at least " + bound;
    }

    @Override
    public boolean[] approvals(ScoredSample sample) {
      boolean[] approved = new boolean[sample.rows()];
      for (int row = 0; row < approved.length; row++) {
        approved[row] = sample.score(row) >= bound;
      }
      return approved;
    }
  }

  /**
   * Approves a grade and all safer ones.
   *
   * @param grade the riskiest grade that is approved
   */
  record GradeUpTo(String grade) implements CutOff {

    @Override
    public boolean approves(RiskModel model, Scorer scorer) {
      List<String> names =
          model.grades().grades().stream().map(MasterScale.Grade::name).toList();
      int last = names.indexOf(grade);
      if (last < 0) {
        throw new IllegalArgumentException(
            "the model has no grade \"" + grade + "\"; its grades are " + names);
      }
      return scorer.grade() <= last;
    }

    @Override
    public String label() {
      return "grade " + grade + " or safer";
    }

    @Override
    public boolean[] approvals(ScoredSample sample) {
      Groups grades = sample.grades();
      int last = grades.codeOf(grade);
      boolean[] approved = new boolean[sample.rows()];
      for (int row = 0; row < approved.length; row++) {
        approved[row] = grades.code(row) <= last;
      }
      return approved;
    }
  }

  /** Returns the cut-off in words. */
  String label();

  /**
   * Returns whether each record is approved.
   *
   * @throws IllegalArgumentException if the sample has no scores or grades, or no such grade
   */
  boolean[] approvals(ScoredSample sample);

  /**
   * Returns whether one record is approved.
   *
   * @param scorer of the model, which has evaluated the record
   * @throws IllegalArgumentException if the model has no such grade
   */
  boolean approves(RiskModel model, Scorer scorer);

  /**
   * Reads a cut-off: {@code pd=0.1}, {@code score=560} or {@code grade=C}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static CutOff parse(String text) {
    int sign = text.indexOf('=');
    String value = text.substring(sign + 1).strip();
    try {
      return switch (text.substring(0, Math.max(0, sign)).strip()) {
        case "pd" -> new PdBelow(Double.parseDouble(value));
        case "score" -> new ScoreFrom(Integer.parseInt(value));
        case "grade" -> new GradeUpTo(value);
        default -> throw new NumberFormatException(text);
      };
    } catch (NumberFormatException unreadable) {
      throw new IllegalArgumentException(
          "a cut-off is written pd=0.1, score=560 or grade=C, not \"" + text + "\"", unreadable);
    }
  }
}
