package io.probity.report;

import io.probity.metrics.BinomialTest;
import io.probity.metrics.CalibrationBin;
import io.probity.metrics.Gains;
import io.probity.metrics.GradeBacktest;
import io.probity.validation.DecisionFindings;
import io.probity.validation.FairnessFindings;
import io.probity.validation.Figure;
import io.probity.validation.Findings;
import io.probity.validation.GradeFindings;
import io.probity.validation.Measure;
import io.probity.validation.ShareShift;
import io.probity.validation.StabilityFindings;

/** The findings of one set of records as text. */
final class FindingsText {

  /** From here a shift is said to be some; Siddiqi, Credit Risk Scorecards, 2006. */
  private static final double SOME_SHIFT = 0.1;

  /** From here a shift is said to be large; the same source. */
  private static final double LARGE_SHIFT = 0.25;

  private final Findings findings;
  private final double level;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  FindingsText(Findings findings, double level, int width) {
    this.findings = findings;
    this.level = level;
    this.width = width;
  }

  String render() {
    figures("Ranking: how well the PD sorts goods from bads", Measure.Section.RANKING);
    figures("Calibration: whether the PDs are right", Measure.Section.CALIBRATION);
    calibration();
    gains();
    findings.grades().ifPresent(this::grades);
    findings.stability().ifPresent(this::stability);
    decisions();
    findings.fairness().forEach(this::fairness);
    return text.toString();
  }

  private void figures(String title, Measure.Section section) {
    TextTable table = TextTable.of("Figure", ">Value", interval(), ">p-value", "How, or why not");
    for (Measure measure : Measure.values()) {
      if (measure.section() == section) {
        Figure figure = findings.figure(measure);
        table.add(
            measure.label(),
            FigureText.value(figure),
            FigureText.interval(figure),
            FigureText.pValue(figure),
            FigureText.note(figure));
      }
    }
    add(title, table);
  }

  private String interval() {
    return Figures.count(100 * level) + "% interval";
  }

  private void calibration() {
    TextTable table =
        TextTable.of(">Records", ">Mean PD", ">Bad rate", ">Bads", interval() + " of the bad rate");
    for (CalibrationBin bin : findings.calibration()) {
      table.add(
          Figures.count(bin.weight()),
          Figures.percent(bin.meanPd()),
          Figures.percent(bin.badRate()),
          Figures.count(bin.bads()),
          FigureText.percents(bin.wilson(level)));
    }
    add("Calibration in bins of equally many records, the safest first", table);
  }

  private void gains() {
    if (findings.gains().isEmpty()) {
      return;
    }
    TextTable table = TextTable.of(">Riskiest", ">Bads among them", ">Lift", ">Bad rate");
    for (Gains.Row row : findings.gains()) {
      table.add(
          Figures.percent(row.share()),
          Figures.percent(row.capture()),
          Figures.decimals(row.lift(), 2),
          Figures.percent(row.badRate()));
    }
    add("Gains: the bads among the riskiest records", table);
  }

  private void grades(GradeFindings grades) {
    TextTable table = TextTable.of(
        "Grade",
        ">Records",
        ">Mean PD",
        ">Bads",
        ">Bad rate",
        ">Binomial p",
        ">Jeffreys p",
        "Light");
    for (GradeFindings.Row row : grades.rows()) {
      boolean empty = row.counts().rows() == 0;
      String[] test =
          row.outcome().map(outcome -> cells(outcome.test())).orElse(new String[] {"", "", ""});
      table.add(
          row.grade(),
          Figures.count(row.counts().weight()),
          empty ? "" : Figures.percent(row.meanPd()),
          Figures.count(row.counts().bads()),
          empty ? "" : Figures.percent(row.counts().badRate()),
          test[0],
          test[1],
          test[2]);
    }
    grades.backtest().ifPresent(all -> addAll(table, all));
    add("Grades: small p-values say that the PD is too low", table);
    if (!grades.untestable().isEmpty()) {
      text.append("Not tested: ").append(grades.untestable()).append('\n');
    }
    grades
        .backtest()
        .ifPresent(all -> text.append("Over the grades: Hosmer-Lemeshow ")
            .append(Figures.decimals(all.hosmerLemeshow().statistic(), 2))
            .append(" (p ")
            .append(FigureText.pValue(all.hosmerLemeshow().pValue()))
            .append("); grades with a lower bad rate than the one before: ")
            .append(all.orderViolations())
            .append('\n'));
  }

