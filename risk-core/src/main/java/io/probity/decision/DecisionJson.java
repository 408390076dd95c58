package io.probity.decision;

import io.probity.explain.Reason;
import io.probity.input.JsonText;
import io.probity.lending.LoanCost;
import io.probity.limit.Affordability;
import io.probity.limit.AffordabilityTest;
import io.probity.limit.LimitTrace;
import io.probity.limit.Price;
import io.probity.schema.SchemaJson;
import java.time.LocalDate;

/** The JSON form of decisions. */
final class DecisionJson {

  private DecisionJson() {}

  static String write(Decision decision) {
    JsonText out = JsonText.pretty().beginObject().put("id", decision.id());
    LocalDate asOf = decision.asOf();
    if (asOf != null) {
      out.put("asOf", asOf.toString());
    }
    out.put("outcome", decision.outcome().name()).put("pd", decision.pd());
    out.put("score", decision.score()).put("grade", decision.grade());
    out.put("currency", decision.currency().getCurrencyCode());
    out.put("limit", decision.limit()).put("instalment", decision.instalment());
    out.put("knockOuts", decision.knockOuts());
    out.beginList("reasons");
    decision.reasons().forEach(reason -> writeReason(out, reason));
    out.endList();
    decision.limitTrace().ifPresent(trace -> writeTrace(out, trace));
    out.put("savingsTest", decision.savingsTest().name());
    decision.cost().ifPresent(cost -> writeCost(out, "cost", cost));
    decision.price().ifPresent(price -> writePrice(out, price));
    writeFollowUp(out, decision);
    out.put("affordabilityGaps", decision.affordabilityGaps());
    out.put("model", decision.modelId());
    out.beginObject("policy").put("id", decision.policyId());
    out.put("version", decision.policyVersion()).endObject();
    return out.endObject().toString();
  }

  private static void writeFollowUp(JsonText out, Decision decision) {
    out.beginList("counterOffers");
    for (CounterOffer offer : decision.counterOffers()) {
      out.beginObject().put("kind", offer.kind().name()).put("amount", offer.amount());
      out.put("months", offer.months()).put("instalment", offer.instalment());
      offer.cost().ifPresent(cost -> writeCost(out, "cost", cost));
      out.endObject();
    }
    out.endList().beginList("wouldFit");
    for (Remedy remedy : decision.remedies()) {
      out.beginObject().put("lever", remedy.lever().name());
      out.put("from", remedy.from()).put("to", remedy.to()).endObject();
    }
    out.endList();
  }

  private static void writeCost(JsonText out, String key, LoanCost cost) {
    out.beginObject(key).put("months", cost.months());
    out.put("firstInstalment", cost.firstInstalment()).put("lastInstalment", cost.lastInstalment());
    out.put("netDisbursed", cost.netDisbursed()).put("totalInterest", cost.totalInterest());
    out.put("totalFees", cost.totalFees()).put("totalCost", cost.totalCost());
    out.put("totalPaid", cost.totalPaid());
    out.beginObject("contractRate").put("value", cost.contractRate().value());
    out.put("kind", cost.contractRate().kind().name()).endObject();
    out.put("nominalRateWithFees", cost.nominalRate().value());
    out.put("effectiveRateWithFees", cost.effectiveRate().value());
    cost.lateMonth().ifPresent(late -> out.put("lateMonth", late));
    out.endObject();
  }

  private static void writePrice(JsonText out, Price price) {
    out.beginObject("price").put("funding", price.funding()).put("cost", price.cost());
    out.put("expectedLoss", price.expectedLoss()).put("capital", price.capital());
    out.put("rounding", price.rounding());
    out.beginObject("rate").put("value", price.rate().value());
    out.put("kind", price.rate().kind().name()).endObject().endObject();
  }

  private static void writeReason(JsonText out, Reason reason) {
    out.beginObject().put("stage", reason.stage().name()).put("code", reason.code());
    if (reason.pointsLost() > 0) {
      out.put("pointsLost", reason.pointsLost());
      out.put("direction", reason.direction().name());
    }
    SchemaJson.writeTexts(out, "internal", reason.internal());
    SchemaJson.writeTexts(out, "customer", reason.customer());
    out.endObject();
  }

  private static void writeTrace(JsonText out, LimitTrace trace) {
    writeAffordability(out, trace, trace.affordability());
    out.beginObject("limitTrace").put("binding", trace.bindingRule()).beginList("steps");
    for (int step = 0; step < trace.steps(); step++) {
      out.beginObject().put("phase", trace.phase(step).name()).put("rule", trace.rule(step));
      out.put("own", trace.own(step)).put("before", trace.before(step));
      out.put("after", trace.after(step)).endObject();
    }
    out.endList().endObject();
  }

  private static void writeAffordability(JsonText out, LimitTrace trace, Affordability a) {
    out.beginObject("affordability");
    out.put("baseIncome", trace.toDecimal(a.baseIncome()));
    out.put("assessedIncome", trace.toDecimal(a.assessedIncome()));
    out.put("stressedIncome", trace.toDecimal(a.stressedIncome()));
    out.put("livingCosts", trace.toDecimal(a.livingCosts()));
    out.put("debtService", trace.toDecimal(a.debtService()));
    out.put("stressedDebtService", trace.toDecimal(a.stressedDebtService()));
    out.put("minimumResidual", trace.toDecimal(a.minimumResidual()));
    out.beginObject("room");
    for (AffordabilityTest test : AffordabilityTest.values()) {
      if (a.tests(test)) {
        out.put(test.name(), trace.toDecimal(a.room(test)));
      }
    }
    out.endObject().endObject();
  }
}
