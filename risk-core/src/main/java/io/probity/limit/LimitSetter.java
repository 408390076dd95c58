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

  private final LimitRules rules;
  private final MinorUnits units;
  private final CompiledCondition[] multiplierWhen;
  private final CompiledCondition[] capWhen;
  private final int[] capLess;
  private final String[] codes;

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
    this.codes = LimitTrace.codes(rules);
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

  /**
   * Sets the limit of an applicant.
   *
   * @param instalment the instalment that is tested, by rate, term and kind of loan
   * @param cells the cells of the layout
   * @param grade the position of the grade
   * @param product the position of the product, 0 where there is only one
   */
  public LimitTrace apply(
      LimitInputs in, Instalment instalment, double[] cells, int grade, int product) {
    Affordability affordability = rules.affordability().assess(in);
    LimitTrace.Recorder trace = new LimitTrace.Recorder(codes, units, affordability);
    long affordable = Capacity.largestPrincipal(instalment, affordability.room());
    trace.add(LimitPhase.AFFORDABILITY, LimitTrace.codeOf(affordability.binding()), affordable);
    int strongest = strategy(trace, affordability, cells, grade, product);
    long strategy = trace.lastOwn();
    int lowestCap = caps(trace, affordability, cells);
    long cap = trace.own(lowestCap);
    boolean isAsked = in.requested() >= 0;
    if (isAsked) {
      trace.add(LimitPhase.REQUEST, LimitTrace.REQUEST, in.requested());
    }
    long raw = trace.running();
    int binding = raw == affordable
        ? 0
        : raw == cap ? lowestCap : raw == strategy ? strongest : trace.size() - 1;
    long limit = raw - raw % rules.step();
    trace.add(LimitPhase.STEP, LimitTrace.STEP, limit);
    if (limit < rules.floor() || limit == 0) {
      limit = 0;
      trace.add(LimitPhase.STEP, LimitTrace.FLOOR, 0);
    }
    if (limit < in.payoff()) {
      limit = 0;
      trace.add(LimitPhase.STEP, LimitTrace.PAYOFF, 0);
    }
    return trace.finish(binding);
  }

  /** Adds base and multipliers; returns the step of the strongest multiplier, or of the base. */
  private int strategy(
      LimitTrace.Recorder trace,
      Affordability affordability,
      double[] cells,
      int grade,
      int product) {
    long amount = baseAmount(affordability.assessedIncome(), grade, product);
    trace.add(LimitPhase.STRATEGY, LimitTrace.BASE, amount);
    int strongest = trace.size() - 1;
    long strongestFactor = Long.MAX_VALUE;
    for (int i = 0; i < multiplierWhen.length; i++) {
      LimitRules.Multiplier multiplier = rules.multipliers().get(i);
      int code = LimitTrace.FIRST_RULE + i;
      if (applies(multiplierWhen[i].test(cells), multiplier.onMissing(), trace, code)) {
        amount = multiplier.factor().applyTo(amount);
        trace.add(LimitPhase.STRATEGY, code, amount);
        if (multiplier.factor().tenThousandths() < strongestFactor) {
          strongestFactor = multiplier.factor().tenThousandths();
          strongest = trace.size() - 1;
        }
      }
    }
    return strongest;
  }

  private long baseAmount(long income, int grade, int product) {
    for (LimitRules.Base base : rules.bases()) {
      if (base.isFor(grade, product, income)) {
        return base.multiple().applyTo(income);
      }
    }
    return 0;
  }

  /** Adds the caps that apply and the ceiling; returns the step of the lowest. */
  private int caps(LimitTrace.Recorder trace, Affordability affordability, double[] cells) {
    int lowest = -1;
    for (int i = 0; i < capWhen.length; i++) {
      LimitRules.Cap cap = rules.caps().get(i);
      int code = LimitTrace.FIRST_RULE + multiplierWhen.length + i;
      if (applies(capWhen[i].test(cells), cap.onMissing(), trace, code)) {
        trace.add(LimitPhase.CAPS, code, room(cap, i, affordability, cells, trace, code));
        lowest = lowest < 0 || trace.lastOwn() < trace.own(lowest) ? trace.size() - 1 : lowest;
      }
    }
    trace.add(LimitPhase.CAPS, LimitTrace.CEILING, rules.ceiling());
    return lowest < 0 || trace.lastOwn() < trace.own(lowest) ? trace.size() - 1 : lowest;
  }

  private long room(
      LimitRules.Cap cap,
      int index,
      Affordability affordability,
      double[] cells,
      LimitTrace.Recorder trace,
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
    return Math.max(0, bound - Math.max(0, units.of(used)));
  }

  private static boolean applies(
      Truth truth, OnMissing onMissing, LimitTrace.Recorder trace, int code) {
    if (truth == Truth.UNKNOWN && onMissing == OnMissing.REFER) {
      trace.refer(code);
      return true;
    }
    return truth == Truth.TRUE || (truth == Truth.UNKNOWN && onMissing == OnMissing.HIT);
  }
}
