package io.probity.report.html;

import io.probity.decision.CreditEngine;
import io.probity.decision.Decision;
import io.probity.decision.Outcome;
import io.probity.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a policy makes of records with known outcomes.
 *
 * @param policy its id and version
 * @param currency the currency of the limits
 * @param outcomes the records of each outcome, in the order of {@link Outcome}
 * @param knockOuts the records that each knock-out rule hit, by its id
 */
public record PolicyOutcomes(
    String policy, String currency, List<Row> outcomes, Map<String, Integer> knockOuts) {

  /** Copies the collections; rules stay in their order. */
  public PolicyOutcomes {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * The records of one outcome.
   *
   * @param outcome the outcome
   * @param records how many they are
   * @param bads how many of them are bad
   * @param meanPd their mean PD
   * @param meanLimit the mean of their limits above 0; 0 where there is none
   */
  public record Row(Outcome outcome, int records, int bads, double meanPd, BigDecimal meanLimit) {

    /** Returns the share of bads. */
    public double badRate() {
      return (double) bads / records;
    }
  }

  /**
   * Decides on every record as on an applicant, without a day.
   *
   * @param table with the model's inputs, the policy's and the target
   */
  public static PolicyOutcomes of(CreditEngine engine, Table table) {
    int[] target = table.target();
    Map<Outcome, List<Decision>> byOutcome = new EnumMap<>(Outcome.class);
    Map<Outcome, Integer> bads = new EnumMap<>(Outcome.class);
    Map<String, Integer> knockOuts = new TreeMap<>();
    for (int row = 0; row < table.rows(); row++) {
      Decision decision = engine.decide(Integer.toString(row + 1), null, table.fieldsOf(row));
      byOutcome.computeIfAbsent(decision.outcome(), added -> new ArrayList<>()).add(decision);
      bads.merge(decision.outcome(), target[row], Integer::sum);
      decision.knockOuts().forEach(rule -> knockOuts.merge(rule, 1, Integer::sum));
    }
    List<Row> rows = new ArrayList<>();
    byOutcome.forEach(
        (outcome, decisions) -> rows.add(row(outcome, decisions, bads.getOrDefault(outcome, 0))));
    return new PolicyOutcomes(
        engine.policy().header().id() + " " + engine.policy().header().version(),
        engine.policy().header().currency().toString(),
        rows,
        new LinkedHashMap<>(knockOuts));
  }

  private static Row row(Outcome outcome, List<Decision> decisions, int bads) {
    double meanPd = decisions.stream().mapToDouble(Decision::pd).average().orElse(0.0);
    double meanLimit = decisions.stream()
        .mapToDouble(decision -> decision.limit().doubleValue())
        .filter(limit -> limit > 0)
        .average()
        .orElse(0.0);
    return new Row(
        outcome, decisions.size(), bads, meanPd, BigDecimal.valueOf(Math.round(meanLimit)));
  }
}
