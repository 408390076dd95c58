package io.probity.report;

import io.probity.binning.Bin;
import io.probity.binning.BinTable;
import io.probity.binning.Binning;
import io.probity.input.JsonText;
import io.probity.model.AdditiveModel;
import io.probity.model.MasterScale;
import io.probity.model.Scorecard;
import io.probity.training.TrainingResult;
import io.probity.training.additive.AdditiveTraining;
import io.probity.training.binning.BinningResult;
import io.probity.training.boosted.BoostedTraining;
import io.probity.training.calibration.CalibrationTraining;
import io.probity.training.family.FamilyChoice;
import io.probity.training.grades.Grades;
import io.probity.training.honesty.Finding;
import io.probity.training.logistic.Coefficient;
import io.probity.training.logistic.DesignMatrix;
import io.probity.training.rounding.RoundingReport;
import io.probity.training.scorecard.ScorecardTraining;
import io.probity.training.selection.Funnel;
import io.probity.validation.Validation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came out of a training run, as text and as JSON. */
public final class TrainingReport {

  private static final double LEVEL = 0.95;
  private static final int MOST_NAMED = 10;

  private final TrainingResult result;
  private final int width;
  private final boolean unicode;

  private TrainingReport(TrainingResult result, int width, boolean unicode) {
    this.result = result;
    this.width = width;
    this.unicode = unicode;
  }

  /**
   * Returns the report for people: the IV table, the points table and the figures.
   *
   * @param width the width of the terminal
   * @param unicode whether block characters can be shown
   */
  public static String text(TrainingResult result, int width, boolean unicode) {
    TrainingReport report = new TrainingReport(result, width, unicode);
    StringBuilder text = new StringBuilder();
    text.append(report.ivTable()).append('\n');
    if (result.trained() instanceof ScorecardTraining trained) {
      text.append(report.coefficients(trained)).append('\n');
    }
    if (result.model().predictor() instanceof Scorecard card) {
      text.append(report.pointsTable(card)).append('\n');
    }
    if (result.model().predictor() instanceof AdditiveModel additive) {
      text.append(AdditiveTables.text(additive, width)).append('\n');
    }
    if (result.trained() instanceof AdditiveTraining trained) {
      text.append(AdditiveTables.chosen(trained)).append('\n');
    }
    if (result.trained() instanceof BoostedTraining trained) {
      text.append(BoostedTables.text(trained, width)).append('\n');
    }
    if (result.families().size() > 1) {
      text.append(report.families()).append('\n');
    }
    return text.append(report.grades())
        .append('\n')
        .append(report.figures())
        .append(report.evidence())
        .toString();
  }

  private String ivTable() {
    Map<String, Funnel.Entry> fate = result.funnel().entries().stream()
        .collect(Collectors.toMap(Funnel.Entry::field, entry -> entry));
    BarChart chart = new BarChart();
    result.trained().candidates().stream()
        .sorted(Comparator.comparingDouble(TrainingReport::iv).reversed())
        .forEach(binned -> {
          Funnel.Entry entry = fate.get(binned.field().name());
          String note = entry == null ? "" : note(entry);
          chart.add(
              binned.field().name(), iv(binned), Figures.decimals(iv(binned), 4) + "  " + note);
        });
    StringBuilder text =
        new StringBuilder("Information value of the features (records learned from)\n\n");
    text.append(chart.render(Math.min(30, width / 4), unicode));
    for (Funnel.Entry entry : result.funnel().entries()) {
      if (result.trained().candidates().stream()
          .noneMatch(b -> b.field().name().equals(entry.field()))) {
        text.append(entry.field()).append(": left out, ").append(note(entry)).append('\n');
      }
    }
    return text.toString();
  }

  private static String note(Funnel.Entry entry) {
    String detail = entry.detail().isEmpty() ? "" : ": " + entry.detail();
    return entry.dropped().map(reason -> reason.name() + detail).orElse("");
  }

  private static double iv(BinningResult result) {
    return result.binning().map(binning -> binning.table().informationValue()).orElse(0.0);
  }

  private String coefficients(ScorecardTraining trained) {
    TextTable table = TextTable.of("Coefficient", ">Estimate", ">Error", ">z", ">nominal p");
    for (Coefficient coefficient : trained.fit().coefficients()) {
      table.add(
          coefficient.name().equals(DesignMatrix.INTERCEPT) ? "(intercept)" : coefficient.name(),
          Figures.decimals(coefficient.estimate(), 4),
          Figures.decimals(coefficient.standardError(), 4),
          Figures.decimals(coefficient.z(), 2),
          Figures.decimals(coefficient.pValue(), 4));
    }
    return "Logistic regression of bad on WOE; a right-signed coefficient is negative\n\n"
        + table.render(width);
  }

