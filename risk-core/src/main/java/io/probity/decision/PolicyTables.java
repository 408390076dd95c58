package io.probity.decision;

import io.probity.explain.Action;
import io.probity.explain.ReasonText;
import io.probity.input.JsonText;
import io.probity.lending.AnnualRate;
import io.probity.lending.Fee;
import io.probity.limit.AffordabilityRules;
import io.probity.limit.HouseholdTable;
import io.probity.limit.IncomeRules;
import io.probity.limit.LimitRules;
import io.probity.limit.StepTable;
import io.probity.schema.SchemaJson;
import java.util.Map;
import java.util.TreeMap;

/** Writes the rules of a policy with every name resolved. */
final class PolicyTables {

  private final CreditEngine engine;
  private final PolicyRules rules;
  private final JsonText out;
  private final ConditionTables conditions;

  PolicyTables(CreditEngine engine, JsonText out) {
    this.engine = engine;
    this.rules = engine.program().rules();
    this.out = out;
    this.conditions = new ConditionTables(out);
  }

  void write() {
    PolicyHeader header = engine.policy().header();
    out.beginObject("policy").put("id", header.id()).put("version", header.version());
    out.put("currency", header.currency().getCurrencyCode());
    out.put("digits", header.currency().getDefaultFractionDigits());
    out.put("gaps", rules.gaps()).put("reads", rules.fieldNames());
    out.beginList("knockOuts");
    for (KnockOut rule : rules.knockOuts()) {
      out.beginObject().put("code", rule.code()).put("outcome", rule.outcome().name());
      conditions.write("when", rule.when());
      out.put("onMissing", rule.onMissing().name());
      writeText("text", rule.text());
      writeText("missingText", rule.missingText());
      out.endObject();
    }
    out.endList();
    writeCutOffs();
    out.beginObject("inputs");
    new TreeMap<>(rules.inputs()).forEach((input, field) -> out.put(input.key(), field));
    out.endObject();
    writeLoan(rules.offer());
    writeAffordability(rules.limits().affordability());
    writeLimit(rules.limits());
    writeTexts("texts", rules.limitTexts());
    writeTexts("missingTexts", rules.missingTexts());
    writeActions();
    out.endObject();
  }

  private void writeCutOffs() {
    out.put("byGrade", rules.cutOffs().byGrade().stream().map(Outcome::name).toList());
    out.beginList("byScore");
    for (CutOffs.ScoreCutOff cutOff : rules.cutOffs().byScore()) {
      out.beginObject()
          .put("below", cutOff.below())
          .put("outcome", cutOff.outcome().name());
      out.endObject();
    }
    out.endList();
  }

  private void writeLoan(LoanOffer offer) {
    out.beginObject("loan").put("kind", offer.kind().name());
    writeRate("rate", offer.rate());
    out.put("variable", offer.variable());
    out.put("minimumShare", offer.minimumShare().billionths());
    writeFee("financed", offer.fees().financed());
    writeFee("upfront", offer.fees().upfront());
    writeFee("perInstalment", offer.fees().perInstalment());
    writeFee("insurance", offer.fees().insurance());
    offer.terms().ifPresent(terms -> {
      out.beginObject("terms").put("from", terms.from()).put("to", terms.to());
      out.put("step", terms.step()).endObject();
    });
    offer.verifiedWhen().ifPresent(when -> conditions.write("verifiedWhen", when));
    out.endObject();
  }

  private void writeRate(String key, AnnualRate rate) {
    out.beginObject(key)
        .put("value", rate.value())
        .put("kind", rate.kind().name())
        .endObject();
  }

  private void writeFee(String key, Fee fee) {
    out.beginObject(key).put("fixed", fee.fixed().minorUnits());
    out.put("share", fee.share().billionths()).endObject();
  }

