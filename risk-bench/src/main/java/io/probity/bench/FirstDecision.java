package io.probity.bench;

import io.probity.decision.CreditEngine;
import io.probity.decision.CreditPolicy;
import io.probity.decision.Decision;
import io.probity.model.RiskModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a service waits that was just started: each time is taken once in each of several fresh
 * virtual machines, as nothing is compiled then and every class must be loaded.
 */
final class FirstDecision {

  private static final List<String> STEPS = List.of(
      "load the model",
      "load the policy",
      "join them",
      "first decision",
      "second decision",
      "warm up",
      "decision after the warm-up");
  private static final double MILLION = 1e6;

  private FirstDecision() {}

  /** Prints the nanoseconds of each step. */
  public static void main(String[] args) throws IOException {
    Map<String, Object> applicant = applicant();
    long[] at = new long[STEPS.size() + 1];
    at[0] = System.nanoTime();
    RiskModel model = RiskModel.load(Path.of(args[0]));
    at[1] = System.nanoTime();
    CreditPolicy policy = CreditPolicy.load(Path.of(args[1]));
    at[2] = System.nanoTime();
    CreditEngine engine = CreditEngine.of(model, policy);
    at[3] = System.nanoTime();
    Decision first = engine.decide("1", null, applicant);
    at[4] = System.nanoTime();
    Decision second = engine.decide("1", null, applicant);
    at[5] = System.nanoTime();
    engine.warmUp();
    at[6] = System.nanoTime();
    Decision warm = engine.decide("1", null, applicant);
    at[7] = System.nanoTime();
    if (!first.equals(warm) || !first.equals(second)) {
      throw new IllegalStateException("two decisions on one applicant");
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < STEPS.size(); i++) {
      line.append(at[i + 1] - at[i]).append(' ');
    }
    System.out.println(line);
  }

  private static Map<String, Object> applicant() {
    Map<String, Object> applicant = new HashMap<>();
    for (int i = 0; i < LatencyModels.NUMBERS; i++) {
      applicant.put("n" + i, i / 10.0 - 1);
    }
    for (int i = 0; i < LatencyModels.CATEGORIES; i++) {
      applicant.put("c" + i, LatencyModels.levels().get(i));
    }
    applicant.putAll(
        Map.of("income", 4_000, "costs", 800, "debt", 100, "amount", 10_000, "term", 24));
    return applicant;
  }

  /** Starts virtual machines, one after another, and returns a table of the medians. */
  static String measure(int machines) throws IOException {
    Path folder = Files.createTempDirectory("first-decision");
    Path model = folder.resolve("card.risk");
    Path policy = folder.resolve("policy.json");
    LatencyModels.scorecard().save(model);
    Files.writeString(policy, LatencyPolicy.json());
    List<double[]> times = new ArrayList<>();
    for (int i = 0; i < machines; i++) {
      times.add(once(model, policy));
    }
    Files.delete(model);
    Files.delete(policy);
    Files.delete(folder);
    return table(times);
  }

  private static double[] once(Path model, Path policy) throws IOException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            FirstDecision.class.getName(),
            model.toString(),
            policy.toString())
        .redirectErrorStream(true)
        .start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (!text.matches("[0-9 ]+")) {
      throw new IllegalStateException("no times but: " + text);
    }
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String table(List<double[]> times) {
    StringBuilder out = new StringBuilder(
        "| step in a fresh virtual machine | median ms | least ms |\n|---|---:|---:|\n");
    for (int step = 0; step < STEPS.size(); step++) {
      int of = step;
      double[] sorted = times.stream().mapToDouble(time -> time[of]).sorted().toArray();
      out.append(String.format(
          Locale.ROOT,
          "| %s | %.2f | %.2f |%n",
          STEPS.get(step),
          sorted[sorted.length / 2] / MILLION,
          sorted[0] / MILLION));
    }
    return out.toString();
  }
}
