package io.probity.limit;

import io.probity.condition.CompiledCondition;
import io.probity.condition.Truth;
import io.probity.lending.Capacity;
import io.probity.lending.Instalment;
import io.probity.schema.SpecialValues;
import java.util.List;

/**
 * Limit rules compiled to read the cells of one vector. Immutable and safe for use by several threads.
 */
public final class LimitSetter {

  /** What rounding to the minor unit may add to a rate that is at its cap: a thousandth of a point. */
  private static final double COST_TOLERANCE = 1e-5;

  private final LimitRules rules;
  private final MinorUnits units;
  private final CompiledCondition[] multiplierWhen;
  private final CompiledCondition[] capWhen;
  private final int[] capLess;
  private final CompiledCondition[] costWhen;
  private final String[] codes;
  private final LimitPhase[] phases;
  private final LimitRules.Multiplier[] multipliers;
  private final LimitRules.Cap[] caps;

  private LimitSetter(LimitRules rules, MinorUnits units, List<String> layout) {
    this.rules = rules;
    this.units = units;
    this.multiplierWhen = rules.multipliers().stream()
        .map(multiplier -> multiplier.when().compile(layout))
        .toArray(CompiledCondition[]::new);
    this.capWhen = rules.caps().stream()
        .map(cap -> cap.when().map(when -> when.compile(layout)).orElse(cells -> Truth.TRUE))
        .toArray(CompiledCondition[]::new);
    this.capLess = rules.caps().stream()
        .mapToInt(cap -> cap.less().map(layout::indexOf).orElse(-1))
        .toArray();
    this.costWhen = rules.costCaps().stream()
        .map(cap -> cap.when().map(when -> when.compile(layout)).orElse(cells -> Truth.TRUE))
        .toArray(CompiledCondition[]::new);
    this.codes = LimitTrace.codes(rules);
    this.phases = LimitTrace.phases(rules);
    this.multipliers = rules.multipliers().toArray(new LimitRules.Multiplier[0]);
    this.caps = rules.caps().toArray(new LimitRules.Cap[0]);
  }

  /**
   * Compiles rules.
   *
   * @param layout the names of the cells that {@link #apply} gets
   * @param currencyDigits the decimals of the currency
   */
  public static LimitSetter compile(LimitRules rules, List<String> layout, int currencyDigits) {
    return new LimitSetter(rules, MinorUnits.ofDigits(currencyDigits), layout);
  }

  /** Returns the rules. */
  public LimitRules rules() {
    return rules;
  }

  /**
   * Sets the limit of an applicant.
   *
   * @param instalment the instalment that is tested, by rate, term and kind of loan
   * @param cost what the loan costs; asked only if the rules bound it
   * @param cells the cells of the layout
   * @param grade the position of the grade
   * @param product the position of the product, 0 where there is only one
   */
  public LimitTrace apply(
      LimitInputs in,
      Instalment instalment,
      OfferedCost cost,
      double[] cells,
      int grade,
      int product) {
    LimitRecorder recorder = newRecorder();
    recorder.set(in);
    apply(instalment, cost, cells, grade, product, recorder);
    return recorder.toTrace();
  }

  /** Returns scratch space for one thread. */
  public LimitRecorder newRecorder() {
    return new LimitRecorder(codes, phases, units);
  }

  /** Sets the limit of the applicant whom the scratch space was told of, as the other method does. */
  public void apply(
      Instalment instalment,
      OfferedCost cost,
      double[] cells,
      int grade,
      int product,
      LimitRecorder trace) {
    Affordability affordability = trace.assess(rules.affordability());
    long affordable = Capacity.largestPrincipal(instalment, affordability.room());
    combine(affordability, affordable, cells, grade, product, trace);
    long raw = trace.running();
    round(trace, raw - raw % rules.step());
    refuseDearLoan(trace, cost, cells);
  }

  /**
   * Sets the limit of an applicant who pays the price of the amount: the largest on the step's grid for
   * which all rules hold at its own price. One that is above a cap of rates is refused by {@value
   * LimitTrace#RATE_CAP_RULE}; the price is not clipped.
   */
  public void apply(
      PricedInstalment priced,
      OfferedCost cost,
      double[] cells,
      int grade,
      int product,
      LimitRecorder trace) {
    Affordability affordability = trace.assess(rules.affordability());
    long affordable = priced.largest(MinorUnits.LARGEST, affordability.room());
    combine(affordability, affordable, cells, grade, product, trace);
    round(trace, priced.largest(trace.running(), affordability.room()));
    if (trace.running() > 0) {
      boolean isTooDear = priced.isTooDear(trace.running());
      trace.add(LimitTrace.RATE_CAP, isTooDear ? 0 : trace.running());
    }
    refuseDearLoan(trace, cost, cells);
  }

