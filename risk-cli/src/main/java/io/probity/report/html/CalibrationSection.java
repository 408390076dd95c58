package io.probity.report.html;

import io.probity.metrics.CalibrationBin;
import io.probity.metrics.GradeBacktest;
import io.probity.metrics.GradeOutcome;
import io.probity.metrics.Interval;
import io.probity.metrics.Proportion;
import io.probity.model.MasterScale;
import io.probity.report.FigureText;
import io.probity.report.Figures;
import io.probity.training.TrainingResult;
import io.probity.training.calibration.CalibrationTraining;
import io.probity.training.grades.Grades;
import io.probity.validation.GradeFindings;
import io.probity.validation.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the PDs are right, for all records and by grade. */
final class CalibrationSection {

  private final ModelReport report;
  private final double level;

  private CalibrationSection(ModelReport report) {
    this.report = report;
    this.level = report.validation().settings().level();
  }

  static Section calibration(ModelReport report) {
    CalibrationSection section = new CalibrationSection(report);
    List<Block> blocks = new ArrayList<>();
    report
        .training()
        .map(TrainingResult::calibration)
        .ifPresent(made -> blocks.add(Block.text(method(made))));
    List<CalibrationBin> bins = report.validation().overall().calibration();
    if (!bins.isEmpty()) {
      blocks.add(section.chart(bins));
      blocks.add(section.table(bins));
    }
    blocks.add(RankingSection.figures(report, Measure.Section.CALIBRATION));
    return new Section("calibration", Words.of("calibration.title"), blocks);
  }

  private static Words method(CalibrationTraining made) {
    return Words.of(
        "calibration.method",
        made.method().name().toLowerCase(Locale.ROOT),
        Figures.percent(made.meanPd()),
        Figures.percent(made.badRate()));
  }

  private Block chart(List<CalibrationBin> bins) {
    return Chart.of("calibration", Words.of("calibration.chart"), out -> {
      out.beginList("bins");
      for (CalibrationBin bin : bins) {
        Interval interval = bin.wilson(level);
        out.beginObject().put("pd", bin.meanPd()).put("rate", bin.badRate());
        out.put("low", interval.low()).put("high", interval.high());
        out.put("records", bin.weight()).endObject();
      }
      out.endList();
    });
  }

  private Block table(List<CalibrationBin> bins) {
    DataTable.Builder table = DataTable.of(
        Words.of("calibration.table"),
        ">column.records",
        ">column.meanPd",
        ">column.bads",
        ">column.expectedBads",
        ">column.badRate",
        "column.interval");
    bins.forEach(bin -> table.add(
        Cell.count(bin.weight()),
        Cell.percent(bin.meanPd()),
        Cell.count(bin.bads()),
        Cell.decimals(bin.expectedBads(), 1),
        Cell.percent(bin.badRate()),
        Cell.percents(bin.wilson(level))));
    return table.build();
  }

  static Section grades(ModelReport report) {
    CalibrationSection section = new CalibrationSection(report);
    List<Block> blocks = new ArrayList<>();
    Optional<GradeFindings> grades = report.validation().overall().grades();
    if (grades.isPresent()) {
      blocks.add(section.gradeChart(grades.get()));
      blocks.add(section.gradeTable(grades.get()));
      Optional<GradeBacktest> backtest = grades.get().backtest();
      if (backtest.isPresent()) {
        blocks.add(Block.text(Words.of(
            "grades.portfolio",
            FigureText.pValue(backtest.get().portfolio().pValue()),
            Integer.toString(backtest.get().orderViolations()),
            Figures.decimals(backtest.get().herfindahl(), 3))));
      }
      if (!grades.get().untestable().isEmpty()) {
        blocks.add(Block.warning(Words.text(grades.get().untestable())));
      }
    }
    report
        .training()
        .map(TrainingResult::grades)
        .ifPresent(made -> blocks.add(learnedGrades(made)));
    return new Section("grades", Words.of("grades.title"), blocks);
  }

  private Block gradeChart(GradeFindings grades) {
    return Chart.of("grades", Words.of("grades.chart"), out -> {
      out.beginList("grades");
      for (GradeFindings.Row row : grades.rows()) {
        double records = row.counts().weight();
        out.beginObject().put("label", row.grade()).put("records", records);
        if (records > 0) {
          Interval interval = new Proportion(row.counts().bads(), records).wilson(level);
          out.put("pd", row.meanPd()).put("rate", row.counts().badRate());
          out.put("low", interval.low()).put("high", interval.high());
        }
        out.endObject();
      }
      out.endList();
    });
  }

  private Block gradeTable(GradeFindings grades) {
    MasterScale scale = report.model().grades();
    DataTable.Builder table = DataTable.of(
        Words.of("grades.table"),
        "column.grade",
        ">column.pdBelow",
        ">column.records",
        ">column.bads",
        ">column.meanPd",
        ">column.badRate",
        ">column.binomial",
        ">column.jeffreys",
        "column.light");
    for (int i = 0; i < grades.rows().size(); i++) {
      GradeFindings.Row row = grades.rows().get(i);
      boolean empty = !(row.counts().weight() > 0);
      Optional<GradeOutcome> outcome = row.outcome();
      table.add(
          Cell.text(row.grade()),
          Cell.percent(scale.grades().get(i).pdBelow()),
          Cell.count(row.counts().weight()),
          Cell.count(row.counts().bads()),
          empty ? Cell.EMPTY : Cell.percent(row.meanPd()),
          empty ? Cell.EMPTY : Cell.percent(row.counts().badRate()),
          outcome.map(found -> pValue(found.test().pValue())).orElse(Cell.EMPTY),
          outcome.map(found -> pValue(found.test().jeffreysPValue())).orElse(Cell.EMPTY),
          outcome.map(CalibrationSection::light).orElse(Cell.EMPTY));
    }
    return table.build();
  }

  private static Cell pValue(double p) {
    return Cell.number(p, FigureText.pValue(p));
  }

  private static Cell light(GradeOutcome outcome) {
    String light = outcome.test().trafficLight().name().toLowerCase(Locale.ROOT);
    return Cell.of(Words.of("light." + light)).toned("light-" + light);
  }

  private static Block learnedGrades(Grades made) {
    DataTable.Builder table = DataTable.of(
        Words.of("grades.learned"),
        "column.grade",
        ">column.records",
        ">column.share",
        ">column.meanPd",
        ">column.badRate",
        "column.interval");
    made.rows()
        .forEach(row -> table.add(
            Cell.text(row.grade()),
            Cell.count(row.records()),
            Cell.percent(row.share()),
            Cell.percent(row.meanPd()),
            Cell.percent(row.badRate()),
            row.records() > 0 ? Cell.percents(row.interval()) : Cell.EMPTY));
    return table.build();
  }
}
