package io.probity.report;

import io.probity.input.JsonText;
import io.probity.training.boosted.BoostedTraining;
import io.probity.training.boosted.Importance;

/** What boosted trees chose and what they rest on, for a terminal and as JSON. */
final class BoostedTables {

  private BoostedTables() {}

  static String text(BoostedTraining trained, int width) {
    BoostedTraining.Trial chosen = trained.chosen();
    StringBuilder text = new StringBuilder("Boosted trees: ")
        .append(trained.ensemble().trees().trees())
        .append(" trees of depth ")
        .append(chosen.depth())
        .append(", caution ")
        .append(Figures.count(chosen.caution()))
        .append(", rate ")
        .append(Figures.decimals(chosen.rate(), 2))
        .append("; log-loss of records left out ")
        .append(Figures.decimals(chosen.logLoss(), 5))
        .append(
            "\n\nTried by inner folds at a fast rate, on a sample where there are many records\n\n");
    TextTable trials = TextTable.of(">Depth", ">Caution", ">Rate", ">Trees", ">Log-loss");
    for (BoostedTraining.Trial trial : trained.trials()) {
      trials.add(
          Integer.toString(trial.depth()),
          Figures.count(trial.caution()),
          Figures.decimals(trial.rate(), 2),
          Integer.toString(trial.trees()),
          Figures.decimals(trial.logLoss(), 5));
    }
    return text.append(trials.render(width))
        .append('\n')
        .append(importance(trained.importance(), width))
        .toString();
  }

  private static String importance(Importance importance, int width) {
    TextTable table = TextTable.of("Feature", ">Mean |SHAP|", ">Share of gain", ">Splits");
    for (Importance.OfFeature feature : importance.features()) {
      table.add(
          feature.feature(),
          Figures.decimals(feature.shap(), 4),
          Figures.percent(feature.gainShare()),
          Integer.toString(feature.splits()));
    }
    StringBuilder text = new StringBuilder(
            "What the trees rest on: contributions to the log-odds of bad over ")
        .append(importance.records())
        .append(" records, the\nstrongest first\n\n")
        .append(table.render(width));
    if (importance.pairs().isEmpty()) {
      return text.append("\nNo two features count together.\n").toString();
    }
    TextTable pairs = TextTable.of("Feature", "with", ">Mean |SHAP interaction|");
    for (Importance.OfPair pair : importance.pairs()) {
      pairs.add(pair.first(), pair.second(), Figures.decimals(pair.shap(), 4));
    }
    return text.append("\nWhat two features bring only together, over ")
        .append(importance.pairRecords())
        .append(" records\n\n")
        .append(pairs.render(width))
        .toString();
  }

  static void write(JsonText out, BoostedTraining trained) {
    out.beginObject("boosted");
    out.beginObject("chosen");
    write(out, trained.chosen());
    out.endObject().beginList("trials");
    for (BoostedTraining.Trial trial : trained.trials()) {
      out.beginObject();
      write(out, trial);
      out.endObject();
    }
    out.endList().beginList("importance");
    for (Importance.OfFeature feature : trained.importance().features()) {
      out.beginObject().put("feature", feature.feature()).put("shap", feature.shap());
      out.put("gainShare", feature.gainShare()).put("splits", feature.splits()).endObject();
    }
    out.endList().beginList("interactions");
    for (Importance.OfPair pair : trained.importance().pairs()) {
      out.beginObject().put("first", pair.first()).put("second", pair.second());
      out.put("shap", pair.shap()).endObject();
    }
    out.endList().endObject();
  }

  private static void write(JsonText out, BoostedTraining.Trial trial) {
    out.put("depth", trial.depth()).put("caution", trial.caution()).put("rate", trial.rate());
    out.put("trees", trial.trees()).put("logLoss", trial.logLoss());
  }
}