  private static void addAll(TextTable table, GradeBacktest all) {
    String[] test = cells(all.portfolio());
    table.add(
        "all",
        Figures.count(all.obligors()),
        Figures.percent(all.averagePd()),
        Figures.count(all.defaults()),
        Figures.percent((double) all.defaults() / all.obligors()),
        test[0],
        test[1],
        test[2]);
  }

  private static String[] cells(BinomialTest test) {
    return new String[] {
      FigureText.pValue(test.pValue()),
      FigureText.pValue(test.jeffreysPValue()),
      test.trafficLight().name()
    };
  }

  private void stability(StabilityFindings stability) {
    TextTable table =
        TextTable.of("Shares of", ">PSI", ">By chance alone", ">p-value", "Shift", "Why not");
    add(table, stability.score());
    add(table, stability.grades());
    stability.features().forEach(feature -> add(table, feature));
    add("Stability: the records beside those of the model's training", table);
  }

  private static void add(TextTable table, ShareShift shift) {
    boolean defined = shift.psi().isDefined();
    double psi = shift.psi().known().orElse(0.0);
    String verdict = psi < SOME_SHIFT ? "small" : psi < LARGE_SHIFT ? "some" : "LARGE";
    table.add(
        shift.name(),
        FigureText.value(shift.psi()),
        defined ? Figures.decimals(shift.expectedIfSame(), 4) : "-",
        FigureText.pValue(shift.psi()),
        defined ? verdict : "",
        defined ? "" : FigureText.note(shift.psi()));
  }

  private void decisions() {
    if (findings.decisions().isEmpty()) {
      return;
    }
    TextTable table = TextTable.of(
        "Approve",
        ">Approved",
        ">Bad rate",
        ">Goods in",
        ">Bads in",
        ">Goods out",
        ">Bads out",
        ">Bads kept out");
    for (DecisionFindings decision : findings.decisions()) {
      table.add(
          decision.cutOff().label(),
          FigureText.percent(decision.approvalRate()),
          FigureText.percent(decision.badRateOfApproved()),
          Figures.count(decision.approvedGoods()),
          Figures.count(decision.approvedBads()),
          Figures.count(decision.rejectedGoods()),
          Figures.count(decision.rejectedBads()),
          FigureText.percent(decision.badsRejected()));
    }
    add("Cut-offs: what each would have done to these records", table);
  }

  private void fairness(FairnessFindings fairness) {
    TextTable groups = TextTable.of(
        "Group", ">Records", ">Bad rate", ">Mean PD", ">Mean difference", ">p-value", "Remark");
    for (FairnessFindings.Group group : fairness.groups()) {
      groups.add(
          group.label(),
          Figures.count(group.counts().weight()),
          Figures.percent(group.counts().badRate()),
          Figures.percent(group.meanPd()),
          FigureText.value(group.meanDifference()),
          FigureText.pValue(group.meanDifference()),
          FigureText.note(group.meanDifference()));
    }
    add(
        "Fairness by " + fairness.field() + ", beside the group " + fairness.reference()
            + " (the model "
            + (fairness.usedByModel() ? "USES this field)" : "does not use this field)"),
        groups);
    treatments(fairness);
  }

  private void treatments(FairnessFindings fairness) {
    TextTable table = TextTable.of(
        "Approve",
        "Group",
        ">Approved",
        ">Impact ratio",
        ">Interval",
        "4/5",
        ">Goods' gap",
        ">p-value");
    for (int cutOff = 0; cutOff < findings.decisions().size(); cutOff++) {
      String label = findings.decisions().get(cutOff).cutOff().label();
      for (FairnessFindings.Group group : fairness.groups()) {
        FairnessFindings.Treatment treatment = group.treatments().get(cutOff);
        table.add(
            label,
            group.label(),
            Figures.percent(treatment.approvalRate()),
            FigureText.value(treatment.adverseImpact()),
            FigureText.shortInterval(treatment.adverseImpact()),
            treatment.belowFourFifths() ? "below" : "",
            FigureText.value(treatment.opportunityGap()),
            FigureText.pValue(treatment.opportunityGap()));
        label = "";
      }
    }
    if (!findings.decisions().isEmpty()) {
      text.append('\n').append(table.render(width));
      text.append(
              "Four fifths is a screening figure: below it a group should be looked at, it is no")
          .append(" finding by itself.\n");
    }
  }

  private void add(String title, TextTable table) {
    text.append('\n').append(title).append("\n\n").append(table.render(width));
  }
}
