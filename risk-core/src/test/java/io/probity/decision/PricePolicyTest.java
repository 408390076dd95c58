package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.probity.explain.Reason;
import io.probity.input.InvalidInputException;
import io.probity.lending.AnnualRate;
import io.probity.lending.Instalment;
import io.probity.lending.LoanKind;
import io.probity.lending.RateKind;
import io.probity.limit.AverageBalance;
import io.probity.limit.LimitPhase;
import io.probity.limit.LimitTrace;
import io.probity.limit.Price;
import io.probity.limit.PriceRules;
import io.probity.limit.Pricing;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import io.probity.schema.Target;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricePolicyTest {

  private static final RiskModel MODEL =
      RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0))));

  private static final String PRICE = """
      "price":{"funding":{"value":0.04,"kind":"NOMINAL"},"yearlyCost":60,"lgd":0.6,
       "exposureAtDefault":0.7,"capital":{"share":0.08,"hurdle":0.15}%s},"loan":""";

  private static String policy(String caps, String... replaced) {
    String policy = TestPolicies.POLICY
        .replace(",\"annualRate\":\"rate\"}", "}")
        .replace("\"loan\":", PRICE.formatted(caps))
        .replace("\"id\":\"T\"", "\"id\":\"T\",\"jurisdiction\":\"US-IL\"");
    for (int i = 0; i < replaced.length; i += 2) {
      assertThat(policy).contains(replaced[i]);
      policy = policy.replace(replaced[i], replaced[i + 1]);
    }
    return policy;
  }

  private static String cap(String jurisdiction, double maximum, RateKind kind) {
    return ",\"caps\":[{\"jurisdiction\":\"%s\",\"maximum\":{\"value\":%s,\"kind\":\"%s\"}}]"
        .formatted(jurisdiction, maximum, kind);
  }

  private static CreditEngine engine(String policy) {
    return CreditEngine.of(MODEL, TestPolicies.policy(policy));
  }

  private static Map<String, Object> caseA() {
    return new HashMap<>(Map.ofEntries(
        Map.entry("dsti", 0.2),
        Map.entry("purpose", "home"),
        Map.entry("income", 10_000),
        Map.entry("income_cv", 0.0),
        Map.entry("costs", 2_900),
        Map.entry("dependants", 1),
        Map.entry("debt", 1_200),
        Map.entry("card", 8_000),
        Map.entry("amount", 40_000),
        Map.entry("term", 12),
        Map.entry("micro_lenders", 0)));
  }

  private static Pricing pricing(CreditEngine engine, double pd, int months) {
    int horizon = MODEL.schema().target().map(Target::horizonMonths).orElse(12);
    double balance = AverageBalance.share(LoanKind.ANNUITY, AnnualRate.nominal(0.12), months);
    return Pricing.of(engine.priceRules().orElseThrow(), pd, horizon, months, balance);
  }

  /** The room of case A is 3,200; the rate of an amount is that of its own price. */
  @Test
  void decide_caseA_offersTheLargestAmountThatFitsAtItsOwnPrice() {
    CreditEngine engine = engine(policy(""));
    Decision decision = engine.decide("1", null, caseA());

    Pricing pricing = pricing(engine, decision.pd(), 12);
    long limit = 40_000_00;
    while (Instalment.annuity(pricing.of(limit).rate(), 12).of(limit) > 3_200_00) {
      limit -= 500_00;
    }
    Price price = decision.price().orElseThrow();
    assertThat(decision.limit()).isEqualByComparingTo(BigDecimal.valueOf(limit, 2));
    assertThat(price).isEqualTo(pricing.of(limit));
    assertThat(price.funding() + price.cost() + price.expectedLoss() + price.capital())
        .isCloseTo(price.rate().value() - price.rounding(), within(1e-12));
    assertThat(decision.instalment())
        .isEqualByComparingTo(
            BigDecimal.valueOf(Instalment.annuity(price.rate(), 12).of(limit), 2));
    assertThat(decision.cost().orElseThrow().contractRate()).isEqualTo(price.rate());
    assertThat(decision.reasons()).extracting(Reason::code).containsExactly("RESIDUAL");
  }

  @Test
  void toJson_hasThePriceByComponent() {
    String json = engine(policy("")).decide("1", null, caseA()).toJson();

    assertThat(json)
        .contains("\"price\"", "\"funding\" : 0.04", "\"expectedLoss\"", "\"capital\"")
        .contains("\"rounding\"");
    assertThat(engine(TestPolicies.POLICY).decide("1", null, caseA()).toJson())
        .doesNotContain("\"price\"");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void decide_random_isTheBestOfTheWholeGrid(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 30; k++) {
      double cap = 0.08 + 0.1 * random.nextDouble();
      CreditEngine engine = engine(policy(
          cap("US", cap, RateKind.EFFECTIVE),
          "\"yearlyCost\":60",
          "\"yearlyCost\":" + random.nextInt(400)));
      Map<String, Object> fields = caseA();
      fields.put("amount", random.nextInt(1_000, 60_000));
      fields.put("income", random.nextInt(6_500, 14_000));
      fields.put("term", 6 + random.nextInt(30));

      Decision decision = engine.decide("1", null, fields);

      LimitTrace trace = decision.limitTrace().orElseThrow();
      assertThat(decision.limit()).isEqualByComparingTo(expected(engine, decision, fields, trace));
      if (!decision.outcome().isApproval()) {
        assertThat(decision.reasons()).isNotEmpty();
        assertThat(decision.price()).isEmpty();
      }
    }
  }

  private static BigDecimal expected(
      CreditEngine engine, Decision decision, Map<String, Object> fields, LimitTrace trace) {
    int months = (int) fields.get("term");
    Pricing pricing = pricing(engine, decision.pd(), months);
    long asked = 100L * (int) fields.get("amount");
    long strategy = trace.own(1).movePointRight(2).longValueExact();
    long room = trace.affordability().room();
    for (long limit = 50_000_00; limit >= 2_000_00; limit -= 500_00) {
      AnnualRate rate = pricing.of(limit).rate();
      if (limit <= Math.min(asked, strategy)
          && pricing.rules().allows(rate)
          && Instalment.annuity(rate, months).of(limit) <= room) {
        return BigDecimal.valueOf(limit, 2);
      }
    }
    return BigDecimal.ZERO;
  }

  @Test
  void decide_priceAboveTheCap_isDeclinedWithRateCapInAllLanguages() {
    Decision decision =
        engine(policy(cap("US-IL", 0.05, RateKind.NOMINAL))).decide("1", null, caseA());

    assertThat(decision.outcome()).isEqualTo(Outcome.DECLINE);
    assertThat(decision.price()).isEmpty();
    assertThat(decision.reasons()).extracting(Reason::code).containsExactly("RATE_CAP");
    Reason reason = decision.reasons().get(0);
    assertThat(reason.customer().in("en", "")).contains("at a rate that we are allowed to charge");
    assertThat(reason.customer().in("zh-Hans", "")).contains("利率");
    assertThat(reason.customer().in("zh-Hant", "")).contains("利率");
    LimitTrace trace = decision.limitTrace().orElseThrow();
    assertThat(trace.rule(trace.steps() - 1)).isEqualTo(LimitTrace.RATE_CAP_RULE);
    assertThat(trace.phase(trace.steps() - 1)).isEqualTo(LimitPhase.COST);
  }

  /** 60 a year on 2,000 is 3 points more than on very much; the same cap allows more money only. */
  @Test
  void decide_smallAmount_canBeTooDearWhereMoreMoneyIsNot() {
    double dear = engine(policy(""))
        .decide("1", null, caseA())
        .price()
        .orElseThrow()
        .rate()
        .value();
    CreditEngine engine = engine(policy(cap("US", dear + 0.01, RateKind.NOMINAL)));
    Map<String, Object> small = caseA();
    small.put("amount", 2_000);

    assertThat(engine.decide("1", null, caseA()).outcome()).isEqualTo(Outcome.APPROVE_REDUCED);
    assertThat(engine.decide("1", null, small).reasons())
        .extracting(Reason::code)
        .containsExactly("RATE_CAP");
  }

  @Test
  void engineTables_policyWithAPrice_areRefused() {
    CreditEngine engine = engine(policy(""));

    assertThatThrownBy(() -> EngineTables.json(engine))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("this policy sets the rate");
  }

  @Test
  void caps_holdInTheirJurisdictionOnly() {
    assertThat(rules(cap("US-NY", 0.05, RateKind.NOMINAL)).caps()).isEmpty();
    assertThat(rules(cap("US", 0.05, RateKind.NOMINAL)).caps()).hasSize(1);
    assertThat(rules(cap("US-IL", 0.05, RateKind.NOMINAL)).caps()).hasSize(1);
    assertThat(TestPolicies.policy(policy(cap("US-NY", 0.05, RateKind.NOMINAL))).warnings())
        .contains("no cap of the price is of the policy's jurisdiction, US-IL");
  }

  private static PriceRules rules(String caps) {
    return engine(policy(caps)).priceRules().orElseThrow();
  }

  @Test
  void capital_ofAClass_isTheRegulatoryShareOfThePd() {
    String byClass = policy("", "\"share\":0.08", "\"class\":\"OTHER_RETAIL\"");
    CreditEngine engine = engine(byClass);
    Price price = engine.decide("1", null, caseA()).price().orElseThrow();
    Price fixed = engine(policy("")).decide("1", null, caseA()).price().orElseThrow();

    assertThat(price.capital()).isNotEqualTo(fixed.capital()).isPositive();
    assertThat(engine.priceRules().orElseThrow().capitalClass()).isPresent();
    assertThat(PolicyVerifier.verify(engine).claims())
        .filteredOn(claim -> claim.name().contains("the PD falls"))
        .singleElement()
        .satisfies(claim -> assertThat(claim.status()).isNotEqualTo(Claim.Status.BROKEN));
  }

  @Test
  void verify_pricedPolicy_keepsItsPromises() {
    PolicyVerification verified =
        PolicyVerifier.verify(engine(policy(cap("US", 0.36, RateKind.EFFECTIVE))));

    assertThat(verified.claims())
        .allSatisfy(claim -> assertThat(claim.status()).isEqualTo(Claim.Status.PROVED));
  }

  @Test
  void under_higherRates_raisesThePriceByWhatFundingRises() {
    CreditEngine engine = engine(policy(""));
    Map<String, Object> fields = caseA();
    fields.put("amount", 10_000);
    Price now = engine.decide("1", null, fields).price().orElseThrow();
    Price then = engine
        .under(new DecisionStress(0, 0.02, Optional.empty()))
        .decide("1", null, fields)
        .price()
        .orElseThrow();

    assertThat(then.funding()).isCloseTo(now.funding() + 0.02, within(1e-12));
    assertThat(then.rate().value()).isGreaterThan(now.rate().value());
  }

  @Test
  void line_isPricedByTheYear() {
    CreditEngine engine = engine(policy("", "\"ANNUITY\"", "\"REVOLVING\",\"minimumShare\":0.05"));

    Decision decision = engine.decide("1", null, caseA());

    Price price = decision.price().orElseThrow();
    assertThat(price.capital()).isCloseTo(0.08 * 0.7 * 0.15, within(1e-12));
    assertThat(decision.instalment()).isPositive();
  }

  /** A smaller amount costs more a unit; what is granted is what a request of it would get. */
  @Test
  void smaller_isThePoliciesAnswerToASmallerRequest() {
    CreditEngine engine = engine(policy(""));
    Decision decision = engine.decide("1", null, caseA());
    Map<String, Object> fields = caseA();
    fields.put("amount", 10_250);

    CounterOffer smaller = decision.smaller(new BigDecimal("10250")).orElseThrow();

    Decision asked = engine.decide("1", null, fields);
    assertThat(smaller.amount()).isEqualByComparingTo("10000").isEqualByComparingTo(asked.limit());
    assertThat(smaller.instalment()).isEqualByComparingTo(asked.instalment());
    assertThat(smaller.cost().orElseThrow().contractRate())
        .isEqualTo(asked.price().orElseThrow().rate());
    assertThat(decision.smaller(new BigDecimal("1999"))).isEmpty(); // below the floor
    assertThat(decision.smaller(BigDecimal.ZERO)).isEmpty();
    assertThat(decision.smaller(new BigDecimal("50000"))).isEmpty(); // above the limit
  }

  @Test
  void policy_mistakes_areNamedWithTheirPath() {
    assertThatThrownBy(() -> engine(policy("", "\"amount\":\"amount\"", """
            "amount":"amount","annualRate":"rate\"""")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at inputs.annualRate")
        .hasMessageContaining("cannot take the rate from the application");
    assertThatThrownBy(() ->
            engine(policy(cap("US", 0.3, RateKind.NOMINAL), ",\"jurisdiction\":\"US-IL\"", "")))
        .hasMessageContaining("belongs to a jurisdiction, and the policy names none");
    assertThatThrownBy(() -> engine(policy("", "\"lgd\":0.6", "\"lgd\":60")))
        .hasMessageContaining("at price")
        .hasMessageContaining("LGD must be a fraction in [0, 1.0], not 60.0");
    assertThatThrownBy(() -> engine(policy("", "\"yearlyCost\":60", "\"yearlyCost\":-1")))
        .hasMessageContaining("at price.yearlyCost")
        .hasMessageContaining("at least 0");
    assertThatThrownBy(() -> engine(policy("", "\"share\":0.08,", "")))
        .hasMessageContaining("share");
    assertThatThrownBy(() -> engine(policy("", "\"hurdle\":0.15", "\"hurdle\":0.15,\"x\":1")))
        .hasMessageContaining("unknown key \"x\"");
  }
}
