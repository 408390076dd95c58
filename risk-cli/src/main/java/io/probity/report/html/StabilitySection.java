package io.probity.report.html;

import io.probity.input.JsonText;
import io.probity.metrics.Interval;
import io.probity.report.FigureText;
import io.probity.validation.BinComparison;
import io.probity.validation.Breakdown;
import io.probity.validation.Figure;
import io.probity.validation.Measure;
import io.probity.validation.ShareShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether the population, and the model on it, stayed as they were; segments too. */
final class StabilitySection {

  private static final int DIGITS = 4;

  private StabilitySection() {}

  static Section stability(ModelReport report) {
    List<Block> blocks = new ArrayList<>();
    report.validation().overall().stability().ifPresent(found -> {
      List<ShareShift> shifts = new ArrayList<>(List.of(found.score(), found.grades()));
      shifts.addAll(found.features());
      blocks.add(shifts(shifts));
    });
    List<BinComparison> turned =
        report.bins().stream().filter(comparison -> !comparison.isOrderKept()).toList();
    if (!turned.isEmpty()) {
      blocks.add(inversions(turned));
    }
    report.validation().breakdowns().stream().filter(Breakdown::byTime).forEach(periods -> {
      blocks.add(chart(periods));
      blocks.add(parts(periods));
    });
    if (report.validation().breakdowns().stream().noneMatch(Breakdown::byTime)) {
      blocks.add(Block.text(Words.of("stability.noDate")));
    }
    return new Section("stability", Words.of("stability.title"), blocks);
  }

  private static Block shifts(List<ShareShift> shifts) {
    DataTable.Builder table = DataTable.of(
        Words.of("stability.shifts"),
        "column.what",
        ">column.psi",
        ">column.psiChance",
        "column.p",
        "column.note");
    for (ShareShift shift : shifts) {
      boolean known = shift.psi().known().isPresent();
      table.add(
          Cell.text(shift.name()),
          Cell.figure(shift.psi()),
          known ? Cell.decimals(shift.expectedIfSame(), DIGITS) : Cell.EMPTY,
          Cell.text(FigureText.pValue(shift.psi())),
          Cell.text(known ? "" : FigureText.note(shift.psi())));
    }
    return table.build();
  }

  private static Block inversions(List<BinComparison> comparisons) {
    DataTable.Builder table = DataTable.of(
        Words.of("stability.turned"),
        "column.field",
        "column.wasRiskier",
        "column.isRiskier",
        ">column.p");
    for (BinComparison comparison : comparisons) {
      comparison
          .inversions()
          .forEach(turn -> table.add(
              Cell.text(comparison.feature()),
              Cell.text(comparison.bins().get(turn.first()).label()),
              Cell.text(comparison.bins().get(turn.second()).label()),
              Cell.number(turn.pValue(), FigureText.pValue(turn.pValue()))));
    }
    return table.build();
  }

  private static Block chart(Breakdown periods) {
    return Chart.of("periods", Words.of("stability.periods"), out -> {
      out.beginList("parts");
      for (Breakdown.Part part : periods.parts()) {
        out.beginObject().put("label", part.label());
        out.put("records", part.counts().weight()).put("rate", part.counts().badRate());
        part.findings().ifPresent(findings -> {
          put(out, "pd", findings.figure(Measure.MEAN_PD));
          put(out, "auc", findings.figure(Measure.AUC));
          interval(findings.figure(Measure.AUC))
              .ifPresent(ends -> out.put("low", ends.low()).put("high", ends.high()));
          findings.stability().ifPresent(found -> put(out, "psi", found.score().psi()));
        });
        out.endObject();
      }
      out.endList();
    });
  }

  private static void put(JsonText out, String key, Figure figure) {
    OptionalDouble known = figure.known();
    if (known.isPresent()) {
      out.put(key, known.getAsDouble());
    }
  }

  private static Optional<Interval> interval(Figure figure) {
    return figure instanceof Figure.Known known ? known.interval() : Optional.empty();
  }

  static Section segments(ModelReport report) {
    List<Block> blocks = new ArrayList<>();
    report.validation().breakdowns().stream()
        .filter(breakdown -> !breakdown.byTime())
        .forEach(breakdown -> blocks.add(parts(breakdown)));
    return new Section("segments", Words.of("segments.title"), blocks);
  }

  private static Block parts(Breakdown breakdown) {
    DataTable.Builder table = DataTable.of(
        Words.of("segments.by", breakdown.name()),
        "column.part",
        ">column.records",
        ">column.bads",
        ">column.badRate",
        ">column.meanPd",
        ">measure.auc",
        "column.interval",
        ">measure.ks",
        ">column.psi",
        "column.note");
    for (Breakdown.Part part : breakdown.parts()) {
      List<Cell> cells = new ArrayList<>(List.of(
          Cell.text(part.label()),
          Cell.count(part.counts().weight()),
          Cell.count(part.counts().bads()),
          Cell.percent(part.counts().badRate())));
      if (part.findings().isPresent()) {
        var findings = part.findings().get();
        cells.add(Cell.percent(findings.figure(Measure.MEAN_PD)));
        cells.add(Cell.figure(findings.figure(Measure.AUC)));
        cells.add(Cell.interval(FigureText.shortInterval(findings.figure(Measure.AUC))));
        cells.add(Cell.figure(findings.figure(Measure.KS)));
        cells.add(
            findings.stability().map(found -> Cell.figure(found.score().psi())).orElse(Cell.EMPTY));
      } else {
        cells.addAll(List.of(Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY));
      }
      cells.add(Cell.text(part.tooFew()));
      table.add(cells.toArray(new Cell[0]));
    }
    return table.build();
  }
}
