package io.probity.training;

import io.probity.binning.Binning;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
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
import io.probity.training.binning.BinningResult;
import io.probity.training.binning.BinningTrainer;
import io.probity.training.binning.Outcomes;
import io.probity.training.scorecard.ScorecardTrainer;
import io.probity.training.scorecard.ScorecardTraining;
import io.probity.training.tribuo.TribuoBaseline;
import io.probity.validation.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    warnAboutTarget();
    context.progress().begin("computing features");
    FeatureMatrix matrix = matrix(candidates, table);
    Holdout holdout = Holdout.stratified(target, plan.holdout(), plan.seed());
    int[] learnRows = holdout.learn();
    FeatureMatrix learn = matrix.rowsAt(learnRows);
    int[] learnTarget = pick(target, learnRows);
    requireBothClasses(learnTarget, "the records learned from");
    double[] weights = pick(table.weights(), learnRows);

    context.progress().begin("binning " + candidates.size() + " features");
    List<BinningResult> binnings = new BinningTrainer(plan.binning())
        .trainEach(learn, Outcomes.of(learnTarget, weights), context.executor());
    run.mark("binning");
    Funnel funnel = funnel(binnings);
    List<Binning> entering = entering(binnings, funnel);

    context.progress().begin("fitting " + entering.size() + " features");
    ScorecardTraining trained = new ScorecardTrainer(
            plan.scale(), plan.selection().removeWrongSigns())
        .train(learn, learnTarget, weights, entering);
    funnel = withRemovals(funnel, trained);
    run.mark("fitting");

    RiskModel model = assemble(trained.scorecard(), table.rowsAt(learnRows));
    run.mark("assembly");
    context.progress().begin("validating");
    double[] pd = model.pd(table);
    Validation learned = Validation.of(pick(pd, learnRows), learnTarget);
    Optional<Validation> heldOut = Optional.empty();
    Optional<Validation> baseline = Optional.empty();
    int[] judgeRows = holdout.judge();
    if (judgeRows.length > 0) {
      int[] judgeTarget = pick(target, judgeRows);
      requireBothClasses(judgeTarget, "the records held out");
      heldOut = Optional.of(Validation.of(pick(pd, judgeRows), judgeTarget));
      context.progress().begin("training Tribuo's logistic regression beside it");
      TribuoBaseline tribuo = TribuoBaseline.train(learn, learnTarget);
      baseline = Optional.of(Validation.of(tribuo.pd(matrix.rowsAt(judgeRows)), judgeTarget));
      run.tribuo(tribuo.provenance());
    }
    run.mark("validation");
    return new TrainingResult(
        model,
        binnings,
        funnel,
        trained,
        learned,
        heldOut,
        baseline,
        holdout,
        run.finish(model, plan, warnings),
        warnings);
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

  private Funnel funnel(List<BinningResult> binnings) {
    List<Funnel.Entry> entries = new ArrayList<>();
    for (Field field : schema.fields()) {
      if (field.kind() != FieldKind.NUMBER && field.kind() != FieldKind.CATEGORY) {
        continue;
      }
      Optional<BinningResult> binned =
          binnings.stream().filter(b -> b.field().name().equals(field.name())).findFirst();
      if (binned.isPresent()) {
        entries.add(entry(binned.get()));
      } else if (reasonOf(field.role()).isPresent()) {
        entries.add(new Funnel.Entry(field.name(), reasonOf(field.role()), ""));
      }
    }
    return new Funnel(entries);
  }

  private static Optional<Funnel.Reason> reasonOf(FieldRole role) {
    return switch (role) {
      case FEATURE -> Optional.of(Funnel.Reason.EXCLUDED);
      case PROTECTED -> Optional.of(Funnel.Reason.PROTECTED);
      case LENDER_OUTPUT -> Optional.of(Funnel.Reason.LENDER_OUTPUT);
      case TARGET, WEIGHT, DATE, ID, SEGMENT, IGNORED -> Optional.empty();
    };
  }

  private Funnel.Entry entry(BinningResult result) {
    String name = result.field().name();
    if (result instanceof BinningResult.NotBinned notBinned) {
      return new Funnel.Entry(name, Optional.of(Funnel.Reason.NOT_BINNED), notBinned.message());
    }
    double iv = result.binning().map(b -> b.table().informationValue()).orElse(0.0);
    if (iv < plan.selection().minimumIv()) {
      return new Funnel.Entry(
          name, Optional.of(Funnel.Reason.LOW_IV), String.format(Locale.ROOT, "IV %.4f", iv));
    }
    return new Funnel.Entry(name, Optional.empty(), "");
  }

  private static List<Binning> entering(List<BinningResult> results, Funnel funnel) {
    List<String> kept = funnel.kept();
    List<Binning> binnings = results.stream()
        .filter(result -> kept.contains(result.field().name()))
        .flatMap(result -> result.binning().stream())
        .toList();
    if (binnings.isEmpty()) {
      throw new InvalidInputException(new Violation(
          "features",
          "no feature says enough about the target",
          "the best of " + results.size() + " was below the least IV",
          "lower selection.minimumIv, or look for better features"));
    }
    return binnings;
  }

  private static Funnel withRemovals(Funnel funnel, ScorecardTraining trained) {
    Funnel changed = funnel;
    for (ScorecardTraining.Removal removal : trained.removed()) {
      Funnel.Reason reason = switch (removal.reason()) {
        case COLLINEAR -> Funnel.Reason.COLLINEAR;
        case WRONG_SIGN -> Funnel.Reason.WRONG_SIGN;
      };
      changed = changed.dropping(removal.feature(), reason, removal.detail());
    }
    return changed;
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
        plan.toJson()));
  }

  private static int[] pick(int[] values, int[] rows) {
    return Arrays.stream(rows).map(row -> values[row]).toArray();
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }
}
