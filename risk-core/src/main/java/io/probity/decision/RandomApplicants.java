package io.probity.decision;

import io.probity.condition.ConditionScope;
import io.probity.input.InvalidInputException;
import io.probity.limit.LimitRules;
import io.probity.limit.LimitTrace;
import io.probity.limit.MinorUnits;
import io.probity.schema.SpecialValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes applicants up, near the edges of a policy's rules, and compares what they get. */
final class RandomApplicants {

  private final PolicyProgram program;
  private final PolicyRules rules;
  private final List<String> layout;
  private final CellPoints points;
  private final SplittableRandom random = new SplittableRandom(20_260_101);

  RandomApplicants(PolicyProgram program, List<String> layout, CellPoints points) {
    this.program = program;
    this.rules = program.rules();
    this.layout = layout;
    this.points = points;
  }

  /** Searches for two applicants of whom the better one gets a lower limit. */
  Optional<CounterExample> search(
      Improvement improvement, List<RuleGrid.Pair> suspects, int trials) {
    List<String> moved = improvement.moved(rules);
    for (int trial = 0; trial < trials; trial++) {
      double[] worse = applicant();
      double[] better = worse.clone();
      if (!suspects.isEmpty() && random.nextInt(8) > 0) {
        RuleGrid.Pair pair = suspects.get(random.nextInt(suspects.size()));
        assign(worse, pair.worse());
        assign(better, pair.better());
      } else if (improvement == Improvement.PD) {
        setPd(better, Math.min(pd(worse), oneOf(points.pds())));
      } else {
        for (String name : moved) {
          int at = layout.indexOf(name);
          double factor = 1 + random.nextDouble();
          better[at] = improvement.rises() ? worse[at] * factor : worse[at] / factor;
        }
      }
      Optional<CounterExample> found = compare(worse, better);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Searches for an applicant who is offered more than is affordable. */
  Optional<CounterExample> aboveAffordability(int trials) {
    for (int trial = 0; trial < trials; trial++) {
      double[] cells = applicant();
      Optional<Verdict> verdict = judge(cells);
      if (verdict.isEmpty() || verdict.get().limit == 0) {
        continue;
      }
      long limit = verdict.get().limit;
      Optional<LimitTrace> trace = verdict.get().trace();
      boolean escaped = trace.isEmpty() || program.units().of(trace.get().own(0)) < limit;
      if (escaped) {
        Map<String, String> shown = show(cells);
        return Optional.of(new CounterExample(
            shown, shown, program.units().toDecimal(limit), program.units().toDecimal(0)));
      }
    }
    return Optional.empty();
  }

  private Optional<CounterExample> compare(double[] worse, double[] better) {
    Optional<Verdict> before = judge(worse);
    Optional<Verdict> after = judge(better);
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    long high = before.get().limitBeforeRouting();
    long low = after.get().limitBeforeRouting();
    if (high <= low) {
      return Optional.empty();
    }
    return Optional.of(new CounterExample(
        show(worse),
        show(better),
        program.units().toDecimal(high),
        program.units().toDecimal(low)));
  }

  private Optional<Verdict> judge(double[] cells) {
    int grade = (int) cells[layout.indexOf(ConditionScope.GRADE)];
    int score = (int) cells[layout.indexOf(ConditionScope.SCORE)];
    try {
      return Optional.of(program.judge(cells, grade, score));
    } catch (InvalidInputException impossible) {
      return Optional.empty();
    }
  }

  private double[] applicant() {
    double[] cells = new double[layout.size()];
    for (int i = 0; i < cells.length; i++) {
      String name = layout.get(i);
      cells[i] = random.nextInt(10) > 0 ? oneOf(points.known(name)) : oneOf(points.all(name));
    }
    double income = income();
    values(income).forEach((input, value) -> {
      int at = program.inputs().position(input);
      if (at >= 0) {
        cells[at] = value;
      }
    });
    setPd(cells, oneOf(points.pds()));
    cells[layout.indexOf(ConditionScope.SCORE)] = random.nextInt(400, 900);
    return cells;
  }

  /** Returns an income: any, or one at the edge of a band of the strategy. */
  private double income() {
    LimitRules.Base base =
        rules.limits().bases().get(random.nextInt(rules.limits().bases().size()));
    if (base.incomeFrom() > 0 && random.nextBoolean()) {
      return program.inputs().cellOf(base.incomeFrom() - random.nextInt(2));
    }
    return StrictMath.rint(StrictMath.pow(10, 2 + 4 * random.nextDouble()));
  }

  private Map<PolicyInput, Double> values(double income) {
    Map<PolicyInput, Double> values = new HashMap<>();
    values.put(PolicyInput.INCOME, income);
    values.put(PolicyInput.STATED_INCOME, income);
    values.put(PolicyInput.INCOME_MEAN_3, income);
    values.put(PolicyInput.INCOME_MEAN_12, income);
    values.put(PolicyInput.INCOME_LOWER_QUARTILE, income);
    values.put(PolicyInput.INCOME_VARIATION, 0.0);
    values.put(PolicyInput.INCOME_MONTHS, 12.0);
    values.put(PolicyInput.ZERO_MONTHS, 0.0);
    values.put(PolicyInput.LIVING_COSTS, cents(income * random.nextDouble()));
    values.put(PolicyInput.DEPENDANTS, (double) random.nextInt(4));
    values.put(PolicyInput.DEBT_SERVICE, cents(income * random.nextDouble() / 2));
    for (PolicyInput none : List.of(
        PolicyInput.REFINANCED_SERVICE,
        PolicyInput.REVOLVING_BALANCE,
        PolicyInput.REVOLVING_LIMIT,
        PolicyInput.REVOLVING_MINIMUM,
        PolicyInput.VARIABLE_BALANCE,
        PolicyInput.PAYOFF)) {
      values.put(none, 0.0);
    }
    values.put(PolicyInput.SAVINGS, cents(10 * income * random.nextDouble()));
    double ceiling =
        program.inputs().cellOf(Math.min(2 * rules.limits().ceiling() + 1, MinorUnits.LARGEST));
    values.put(PolicyInput.AMOUNT, Math.max(1, cents(ceiling * random.nextDouble())));
    values.put(PolicyInput.TERM_MONTHS, (double) term());
    values.put(PolicyInput.ANNUAL_RATE, Double.NaN);
    return values;
  }

  private int term() {
    return rules
        .offer()
        .terms()
        .map(terms -> terms.from()
            + terms.step() * random.nextInt(1 + (terms.to() - terms.from()) / terms.step()))
        .orElse(12 * (1 + random.nextInt(5)));
  }

  private static double cents(double amount) {
    return StrictMath.rint(amount * 100) / 100;
  }

  private double oneOf(List<Double> values) {
    return values.get(random.nextInt(values.size()));
  }

  private double pd(double[] cells) {
    return cells[layout.indexOf(ConditionScope.PD)];
  }

  private void setPd(double[] cells, double pd) {
    cells[layout.indexOf(ConditionScope.PD)] = pd;
    cells[layout.indexOf(ConditionScope.GRADE)] = points.gradeOf(pd);
  }

  private void assign(double[] cells, Map<String, Double> values) {
    values.forEach((name, value) -> {
      if (name.equals(ConditionScope.PD)) {
        setPd(cells, value);
      } else {
        cells[layout.indexOf(name)] = value;
      }
    });
  }

  /** Shows the cells that the policy reads, without those that are missing. */
  private Map<String, String> show(double[] cells) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (String name : rules.fieldNames()) {
      double cell = cells[layout.indexOf(name)];
      if (SpecialValues.isNumber(cell)) {
        List<String> levels = rules.schema().field(name).rules().levels();
        shown.put(name, levels.isEmpty() ? Double.toString(cell) : levels.get((int) cell));
      }
    }
    shown.put(ConditionScope.PD, Double.toString(pd(cells)));
    return shown;
  }
}
