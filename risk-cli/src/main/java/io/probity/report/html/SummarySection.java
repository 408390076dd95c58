package io.probity.report.html;

import io.probity.metrics.Interval;
import io.probity.report.FigureText;
import io.probity.report.Figures;
import io.probity.schema.Target;
import io.probity.training.TrainingResult;
import io.probity.training.family.FamilyChoice;
import io.probity.training.honesty.Finding;
import io.probity.validation.Counts;
import io.probity.validation.Measure;
import io.probity.validation.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader should know first. */
final class SummarySection {

  private static final double LEVEL = 0.95;

  private final ModelReport report;
  private final List<Block> blocks = new ArrayList<>();

  private SummarySection(ModelReport report) {
    this.report = report;
  }

  static Section of(ModelReport report) {
    SummarySection section = new SummarySection(report);
    section.records();
    section.warnings();
    section.figures();
    report.training().ifPresent(section::beside);
    return new Section("summary", Words.of("summary.title"), section.blocks);
  }

  private void records() {
    Counts counts = report.validation().overall().counts();
    blocks.add(Block.text(Words.of(
        "summary.records." + report.records().name().toLowerCase(Locale.ROOT),
        Figures.count(counts.rows()),
        Figures.count(counts.bads()),
        Figures.percent(counts.badRate()))));
    Optional<Target> target = report.model().schema().target();
    if (target.isPresent()) {
      blocks.add(Block.text(Words.of(
          target.get().horizonAssumed() ? "summary.target.assumed" : "summary.target",
          target.get().event(),
          Integer.toString(target.get().horizonMonths()))));
    }
  }

  private void warnings() {
    report.warnings().forEach(text -> blocks.add(Block.warning(Words.text(text))));
    report.training().stream()
        .flatMap(training -> training.warnings().stream())
        .forEach(text -> blocks.add(Block.warning(Words.text(text))));
    report.training().stream()
        .flatMap(training -> training.findings().stream())
        .forEach(finding -> blocks.add(finding(finding)));
  }

  private static Block finding(Finding finding) {
    return new Block.Text(
        Words.text(finding.code() + ": " + finding.message()),
        finding.severity().name().toLowerCase(Locale.ROOT));
  }

  private void figures() {
    DataTable.Builder table = DataTable.of(
        Words.of("summary.figures"), "column.figure", ">column.value", "column.interval");
    for (Measure measure : List.of(
        Measure.AUC,
        Measure.GINI,
        Measure.KS,
        Measure.MEAN_PD,
        Measure.BAD_RATE,
        Measure.SLOPE,
        Measure.LOG_LOSS,
        Measure.BRIER)) {
      table.add(
          Cell.of(Words.of("measure." + measure.key())),
          Cell.figure(report.validation().figure(measure)),
          Cell.interval(FigureText.interval(report.validation().figure(measure))));
    }
    blocks.add(table.build());
  }

  /** Sets the models of the run beside each other. */
  private void beside(TrainingResult training) {
    DataTable.Builder table = DataTable.of(
        Words.of("summary.families"),
        "column.model",
        ">column.records",
        ">measure.auc",
        "column.interval",
        ">measure.ks",
        ">measure.logLoss");
    training
        .heldOut()
        .ifPresent(figures -> table.add(row("summary.families.heldOut", training, figures)));
    training
        .baseline()
        .ifPresent(figures -> table.add(row("summary.families.tribuo", training, figures)));
    table.add(row("summary.families.learned", training, training.learned()));
    blocks.add(table.build());
    if (training.families().size() > 1) {
      families(training);
    }
  }

  /** Sets the families that were compared on the same inner folds beside each other. */
  private void families(TrainingResult training) {
    DataTable.Builder table = DataTable.of(
        Words.of("summary.choice"),
        "column.family",
        ">measure.logLoss",
        ">column.aboveBest",
        ">column.standardError",
        "column.choice");
    for (FamilyChoice.Row row : training.families()) {
      table.add(
          Cell.text(row.family()),
          Cell.decimals(row.logLoss(), 5),
          Cell.decimals(row.difference(), 5),
          Cell.decimals(row.standardError(), 5),
          row.chosen() ? Cell.of(Words.of("summary.choice.taken")) : Cell.text(row.refusal()));
    }
    blocks.add(table.build());
  }

  private static Cell[] row(String key, TrainingResult training, Validation figures) {
    Interval auc = figures.discrimination().interval(LEVEL);
    return new Cell[] {
      Cell.of(Words.of(key, training.model().predictor().family())),
      Cell.count(figures.rows()),
      Cell.decimals(figures.discrimination().auc(), 4),
      Cell.interval(Figures.interval(auc, 4)),
      Cell.decimals(figures.ks().value(), 4),
      Cell.decimals(figures.logLoss().value(), 4)
    };
  }
}
