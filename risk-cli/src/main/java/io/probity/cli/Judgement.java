package io.probity.cli;

import io.probity.decision.CreditEngine;
import io.probity.decision.Decision;
import io.probity.decision.DecisionWorkspace;
import io.probity.decision.Outcome;
import io.probity.explain.Reason;
import io.probity.explain.ScoreReasons;
import io.probity.feature.Workspace;
import io.probity.model.RiskModel;
import io.probity.model.Scorer;
import io.probity.monitoring.SwapSet;
import io.probity.table.Table;
import io.probity.validation.CutOff;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What is decided on one record, by a policy or by a cut-off alone.
 *
 * @param side outcome, PD and limit; without a policy no limit
 * @param score in points
 * @param grade its name
 * @param reasons the codes of the first reasons
 */
record Judgement(SwapSet.Side side, int score, String grade, List<String> reasons) {

  /** The most reasons that are told, as {@code risk score} tells them. */
  static final int REASONS = ScoreReasons.MOST + 1;

  Judgement {
    reasons = List.copyOf(reasons);
  }

  /** Returns the judgements of an engine on the records of a table, by position; for one thread. */
  static IntFunction<Judgement> by(CreditEngine engine, Table table) {
    Workspace workspace = engine.extractor().newWorkspace();
    DecisionWorkspace space = engine.newWorkspace();
    double[] x = new double[engine.extractor().names().size()];
    return row -> {
      engine.extractor().extractInto(table, row, workspace, x);
      Decision decision = engine.decide(Integer.toString(row + 1), null, x, space);
      return new Judgement(
          SwapSet.Side.of(decision), decision.score(), decision.grade(), codes(decision.reasons()));
    };
  }

  /** Returns the judgements of a cut-off on the records of a table; for one thread. */
  static IntFunction<Judgement> by(RiskModel model, CutOff cutOff, Table table) {
    Workspace workspace = model.extractor().newWorkspace();
    Scorer scorer = model.newScorer();
    ScoreReasons ranking = ScoreReasons.ofCodes(model);
    double[] x = new double[model.features().size()];
    return row -> {
      model.extractor().extractInto(table, row, workspace, x);
      scorer.evaluate(x);
      boolean approves = cutOff.approves(model, scorer);
      Outcome outcome = approves ? Outcome.APPROVE : Outcome.DECLINE;
      return new Judgement(
          new SwapSet.Side(outcome, scorer.pd(), BigDecimal.ZERO),
          scorer.score(),
          model.grades().name(scorer.grade()),
          approves ? List.of() : codes(ranking.rank(x, scorer)));
    };
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().limit(REASONS).map(Reason::code).toList();
  }
}
