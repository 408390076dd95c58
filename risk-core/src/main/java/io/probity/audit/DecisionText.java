package io.probity.audit;

import io.probity.decision.DecidedFeatures;
import io.probity.decision.Decision;
import io.probity.explain.Reason;
import io.probity.input.JsonText;
import io.probity.limit.Affordability;
import io.probity.limit.AffordabilityTest;
import io.probity.limit.LimitTrace;
import io.probity.schema.SpecialValues;

/**
 * Writes what a decision says, the same bytes for the same decision. What is listed many times is
 * written without keys: a reason as its stage, code and points lost, a step of the limit as its phase,
 * rule, own amount and the amount after it.
 */
final class DecisionText {

  private DecisionText() {}

  /** Writes the part that the chain keeps for ever into an object. */
  static void putDecision(
      JsonText out, Decision decision, DecidedFeatures features, FeatureBins bins) {
    out.put("outcome", decision.outcome().name()).put("pd", decision.pd());
    out.put("score", decision.score()).put("grade", decision.grade());
    out.put("currency", decision.currency().getCurrencyCode());
    out.put("limit", decision.limit()).put("instalment", decision.instalment());
    out.put("knockOuts", decision.knockOuts());
    out.beginList("reasons");
    for (Reason reason : decision.reasons()) {
      out.beginList().add(reason.stage().name()).add(reason.code());
      out.add(reason.pointsLost()).endList();
    }
    out.endList();
    out.beginList("bins");
    for (int i = 0; i < bins.features(); i++) {
      out.add((long) bins.binOf(i, features.cell(i)));
    }
    out.endList();
    out.beginList("missing");
    for (int i = 0; i < bins.features(); i++) {
      if (Double.isNaN(features.cell(i))) {
        out.add((long) i);
      }
    }
    out.endList().beginList("unseen");
    for (int i = 0; i < bins.features(); i++) {
      if (bins.isUnseen(i, features.cell(i))) {
        out.add((long) i);
      }
    }
    out.endList();
    out.put("savingsTest", decision.savingsTest().name());
    out.put("affordabilityGaps", decision.affordabilityGaps());
    features.limitTrace().ifPresent(trace -> writeTrace(out, trace));
  }

  private static void writeTrace(JsonText out, LimitTrace trace) {
    out.put("binding", trace.bindingRule()).beginList("limitTrace");
    for (int step = 0; step < trace.steps(); step++) {
      out.beginList().add(trace.phase(step).name()).add(trace.rule(step));
      out.add(trace.own(step)).add(trace.after(step)).endList();
    }
    out.endList();
  }

  /** Writes the cells and amounts that belong to the person into an object. */
  static void putPersonal(JsonText out, DecidedFeatures features) {
    out.beginList("cells");
    for (int i = 0; i < features.size(); i++) {
      double cell = features.cell(i);
      if (Double.isNaN(cell)) {
        out.addNull();
      } else if (SpecialValues.isSpecial(cell)) {
        out.add("#" + SpecialValues.codeOf(cell));
      } else {
        out.add(cell);
      }
    }
    out.endList();
    features.limitTrace().ifPresent(trace -> writeAffordability(out, trace));
  }

  private static void writeAffordability(JsonText out, LimitTrace trace) {
    Affordability a = trace.affordability();
    out.beginObject("affordability");
    out.put("baseIncome", trace.toDecimal(a.baseIncome()));
    out.put("assessedIncome", trace.toDecimal(a.assessedIncome()));
    out.put("livingCosts", trace.toDecimal(a.livingCosts()));
    out.put("debtService", trace.toDecimal(a.debtService()));
    for (AffordabilityTest test : AffordabilityTest.values()) {
      if (a.tests(test)) {
        out.put(test.name(), trace.toDecimal(a.room(test)));
      }
    }
    out.endObject();
  }
}
