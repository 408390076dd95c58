package io.probity.cli;

import io.probity.input.InvalidInputException;
import io.probity.input.Violation;
import io.probity.training.FeatureChoice;
import io.probity.training.TrainingPlan;
import io.probity.training.editing.BinningEdit;
import io.probity.training.editing.BinningEditJson;
import io.probity.training.split.SplitPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What decides how a model comes out: a plan file, and options that change it. */
final class PlanOptions {

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "The training plan to repeat; the other options change it.")
  private @Nullable Path planFile;

  @Option(
      names = "--holdout",
      paramLabel = "SHARE",
      description = "The share of records that is held out. Default: 0.3.")
  private @Nullable Double holdout;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Hold nothing out; judge by N folds, each by a model without it.")
  private @Nullable Integer folds;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "With --holdout or --folds: records of one value, such as a customer, stay"
          + " together.")
  private @Nullable String group;

  @Option(
      names = "--out-of-time",
      paramLabel = "COLUMN=DATE",
      arity = "1",
      description = "Hold out the records from this day on.")
  private @Nullable Map<String, LocalDate> outOfTime;

  @Option(
      names = "--held-out",
      paramLabel = "COLUMN=VALUE",
      arity = "1",
      description = "Hold out the records with this value of a column.")
  private @Nullable Map<String, String> heldOut;

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description = "scorecard, additive, boosted, tribuo, or auto for the choice by inner folds.")
  private @Nullable String family;

  @Option(names = "--seed", paramLabel = "N", description = "The seed of the split. Default: 1.")
  private @Nullable Long seed;

  @Option(
      names = "--exclude",
      paramLabel = "COLUMN",
      split = ",",
      description = "Features to leave out.")
  private List<String> exclude = List.of();

  @Option(
      names = "--force",
      paramLabel = "COLUMN",
      split = ",",
      description = "Features that no rule of the selection removes.")
  private List<String> force = List.of();

  @Option(
      names = "--allow",
      paramLabel = "COLUMN=REASON",
      description = "Use a protected or lender-output field, for this written reason.")
  private Map<String, String> allow = Map.of();

  @Option(
      names = {"--edits", "--edit"},
      paramLabel = "FILE",
      description = "Changes by hand: merge, split, cuts, groups, a WOE of a scorecard's bins;"
          + " merge, smooth, an effect of an additive model's.")
  private @Nullable Path editsFile;

  /** Returns the plan. */
  TrainingPlan plan() throws IOException {
    TrainingPlan start = planFile == null
        ? TrainingPlan.DEFAULT
        : TrainingPlan.parse(Files.readAllBytes(planFile), String.valueOf(planFile.getFileName()));
    TrainingPlan.Builder plan = start.toBuilder();
    if (family != null) {
      plan.family(family);
    }
    if (seed != null) {
      plan.seed(seed);
    }
    split().ifPresent(plan::split);
    Set<String> excluded = new TreeSet<>(start.features().exclude());
    excluded.addAll(exclude);
    Map<String, String> allowed = new LinkedHashMap<>(start.features().allow());
    allowed.putAll(allow);
    plan.features(new FeatureChoice(excluded, allowed));
    Set<String> forced = new TreeSet<>(start.selection().force());
    forced.addAll(force);
    plan.selection(start.selection().withForced(forced));
    if (editsFile != null) {
      List<BinningEdit> edits = new ArrayList<>(start.edits());
      edits.addAll(BinningEditJson.parse(
          Files.readAllBytes(editsFile), String.valueOf(editsFile.getFileName())));
      plan.edits(edits);
    }
    try {
      return plan.build();
    } catch (IllegalArgumentException wrong) {
      throw new InvalidInputException(
          new Violation("options", String.valueOf(wrong.getMessage()), "", ""));
    }
  }

  /** Returns the folder that paths in the plan are taken from. */
  Path planFolder() {
    return planFile == null ? Path.of("") : planFile.resolveSibling("");
  }

  private Optional<SplitPlan> split() {
    List<SplitPlan> stated = new ArrayList<>();
    Optional<String> groupBy = Optional.ofNullable(group);
    if (holdout != null || (group != null && folds == null)) {
      stated.add(new SplitPlan.Stratified(holdout == null ? 0.3 : holdout, groupBy));
    }
    if (folds != null) {
      stated.add(new SplitPlan.CrossValidated(folds, groupBy));
    }
    if (outOfTime != null) {
      outOfTime.forEach((column, from) -> stated.add(new SplitPlan.OutOfTime(column, from)));
    }
    if (heldOut != null) {
      heldOut.forEach((column, value) -> stated.add(new SplitPlan.ByColumn(column, Set.of(value))));
    }
    if (stated.size() > 1) {
      throw new InvalidInputException(new Violation(
          "options",
          "only one of --holdout, --folds, --out-of-time and --held-out can part the records",
          stated.size() + " were given",
          "keep one"));
    }
    return stated.stream().findFirst();
  }
}
