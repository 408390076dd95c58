package io.probity.bench;

import io.probity.metrics.SplitMix64;
import io.probity.schema.Schema;
import io.probity.table.Table;
import io.probity.training.RunContext;
import io.probity.training.Training;
import io.probity.training.TrainingPlan;
import io.probity.training.split.Folds;
import io.probity.training.split.SplitPlan;

/** PDs of records by models that never saw them: five folds, the same for every family and peer. */
final class CrossValidation {

  private static final int FOLDS = 5;

  private final Schema schema;
  private final Table table;
  private final Folds folds;

  CrossValidation(Schema schema, Table table, long seed) {
    this.schema = schema;
    this.table = table;
    this.folds =
        Folds.stratified(table.target(), FOLDS, SplitMix64.ofStream(seed, 0).nextLong());
  }

  Folds folds() {
    return folds;
  }

  /** Returns the PD of each record by the family's default plan, settings and calibration included. */
  double[] pd(String family, RunContext context) {
    TrainingPlan plan = TrainingPlan.DEFAULT.toBuilder()
        .family(family)
        .split(SplitPlan.stratified(0))
        .build();
    double[] pd = new double[table.rows()];
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] rows = folds.in(fold);
      double[] own = Training.run(schema, table.rowsAt(folds.outside(fold)), plan, context)
          .model()
          .pd(table.rowsAt(rows));
      for (int i = 0; i < rows.length; i++) {
        pd[rows[i]] = own[i];
      }
    }
    return pd;
  }
}
