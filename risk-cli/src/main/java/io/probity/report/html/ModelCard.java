package io.probity.report.html;

import io.probity.model.ProbityVersion;
import io.probity.model.RiskModel;
import io.probity.report.FigureText;
import io.probity.report.Figures;
import io.probity.schema.Field;
import io.probity.schema.FieldRole;
import io.probity.schema.Target;
import io.probity.training.selection.Funnel;
import io.probity.validation.Breakdown;
import io.probity.validation.FairnessFindings;
import io.probity.validation.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The model card: facts from the model and its validation under the headings that model-risk documents
 * ask for, and marked blanks where only the owner of the model knows.
 */
public final class ModelCard {

  private final ModelReport report;
  private final RiskModel model;
  private final List<Part> parts = new ArrayList<>();

  private ModelCard(ModelReport report) {
    this.report = report;
    this.model = report.model();
  }

  /** Returns the card of a model. */
  public static ModelCard of(ModelReport report) {
    ModelCard card = new ModelCard(report);
    card.purpose();
    card.data();
    card.target();
    card.exclusions();
    card.method();
    card.performance();
    card.limits();
    card.fairness();
    card.stability();
    card.assumptions();
    card.oversight();
    card.versions();
    return card;
  }

  /** One heading of the card with its lines. */
  private record Part(Words title, List<Line> lines) {

    void fact(String key, String value) {
      lines.add(new Line(Words.of(key), Words.text(value), false));
    }

    void fact(String key, Words value) {
      lines.add(new Line(Words.of(key), value, false));
    }

    void blank(String key) {
      lines.add(new Line(Words.of(key), Words.of("card.blank"), true));
    }
  }

  private record Line(Words label, Words value, boolean isBlank) {}

  private Part part(String key) {
    Part part = new Part(Words.of(key), new ArrayList<>());
    parts.add(part);
    return part;
  }

  private void purpose() {
    Part part = part("card.purpose");
    part.fact("card.model", report.name() + " (" + model.predictor().family() + ")");
    part.blank("card.use");
    part.blank("card.product");
    part.blank("card.owner");
    part.blank("card.materiality");
  }

  private void data() {
    Part part = part("card.data");
    part.fact(
        "card.rows",
        Figures.count(model.trainingData().rows()) + " / "
            + Figures.count(model.trainingData().bads()));
    part.fact("provenance.data", model.trainingData().sha256());
    part.fact(
        "card.judged",
        Words.of(
            "records." + report.records().name().toLowerCase(Locale.ROOT),
            Figures.count(report.validation().rows())));
    part.fact("card.features", String.join(", ", model.features()));
    part.blank("card.source");
    part.blank("card.period");
    part.blank("card.quality");
  }

  private void target() {
    Part part = part("card.target");
    if (model.schema().target().isPresent()) {
      Target target = model.schema().target().get();
      part.fact("card.event", target.event());
      part.fact(
          target.horizonAssumed() ? "card.horizon.assumed" : "card.horizon",
          Integer.toString(target.horizonMonths()));
    } else {
      part.blank("card.event");
    }
    part.blank("card.indeterminate");
  }

  private void exclusions() {
    Part part = part("card.exclusions");
    report.training().ifPresent(training -> {
      Map<Funnel.Reason, List<String>> dropped = new TreeMap<>();
      training
          .funnel()
          .entries()
          .forEach(entry -> entry
              .dropped()
              .ifPresent(reason ->
                  dropped.computeIfAbsent(reason, added -> new ArrayList<>()).add(entry.field())));
      dropped.forEach((reason, fields) ->
          part.fact("reason." + reason.name().toLowerCase(Locale.ROOT), String.join(", ", fields)));
    });
    part.blank("card.population");
  }

