package io.probity.bench;

import io.probity.decision.CreditPolicy;
import io.probity.model.RiskModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A policy of 20 rules over the features of {@link LatencyModels}, and applicants for it. */
final class LatencyPolicy {

  private static final int KNOCK_OUTS = 14;
  private static final int MULTIPLIERS = 4;
  private static final int CAPS = 2;
  private static final String TEXTS =
      "\"texts\":{\"internal\":{\"en\":\"Rule\"},\"customer\":{\"en\":\"A rule\"}}";
  private static final String TEMPLATE = """
      {"format":1,"id":"latency","version":"1","currency":"EUR",
       "fields":[{"name":"income","kind":"NUMBER"},{"name":"costs","kind":"NUMBER"},
         {"name":"debt","kind":"NUMBER"},{"name":"amount","kind":"NUMBER"},
         {"name":"term","kind":"NUMBER"}],
       "inputs":{"income":"income","livingCosts":"costs","debtService":"debt","amount":"amount",
         "termMonths":"term"},
       "loan":{"kind":"ANNUITY","annualRate":{"value":0.12,"kind":"NOMINAL"}},
       "knockOuts":[%s],
       "cutOffs":{"grades":{"A":"APPROVE","B":"APPROVE","C":"APPROVE","D":"APPROVE","E":"REFER",
         "F":"DECLINE","G":"DECLINE"}},
       "affordability":{"incomeStress":0.20,"livingCosts":{"base":500},
         "minimumResidual":{"base":200},"maxDsti":0.50,"maxPti":0.35},
       "limit":{"strategy":[{"grades":["A","B"],"multiple":8},{"grades":["C","D","E"],
           "multiple":6}],
         "multipliers":[%s],"caps":[%s],"floor":500,"ceiling":50000,"step":100}}""";

  private LatencyPolicy() {}

  static CreditPolicy policy() {
    try {
      return CreditPolicy.parse(
          new ByteArrayInputStream(json().getBytes(StandardCharsets.UTF_8)), "latency.json");
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  static String json() {
    List<String> knockOuts = new ArrayList<>();
    for (int i = 0; i < KNOCK_OUTS; i++) {
      knockOuts.add(("{\"code\":\"K%d\",\"when\":{\"field\":\"n%d\",\"above\":2.5},"
              + "\"outcome\":\"DECLINE\",\"onMissing\":\"SKIP\",%s}")
          .formatted(i, i, TEXTS));
    }
    List<String> multipliers = new ArrayList<>();
    for (int i = 0; i < MULTIPLIERS; i++) {
      multipliers.add(("{\"code\":\"M%d\",\"when\":{\"field\":\"n%d\",\"atLeast\":1.5},"
              + "\"factor\":0.8,\"onMissing\":\"SKIP\",%s}")
          .formatted(i, KNOCK_OUTS + i, TEXTS));
    }
    List<String> caps = new ArrayList<>();
    for (int i = 0; i < CAPS; i++) {
      caps.add(("{\"code\":\"CAP%d\",\"when\":{\"field\":\"n%d\",\"above\":1.0},"
              + "\"amount\":20000,\"onMissing\":\"SKIP\",%s}")
          .formatted(i, KNOCK_OUTS + MULTIPLIERS + i, TEXTS));
    }
    return TEMPLATE.formatted(
        String.join(",", knockOuts), String.join(",", multipliers), String.join(",", caps));
  }

  /**
   * Returns the rows with what the policy asks for.
   *
   * @param features the names of the cells to make: those of the model first
   */
  static double[][] applicants(RiskModel model, List<String> features, double[][] rows) {
    SplittableRandom random = new SplittableRandom(rows.length);
    double[][] applicants = new double[rows.length][features.size()];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, applicants[i], 0, model.features().size());
      applicants[i][features.indexOf("income")] = 1_500 + random.nextInt(4_000);
      applicants[i][features.indexOf("costs")] = 300 + random.nextInt(900);
      applicants[i][features.indexOf("debt")] = random.nextInt(600);
      applicants[i][features.indexOf("amount")] = 1_000 + random.nextInt(25_000);
      applicants[i][features.indexOf("term")] = 6 + random.nextInt(55);
    }
    return applicants;
  }
}
