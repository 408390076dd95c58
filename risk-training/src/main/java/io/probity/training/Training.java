package io.probity.training;

import io.probity.input.InvalidInputException;
import io.probity.model.RiskModel;
import io.probity.model.TrainingData;
import io.probity.schema.Field;
import io.probity.schema.Schema;
import io.probity.table.Table;
import io.probity.training.parallel.Tasks;
import io.probity.training.selection.Funnel;
import io.probity.training.split.Folds;
import io.probity.training.split.LearnSet;
import io.probity.training.split.Split;
import io.probity.training.tribuo.TribuoBaseline;
import io.probity.validation.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Trains a model: split, bin, select, fit, assemble, validate. Bins and coefficients see only the
 * records that are learned from.
 */
public final class Training {

  private final PreparedTable prepared;
  private final TrainingPlan plan;
  private final RunContext context;
  private final RunRecord run;
  private final List<String> warnings;

  private Training(PreparedTable prepared, TrainingPlan plan, RunContext context, RunRecord run) {
    this.prepared = prepared;
    this.plan = plan;
    this.context = context;
    this.run = run;
    this.warnings = new ArrayList<>(prepared.warnings());
  }

  /**
   * Trains a model.
   *
   * @param schema the data dictionary, with a target field; derived fields are computed
   * @param table the records, read by that schema
   * @throws InvalidInputException if there is no target, only one class, or no feature is left
   */
  public static TrainingResult run(
      Schema schema, Table table, TrainingPlan plan, RunContext context) {
    RunRecord run = RunRecord.begin(context.clock());
    context.progress().begin("computing features");
    PreparedTable prepared = PreparedTable.of(schema, table, plan, context.executor());
    run.mark("features");
    return new Training(prepared, plan, context, run).train();
  }

  private TrainingResult train() {
    LearnSet learn = prepared.learn();
    Split split = prepared.split();
    Optional<Supplier<TribuoBaseline>> beside = baseline(learn, split);
    context.progress().begin("learning from " + prepared.candidates().size() + " features");
    Fitting fitting = Fitting.of(plan, learn, context);
    warnings.addAll(fitting.trained().warnings());
    warnings.addAll(fitting.calibration().warnings());
    run.mark("fitting");
    RiskModel model = assemble(fitting);
    run.mark("assembly");

    context.progress().begin("validating");
    double[] pd = model.pd(prepared.table());
    Validation learned = Validation.of(pick(pd, split.learn()), learn.targetUnsafe());
    Optional<Validation> heldOut = Optional.empty();
    Optional<Validation> baseline = Optional.empty();
    if (split.folds().isPresent()) {
      heldOut = Optional.of(validateFolds(split.folds().get(), learn));
    } else if (split.judge().length > 0) {
      LearnSet judge = prepared.all().rowsAt(split.judge());
      PreparedTable.requireBothClasses(judge.targetUnsafe(), "the records held out");
      heldOut = Optional.of(Validation.of(pick(pd, split.judge()), judge.targetUnsafe()));
    }
    if (beside.isPresent()) {
      LearnSet judge = prepared.all().rowsAt(split.judge());
      context.progress().begin("waiting for Tribuo's logistic regression beside it");
      TribuoBaseline tribuo = beside.get().get();
      baseline = Optional.of(Validation.of(tribuo.pd(judge.features()), judge.targetUnsafe()));
      run.tribuo(tribuo.provenance());
    }
    run.mark("validation");
    List<Funnel.Entry> dropped = new ArrayList<>(prepared.suspects());
    dropped.addAll(fitting.trained().dropped());
    return new TrainingResult(
        model,
        prepared.funnel(dropped),
        fitting.trained(),
        fitting.choice().rows(),
        fitting.calibration(),
        fitting.grades(),
        fitting.rounding(),
        prepared.findings(),
        learned,
        heldOut,
        baseline,
        split,
        run.finish(model, plan, fitting.choice().rows(), warnings),
        warnings);
  }

  /** Begins to train the baseline where records are held out to compare it by. */
  private Optional<Supplier<TribuoBaseline>> baseline(LearnSet learn, Split split) {
    return split.folds().isPresent() || split.judge().length == 0
        ? Optional.empty()
        : Optional.of(Tasks.start(
            context.executor(),
            () -> TribuoBaseline.train(learn.features(), learn.targetUnsafe())));
  }

  /** Judges each fold by a model that learned, and chose its settings, without it. */
  private Validation validateFolds(Folds folds, LearnSet learn) {
    double[] pd = new double[learn.rows()];
    for (int fold = 0; fold < folds.count(); fold++) {
      LearnSet outside = learn.rowsAt(folds.outside(fold));
      PreparedTable.requireBothClasses(outside.targetUnsafe(), "the records outside fold " + fold);
      int[] rows = folds.in(fold);
      double[] own = Fitting.pdOf(plan, outside, learn.rowsAt(rows), context);
      for (int i = 0; i < rows.length; i++) {
        pd[rows[i]] = own[i];
      }
    }
    return Validation.of(pd, learn.targetUnsafe());
  }

  private RiskModel assemble(Fitting fitting) {
    Schema schema = prepared.schema();
    Table table = prepared.table();
    Table learned = table.rowsAt(prepared.split().learn());
    List<Field> fields =
        fitting.predictor().features().stream().map(schema::field).toList();
    int bads = Arrays.stream(table.target()).sum();
    return ModelAssembly.of(
        plan,
        schema,
        fitting,
        PreparedTable.matrix(schema, fields, learned),
        new TrainingData(table.sha256(), table.rows(), bads));
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