  private void method() {
    Part part = part("card.method");
    part.fact("card.form", Words.of("card.form." + model.predictor().family()));
    part.fact(
        "card.calibration",
        model.calibration().curve().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    part.fact(
        "card.grades",
        model.grades().grades().stream()
            .map(grade -> grade.name() + " < " + Figures.percent(grade.pdBelow()))
            .collect(Collectors.joining(", ")));
    part.blank("card.alternatives");
  }

  private void performance() {
    Part part = part("card.performance");
    for (Measure measure : List.of(
        Measure.AUC,
        Measure.GINI,
        Measure.KS,
        Measure.H_MEASURE,
        Measure.BRIER,
        Measure.LOG_LOSS,
        Measure.MEAN_PD,
        Measure.BAD_RATE,
        Measure.SLOPE,
        Measure.INTERCEPT_IN_THE_LARGE)) {
      part.fact("measure." + measure.key(), figure(measure));
    }
  }

  private String figure(Measure measure) {
    String value = FigureText.value(report.validation().figure(measure));
    String interval = FigureText.interval(report.validation().figure(measure));
    return interval.isEmpty() ? value : value + " (" + interval + ")";
  }

  private void limits() {
    Part part = part("card.limits");
    part.fact("card.range", Words.of("card.range.text"));
    report.warnings().forEach(warning -> part.fact("card.warning", warning));
    report.training().ifPresent(training -> {
      training.warnings().forEach(warning -> part.fact("card.warning", warning));
      training.findings().forEach(finding -> part.fact("card.warning", finding.message()));
    });
    part.blank("card.notFor");
  }

  private void fairness() {
    Part part = part("card.fairness");
    for (FairnessFindings findings : report.validation().overall().fairness()) {
      long below = findings.groups().stream()
          .filter(group ->
              group.treatments().stream().anyMatch(FairnessFindings.Treatment::belowFourFifths))
          .count();
      part.fact(
          "card.group",
          Words.of(
              findings.usedByModel() ? "card.group.used" : "card.group.unused",
              findings.field(),
              Long.toString(below),
              Integer.toString(findings.groups().size())));
    }
    String held = model.schema().fields(FieldRole.PROTECTED).stream()
        .map(Field::name)
        .collect(Collectors.joining(", "));
    if (!held.isEmpty()) {
      part.fact("card.protected", held);
    }
    part.blank("card.fairnessReview");
  }

  private void stability() {
    Part part = part("card.stability");
    report
        .validation()
        .overall()
        .stability()
        .ifPresent(found -> part.fact("card.psi", FigureText.value(found.score().psi())));
    report.validation().breakdowns().stream()
        .filter(Breakdown::byTime)
        .findFirst()
        .ifPresent(periods -> part.fact(
            "card.periods",
            periods.parts().stream().map(Breakdown.Part::label).collect(Collectors.joining(", "))));
    part.blank("card.monitoring");
  }

  private void assumptions() {
    Part part = part("card.assumptions");
    part.fact("card.assumption", Words.of("card.assumption.population"));
    part.fact("card.assumption", Words.of("card.assumption.accepted"));
    part.fact("card.assumption", Words.of("card.assumption.independent"));
    part.blank("card.assumption.own");
  }

  private void oversight() {
    Part part = part("card.oversight");
    part.blank("card.human");
    part.blank("card.validator");
    part.blank("card.risks");
    part.blank("card.standards");
  }

  private void versions() {
    Part part = part("card.versions");
    part.fact("provenance.model", model.id());
    part.fact("provenance.probity", "Probity " + ProbityVersion.version());
    part.blank("card.changes");
    part.blank("card.approval");
  }

  /** Returns the card as Markdown, in English. */
  public String markdown() {
    StringBuilder text = new StringBuilder("# ")
        .append(escaped(Words.of("card.title").english() + ": " + report.name()))
        .append("\n\n")
        .append(Words.of("card.sources").english())
        .append("\n");
    for (Part part : parts) {
      text.append("\n## ").append(part.title().english()).append("\n\n");
      for (Line line : part.lines()) {
        text.append("- **").append(escaped(line.label().english())).append("**: ");
        text.append(line.isBlank() ? "**[ " : "").append(escaped(line.value().english()));
        text.append(line.isBlank() ? " ]**" : "").append('\n');
      }
    }
    return text.toString();
  }

  /** Writes text of the data so that Markdown shows it as it is. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      safe.append("\\`*_[]<>#|&!".indexOf(c) >= 0 ? "\\" : "").append(c < ' ' ? ' ' : c);
    }
    return safe.toString();
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.text(Words.of("card.sources")));
    for (Part part : parts) {
      DataTable.Builder table = DataTable.of(part.title(), "column.what", "column.value");
      part.lines()
          .forEach(line -> table.add(
              Cell.of(line.label()),
              line.isBlank() ? Cell.of(line.value()).toned("blank") : Cell.of(line.value())));
      blocks.add(table.build());
    }
    return new Section("card", Words.of("card.title"), blocks);
  }
}
