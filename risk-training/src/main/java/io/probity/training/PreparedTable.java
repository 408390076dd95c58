package io.probity.training;

import io.probity.feature.FeatureCatalog;
import io.probity.feature.FeatureExtractor;
import io.probity.feature.FeatureMatrix;
import io.probity.input.InvalidInputException;
import io.probity.input.NearestName;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.model.Predictor;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.RiskDirection;
import io.probity.schema.Schema;
import io.probity.schema.Target;
import io.probity.table.Table;
import io.probity.training.binning.BinningSettings;
import io.probity.training.binning.Trend;
import io.probity.training.honesty.Finding;
import io.probity.training.honesty.HonestyChecks;
import io.probity.training.selection.Funnel;
import io.probity.training.split.LearnSet;
import io.probity.training.split.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A table made ready by a plan: the target checked, the features computed, the records parted.
 *
 * @param schema the data dictionary with the levels of the table
 * @param table the records
 * @param candidates the fields that may be features
 * @param suspects candidates that were left out since they give the outcome away
 * @param findings what an analyst should look at in the records
 * @param all all records
 * @param split which records are learned from
 * @param learn the records learned from
 * @param warnings what an analyst should look at
 */
record PreparedTable(
    Schema schema,
    Table table,
    List<Field> candidates,
    List<Funnel.Entry> suspects,
    List<Finding> findings,
    LearnSet all,
    Split split,
    LearnSet learn,
    List<String> warnings) {

  static PreparedTable of(Schema given, Table table, TrainingPlan plan, Executor executor) {
    return of(
        given, table, plan, target -> Split.of(plan.split(), table, target, plan.seed()), executor);
  }

  /** Makes a table ready that is parted by a split of its own. */
  static PreparedTable of(
      Schema given, Table table, TrainingPlan plan, Split split, Executor executor) {
    return of(given, table, plan, target -> split, executor);
  }

  private static PreparedTable of(
      Schema given,
      Table table,
      TrainingPlan plan,
      Function<int[], Split> splitOf,
      Executor executor) {
    Schema schema = FeatureCatalog.completeStandard(given.withLevelsOf(table.schema()));
    int[] target = target(schema, table);
    double[] weights = weights(table, target);
    List<Field> offered = offered(schema, plan);
    Split split = splitOf.apply(target);
    LearnSet whole = LearnSet.of(matrix(schema, offered, table), target, weights);
    List<Finding> findings =
        HonestyChecks.run(schema, table, whole, parts(split, table.rows()), executor);
    List<Funnel.Entry> suspects = suspects(findings, offered, plan.selection().force());
    List<String> left = suspects.stream().map(Funnel.Entry::field).toList();
    List<Field> candidates =
        offered.stream().filter(field -> !left.contains(field.name())).toList();
    LearnSet all =
        left.isEmpty() ? whole : LearnSet.of(matrix(schema, candidates, table), target, weights);
    LearnSet timed =
        plan.periods().map(periods -> all.withPeriods(periods.of(table))).orElse(all);
    LearnSet learn = timed.rowsAt(split.learn());
    requireBothClasses(learn.targetUnsafe(), "the records learned from");
    return new PreparedTable(
        schema,
        table,
        candidates,
        suspects,
        findings,
        timed,
        split,
        learn,
        warnings(schema, weights));
  }

  /** Returns the fields that a plan offers, once the names in it are checked. */
  static List<Field> offered(Schema schema, TrainingPlan plan) {
    List<Field> offered = plan.features().of(schema);
    checkNames(plan, offered);
    return offered;
  }

  private static int[] parts(Split split, int rows) {
    int[] parts = new int[rows];
    int[] learn = split.learn();
    for (int i = 0; i < learn.length; i++) {
      int position = i;
      parts[learn[i]] = split.folds().map(folds -> folds.of(position)).orElse(0);
    }
    for (int row : split.judge()) {
      parts[row] = 1;
    }
    return parts;
  }

  /** Returns the fields that findings call wrong to use, unless they are forced in. */
  private static List<Funnel.Entry> suspects(
      List<Finding> findings, List<Field> offered, Set<String> forced) {
    List<Funnel.Entry> suspects = new ArrayList<>();
    for (Field field : offered) {
      findings.stream()
          .filter(finding -> finding.severity() == Finding.Severity.ERROR)
          .filter(finding -> finding.fields().contains(field.name()))
          .filter(finding -> !forced.contains(field.name()))
          .findFirst()
          .ifPresent(finding -> suspects.add(Funnel.Entry.dropped(
              field.name(), Funnel.Reason.SUSPECT, finding.code().name())));
    }
    return suspects;
  }

  /** Returns the features of records of the table's schema. */
  static FeatureMatrix matrix(Schema schema, List<Field> fields, Table rows) {
    List<String> names = fields.stream().map(Field::name).toList();
    return FeatureMatrix.of(FeatureExtractor.compile(schema, names), rows);
  }

  /** Refuses outcomes of one class. */
  static void requireBothClasses(int[] target, String what) {
    int bads = Arrays.stream(target).sum();
    if (bads == 0 || bads == target.length) {
      throw new InvalidInputException(new Violation(
          "target",
          what + " must hold goods and bads",
          target.length + " records, " + bads + " bad",
          "add records of the other outcome"));
    }
  }

  /** Returns what became of each field, given the candidates that were dropped. */
  Funnel funnel(List<Funnel.Entry> dropped) {
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
    for (Funnel.Entry entry : dropped) {
      funnel = funnel.dropping(entry.field(), entry.dropped().orElseThrow(), entry.detail());
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

  /** Refuses edits, forced features and settings of features that nobody offers. */
  private static void checkNames(TrainingPlan plan, List<Field> candidates) {
    List<String> names = candidates.stream().map(Field::name).toList();
    List<String> wanted = new ArrayList<>(plan.binningByFeature().keySet());
    wanted.addAll(plan.selection().force());
    plan.edits().forEach(edit -> wanted.add(edit.feature()));
    plan.ageRule().ifPresent(rule -> wanted.add(rule.field()));
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
    for (Field field : candidates) {
      BinningSettings own = plan.binningByFeature().get(field.name());
      if (own != null && contradicts(field.rules().direction(), own.shape().trend())) {
        violations.add(
            "plan at binningByFeature." + field.name(),
            "the trend contradicts the direction of risk in the schema",
            own.shape().trend() + " and " + field.rules().direction(),
            "change one of them");
      }
    }
    violations.throwIfAny();
  }

  private static boolean contradicts(RiskDirection direction, Trend trend) {
    return (direction == RiskDirection.RISES && trend == Trend.DESCENDING)
        || (direction == RiskDirection.FALLS && trend == Trend.ASCENDING);
  }

  /** Returns the outcomes, once both occur. */
  static int[] target(Schema schema, Table table) {
    requireTarget(schema);
    int[] target = table.target();
    requireBothClasses(target, "the data");
    return target;
  }

  /** Refuses a data dictionary without a target. */
  static void requireTarget(Schema schema) {
    if (schema.targetField().isEmpty()) {
      throw new InvalidInputException(new Violation(
          "schema",
          "there is no target",
          "",
          "give the field that holds 1 for bad and 0 for good the role TARGET"));
    }
  }

  private static double[] weights(Table table, int[] target) {
    double[] weights = table.weights();
    double[] ofClass = new double[2];
    for (int row = 0; row < weights.length; row++) {
      ofClass[target[row]] += weights[row];
    }
    if (!(ofClass[0] > 0 && ofClass[1] > 0)) {
      throw new InvalidInputException(new Violation(
          "weight",
          "goods and bads need a weight above 0",
          ofClass[0] + " in all goods, " + ofClass[1] + " in all bads",
          "correct the weights"));
    }
    return weights;
  }

  private static List<String> warnings(Schema schema, double[] weights) {
    List<String> warnings = new ArrayList<>();
    Optional<Target> target = schema.target();
    if (target.isEmpty() || target.get().horizonAssumed()) {
      warnings.add("nobody stated the horizon of the target: "
          + Target.DEFAULT_HORIZON_MONTHS
          + " months are assumed, and a PD means nothing without one");
    }
    if (Arrays.stream(weights).anyMatch(weight -> weight != 1)) {
      warnings.add("the figures of this run count records without their weights;"
          + " risk evaluate weighs them");
    }
    return warnings;
  }

  /** Returns the uncalibrated log-odds of bad of each record. */
  static double[] badLogOdds(Predictor predictor, FeatureMatrix matrix) {
    List<String> names = matrix.fields().stream().map(Field::name).toList();
    int[] columns = predictor.features().stream().mapToInt(names::indexOf).toArray();
    double[] logOdds = new double[matrix.rows()];
    double[] x = new double[columns.length];
    for (int row = 0; row < logOdds.length; row++) {
      for (int i = 0; i < columns.length; i++) {
        x[i] = matrix.cell(row, columns[i]);
      }
      logOdds[row] = predictor.badLogOdds(x);
    }
    return logOdds;
  }
}