  private void writeAffordability(AffordabilityRules affordability) {
    out.beginObject("affordability");
    IncomeRules income = affordability.income();
    out.beginObject("income").put("basis", income.basis().name());
    writeSteps("variation", income.variationCut());
    writeSteps("months", income.monthsCut());
    writeSteps("zeroMonths", income.zeroMonthsCut());
    out.beginList("sources");
    income.sourceCuts().forEach(cut -> out.add(cut.billionths()));
    out.endList().put("largestCut", income.largestCut().billionths());
    out.put("minimumMonths", income.minimumMonths());
    out.put("statedShare", income.statedShare().billionths()).endObject();
    out.put("incomeStress", affordability.incomeStress().billionths());
    out.put("rateStress", affordability.rateStress());
    writeHousehold("livingCosts", affordability.livingCosts());
    out.put("livingCostShare", affordability.livingCostShare().billionths());
    writeHousehold("minimumResidual", affordability.minimumResidual());
    affordability.maximumDsti().ifPresent(share -> out.put("maxDsti", share.billionths()));
    affordability.maximumPti().ifPresent(share -> out.put("maxPti", share.billionths()));
    out.put("revolvingBalanceShare", affordability.revolvingBalanceShare().billionths());
    out.put("revolvingLimitShare", affordability.revolvingLimitShare().billionths());
    affordability.bufferMonths().ifPresent(months -> out.put("bufferMonths", months));
    affordability.unemploymentMonths().ifPresent(months -> out.put("unemploymentMonths", months));
    out.endObject();
  }

  private void writeSteps(String key, StepTable table) {
    out.beginList(key);
    for (StepTable.Row row : table.rows()) {
      out.beginObject();
      if (row.upTo() < Double.POSITIVE_INFINITY) {
        out.put("upTo", row.upTo());
      }
      out.put("share", row.share().billionths()).endObject();
    }
    out.endList();
  }

  private void writeHousehold(String key, HouseholdTable table) {
    out.beginObject(key).put("base", table.base());
    out.put("perDependant", table.perDependant()).endObject();
  }

  private void writeLimit(LimitRules limits) {
    out.beginObject("limit").beginList("bases");
    for (LimitRules.Base base : limits.bases()) {
      out.beginObject();
      out.put("grades", base.grades().stream().mapToInt(Integer::intValue).toArray());
      out.put("products", base.products().stream().mapToInt(Integer::intValue).toArray());
      out.put("incomeFrom", base.incomeFrom());
      if (base.incomeBelow() < Long.MAX_VALUE) {
        out.put("incomeBelow", base.incomeBelow());
      }
      out.put("multiple", base.multiple().tenThousandths()).endObject();
    }
    out.endList().beginList("multipliers");
    for (LimitRules.Multiplier multiplier : limits.multipliers()) {
      out.beginObject().put("code", multiplier.code());
      conditions.write("when", multiplier.when());
      out.put("onMissing", multiplier.onMissing().name());
      out.put("factor", multiplier.factor().tenThousandths()).endObject();
    }
    out.endList().beginList("caps");
    limits.caps().forEach(this::writeCap);
    out.endList().beginList("costCaps");
    for (LimitRules.CostCap cap : limits.costCaps()) {
      out.beginObject().put("code", cap.code());
      cap.when().ifPresent(when -> conditions.write("when", when));
      out.put("onMissing", cap.onMissing().name()).put("basis", cap.basis().name());
      writeRate("maximum", cap.maximum());
      out.endObject();
    }
    out.endList().put("floor", limits.floor()).put("ceiling", limits.ceiling());
    out.put("step", limits.step()).endObject();
  }

  private void writeCap(LimitRules.Cap cap) {
    out.beginObject().put("code", cap.code());
    cap.when().ifPresent(when -> conditions.write("when", when));
    out.put("onMissing", cap.onMissing().name());
    cap.amount().ifPresent(amount -> out.put("amount", amount));
    cap.ofIncome().ifPresent(multiple -> out.put("ofIncome", multiple.tenThousandths()));
    cap.less().ifPresent(less -> out.put("less", less));
    out.put("netOfPayoff", cap.netOfPayoff()).endObject();
  }

  private void writeTexts(String key, Map<String, ReasonText> texts) {
    out.beginObject(key);
    new TreeMap<>(texts).forEach(this::writeText);
    out.endObject();
  }

  private void writeText(String key, ReasonText text) {
    out.beginObject(key);
    SchemaJson.writeTexts(out, "internal", text.internal());
    SchemaJson.writeTexts(out, "customer", text.customer());
    out.endObject();
  }

  private void writeActions() {
    out.beginList("actions");
    for (ActionOptions options : engine.actions()) {
      Action action = options.action();
      out.beginObject().put("field", action.field());
      options.write(out);
      out.put("direction", action.direction().name());
      action.step().ifPresent(step -> out.put("step", step.toPlainString()));
      out.put("fixedCost", action.cost().fixed())
          .put("costPerUnit", action.cost().perUnit());
      SchemaJson.writeTexts(out, "raise", action.raise());
      SchemaJson.writeTexts(out, "lower", action.lower());
      out.endObject();
    }
    out.endList();
  }
}