  /** Adds the steps up to the request, whose least is the raw amount, and binds one. */
  private void combine(
      Affordability affordability,
      long affordable,
      double[] cells,
      int grade,
      int product,
      LimitRecorder trace) {
    trace.add(LimitTrace.codeOf(affordability.binding()), affordable);
    int strongest = strategy(trace, affordability, cells, grade, product);
    long strategy = trace.lastOwn();
    int lowestCap = caps(trace, affordability, trace.inputs().payoff, cells);
    long cap = trace.own(lowestCap);
    if (trace.inputs().requested >= 0) {
      trace.add(LimitTrace.REQUEST, trace.inputs().requested);
    }
    long raw = trace.running();
    trace.bind(
        raw == affordable
            ? 0
            : raw == cap ? lowestCap : raw == strategy ? strongest : trace.size() - 1);
  }

  private void round(LimitRecorder trace, long limit) {
    trace.add(LimitTrace.STEP, limit);
    if (limit < rules.floor() || limit == 0) {
      trace.add(LimitTrace.FLOOR, 0);
    } else if (limit < trace.inputs().payoff) {
      trace.add(LimitTrace.PAYOFF, 0);
    }
  }

  /** Fixed fees weigh more on less, so no smaller loan would be allowed where this one is not. */
  private void refuseDearLoan(LimitRecorder trace, OfferedCost cost, double[] cells) {
    for (int i = 0; i < costWhen.length && trace.running() > 0; i++) {
      LimitRules.CostCap cap = rules.costCaps().get(i);
      int code = LimitTrace.FIRST_RULE + multiplierWhen.length + capWhen.length + i;
      if (applies(costWhen[i].test(cells), cap.onMissing(), trace, code)) {
        long principal = trace.running();
        double rate = cost.annualRate(principal, cap.basis(), cap.maximum().kind());
        boolean allowed = rate <= cap.maximum().value() + COST_TOLERANCE;
        trace.add(code, allowed ? principal : 0);
      }
    }
  }

  /** Adds base and multipliers; returns the step of the strongest multiplier, or of the base. */
  private int strategy(
      LimitRecorder trace, Affordability affordability, double[] cells, int grade, int product) {
    long income = affordability.assessedIncome();
    long amount = rules.base(grade, product, income);
    trace.add(LimitTrace.BASE, amount);
    int strongest = trace.size() - 1;
    long strongestFactor = Long.MAX_VALUE;
    for (int i = 0; i < multiplierWhen.length; i++) {
      LimitRules.Multiplier multiplier = multipliers[i];
      int code = LimitTrace.FIRST_RULE + i;
      if (applies(multiplierWhen[i].test(cells), multiplier.onMissing(), trace, code)) {
        amount = multiplier.factor().applyTo(amount);
        trace.add(code, amount);
        if (multiplier.factor().tenThousandths() < strongestFactor) {
          strongestFactor = multiplier.factor().tenThousandths();
          strongest = trace.size() - 1;
        }
      }
    }
    return strongest;
  }

  /** Adds the caps that apply and the ceiling; returns the step of the lowest. */
  private int caps(LimitRecorder trace, Affordability affordability, long payoff, double[] cells) {
    int lowest = -1;
    for (int i = 0; i < capWhen.length; i++) {
      LimitRules.Cap cap = caps[i];
      int code = LimitTrace.FIRST_RULE + multiplierWhen.length + i;
      if (applies(capWhen[i].test(cells), cap.onMissing(), trace, code)) {
        trace.add(code, room(cap, i, affordability, payoff, cells, trace, code));
        lowest = lowest < 0 || trace.lastOwn() < trace.own(lowest) ? trace.size() - 1 : lowest;
      }
    }
    trace.add(LimitTrace.CEILING, rules.ceiling());
    return lowest < 0 || trace.lastOwn() < trace.own(lowest) ? trace.size() - 1 : lowest;
  }

  private long room(
      LimitRules.Cap cap,
      int index,
      Affordability affordability,
      long payoff,
      double[] cells,
      LimitRecorder trace,
      int code) {
    long bound = cap.amount().isPresent()
        ? cap.amount().get()
        : cap.ofIncome().map(m -> m.applyTo(affordability.assessedIncome())).orElse(0L);
    if (capLess[index] < 0) {
      return bound;
    }
    double used = cells[capLess[index]];
    if (!SpecialValues.isNumber(used)) {
      return switch (cap.onMissing()) {
        case SKIP -> bound;
        case HIT -> 0;
        case REFER -> {
          trace.refer(code);
          yield 0;
        }
      };
    }
    long counted = Math.max(0, units.of(used) - (cap.netOfPayoff() ? payoff : 0));
    return Math.max(0, bound - counted);
  }

  private static boolean applies(Truth truth, OnMissing onMissing, LimitRecorder trace, int code) {
    if (truth == Truth.UNKNOWN && onMissing == OnMissing.REFER) {
      trace.refer(code);
      return true;
    }
    return truth == Truth.TRUE || (truth == Truth.UNKNOWN && onMissing == OnMissing.HIT);
  }
}
