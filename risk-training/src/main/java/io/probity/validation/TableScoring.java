package io.probity.validation;

import io.probity.binning.Binning;
import io.probity.feature.Workspace;
import io.probity.model.MasterScale;
import io.probity.model.Predictor;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.schema.FieldRole;
import io.probity.table.Table;
import java.util.LinkedHashSet;
import java.util.List;

/** Scores the records of a table one by one, as a service would. */
final class TableScoring {

  private TableScoring() {}

  static ScoredSample score(RiskModel model, Table table) {
    int rows = table.rows();
    double[] pd = new double[rows];
    int[] scores = new int[rows];
    int[] grades = new int[rows];
    List<Binning> binnings = binnings(model.predictor());
    int[][] bins = new int[binnings.size()][rows];
    Workspace workspace = model.extractor().newWorkspace();
    double[] x = new double[model.features().size()];
    for (int row = 0; row < rows; row++) {
      model.extractor().extractInto(table, row, workspace, x);
      pd[row] = model.pd(x);
      scores[row] = model.predictor().score(x, model.scale());
      grades[row] = model.grades().gradeOf(pd[row]);
      for (int feature = 0; feature < bins.length; feature++) {
        bins[feature][row] = binnings.get(feature).binOf(x[feature]);
      }
    }
    List<String> names =
        model.grades().grades().stream().map(MasterScale.Grade::name).toList();
    ScoredSample sample = ScoredSample.of(pd, table.target())
        .withScores(scores)
        .withGrades(Groups.of("grade", names, grades))
        .withModelInputs(new LinkedHashSet<>(model.extractor().inputNames()));
    for (int feature = 0; feature < bins.length; feature++) {
      Binning binning = binnings.get(feature);
      sample = sample.withBins(Groups.of(binning.feature(), binning.labels(), bins[feature]));
    }
    return table.schema().fields(FieldRole.WEIGHT).isEmpty()
        ? sample
        : sample.withWeights(table.weights());
  }

  /** Returns the bins of the features, in the order of the cells; none for other families. */
  private static List<Binning> binnings(Predictor predictor) {
    return predictor instanceof Scorecard scorecard
        ? scorecard.terms().stream().map(Scorecard.Term::binning).toList()
        : List.of();
  }
}
