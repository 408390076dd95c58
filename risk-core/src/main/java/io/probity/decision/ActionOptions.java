package io.probity.decision;

import io.probity.explain.Action;
import io.probity.input.InvalidInputException;
import io.probity.input.JsonText;
import io.probity.input.Violation;
import io.probity.input.Violations;
import io.probity.model.RiskModel;
import io.probity.schema.Field;
import io.probity.schema.FieldKind;
import io.probity.schema.FieldSource;
import io.probity.schema.Operand;
import io.probity.schema.Range;
import io.probity.schema.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The values that one action can lead to. Where nothing but bins and conditions reads a number, one
 * value stands for all between two breaks: the nearest that is allowed, on the grid if there is one.
 * Where money, a derived field or a model without steps depends on it, every value of the grid counts.
 * Immutable.
 */
final class ActionOptions {

  private static final int MOST_STEPS = 10_000;

  private final Action action;
  private final Range limits;
  private final boolean everyStep;
  private final double[] breaks; // lower ends of the intervals that bins and conditions tell apart
  private final List<String> levels;

  private ActionOptions(
      Action action, Range limits, boolean everyStep, double[] breaks, List<String> levels) {
    this.action = action;
    this.limits = limits;
    this.everyStep = everyStep;
    this.breaks = breaks;
    this.levels = levels;
  }

  /**
   * Returns the options of all actions of a policy.
   *
   * @throws InvalidInputException if money, a derived field or a model without steps depends on a number
   *     whose grid is not stated or too fine
   */
  static List<ActionOptions> compile(RiskModel model, PolicyRules rules) {
    CellPoints points = new CellPoints(rules.schema(), model.grades(), rules.conditions());
    Set<String> fine = new HashSet<>(rules.inputs().values());
    rules.limits().caps().forEach(cap -> cap.less().ifPresent(fine::add));
    rules.schema().fields().forEach(field -> fine.addAll(operands(field)));
    if (!model.predictor().isStepwise()) {
      fine.addAll(model.features());
    }
    Violations violations = new Violations();
    List<ActionOptions> options = new ArrayList<>();
    for (Action action : rules.actions()) {
      ActionOptions compiled =
          compile(action, rules.schema(), fine.contains(action.field()), model, points);
      compiled.check(violations);
      options.add(compiled);
    }
    violations.throwIfAny();
    return List.copyOf(options);
  }

  private static ActionOptions compile(
      Action action, Schema schema, boolean everyStep, RiskModel model, CellPoints points) {
    Field field = schema.field(action.field());
    Range valid = field.rules().valid().orElse(action.limits());
    double low = Math.max(valid.low(), action.limits().low());
    double high = Math.min(valid.high(), action.limits().high());
    List<String> levels = action.levels().isEmpty() ? field.rules().levels() : action.levels();
    TreeSet<Double> near = new TreeSet<>(points.known(action.field()));
    TreeSet<Double> all = new TreeSet<>(near);
    all.removeIf(at -> !Double.isFinite(at) || !near.contains(Math.nextDown(at)));
    int feature = model.features().indexOf(action.field());
    if (feature >= 0) {
      for (double at : model.predictor().breaks(feature)) {
        all.add(at);
      }
    }
    double[] breaks = all.stream().mapToDouble(Double::doubleValue).toArray();
    return new ActionOptions(
        action, new Range(Math.min(low, high), high), everyStep, breaks, levels);
  }

  private static List<String> operands(Field field) {
    if (!(field.source() instanceof FieldSource.Derived derived)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Operand operand : derived.how().operands()) {
      if (operand instanceof Operand.OfField of) {
        names.add(of.name());
      }
    }
    return names;
  }

  private void check(Violations violations) {
    if (action.kind() == FieldKind.CATEGORY || !everyStep) {
      return;
    }
    double width = limits.high() - limits.low();
    if (action.step().isEmpty() || !(width <= MOST_STEPS * action.step().get().doubleValue())) {
      violations.add(new Violation(
          "actions",
          "money, a derived field or a model without steps depends on " + action.field()
              + ", so its action needs least, most and step, at most " + MOST_STEPS
              + " steps apart",
          limits.describe() + action.step().map(step -> " by " + step).orElse(" without a step"),
          "state them, or take a coarser step"));
    }
  }

  Action action() {
    return action;
  }

  /** Writes which values there are. */
  void write(JsonText out) {
    out.put("category", action.kind() == FieldKind.CATEGORY).put("levels", levels);
    if (Double.isFinite(limits.low())) {
      out.put("low", limits.low());
    }
    if (Double.isFinite(limits.high())) {
      out.put("high", limits.high());
    }
    out.put("everyStep", everyStep).put("breaks", breaks);
  }

  /**
   * Returns the options of an applicant, cheapest first: the value as it is, then the others.
   *
   * @param current the value now: a number, a level, or null; what is not known cannot change
   */
  List<Option> of(@Nullable Object current) {
    List<Option> options = new ArrayList<>();
    if (action.kind() == FieldKind.CATEGORY && current instanceof String level) {
      levels.stream()
          .filter(other -> !other.equals(level))
          .forEach(other -> options.add(new Option(other, action.cost().fixed(), 0)));
    } else if (action.kind() == FieldKind.NUMBER && current instanceof Number number) {
      double now = number.doubleValue();
      for (double value : values(now)) {
        options.add(new Option(value, action.costOf(now, value), Math.abs(value - now)));
      }
    }
    options.sort(Comparator.comparingDouble(Option::cost).thenComparingDouble(Option::distance));
    if (current != null) {
      options.add(0, new Option(current, 0, 0));
    }
    return options;
  }

  /**
   * One value.
   *
   * @param value a Double or the name of a level
   * @param cost what it costs to get there
   * @param distance how far a number moves
   */
  record Option(Object value, double cost, double distance) {}

  private Set<Double> values(double now) {
    Set<Double> values = new TreeSet<>();
    if (everyStep) {
      addSteps(limits.low(), limits.high(), values);
    } else {
      for (double at : breaks) {
        values.add(at > now ? onGrid(at, RoundingMode.CEILING) : below(at));
      }
    }
    values.removeIf(value -> !limits.contains(value)
        || value == now
        || (value > now && action.direction() == Action.Direction.DOWN)
        || (value < now && action.direction() == Action.Direction.UP));
    return values;
  }

  private void addSteps(double low, double high, Set<Double> values) {
    BigDecimal step = action.step().orElse(BigDecimal.ONE);
    BigDecimal first = BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING);
    BigDecimal at = first.multiply(step);
    while (at.doubleValue() <= high) {
      values.add(at.doubleValue());
      at = at.add(step);
    }
  }

  /** Returns the largest allowed value below a break. */
  private double below(double at) {
    if (action.step().isEmpty()) {
      return Math.nextDown(at);
    }
    double on = onGrid(at, RoundingMode.FLOOR);
    return on < at ? on : onGrid(at - action.step().get().doubleValue() / 2, RoundingMode.FLOOR);
  }

  private double onGrid(double at, RoundingMode mode) {
    if (action.step().isEmpty()) {
      return at;
    }
    BigDecimal step = action.step().get();
    return BigDecimal.valueOf(at).divide(step, 0, mode).multiply(step).doubleValue();
  }
}
