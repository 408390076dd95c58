package io.probity.report;

import io.probity.decision.Outcome;
import io.probity.monitoring.SemanticDiff;
import io.probity.monitoring.SwapFigures;
import io.probity.monitoring.SwapSet;
import io.probity.portfolio.StrategyComparison.Swap;
import io.probity.validation.Figure;
import io.probity.validation.ModelComparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Two models, and two policies, set against each other in words and tables. */
public final class ComparisonText {

  private static final int MOST_DIFFERENCES = 200;

  private final int width;

  /** Creates the text for a width in columns. */
  public ComparisonText(int width) {
    this.width = width;
  }

  /** Returns the paired tests. */
  public String tests(ModelComparison comparison) {
    TextTable table = TextTable.of("Paired", ">A", ">B", ">A - B", "95% interval", ">p", "How");
    add(table, "AUC", comparison.firstAuc(), comparison.secondAuc(), comparison.aucDifference());
    add(
        table,
        "Log-loss",
        comparison.firstLogLoss(),
        comparison.secondLogLoss(),
        comparison.logLossDifference());
    return table.render(width);
  }

  private static void add(
      TextTable table, String name, Figure first, Figure second, Figure difference) {
    table.add(
        name,
        FigureText.value(first),
        FigureText.value(second),
        FigureText.value(difference),
        FigureText.interval(difference),
        FigureText.pValue(difference),
        FigureText.note(difference));
  }

  /** Returns who would be decided on otherwise, and by how much, by policies of a currency. */
  public String swaps(SwapSet swaps, String currency) {
    return "\nSwap set: " + swapped(swaps) + "; limits rise for "
        + Figures.count(swaps.limitsRaised()) + " and fall for "
        + Figures.count(swaps.limitsLowered()) + ", in all from " + swaps.firstLimits() + " to "
        + swaps.secondLimits() + " " + currency + "\n\n" + transitions(swaps) + "\n"
        + approvals(swaps) + limits(swaps, currency);
  }

  /** Returns who would be decided on otherwise by two cut-offs, in words. */
  public String swaps(SwapSet swaps, String first, String second) {
    return "\nSwap set: " + swapped(swaps) + "; A approves " + first + ", B approves " + second
        + "\n\n" + transitions(swaps) + "\n" + approvals(swaps);
  }

  private static String swapped(SwapSet swaps) {
    return Figures.count(swaps.swapped()) + " of " + Figures.count(swaps.decisions())
        + " applications get another outcome";
  }

  private String transitions(SwapSet swaps) {
    TextTable table =
        TextTable.of("By A", "By B", ">Applications", ">Share", ">Known", ">Observed bad");
    forEach(swaps, (first, second, figures) -> {
      List<String> row = new ArrayList<>(List.of(first.name(), second.name()));
      row.addAll(counts(figures, swaps));
      table.add(row.toArray(new String[0]));
    });
    return table.render(width);
  }

  private String approvals(SwapSet swaps) {
    TextTable table =
        TextTable.of("Approved by", ">Applications", ">Share", ">Known", ">Observed bad");
    for (Swap swap : Swap.values()) {
      swaps.figures(swap).ifPresent(figures -> {
        List<String> row = new ArrayList<>(List.of(words(swap)));
        row.addAll(counts(figures, swaps));
        table.add(row.toArray(new String[0]));
      });
    }
    return table.render(width);
  }

  private static String words(Swap swap) {
    return switch (swap) {
      case BOTH -> "both";
      case ONLY_FIRST -> "only A: swapped out";
      case ONLY_SECOND -> "only B: swapped in";
      case NEITHER -> "neither";
    };
  }

  private static List<String> counts(SwapFigures figures, SwapSet swaps) {
    OptionalDouble observed = figures.observedBadRate();
    return List.of(
        Figures.count(figures.applications()),
        Figures.percent((double) figures.applications() / swaps.decisions()),
        Figures.count(figures.knownOutcomes()),
        observed.isPresent() ? Figures.percent(observed.getAsDouble()) : "");
  }

  private String limits(SwapSet swaps, String currency) {
    TextTable table = TextTable.of("By A", "By B", ">Sum", ">Median", ">Least", ">Most");
    forEach(swaps, (first, second, figures) -> {
      SwapFigures.LimitChange change = figures.limitChange();
      if (change.least().signum() != 0 || change.most().signum() != 0) {
        addChange(first.name(), second.name(), change, table);
      }
    });
    swaps
        .otherLimits()
        .ifPresent(all -> addChange("all whose limit", "changes", all.limitChange(), table));
    return swaps.otherLimits().isEmpty()
        ? ""
        : "\nChange of the limit, " + currency + ", B - A\n\n" + table.render(width);
  }

  private static void addChange(
      String first, String second, SwapFigures.LimitChange change, TextTable table) {
    table.add(
        first,
        second,
        amount(change.sum()),
        amount(change.median()),
        amount(change.least()),
        amount(change.most()));
  }

  private static String amount(BigDecimal value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  /** Takes the figures of a pair of outcomes. */
  private interface Transition {
    void take(Outcome first, Outcome second, SwapFigures figures);
  }

  private static void forEach(SwapSet swaps, Transition each) {
    for (Outcome first : Outcome.values()) {
      for (Outcome second : Outcome.values()) {
        swaps.figures(first, second).ifPresent(figures -> each.take(first, second, figures));
      }
    }
  }

  /** Returns the shift of PDs. */
  public String shift(SwapSet swaps) {
    TextTable table =
        TextTable.of("Segment", ">Records", ">Mean PD of A", ">Mean PD of B", ">B - A");
    new TreeMap<>(swaps.segments())
        .forEach((segment, shift) -> table.add(
            segment,
            Figures.count(shift.records()),
            Figures.percent(shift.firstMean()),
            Figures.percent(shift.secondMean()),
            Figures.percent(shift.secondMean() - shift.firstMean())));
    return "\nShift of the PD\n\n" + table.render(width);
  }

  /** Returns what is said differently. */
  public String differences(String what, List<SemanticDiff.Difference> differences) {
    if (differences.isEmpty()) {
      return "\n" + what + ": no difference\n";
    }
    StringBuilder out = new StringBuilder(
        "\n" + what + ": " + Figures.count(differences.size()) + " differences, A -> B\n\n");
    differences.stream().limit(MOST_DIFFERENCES).forEach(found -> out.append(lines(found)));
    if (differences.size() > MOST_DIFFERENCES) {
      out.append("... and " + (differences.size() - MOST_DIFFERENCES) + " more\n");
    }
    return out.toString();
  }

  /** Returns a difference on one line, or on three where that would be wider than the terminal. */
  private String lines(SemanticDiff.Difference found) {
    String place = DisplayWidth.safe(found.place());
    String first = DisplayWidth.safe(found.first());
    String second = DisplayWidth.safe(found.second());
    String line = place + ": " + first + " -> " + second;
    return DisplayWidth.of(line) <= width
        ? line + "\n"
        : place + "\n    A  " + first + "\n    B  " + second + "\n";
  }
}
