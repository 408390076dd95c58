package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.explain.ReasonTexts;
import io.probity.input.JsonLimits;
import io.probity.input.JsonObject;
import io.probity.limit.AffordabilityJson;
import io.probity.limit.LimitJson;
import io.probity.limit.LimitRules;
import io.probity.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policy of the worked cases of the definitions. */
public final class TestPolicies {

  /** Affordability of the worked cases. */
  public static final String AFFORDABILITY = """
      {"haircut":{"variation":[{"upTo":0.10,"cut":0},{"upTo":0.30,"cut":0.10},
        {"upTo":0.60,"cut":0.25},{"cut":0.40}]},
       "incomeStress":0.20,
       "livingCosts":{"base":1500,"perDependant":700,"shareOfIncome":0.20},
       "minimumResidual":{"base":300},
       "maxDsti":0.50,"maxPti":0.35,"revolvingShareOfBalance":0.05}""";

  /** Limits of the worked cases. */
  public static final String LIMIT = """
      {"strategy":[{"grades":["A"],"multiple":8},{"grades":["B"],"multiple":6},
        {"grades":["C"],"multiple":2}],
       "multipliers":[{"code":"MICRO_LENDERS","when":{"field":"micro_lenders","atLeast":3},
         "factor":0.5,"onMissing":"SKIP","texts":{"internal":{"en":"Three or more micro-lenders"},
         "customer":{"en":"You have loans with many micro-lenders"}}}],
       "floor":2000,"ceiling":50000,"step":500}""";

  /** Fields that only the policy reads. */
  public static final String FIELDS = """
      [{"name":"income","kind":"NUMBER"},{"name":"income_cv","kind":"NUMBER"},
       {"name":"costs","kind":"NUMBER"},{"name":"dependants","kind":"NUMBER"},
       {"name":"debt","kind":"NUMBER"},{"name":"card","kind":"NUMBER"},
       {"name":"amount","kind":"NUMBER"},{"name":"term","kind":"NUMBER"},
       {"name":"rate","kind":"NUMBER"},{"name":"micro_lenders","kind":"NUMBER"},
       {"name":"overdue","kind":"NUMBER"}]""";

  /** The whole policy; grades D and worse are declined, C is referred. */
  public static final String POLICY =
      """
      {"format":1,"id":"T","version":"1","currency":"USD",
       "fields":%s,
       "inputs":{"income":"income","incomeVariation":"income_cv","livingCosts":"costs",
         "dependants":"dependants","debtService":"debt","revolvingBalance":"card",
         "amount":"amount","termMonths":"term","annualRate":"rate"},
       "loan":{"kind":"ANNUITY","annualRate":{"value":0.12,"kind":"NOMINAL"}},
       "knockOuts":[{"code":"OVERDUE","when":{"field":"overdue","above":0},"outcome":"DECLINE",
         "onMissing":"SKIP","texts":{"internal":{"en":"Overdue"},
         "customer":{"en":"You have an overdue account"}}}],
       "cutOffs":{"grades":{"A":"APPROVE","B":"APPROVE","C":"APPROVE","D":"REFER","E":"DECLINE",
         "F":"DECLINE","G":"DECLINE"}},
       "affordability":%s,
       "limit":%s}""".formatted(FIELDS, AFFORDABILITY, LIMIT.replace("\"C\"]", "\"C\",\"D\"]"));

  private TestPolicies() {}

  /** Returns a policy. */
  public static CreditPolicy policy(String json) {
    try {
      return CreditPolicy.parse(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "policy.json");
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  /** Returns limit rules over a schema, for grades A, B and C and a currency of cents. */
  public static LimitRules limits(String affordability, String limit, Schema schema) {
    return LimitJson.read(
        AffordabilityJson.read(object(affordability), 2, List.of()),
        object(limit),
        ConditionScope.of(schema, List.of("A", "B", "C")),
        2,
        List.of(),
        ReasonTexts.ofLibrary());
  }

  private static JsonObject object(String json) {
    return JsonObject.parse(json.getBytes(StandardCharsets.UTF_8), "policy.json", JsonLimits.FILE);
  }
}
