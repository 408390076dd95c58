package io.probity.audit;

import io.probity.decision.DecidedFeatures;
import io.probity.decision.Decision;
import io.probity.explain.Reason;
import io.probity.input.JsonText;
import io.probity.limit.Affordability;
import io.probity.limit.AffordabilityTest;
import io.probity.limit.LimitTrace;
import io.probity.schema.SpecialValues;

/** Writes what a decision says, the same bytes for the same decision. */
final class DecisionText {

  private DecisionText() {}

  /** Returns the part that the chain keeps for ever. */
  static byte[] decision(Decision decision, DecidedFeatures features, FeatureBins bins) {
    JsonText out = JsonText.compact().beginObject();
    putDecision(out, decision, features, bins);
    return out.endObject().toBytes();
  }

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
      out.beginObject().put("stage", reason.stage().name()).put("code", reason.code());
      out.put("points", reason.pointsLost()).endObject();
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
    decision.limitTrace().ifPresent(trace -> writeTrace(out, trace));
  }

  private static void writeTrace(JsonText out, LimitTrace trace) {
    out.put("binding", trace.bindingRule()).beginList("limitTrace");
    for (int step = 0; step < trace.steps(); step++) {
      out.beginObject().put("phase", trace.phase(step).name()).put("rule", trace.rule(step));
      out.put("own", trace.own(step)).put("after", trace.after(step)).endObject();
    }
    out.endList();
  }

  /** Returns the cells and amounts that belong to the person. */
  static byte[] personal(Decision decision, DecidedFeatures features) {
    JsonText out = JsonText.compact().beginObject();
    putPersonal(out, decision, features);
    return out.endObject().toBytes();
  }

  /** Writes the cells and amounts that belong to the person into an object. */
  static void putPersonal(JsonText out, Decision decision, DecidedFeatures features) {
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
    decision.limitTrace().ifPresent(trace -> writeAffordability(out, trace));
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
