package io.probity.report;

import io.probity.monitoring.DriftCounters;
import io.probity.monitoring.DriftReport;
import io.probity.monitoring.Stability;
import java.util.ArrayList;
import java.util.List;

/** Drift in words and tables. */
public final class DriftText {

  private static final int DIGITS = 4;

  private DriftText() {}

  /** Returns the report. */
  public static String of(DriftReport report, int width) {
    StringBuilder text = new StringBuilder();
    text.append(report.isAlarming() ? "ALARM" : "NO ALARM").append("  ");
    text.append(Figures.count(report.all().decisions()))
        .append(" decisions of model ")
        .append(report.model().id(), 0, 12)
        .append(" on ")
        .append(report.byDay().size())
        .append(" days\n");
    if (report.ofOtherModels() > 0) {
      text.append(Figures.count(report.ofOtherModels()))
          .append(" decisions of other models are not counted\n");
    }
    text.append("\nFeatures and score against the training population\n\n")
        .append(features(report.all()).render(width))
        .append("\nDays; outcomes, limits and reasons against the first ")
        .append(report.baselineDays())
        .append(" days\n\n");
    TextTable days = groups("Day");
    report
        .byDay()
        .forEach((day, counters) -> add(days, day.toString(), counters, report.baseline()));
    text.append(days.render(width));
    if (!report.bySegment().isEmpty()) {
      TextTable segments = groups("Segment");
      report
          .bySegment()
          .forEach((name, segment) -> add(segments, name, segment.all(), segment.baseline()));
      text.append("\nSegments, each against its own first days\n\n").append(segments.render(width));
    }
    text.append("\nAn index counts only above \"chance\", which equal populations of this size"
        + " exceed once in\n1,000 cases: from 0.10 WATCH, from 0.25 ALARM; TOO_FEW where even 0.25"
        + " could be chance.\n");
    return text.toString();
  }

  private static TextTable features(DriftCounters counters) {
    TextTable table = TextTable.of("Feature", ">PSI", ">Chance", "Verdict", ">Missing", ">Unseen");
    for (int i = 0; i < counters.features(); i++) {
      Stability stability = counters.feature(i);
      table.add(
          stability.name(),
          Figures.decimals(stability.psi(), DIGITS),
          chance(stability),
          stability.verdict().name(),
          Figures.percent(counters.missingRate(i)),
          Figures.percent(counters.unseenRate(i)));
    }
    Stability score = counters.score();
    return table.add(
        "(score)",
        Figures.decimals(score.psi(), DIGITS),
        chance(score),
        score.verdict().name(),
        "",
        "");
  }

  private static TextTable groups(String what) {
    return TextTable.of(
        what, ">Decisions", ">Granted", ">Mean limit", "Score", "Outcomes", "Limits", "Reasons");
  }

  private static void add(
      TextTable table, String name, DriftCounters counters, DriftCounters baseline) {
    table.add(
        name,
        Figures.count(counters.decisions()),
        Figures.percent(counters.approvalRate()),
        meanLimits(counters),
        verdict(counters.score()),
        verdict(counters.outcomesAgainst(baseline)),
        verdict(counters.limitsAgainst(baseline)),
        verdict(counters.reasonsAgainst(baseline)));
  }

  private static String meanLimits(DriftCounters counters) {
    List<String> means = new ArrayList<>();
    counters.meanLimits().forEach((currency, mean) -> means.add(currency + " " + mean));
    return means.isEmpty() ? "-" : String.join(", ", means);
  }

  private static String verdict(Stability stability) {
    return stability.verdict() + " " + Figures.decimals(stability.psi(), 2);
  }

  private static String chance(Stability stability) {
    return stability.chance() < 100 ? Figures.decimals(stability.chance(), DIGITS) : "-";
  }
}
