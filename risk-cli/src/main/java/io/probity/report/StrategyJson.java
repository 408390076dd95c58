package io.probity.report;

import io.probity.decision.Outcome;
import io.probity.input.JsonText;
import io.probity.portfolio.AlternativeSearch;
import io.probity.portfolio.DecidedCase;
import io.probity.portfolio.OutcomeFairness;
import io.probity.portfolio.StrategyComparison;
import io.probity.portfolio.StrategyFigures;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Strategies as JSON; a figure that cannot be had is null. */
public final class StrategyJson {

  private StrategyJson() {}

  /**
   * Returns two strategies beside each other.
   *
   * @param unlike how many of the newly approved are unlike everybody approved before, by feature
   * @param fairness how groups are treated, by policy; empty where no groups were stated
   */
  public static String comparison(
      StrategyComparison comparison,
      Map<String, Integer> unlike,
      Map<String, OutcomeFairness> fairness) {
    JsonText out = JsonText.pretty().beginObject();
    writePair(out, comparison.all());
    out.beginList("segments");
    comparison.bySegment().forEach((segment, pair) -> {
      out.beginObject().put("segment", segment);
      writePair(out, pair);
      out.endObject();
    });
    out.endList().beginObject("swapSet");
    comparison.swapSet().forEach((swap, figures) -> write(out, swap.name(), figures));
    out.endObject().beginList("cutOffs");
    for (StrategyComparison.CutOffPoint point : comparison.curve()) {
      out.beginObject().put("pd", point.pd()).put("approvalRate", point.approvalRate());
      out.put("expectedBadRate", point.expectedBadRate());
      out.put("knownOutcomes", point.knownOutcomes()).put("observedBads", point.observedBads());
      out.endObject();
    }
    out.endList().beginObject("unlike").put("byPdOrSegment", comparison.unlike());
    out.beginObject("byFeature");
    unlike.forEach(out::put);
    out.endObject().endObject();
    if (!fairness.isEmpty()) {
      out.beginObject("fairness");
      fairness.forEach((policy, of) -> write(out, policy, of));
      out.endObject();
    }
    return out.endObject() + "\n";
  }

  /** Returns a policy in scenarios. */
  public static String stress(Map<String, StrategyReport.InScenario> scenarios, int[] bad) {
    JsonText out = JsonText.pretty().beginObject().beginList("scenarios");
    scenarios.forEach((name, one) -> {
      out.beginObject().put("name", name);
      write(out, "decidedAnew", StrategyFigures.of(one.decided(), bad, i -> true));
      write(out, "grantedBefore", StrategyFigures.of(one.held(), bad, i -> true));
      out.beginObject("outcomes");
      for (Outcome outcome : Outcome.values()) {
        out.put(outcome.name(), count(one.decided(), outcome));
      }
      out.endObject().endObject();
    });
    return out.endList().endObject() + "\n";
  }

  /** Returns a search for a less discriminatory alternative. */
  public static String alternatives(AlternativeSearch search, double mostLoss) {
    JsonText out = JsonText.pretty().beginObject().put("mostLoss", mostLoss);
    out.beginObject("baseline");
    write(out, search.baseline());
    out.endObject().beginList("alternatives");
    for (AlternativeSearch.Alternative one : search.alternatives()) {
      out.beginObject();
      write(out, one);
      out.endObject();
    }
    out.endList();
    search.best().ifPresentOrElse(one -> out.put("best", one.name()), () -> out.putNull("best"));
    return out.endObject() + "\n";
  }

  private static long count(List<DecidedCase> cases, Outcome outcome) {
    return cases.stream().filter(one -> one.outcome() == outcome).count();
  }

  private static void write(JsonText out, AlternativeSearch.Alternative one) {
    out.put("name", one.name()).put("approvalRate", one.approvalRate());
    out.put("profit", one.profit());
    put(out, "profitLoss", one.profitLoss());
    put(out, "leastAdverseImpact", one.leastRatio());
    out.put("withinLoss", one.isWithinLoss());
    write(out, "fairness", one.fairness());
  }

  private static void writePair(JsonText out, StrategyComparison.Pair pair) {
    write(out, "first", pair.first());
    write(out, "second", pair.second());
  }

  private static void write(JsonText out, String key, StrategyFigures figures) {
    out.beginObject(key).put("applicants", figures.applicants());
    out.put("approved", figures.approved()).put("approvalRate", figures.approvalRate());
    put(out, "expectedBadRate", figures.expectedBadRate());
    put(out, "observedBadRate", figures.observedBadRate());
    out.put("exposure", figures.exposure()).put("expectedLoss", figures.expectedLoss());
    out.put("capital", figures.capital()).put("profit", figures.profit()).endObject();
  }

  private static void write(JsonText out, String key, OutcomeFairness fairness) {
    out.beginObject(key).put("reference", fairness.reference()).beginList("groups");
    for (OutcomeFairness.Group group : fairness.groups()) {
      out.beginObject().put("name", group.name()).put("applicants", group.applicants());
      out.put("approvalRate", group.approvalRate());
      put(out, "adverseImpact", group.adverseImpact());
      group.adverseImpactInterval().ifPresent(interval -> {
        out.put("adverseImpactLow", interval.low());
        out.put("adverseImpactHigh", interval.high());
      });
      put(out, "conditionalOddsRatio", group.conditionalOddsRatio());
      put(out, "limitDifference", group.limitDifference());
      put(out, "rateDifference", group.rateDifference());
      put(out, "conditionalLimitDifference", group.conditionalLimitDifference());
      put(out, "conditionalRateDifference", group.conditionalRateDifference());
      out.put("smallSample", group.isSmall()).endObject();
    }
    out.endList().endObject();
  }

  private static void put(JsonText out, String key, OptionalDouble value) {
    if (value.isPresent()) {
      out.put(key, value.getAsDouble());
    } else {
      out.putNull(key);
    }
  }
}
