package io.probity.report;

import io.probity.decision.Outcome;
import io.probity.monitoring.SemanticDiff;
import io.probity.monitoring.SwapSet;
import io.probity.validation.Figure;
import io.probity.validation.ModelComparison;
import java.util.List;
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

  /** Returns who would be decided on otherwise. */
  public String swaps(SwapSet swaps) {
    TextTable table = TextTable.of("By A", "By B", ">Applications", ">Share");
    for (Outcome first : Outcome.values()) {
      for (Outcome second : Outcome.values()) {
        long count = swaps.count(first, second);
        if (count > 0) {
          table.add(
              first.name(),
              second.name(),
              Figures.count(count),
              Figures.percent((double) count / swaps.decisions()));
        }
      }
    }
    return "\nSwap set: " + Figures.count(swaps.swapped()) + " of "
        + Figures.count(swaps.decisions()) + " applications get another outcome; limits rise for "
        + Figures.count(swaps.limitsRaised()) + " and fall for "
        + Figures.count(swaps.limitsLowered()) + ", in all from " + swaps.firstLimits() + " to "
        + swaps.secondLimits() + "\n\n" + table.render(width);
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
    TextTable table = TextTable.of("Place", "A", "B");
    differences.stream()
        .limit(MOST_DIFFERENCES)
        .forEach(found -> table.add(found.place(), found.first(), found.second()));
    String rest = differences.size() > MOST_DIFFERENCES
        ? "... and " + (differences.size() - MOST_DIFFERENCES) + " more\n"
        : "";
    return "\n" + what + ": " + differences.size() + " differences\n\n" + table.render(width)
        + rest;
  }
}
