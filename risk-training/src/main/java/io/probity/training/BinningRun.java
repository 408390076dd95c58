package io.probity.training;

import io.probity.binning.Binning;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import io.probity.table.Table;
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.Outcomes;
import io.probity.training.binning.PreBins;
import io.probity.training.editing.BinningEdit;
import io.probity.training.scorecard.PreparedBins;
import io.probity.training.selection.Funnel;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The bins of every candidate of a plan, as a training run would make them: on the same records, with
 * the same changes by hand and the same selection, but without a model.
 */
public final class BinningRun {

  private final PreparedTable prepared;
  private final TrainingPlan plan;
  private final Executor executor;
  private final PreparedBins bins;

  private BinningRun(
      PreparedTable prepared, TrainingPlan plan, Executor executor, PreparedBins bins) {
    this.prepared = prepared;
    this.plan = plan;
    this.executor = executor;
    this.bins = bins;
  }

  /**
   * Bins the records that the plan learns from.
   *
   * @throws InvalidInputException if there is no target or only one class, or a name in the plan is none
   *     of a feature
   */
  public static BinningRun of(Schema schema, Table table, TrainingPlan plan, RunContext context) {
    context.progress().begin("computing features");
    PreparedTable prepared = PreparedTable.of(schema, table, plan, context.executor());
    context.progress().begin("binning " + prepared.candidates().size() + " features");
    PreparedBins bins = bins(prepared.learn(), plan, context.executor());
    return new BinningRun(prepared, plan, context.executor(), bins);
  }

  private static PreparedBins bins(LearnSet records, TrainingPlan plan, Executor executor) {
    return PreparedBins.of(
        records,
        new BinningTrainer(plan.binning(), plan.binningByFeature()),
        plan.edits(),
        plan.selection(),
        executor);
  }

  /** Returns the bins of each candidate, or why it has none, in the order of the schema. */
  public List<BinningResult> results() {
    return bins.results();
  }

  /** Returns the bins of the candidates that could be binned. */
  public List<Binning> binnings() {
    return results().stream().flatMap(result -> result.binning().stream()).toList();
  }

  /** Returns what the rules of the selection make of each field, before a regression is fitted. */
  public Funnel funnel() {
    return prepared.funnel(bins.selected().dropped());
  }

  /** Returns the data dictionary with the levels of the table. */
  public Schema schema() {
    return prepared.schema();
  }

  /** Returns the number of records that were binned. */
  public int records() {
    return prepared.learn().rows();
  }

  /** Returns the positions in the table of the records that were binned. */
  public int[] positions() {
    return prepared.split().learn();
  }

  /** Returns the finest pieces of each candidate, in the order of {@link #results()}. */
  public List<PreBins> preBins() {
    LearnSet learn = prepared.learn();
    Outcomes outcomes = learn.outcomes();
    BinningTrainer trainer = new BinningTrainer(plan.binning(), plan.binningByFeature());
    List<PreBins> pieces = new ArrayList<>();
    for (int i = 0; i < results().size(); i++) {
      BinningResult result = results().get(i);
      pieces.add(PreBins.of(
          result.field(),
          learn.features().columnUnsafe(i),
          outcomes,
          trainer.settingsOf(result.field().name()),
          result.binning()));
    }
    return pieces;
  }

  /** Returns the settings by which a feature is binned. */
  public BinningSettings settingsOf(String feature) {
    return new BinningTrainer(plan.binning(), plan.binningByFeature()).settingsOf(feature);
  }

  /** Returns the changes by hand that the bins contain. */
  public List<BinningEdit> edits() {
    return plan.edits();
  }

  /**
   * Returns the WOE of each binned record in each feature of {@link #binnings()}, by feature.
   */
  public double[][] woe() {
    FeatureMatrix features = prepared.learn().features();
    List<String> columns = features.fields().stream().map(Field::name).toList();
    return binnings().stream()
        .map(binning -> {
          double[] cells = features.columnUnsafe(columns.indexOf(binning.feature()));
          return Arrays.stream(cells)
              .map(cell -> binning.woe(binning.binOf(cell)))
              .toArray();
        })
        .toArray(double[][]::new);
  }

  /**
   * Returns the WOE of each binned record by bins that were made without its fold, so that what is
   * learned on it is not flattered by the record's own outcome.
   *
   * @param count the folds, 2 or more
   * @return one array for each feature of {@link #binnings()}; 0, the WOE of the population, where a
   *     feature could not be binned without the fold
   */
  public double[][] outOfFoldWoe(int count) {
    LearnSet learn = prepared.learn();
    Folds folds = Folds.stratified(learn.targetUnsafe(), count, plan.seed());
    List<Binning> wanted = binnings();
    List<String> columns = learn.features().fields().stream().map(Field::name).toList();
    double[][] woe = new double[wanted.size()][learn.rows()];
    for (int fold = 0; fold < count; fold++) {
      List<BinningResult> outside =
          bins(learn.rowsAt(folds.outside(fold)), plan, executor).results();
      int[] rows = folds.in(fold);
      for (int i = 0; i < woe.length; i++) {
        int column = columns.indexOf(wanted.get(i).feature());
        double[] cells = learn.features().columnUnsafe(column);
        double[] into = woe[i];
        outside.get(column).binning().ifPresent(binning -> {
          for (int row : rows) {
            into[row] = binning.woe(binning.binOf(cells[row]));
          }
        });
      }
    }
    return woe;
  }
}
