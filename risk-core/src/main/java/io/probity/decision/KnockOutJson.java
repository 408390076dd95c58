package io.probity.decision;

import io.probity.condition.Condition;
import io.probity.condition.ConditionScope;
import io.probity.explain.ReasonText;
import io.probity.explain.ReasonTexts;
import io.probity.explain.RuleSource;
import io.probity.input.JsonObject;
import io.probity.input.Violations;
import io.probity.limit.OnMissing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the knock-outs of a policy.
 *
 * @param scope what conditions may speak of
 * @param texts the words of reasons
 * @param warnings where what deserves a second look is noted
 */
record KnockOutJson(ConditionScope scope, ReasonTexts texts, List<String> warnings) {

  List<KnockOut> read(JsonObject policy) {
    List<KnockOut> knockOuts = new ArrayList<>();
    Violations problems = new Violations();
    for (JsonObject rule : policy.optionalObjects("knockOuts")) {
      Optional<KnockOut> read = problems.gather(() -> knockOut(rule));
      if (read.isEmpty()) {
        continue;
      }
      KnockOut knockOut = read.get();
      if (knockOut.onMissing() == OnMissing.SKIP) {
        warnings.add(rule.place()
            + ": "
            + knockOut.code()
            + " is skipped when a value is missing, so an applicant who withholds it passes");
      }
      knockOuts.add(knockOut);
    }
    problems.throwIfAny();
    return knockOuts;
  }

  private KnockOut knockOut(JsonObject rule) {
    String code = texts.code(rule);
    Condition when = Condition.read(rule.object("when"), scope);
    Outcome outcome = rule.choice("outcome", Outcome.class);
    OnMissing onMissing = rule.choice("onMissing", OnMissing.class, OnMissing.REFER);
    ReasonText text = texts.rule(rule, code);
    ReasonText missing = onMissing == OnMissing.SKIP
        ? ReasonText.NONE
        : texts.missing(when.names(), scope.schema(), code);
    RuleSource.readNotes(rule);
    rule.finish();
    return rule.build(() -> new KnockOut(code, when, outcome, onMissing, text, missing));
  }
}
