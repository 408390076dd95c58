package io.probity.training;

import io.probity.binning.Binning;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.model.Calibration;
import io.probity.model.ModelParts;
import io.probity.model.Reference;
import io.probity.model.RiskModel;
import io.probity.model.Scorecard;
import io.probity.model.TrainingData;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.table.Table;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.scorecard.ScorecardTrainer;
import io.probity.training.scorecard.ScorecardTraining;
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

/**
 * Trains a model: split, bin, select, fit, assemble, validate. Bins and coefficients see only the
 * records that are learned from.
 */
public final class Training {

  private static final int CATALOG_VERSION = 1;

  private final Schema schema;
  private final Table table;
  private final TrainingPlan plan;
  private final RunContext context;
  private final List<String> warnings = new ArrayList<>();

  private Training(Schema schema, Table table, TrainingPlan plan, RunContext context) {
    this.schema = schema;
    this.table = table;
    this.plan = plan;
    this.context = context;
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
    return new Training(schema.withLevelsOf(table.schema()), table, plan, context).train();
  }

  private TrainingResult train() {
    RunRecord run = RunRecord.begin(context.clock());
    int[] target = target();
    List<Field> candidates = plan.features().of(schema);
    checkNames(candidates);
    warnAboutTarget();
    context.progress().begin("computing features");
    FeatureMatrix matrix = matrix(candidates, table);
    Split split = Split.of(plan.split(), table, target, plan.seed());
    LearnSet all = LearnSet.of(matrix, target, table.weights());
    LearnSet learn = all.rowsAt(split.learn());
    requireBothClasses(learn.targetUnsafe(), "the records learned from");
    run.mark("features");

    context.progress().begin("binning and fitting " + candidates.size() + " features");
    ScorecardTraining trained =
        trainer().train(learn, innerFolds(learn), plan.seed(), context.executor());
    run.mark("fitting");
    RiskModel model = assemble(trained.scorecard(), table.rowsAt(split.learn()));
    run.mark("assembly");

    context.progress().begin("validating");
    double[] pd = model.pd(table);
    Validation learned = Validation.of(pick(pd, split.learn()), learn.targetUnsafe());
    Optional<Validation> heldOut = Optional.empty();
    Optional<Validation> baseline = Optional.empty();
    if (split.folds().isPresent()) {
      heldOut = Optional.of(validateFolds(split.folds().get(), learn));
    } else if (split.judge().length > 0) {
      LearnSet judge = all.rowsAt(split.judge());
      requireBothClasses(judge.targetUnsafe(), "the records held out");
      heldOut = Optional.of(Validation.of(pick(pd, split.judge()), judge.targetUnsafe()));
      context.progress().begin("training Tribuo's logistic regression beside it");
      TribuoBaseline tribuo = TribuoBaseline.train(learn.features(), learn.targetUnsafe());
      baseline = Optional.of(Validation.of(tribuo.pd(judge.features()), judge.targetUnsafe()));
      run.tribuo(tribuo.provenance());
    }
    run.mark("validation");
    return new TrainingResult(
        model,
        funnel(candidates, trained),
        trained,
        learned,
        heldOut,
        baseline,
        split,
        run.finish(model, plan, warnings),
        warnings);
  }

  private ScorecardTrainer trainer() {
    return new ScorecardTrainer(
        plan.scale(),
        new BinningTrainer(plan.binning(), plan.binningByFeature()),
        plan.edits(),
        plan.selection(),
        plan.scorecard());
  }

  private Folds innerFolds(LearnSet records) {
    return Folds.stratified(records.targetUnsafe(), plan.scorecard().folds(), plan.seed());
  }

  /** Judges each fold by a model that learned, and chose its settings, without it. */
  private Validation validateFolds(Folds folds, LearnSet learn) {
    double[] pd = new double[learn.rows()];
    for (int fold = 0; fold < folds.count(); fold++) {
      LearnSet outside = learn.rowsAt(folds.outside(fold));
      requireBothClasses(outside.targetUnsafe(), "the records outside fold " + fold);
      Scorecard card = trainer()
          .train(outside, innerFolds(outside), plan.seed(), context.executor())
          .scorecard();
      int[] rows = folds.in(fold);
      double[] logOdds = badLogOdds(card, learn.features().rowsAt(rows));
      for (int i = 0; i < rows.length; i++) {
        pd[rows[i]] = Calibration.IDENTITY.pd(logOdds[i]);
      }
    }
    return Validation.of(pd, learn.targetUnsafe());
  }

