package io.probity.report;

import io.probity.input.JsonText;
import io.probity.schema.Target;
import io.probity.validation.BinComparison;
import io.probity.validation.Breakdown;
import io.probity.validation.Counts;
import io.probity.validation.Figure;
import io.probity.validation.ModelComparison;
import io.probity.validation.ValidationSettings;

/** An evaluation as JSON. */
final class EvaluationJson {

  private final Evaluation evaluation;
  private final JsonText out = JsonText.pretty();
  private final FindingsJson findings = new FindingsJson(out);

  EvaluationJson(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  String render() {
    out.beginObject().put("model", evaluation.model().id());
    evaluation.model().schema().target().ifPresent(this::target);
    evaluation.outcomeMonths().ifPresent(months -> out.put("outcomeMonths", (long) months));
    out.put("warnings", evaluation.warnings());
    settings(evaluation.validation().settings());
    findings.write(evaluation.validation().overall());
    out.beginList("breakdowns");
    evaluation.validation().breakdowns().forEach(this::breakdown);
    out.endList().beginList("bins");
    evaluation.bins().forEach(this::bins);
    out.endList();
    evaluation.other().ifPresent(this::other);
    return out.endObject().toString();
  }

  private void target(Target target) {
    out.beginObject("target").put("event", target.event());
    out.put("horizonMonths", (long) target.horizonMonths());
    out.put("horizonAssumed", target.horizonAssumed()).endObject();
  }

  private void settings(ValidationSettings settings) {
    out.beginObject("settings").put("level", settings.level());
    out.put("calibrationBins", (long) settings.calibrationBins());
    out.put("prior", settings.prior().name());
    out.put("bootstrapReplicates", (long) settings.resampling().bootstrapReplicates());
    out.put("calibrationReplicates", (long) settings.resampling().calibrationReplicates());
    out.put("seed", settings.resampling().seed()).endObject();
  }

  private void breakdown(Breakdown breakdown) {
    out.beginObject().put("name", breakdown.name()).put("byTime", breakdown.byTime());
    out.beginList("parts");
    for (Breakdown.Part part : breakdown.parts()) {
      out.beginObject().put("label", part.label());
      if (part.findings().isPresent()) {
        findings.write(part.findings().get());
      } else {
        Counts counts = part.counts();
        out.put("rows", (long) counts.rows()).put("goods", counts.goods());
        out.put("bads", counts.bads()).put("tooFew", part.tooFew());
      }
      out.endObject();
    }
    out.endList().endObject();
  }

  private void bins(BinComparison comparison) {
    out.beginObject().put("feature", comparison.feature());
    findings.figure("informationValueThen", comparison.informationValueThen());
    findings.figure("informationValueNow", comparison.informationValueNow());
    findings.figure("psi", comparison.shift().psi());
    out.put("psiExpectedIfSame", comparison.shift().expectedIfSame());
    out.put("orderKept", comparison.isOrderKept());
    out.beginList("bins");
    for (int i = 0; i < comparison.bins().size(); i++) {
      BinComparison.Bin bin = comparison.bins().get(i);
      out.beginObject().put("label", bin.label()).put("scoredWoe", bin.scoredWoe());
      if (!comparison.shift().bins().isEmpty()) {
        out.put("psi", comparison.shift().bins().get(i).contribution());
      }
      side("then", bin.then());
      side("now", bin.now());
      out.endObject();
    }
    out.endList().beginList("inversions");
    for (BinComparison.Inversion inversion : comparison.inversions()) {
      out.beginObject();
      out.put("first", comparison.bins().get(inversion.first()).label());
      out.put("second", comparison.bins().get(inversion.second()).label());
      out.put("pValue", inversion.pValue()).endObject();
    }
    out.endList().endObject();
  }

  private void side(String key, BinComparison.Side side) {
    out.beginObject(key).put("records", side.records()).put("bads", side.bads());
    out.put("share", side.share());
    figure("badRate", side.badRate());
    figure("woe", side.woe());
    out.put("informationValue", side.informationValue()).endObject();
  }

  private void other(Evaluation.Other other) {
    ModelComparison comparison = other.comparison();
    out.beginObject("comparison").put("other", other.id());
    figure("auc", comparison.firstAuc());
    figure("otherAuc", comparison.secondAuc());
    figure("aucDifference", comparison.aucDifference());
    figure("logLoss", comparison.firstLogLoss());
    figure("otherLogLoss", comparison.secondLogLoss());
    figure("logLossDifference", comparison.logLossDifference());
    out.endObject();
  }

  private void figure(String key, Figure figure) {
    findings.figure(key, figure);
  }
}
