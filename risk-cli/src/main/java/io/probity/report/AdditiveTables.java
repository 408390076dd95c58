package io.probity.report;

import io.probity.binning.Binning;
import io.probity.model.AdditiveModel;
import io.probity.training.additive.AdditiveTraining;
import java.util.List;

/** The points tables of an additive model for a terminal: one a feature, one a pair. */
final class AdditiveTables {

  private AdditiveTables() {}

  /** Says what inner folds chose, beside what else they tried. */
  static String chosen(AdditiveTraining trained) {
    AdditiveTraining.Trial chosen = trained.chosen();
    StringBuilder text = new StringBuilder("Additive model: ")
        .append(trained.rounds())
        .append(" rounds, caution ")
        .append(Figures.count(chosen.caution()))
        .append(", ")
        .append(chosen.pairs())
        .append(" pairs; log-loss of records left out ")
        .append(Figures.decimals(chosen.logLoss(), 5));
    List<String> others = trained.trials().stream()
        .filter(trial -> !trial.equals(chosen))
        .map(trial -> Figures.decimals(trial.logLoss(), 5)
            + " with caution "
            + Figures.count(trial.caution())
            + " and "
            + trial.pairs()
            + " pairs")
        .toList();
    return text.append(others.isEmpty() ? "" : ", beside " + String.join(", ", others))
        .append('\n')
        .toString();
  }

  static String text(AdditiveModel model, int width) {
    TextTable table = TextTable.of(
        "Feature", "Bin", ">Records", ">Bad rate", ">Effect", ">Between bags", ">Points");
    for (AdditiveModel.Term term : model.terms()) {
      Binning binning = term.binning();
      boolean first = true;
      for (int bin = 0; bin < binning.bins(); bin++) {
        double records = binning.table().count(bin);
        if (records > 0) {
          table.add(
              first ? binning.feature() : "",
              binning.bin(bin).label(),
              Figures.count(records),
              Figures.percent(binning.table().badRate(bin)),
              Figures.decimals(term.effects().get(bin), 3),
              Figures.decimals(term.low().get(bin), 2)
                  + " to "
                  + Figures.decimals(term.high().get(bin), 2),
              Integer.toString(term.points().get(bin)));
          first = false;
        }
      }
    }
    StringBuilder text = new StringBuilder(
        "Effects on the log-odds of bad and points; bins without records are not shown\n\n");
    text.append(table.render(width));
    List<String> names = model.features();
    for (AdditiveModel.Pair pair : model.pairs()) {
      text.append("with a table of ")
          .append(DisplayWidth.safe(names.get(pair.first())))
          .append(" by ")
          .append(DisplayWidth.safe(names.get(pair.second())))
          .append('\n');
    }
    return text.toString();
  }
}
