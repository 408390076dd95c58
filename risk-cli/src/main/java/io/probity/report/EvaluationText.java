package io.probity.report;

import io.probity.schema.Target;
import io.probity.validation.BinComparison;
import io.probity.validation.Breakdown;
import io.probity.validation.Counts;
import io.probity.validation.Findings;
import io.probity.validation.Measure;
import io.probity.validation.ModelComparison;
import io.probity.validation.ModelValidation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An evaluation as text for a terminal. */
final class EvaluationText {

  private final Evaluation evaluation;
  private final ModelValidation validation;
  private final int width;
  private final StringBuilder text = new StringBuilder();

  EvaluationText(Evaluation evaluation, int width) {
    this.evaluation = evaluation;
    this.validation = evaluation.validation();
    this.width = width;
  }

  String render() {
    head();
    text.append(
        new FindingsText(validation.overall(), validation.settings().level(), width).render());
    validation.breakdowns().forEach(this::breakdown);
    evaluation.bins().forEach(this::bins);
    evaluation.other().ifPresent(this::other);
    return text.toString();
  }

  private void head() {
    Counts counts = validation.overall().counts();
    text.append(Figures.count(counts.rows())).append(" records, ");
    text.append(Figures.count(counts.bads())).append(" bad (");
    text.append(Figures.percent(counts.badRate())).append(")");
    if (counts.weight() != counts.rows()) {
      text.append(", weighing ").append(Figures.count(counts.weight()));
    }
    text.append('\n');
    evaluation.model().schema().target().ifPresent(target -> text.append(sentence(target)));
  }

  private String sentence(Target target) {
    String horizon =
        target.horizonMonths() + " months" + (target.horizonAssumed() ? " (assumed)" : "");
    String watched = evaluation.outcomeMonths().isPresent()
        ? "; outcomes watched for " + evaluation.outcomeMonths().getAsInt() + " months"
        : "";
    return "Target: " + target.event() + " within " + horizon + watched + "\n";
  }

  private void breakdown(Breakdown breakdown) {
    String name = breakdown.byTime() ? breakdown.name().toLowerCase(Locale.ROOT) : breakdown.name();
    TextTable table = TextTable.of(
        name,
        ">Records",
        ">Bads",
        ">Bad rate",
        ">Mean PD",
        ">AUC",
        ">Interval",
        ">KS",
        ">Log-loss",
        ">Score PSI");
    StringBuilder remarks = new StringBuilder();
    for (Breakdown.Part part : breakdown.parts()) {
      List<String> cells = new ArrayList<>(counts(part.label(), part.counts()));
      cells.addAll(
          part.findings().map(EvaluationText::figures).orElse(List.of("", "", "", "", "", "")));
      table.add(cells.toArray(new String[0]));
      if (!part.tooFew().isEmpty()) {
        remarks.append(part.label()).append(": ").append(part.tooFew()).append('\n');
      }
    }
    title("By " + name);
    text.append(table.render(width)).append(remarks);
  }

  private static List<String> counts(String label, Counts counts) {
    return List.of(
        label,
        Figures.count(counts.weight()),
        Figures.count(counts.bads()),
        Figures.percent(counts.badRate()));
  }

  private static List<String> figures(Findings findings) {
    String psi = findings
        .stability()
        .map(stability -> FigureText.value(stability.score().psi()))
        .orElse("-");
    return List.of(
        FigureText.percent(findings.figure(Measure.MEAN_PD)),
        FigureText.value(findings.figure(Measure.AUC)),
        FigureText.shortInterval(findings.figure(Measure.AUC)),
        FigureText.value(findings.figure(Measure.KS)),
        FigureText.value(findings.figure(Measure.LOG_LOSS)),
        psi);
  }

  private void bins(BinComparison comparison) {
    title("Bins of " + comparison.feature() + ", then (in training) and now: IV "
        + FigureText.value(comparison.informationValueThen()) + " and "
        + FigureText.value(comparison.informationValueNow()) + ", PSI "
        + FigureText.value(comparison.shift().psi()));
    TextTable table = TextTable.of(
        "Bin", ">Share then", ">now", ">Bad rate then", ">now", ">WOE then", ">now", ">PSI");
    for (int i = 0; i < comparison.bins().size(); i++) {
      BinComparison.Bin bin = comparison.bins().get(i);
      if (bin.then().records() + bin.now().records() == 0) {
        continue;
      }
      table.add(
          bin.label(),
          Figures.percent(bin.then().share()),
          Figures.percent(bin.now().share()),
          FigureText.percent(bin.then().badRate()),
          FigureText.percent(bin.now().badRate()),
          FigureText.value(bin.then().woe()),
          FigureText.value(bin.now().woe()),
          comparison.shift().bins().isEmpty()
              ? "-"
              : Figures.decimals(comparison.shift().bins().get(i).contribution(), 4));
    }
    text.append(table.render(width));
    for (BinComparison.Inversion inversion : comparison.inversions()) {
      text.append("Order turned: ")
          .append(comparison.bins().get(inversion.first()).label())
          .append(" was riskier than ")
          .append(comparison.bins().get(inversion.second()).label())
          .append(" and is safer now (p-value of equal bad rates ")
          .append(FigureText.pValue(inversion.pValue()))
          .append(")\n");
    }
  }

  private void other(Evaluation.Other other) {
    ModelComparison comparison = other.comparison();
    title("Beside the model " + other.id());
    TextTable table =
        TextTable.of("Figure", ">This", ">Other", ">Difference", "Interval", ">p-value");
    table.add(
        "AUC",
        FigureText.value(comparison.firstAuc()),
        FigureText.value(comparison.secondAuc()),
        FigureText.value(comparison.aucDifference()),
        FigureText.interval(comparison.aucDifference()),
        FigureText.pValue(comparison.aucDifference()));
    table.add(
        "Log-loss",
        FigureText.value(comparison.firstLogLoss()),
        FigureText.value(comparison.secondLogLoss()),
        FigureText.value(comparison.logLossDifference()),
        FigureText.interval(comparison.logLossDifference()),
        FigureText.pValue(comparison.logLossDifference()));
    text.append(table.render(width));
  }

  private void title(String title) {
    text.append('\n').append(title).append("\n\n");
  }
}
