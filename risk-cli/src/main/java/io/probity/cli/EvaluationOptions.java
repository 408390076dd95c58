package io.probity.cli;

import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldRole;
import io.probity.schema.Target;
import io.probity.validation.CutOff;
import io.probity.validation.OutcomeWindow;
import io.probity.validation.ProtectedField;
import io.probity.validation.Resampling;
import io.probity.validation.SliceSettings;
import io.probity.validation.ValidationSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked of an evaluation. */
final class EvaluationOptions {

  /** What makes groups without being asked; days and free texts do not. */
  private static final Set<FieldKind> GROUPED = Set.of(FieldKind.NUMBER, FieldKind.CATEGORY);

  @Option(
      names = "--outcome-months",
      paramLabel = "N",
      description = "How long outcomes were watched; compared with the horizon of the model.")
  private @Nullable Integer outcomeMonths;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description =
          "The day on which outcomes were looked up, such as 2026-01-31. Warns of records whose"
              + " outcome window was not over; needs the day of each record.")
  private @Nullable LocalDate asOf;

  @Option(
      names = "--segment",
      paramLabel = "COLUMN",
      description = "All figures for each value too; cuts of a number as amount:1000,5000.")
  private List<String> segments = List.of();

  @Option(
      names = "--by-time",
      paramLabel = "COLUMN[:LENGTH]",
      description = "All figures for each month, quarter or year too. Default: quarter.")
  private @Nullable String byTime;

  @Option(
      names = "--protected",
      paramLabel = "COLUMN",
      description =
          "Fairness between these groups; cuts as age:62. Default: the schema's PROTECTED fields.")
  private List<String> protectedColumns = List.of();

  @Option(
      names = "--reference",
      paramLabel = "COLUMN=GROUP",
      description = "The group that others are compared with. Default: the largest.")
  private Map<String, String> references = Map.of();

  @Option(
      names = "--cut-off",
      paramLabel = "RULE",
      description =
          "Whom to approve: pd=0.1 (below), score=560 (from) or grade=C (or safer). Default: each"
              + " grade but the last.")
  private List<String> cutOffs = List.of();

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      description =
          "Resamples for intervals without a formula; 0 for none. Default: ${DEFAULT-VALUE},"
              + " fewer for many records.")
  private int bootstrap = Resampling.DEFAULT.bootstrapReplicates();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of the resamples. Default: ${DEFAULT-VALUE}.")
  private long seed = Resampling.DEFAULT.seed();

  @Option(
      names = "--level",
      paramLabel = "SHARE",
      description = "The level of intervals. Default: ${DEFAULT-VALUE}.")
  private double level = ValidationSettings.DEFAULT.level();

  double level() {
    return level;
  }

  List<GroupColumn> segments() {
    return segments.stream().map(text -> GroupColumn.parse("--segment", text)).toList();
  }

  Optional<TimeColumn> byTime() {
    return Optional.ofNullable(byTime).map(TimeColumn::parse);
  }

  /** Returns the stated columns, or the protected fields of the schema that the file has. */
  List<GroupColumn> protectedColumns(RiskModel model, List<String> present) {
    if (!protectedColumns.isEmpty()) {
      return statedProtected();
    }
    return model.schema().fields(FieldRole.PROTECTED).stream()
        .filter(field -> GROUPED.contains(field.kind()))
        .map(Field::name)
        .filter(present::contains)
        .map(name -> new GroupColumn(name, List.of()))
        .toList();
  }

  List<GroupColumn> statedProtected() {
    return protectedColumns.stream()
        .map(text -> GroupColumn.parse("--protected", text))
        .toList();
  }

  Optional<Integer> outcomeMonths() {
    return Optional.ofNullable(outcomeMonths);
  }

  /** Returns the outcome window, if anything was said of it; by itself the horizon of the model. */
  Optional<OutcomeWindow> window(RiskModel model) {
    if (outcomeMonths == null && asOf == null) {
      return Optional.empty();
    }
    int horizon =
        model.schema().target().map(Target::horizonMonths).orElse(Target.DEFAULT_HORIZON_MONTHS);
    return Optional.of(new OutcomeWindow(
        outcomeMonths == null ? horizon : outcomeMonths, Optional.ofNullable(asOf)));
  }

  ValidationSettings settings(RiskModel model, List<GroupColumn> protectedGroups) {
    SliceSettings slices = SliceSettings.NONE.withSegments(
        segments().stream().map(GroupColumn::name).toList());
    Optional<TimeColumn> time = byTime();
    if (time.isPresent()) {
      slices = slices.withLength(time.get().length());
    }
    return ValidationSettings.DEFAULT
        .withLevel(level)
        .withResampling(new Resampling(bootstrap, Math.min(2 * bootstrap, Resampling.MOST), seed))
        .withSlices(slices)
        .withProtectedFields(protectedGroups.stream()
            .map(column -> new ProtectedField(
                column.name(), Optional.ofNullable(references.get(column.name()))))
            .toList())
        .withCutOffs(cutOffs(model))
        .withReference(model.reference());
  }

  private List<CutOff> cutOffs(RiskModel model) {
    if (!cutOffs.isEmpty()) {
      return cutOffs.stream().map(CutOff::parse).toList();
    }
    List<CutOff> grades = new ArrayList<>();
    model.grades().grades().forEach(grade -> grades.add(new CutOff.GradeUpTo(grade.name())));
    return grades.subList(0, grades.size() - 1);
  }
}