  private String pointsTable(Scorecard card) {
    TextTable table = TextTable.of("Feature", "Bin", ">Records", ">Bad rate", ">WOE", ">Points");
    for (Scorecard.Term term : card.terms()) {
      Binning binning = term.binning();
      BinTable counts = binning.table();
      for (int bin = 0; bin < binning.bins(); bin++) {
        boolean empty = counts.count(bin) == 0;
        if (empty && binning.bin(bin) instanceof Bin.Special) {
          continue;
        }
        table.add(
            bin == 0 ? binning.feature() : "",
            binning.bin(bin).label(),
            Figures.count(counts.count(bin)),
            empty ? "" : Figures.percent(counts.badRate(bin)),
            Figures.decimals(binning.woe(bin), 3),
            Integer.toString(term.points().get(bin)));
      }
    }
    return "Points: "
        + scale()
        + " double the odds; a higher score is safer. A bin without records takes the"
        + "\nlowest WOE of its feature unless the schema says otherwise; empty special codes are not shown.\n\n"
        + table.render(width);
  }

  private String families() {
    TextTable table =
        TextTable.of("Family", ">Log-loss", ">Above the best", ">Standard error", "Choice");
    for (FamilyChoice.Row row : result.families()) {
      boolean learned = row.refusal().isEmpty();
      table.add(
          row.family(),
          learned ? Figures.decimals(row.logLoss(), 5) : "",
          learned ? Figures.decimals(row.difference(), 5) : "",
          learned ? Figures.decimals(row.standardError(), 5) : "",
          row.chosen() ? "taken" : row.refusal());
    }
    return "Families on the same inner folds, the simplest first; the simplest is taken within one"
        + "\nstandard error of the paired difference and a thousandth of the log-loss\n\n"
        + table.render(width);
  }

  private String grades() {
    TextTable table =
        TextTable.of("Grade", ">PD below", ">Records", ">Mean PD", ">Bad rate", ">95% interval");
    MasterScale scale = result.grades().scale();
    for (int i = 0; i < scale.size(); i++) {
      Grades.Row row = result.grades().rows().get(i);
      boolean empty = row.records() == 0;
      table.add(
          row.grade(),
          Figures.percent(scale.grades().get(i).pdBelow()),
          Figures.count(row.records()),
          empty ? "" : Figures.percent(row.meanPd()),
          empty ? "" : Figures.percent(row.badRate()),
          empty ? "" : Figures.interval(row.interval(), 3));
    }
    return "Grades of the records learned from, by models without their inner fold\n\n"
        + table.render(width);
  }

  private String evidence() {
    CalibrationTraining calibration = result.calibration();
    StringBuilder text = new StringBuilder("Calibration: ").append(calibration.method());
    text.append(", mean PD ").append(Figures.percent(calibration.meanPd()));
    text.append(" beside a bad rate of ").append(Figures.percent(calibration.badRate()));
    calibration
        .shift()
        .ifPresent(shift ->
            text.append(", moved to the long-run rate ").append(Figures.percent(shift.rate())));
    text.append('\n');
    if (result.trained() instanceof ScorecardTraining trained
        && !trained.trials().isEmpty()) {
      text.append(tuned(trained));
    }
    result
        .rounding()
        .ifPresent(rounding ->
            text.append("Points: ").append(rounding.summary() + who(rounding)).append('\n'));
    for (Finding finding : result.findings()) {
      text.append(finding.severity()).append(' ').append(finding.code()).append(": ");
      text.append(DisplayWidth.safe(finding.message())).append('\n');
    }
    return text.toString();
  }

  /** Names the first records whose decision whole points change, as they stand in the CSV. */
  private String who(RoundingReport rounding) {
    if (rounding.changed().isEmpty()) {
      return "";
    }
    int[] learned = result.split().learn();
    List<String> records = rounding.changed().stream()
        .limit(MOST_NAMED)
        .map(position -> Integer.toString(learned[position] + 1))
        .toList();
    return "; records "
        + String.join(", ", records)
        + (rounding.changed().size() > MOST_NAMED ? ", ... (all with --json)" : "");
  }

  /** Says what inner folds chose, and what it brings beside the textbook. */
  private static String tuned(ScorecardTraining trained) {
    ScorecardTraining.Chosen chosen = trained.chosen();
    double plain = trained.trials().get(0).logLoss();
    double best = trained.trials().stream()
        .filter(trial -> trial.settings().equals(chosen))
        .mapToDouble(ScorecardTraining.Trial::logLoss)
        .findFirst()
        .orElse(plain);
    return "Chosen by inner folds: WOE prior "
        + Figures.count(chosen.woePrior())
        + " bads, ridge "
        + Figures.count(chosen.ridge())
        + ", joint refit "
        + (Double.isInfinite(chosen.refit()) ? "none" : Figures.count(chosen.refit()))
        + "; log-loss "
        + Figures.decimals(best, 4)
        + " beside "
        + Figures.decimals(plain, 4)
        + " of the plain regression on WOE\n";
  }

