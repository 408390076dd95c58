package io.probity.report;

import io.probity.decision.Outcome;
import io.probity.portfolio.AlternativeSearch;
import io.probity.portfolio.DecidedCase;
import io.probity.portfolio.OutcomeFairness;
import io.probity.portfolio.StrategyComparison;
import io.probity.portfolio.StrategyFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Strategies beside each other for a person. */
public final class StrategyReport {

  private static final String[] FIGURES = {
    ">All", ">Approved", ">Rate", ">PD", ">Observed", ">Exposure", ">Loss", ">Capital", ">Profit"
  };

  private StrategyReport() {}

  /** Returns the figures of two strategies, the swap set and the cut-off curve. */
  public static String text(StrategyComparison comparison, int width, boolean segments) {
    TextTable table = table("Policy");
    add(table, "first", comparison.all().first());
    add(table, "second", comparison.all().second());
    StringBuilder out = new StringBuilder(table.render(width));
    if (segments) {
      TextTable by = table("Segment, policy");
      comparison.bySegment().forEach((segment, pair) -> {
        add(by, segment + ", first", pair.first());
        add(by, segment + ", second", pair.second());
      });
      out.append('\n').append(by.render(width));
    }
    TextTable swaps = table("Approved by");
    comparison.swapSet().forEach((swap, figures) -> add(swaps, words(swap), figures));
    out.append('\n').append(swaps.render(width));
    TextTable curve = TextTable.of(">PD up to", ">Approved", ">Mean PD", ">Observed");
    for (StrategyComparison.CutOffPoint point : comparison.curve()) {
      OptionalDouble observed = point.knownOutcomes() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) point.observedBads() / point.knownOutcomes());
      curve.add(
          String.format(Locale.ROOT, "%.4f", point.pd()),
          BarChart.percent(point.approvalRate()),
          percent(OptionalDouble.of(point.expectedBadRate())),
          percent(observed));
    }
    return out.append("\nEverybody up to a PD\n").append(curve.render(width)).toString();
  }

  /**
   * What a policy does in a scenario.
   *
   * @param decided what is decided in it
   * @param held what was approved before it, with the PDs and the funding that it brings
   */
  public record InScenario(List<DecidedCase> decided, List<DecidedCase> held) {

    /** Copies the lists. */
    public InScenario {
      decided = List.copyOf(decided);
      held = List.copyOf(held);
    }
  }

  /** Returns how outcomes, limits, loss and profit move; the first scenario is now. */
  public static String stress(Map<String, InScenario> scenarios, int[] bad, int width) {
    TextTable decided = table("Decided anew");
    TextTable held = table("Granted before");
    scenarios.forEach((name, one) -> {
      add(decided, name, StrategyFigures.of(one.decided(), bad, i -> true));
      add(held, name, StrategyFigures.of(one.held(), bad, i -> true));
    });
    List<String> header = new ArrayList<>(List.of("Outcome"));
    scenarios.keySet().forEach(name -> header.add(">" + name));
    TextTable outcomes = TextTable.of(header.toArray(new String[0]));
    for (Outcome outcome : Outcome.values()) {
      List<String> row = new ArrayList<>(List.of(outcome.name()));
      scenarios.values().forEach(one -> row.add(count(one.decided(), outcome)));
      outcomes.add(row.toArray(new String[0]));
    }
    return decided.render(width) + "\n" + held.render(width) + "\n" + outcomes.render(width);
  }

  /**
   * Returns how groups are treated.
   *
   * @param policy which policy treats them so
   * @param alike whether figures of those alike in business factors are shown
   */
  public static String fairness(String policy, OutcomeFairness fairness, int width, boolean alike) {
    TextTable table =
        TextTable.of("Group", ">Applicants", ">Approved", ">AIR", ">95%", ">Limit", ">Rate", "");
    TextTable among = TextTable.of("Group, alike", ">Odds of approval", ">Limit", ">Rate");
    for (OutcomeFairness.Group group : fairness.groups()) {
      table.add(
          group.name(),
          Integer.toString(group.applicants()),
          BarChart.percent(group.approvalRate()),
          number(group.adverseImpact()),
          group
              .adverseImpactInterval()
              .map(i -> String.format(Locale.ROOT, "%.2f to %.2f", i.low(), i.high()))
              .orElse(""),
          number(group.limitDifference()),
          number(group.rateDifference()),
          group.isSmall() ? "small sample" : "");
      among.add(
          group.name(),
          number(group.conditionalOddsRatio()),
          number(group.conditionalLimitDifference()),
          number(group.conditionalRateDifference()));
    }
    return "\nGroups beside " + fairness.reference() + ", by the " + policy
        + " policy: adverse\nimpact ratio (below 0.80 deserves a look), and mean limit and rate of"
        + " the approved in standard deviations\n" + table.render(width)
        + (alike ? among.render(width) : "");
  }

  /** Returns the alternatives by rank, and which of them is less discriminatory. */
  public static String alternatives(AlternativeSearch search, double mostLoss, int width) {
    TextTable table =
        TextTable.of("Strategy", ">Approved", ">Profit", ">Loss of it", ">Least AIR", "");
    addAlternative(table, search.baseline(), "baseline");
    for (AlternativeSearch.Alternative one : search.alternatives()) {
      boolean isBest = search.best().filter(one::equals).isPresent();
      addAlternative(
          table, one, isBest ? "less discriminatory" : one.isWithinLoss() ? "" : "loses too much");
    }
    String found = search
        .best()
        .map(one -> one.name() + " is less discriminatory at a loss of at most "
            + percent(OptionalDouble.of(mostLoss)) + " of the profit")
        .orElse("None is less discriminatory at a loss of at most "
            + percent(OptionalDouble.of(mostLoss)) + " of the profit");
    return table.render(width) + "\n" + found + "\n";
  }

  private static void addAlternative(
      TextTable table, AlternativeSearch.Alternative one, String remark) {
    table.add(
        one.name(),
        BarChart.percent(one.approvalRate()),
        amount(one.profit()),
        percent(one.profitLoss()),
        number(one.leastRatio()),
        remark);
  }

  private static TextTable table(String first) {
    String[] header = new String[FIGURES.length + 1];
    header[0] = first;
    System.arraycopy(FIGURES, 0, header, 1, FIGURES.length);
    return TextTable.of(header);
  }

  private static void add(TextTable table, String name, StrategyFigures figures) {
    table.add(
        name,
        Integer.toString(figures.applicants()),
        Integer.toString(figures.approved()),
        BarChart.percent(figures.approvalRate()),
        percent(figures.expectedBadRate()),
        percent(figures.observedBadRate()),
        amount(figures.exposure()),
        amount(figures.expectedLoss()),
        amount(figures.capital()),
        amount(figures.profit()));
  }

  private static String words(StrategyComparison.Swap swap) {
    return switch (swap) {
      case BOTH -> "both";
      case ONLY_FIRST -> "only first";
      case ONLY_SECOND -> "only second";
      case NEITHER -> "neither";
    };
  }

  private static String count(List<DecidedCase> cases, Outcome outcome) {
    return Long.toString(cases.stream().filter(one -> one.outcome() == outcome).count());
  }

  private static String percent(OptionalDouble fraction) {
    return fraction.isPresent()
        ? String.format(Locale.ROOT, "%.2f%%", 100 * fraction.getAsDouble())
        : "";
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
  }

  private static String amount(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
