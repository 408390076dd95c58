package io.probity.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.probity.limit.LimitTrace;
import io.probity.model.Calibration;
import io.probity.model.CalibrationCurve;
import io.probity.model.RiskModel;
import io.probity.model.TestModels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every policy and every applicant. */
class PolicyPropertiesTest {

  private static final RiskModel MODEL =
      RiskModel.of(TestModels.parts(Calibration.of(new CalibrationCurve.Platt(-2.0, 1.0))));
  private static final String TEXTS =
      "\"texts\":{\"internal\":{\"en\":\"i\"},\"customer\":{\"en\":\"c\"}}";

  private static String policy(SplittableRandom random, List<String> caps) {
    String kind = List.of("ANNUITY", "EQUAL_PRINCIPAL", "INTEREST_ONLY").get(random.nextInt(3));
    return TestPolicies.POLICY
        .replace("\"kind\":\"ANNUITY\"", "\"kind\":\"" + kind + "\"")
        .replace("\"incomeStress\":0.20", "\"incomeStress\":0.0" + random.nextInt(10))
        .replace("\"multiple\":6", "\"multiple\":" + (3 + random.nextInt(5)))
        .replace("\"step\":500", "\"step\":" + (1 + random.nextInt(700)))
        .replace(
            "\"floor\":2000",
            "\"caps\":[" + String.join(",", caps) + "],\"floor\":" + random.nextInt(2_000));
  }

  private static List<String> caps(SplittableRandom random) {
    List<String> caps = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String bound = random.nextBoolean()
          ? "\"amount\":" + random.nextInt(60_000)
          : "\"timesIncome\":" + random.nextInt(10);
      caps.add("{\"code\":\"CAP" + i + "\"," + bound + ",\"when\":{\"field\":\"micro_lenders\","
          + "\"atLeast\":" + i + "},\"onMissing\":\"HIT\"," + TEXTS + "}");
    }
    return caps;
  }

  private static Map<String, Object> applicant(SplittableRandom random) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("dsti", random.nextDouble());
    fields.put("purpose", random.nextBoolean() ? "home" : "car");
    fields.put("income", random.nextInt(2_000_000) / 100.0);
    fields.put("income_cv", random.nextInt(10) == 0 ? null : random.nextDouble());
    fields.put("costs", random.nextInt(400_000) / 100.0);
    fields.put("dependants", random.nextInt(4));
    fields.put("debt", random.nextInt(200_000) / 100.0);
    fields.put("card", random.nextInt(1_000_000) / 100.0);
    fields.put("amount", 1 + random.nextInt(5_000_000) / 100.0);
    fields.put("term", 1 + random.nextInt(60));
    fields.put("micro_lenders", random.nextInt(6) == 0 ? null : random.nextInt(5));
    return fields;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void decide_anyApplicant_isNeverOfferedMoreThanIsAffordable(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> caps = caps(random);
    String policy = policy(random, caps);
    CreditEngine engine = CreditEngine.of(MODEL, TestPolicies.policy(policy));
    Collections.shuffle(caps, new Random(seed));
    String shuffled = policy.replaceFirst(
        "\"caps\":\\[.*?\\],\"floor\"",
        java.util.regex.Matcher.quoteReplacement(
            "\"caps\":[" + String.join(",", caps) + "],\"floor\""));
    CreditEngine other = CreditEngine.of(MODEL, TestPolicies.policy(shuffled));
    for (int i = 0; i < 200; i++) {
      Map<String, Object> applicant = applicant(random);

      Decision decision = engine.decide("1", null, applicant);

      if (decision.limitTrace().isPresent()) {
        check(decision, decision.limitTrace().get());
      }
      assertThat(decision.outcome().isApproval()).isEqualTo(decision.limit().signum() > 0);
      assertThat(decision.toJson()).doesNotContain("NaN");
      assertThat(other.decide("1", null, applicant).limit()).isEqualTo(decision.limit());
    }
  }

  private static void check(Decision decision, LimitTrace trace) {
    assertThat(decision.limit()).isLessThanOrEqualTo(trace.own(0));
    assertThat(decision.instalment().movePointRight(2).longValueExact())
        .isLessThanOrEqualTo(Math.max(0, trace.affordability().room()));
    BigDecimal running = trace.own(0);
    for (int step = 0; step < trace.steps(); step++) {
      assertThat(trace.before(step)).isEqualTo(running);
      running = running.min(trace.own(step));
      assertThat(trace.after(step)).isEqualTo(running);
    }
    assertThat(trace.limit()).isEqualTo(running);
  }
}