  private static double[] badLogOdds(Scorecard card, FeatureMatrix matrix) {
    List<String> names = matrix.fields().stream().map(Field::name).toList();
    int[] columns = card.features().stream().mapToInt(names::indexOf).toArray();
    double[] logOdds = new double[matrix.rows()];
    double[] x = new double[columns.length];
    for (int row = 0; row < logOdds.length; row++) {
      for (int i = 0; i < columns.length; i++) {
        x[i] = matrix.cell(row, columns[i]);
      }
      logOdds[row] = card.badLogOdds(x);
    }
    return logOdds;
  }

  /** Refuses edits, forced features and settings of features that nobody offers. */
  private void checkNames(List<Field> candidates) {
    List<String> names = candidates.stream().map(Field::name).toList();
    List<String> wanted = new ArrayList<>(plan.binningByFeature().keySet());
    wanted.addAll(plan.selection().force());
    plan.edits().forEach(edit -> wanted.add(edit.feature()));
    Violations violations = new Violations();
    for (String name : wanted) {
      if (!names.contains(name)) {
        violations.add(
            "plan",
            "\"" + name + "\" is no feature that may be used",
            "",
            NearestName.remedy(name, names));
      }
    }
    violations.throwIfAny();
  }

  private int[] target() {
    if (schema.targetField().isEmpty()) {
      throw new InvalidInputException(new Violation(
          "schema",
          "there is no target",
          "",
          "give the field that holds 1 for bad and 0 for good the role TARGET"));
    }
    int[] target = table.target();
    requireBothClasses(target, "the data");
    return target;
  }

  private static void requireBothClasses(int[] target, String what) {
    int bads = Arrays.stream(target).sum();
    if (bads == 0 || bads == target.length) {
      throw new InvalidInputException(new Violation(
          "target",
          what + " must hold goods and bads",
          target.length + " records, " + bads + " bad",
          "add records of the other outcome"));
    }
  }

  private void warnAboutTarget() {
    Optional<Target> target = schema.target();
    if (target.isEmpty() || target.get().horizonAssumed()) {
      warnings.add("nobody stated the horizon of the target: "
          + Target.DEFAULT_HORIZON_MONTHS
          + " months are assumed, and a PD means nothing without one");
    }
  }

  private FeatureMatrix matrix(List<Field> fields, Table rows) {
    List<String> names = fields.stream().map(Field::name).toList();
    return FeatureMatrix.of(FeatureExtractor.compile(schema, names), rows);
  }

  private Funnel funnel(List<Field> candidates, ScorecardTraining trained) {
    List<String> names = candidates.stream().map(Field::name).toList();
    List<Funnel.Entry> entries = new ArrayList<>();
    for (Field field : schema.fields()) {
      boolean usable = field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.CATEGORY;
      if (usable && names.contains(field.name())) {
        entries.add(Funnel.Entry.kept(field.name()));
      } else if (usable) {
        reasonOf(field.role())
            .ifPresent(reason -> entries.add(Funnel.Entry.dropped(field.name(), reason, "")));
      }
    }
    Funnel funnel = new Funnel(entries);
    for (Funnel.Entry dropped : trained.dropped()) {
      funnel = funnel.dropping(dropped.field(), dropped.dropped().orElseThrow(), dropped.detail());
    }
    return funnel;
  }

  private static Optional<Funnel.Reason> reasonOf(FieldRole role) {
    return switch (role) {
      case FEATURE -> Optional.of(Funnel.Reason.EXCLUDED);
      case PROTECTED -> Optional.of(Funnel.Reason.PROTECTED);
      case LENDER_OUTPUT -> Optional.of(Funnel.Reason.LENDER_OUTPUT);
      case TARGET, WEIGHT, DATE, ID, SEGMENT, IGNORED -> Optional.empty();
    };
  }

  private RiskModel assemble(Scorecard scorecard, Table learned) {
    List<Binning> binnings =
        scorecard.terms().stream().map(Scorecard.Term::binning).toList();
    List<Field> fields = binnings.stream().map(Binning::field).toList();
    Reference reference = new ReferenceBuilder(
            scorecard, Calibration.IDENTITY, plan.scale(), plan.grades())
        .of(matrix(fields, learned), binnings);
    int bads = Arrays.stream(table.target()).sum();
    return RiskModel.of(new ModelParts(
        schema,
        scorecard,
        Calibration.IDENTITY,
        plan.scale(),
        plan.grades(),
        reference,
        new TrainingData(table.sha256(), table.rows(), bads),
        CATALOG_VERSION,
        plan.withoutData().toJson()));
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