  private String scale() {
    return Figures.count(result.model().scale().basePoints())
        + " at "
        + Figures.count(result.model().scale().baseOdds())
        + ":1, "
        + Figures.count(result.model().scale().pointsToDoubleOdds());
  }

  private String figures() {
    String target = result
        .model()
        .schema()
        .target()
        .map(t -> t.event() + " within " + t.horizonMonths() + " months")
        .orElse("not stated");
    StringBuilder text = new StringBuilder("Target: " + target + "\n");
    if (result.heldOut().isEmpty()) {
      return text.append("\nNo records were held out. On the records learned from, ")
          .append("which flatters the model: ")
          .append(ValidationReport.text(result.learned(), width))
          .toString();
    }
    text.append("\nOn the records held out: ");
    text.append(ValidationReport.text(result.heldOut().get(), width));
    text.append("\nAUC on the records learned from ");
    text.append(Figures.decimals(result.learned().discrimination().auc(), 4));
    result
        .baseline()
        .ifPresent(baseline -> text.append("; Tribuo's plain logistic regression, held out: ")
            .append(Figures.decimals(baseline.discrimination().auc(), 4))
            .append(" (")
            .append(Figures.interval(baseline.discrimination().interval(LEVEL), 4))
            .append(")"));
    return text.append('\n').toString();
  }

  /** Returns the report for machines. */
  public static String json(TrainingResult result) {
    JsonText out = JsonText.pretty().beginObject().put("model", result.model().id());
    out.beginList("features");
    for (BinningResult binned : result.trained().candidates()) {
      out.beginObject().put("name", binned.field().name()).put("iv", iv(binned));
      out.put("bins", binned.binning().map(Binning::valueBins).orElse(0)).endObject();
    }
    out.endList().beginList("funnel");
    for (Funnel.Entry entry : result.funnel().entries()) {
      out.beginObject().put("field", entry.field());
      out.put("dropped", entry.dropped().map(Enum::name).orElse(null));
      out.put("detail", entry.detail()).endObject();
    }
    out.endList();
    if (result.trained() instanceof ScorecardTraining trained) {
      writeCoefficients(out, trained);
    }
    if (result.trained() instanceof BoostedTraining trained) {
      BoostedTables.write(out, trained);
    }
    out.beginList("families");
    for (FamilyChoice.Row row : result.families()) {
      out.beginObject().put("family", row.family()).put("chosen", row.chosen());
      if (row.refusal().isEmpty()) {
        out.put("logLoss", row.logLoss()).put("difference", row.difference());
        out.put("standardError", row.standardError());
      }
      out.put("refusal", row.refusal()).endObject();
    }
    out.endList();
    writeValidation(out, "learned", Optional.of(result.learned()));
    writeValidation(out, "heldOut", result.heldOut());
    writeValidation(out, "tribuoBaseline", result.baseline());
    out.beginObject("calibration").put("method", result.calibration().method().name());
    out.put("meanPd", result.calibration().meanPd());
    out.put("badRate", result.calibration().badRate());
    out.beginList("compared");
    for (CalibrationTraining.Comparison one : result.calibration().compared()) {
      out.beginObject().put("method", one.method().name());
      one.logLoss().ifPresent(loss -> out.put("logLoss", loss));
      out.put("refusal", one.refusal()).endObject();
    }
    out.endList().endObject();
    result
        .rounding()
        .ifPresent(rounding -> out.beginObject("rounding")
            .put("changed", rounding.changed().size())
            .put("changedByNearest", (double) rounding.changedByNearest())
            .put("lowerBound", (double) rounding.lowerBound())
            .put(
                "records",
                rounding.changed().stream()
                    .mapToDouble(position -> result.split().learn()[position] + 1)
                    .toArray())
            .endObject());
    out.beginList("findings");
    for (Finding finding : result.findings()) {
      out.beginObject().put("code", finding.code().name());
      out.put("severity", finding.severity().name()).put("fields", finding.fields());
      out.put("message", finding.message()).endObject();
    }
    out.endList();
    out.put("warnings", result.warnings());
    return out.endObject().toString();
  }

  private static void writeCoefficients(JsonText out, ScorecardTraining trained) {
    out.beginList("coefficients");
    for (Coefficient coefficient : trained.fit().coefficients()) {
      out.beginObject().put("name", coefficient.name()).put("estimate", coefficient.estimate());
      out.put("standardError", coefficient.standardError()).put("z", coefficient.z());
      out.put("nominalP", coefficient.pValue()).endObject();
    }
    out.endList();
  }

  private static void writeValidation(JsonText out, String key, Optional<Validation> validation) {
    validation.ifPresent(figures -> {
      out.beginObject(key);
      ValidationReport.write(out, figures);
      out.endObject();
    });
  }
}
