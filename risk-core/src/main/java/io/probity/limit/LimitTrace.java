package io.probity.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a limit came about: each step with the amount that its rule states, the amount before and after
 * it, and which step is binding. Immutable.
 *
 * <p>The amount after a step is the smaller of the amount before it and the amount that its rule
 * states, so the steps can be replayed. The first step starts from its own amount.
 */
public final class LimitTrace {

  /** The code of the floor: the smallest limit that is offered. */
  public static final String FLOOR_RULE = "FLOOR";

  /** The code of the debt that a refinancing loan must repay. */
  public static final String PAYOFF_RULE = "PAYOFF";

  /** The code of the largest rates that the law allows. */
  public static final String RATE_CAP_RULE = "RATE_CAP";

  static final int BASE = 4;
  static final int CEILING = 5;
  static final int REQUEST = 6;
  static final int STEP = 7;
  static final int FLOOR = 8;
  static final int PAYOFF = 9;
  static final int RATE_CAP = 10;
  static final int FIRST_RULE = 11;

  private static final List<String> FIXED_CODES = List.of(
      AffordabilityTest.RESIDUAL.name(),
      AffordabilityTest.DSTI.name(),
      AffordabilityTest.PTI.name(),
      AffordabilityTest.BUFFER.name(),
      "BASE",
      "CEILING",
      "REQUEST",
      "STEP",
      FLOOR_RULE,
      PAYOFF_RULE,
      RATE_CAP_RULE);

  private final String[] codes;
  private final LimitPhase[] phases;
  private final MinorUnits units;
  private final Affordability affordability;
  private final short[] code;
  private final long[] own;
  private final List<String> referrals;
  private final int binding;

  LimitTrace(
      String[] codes,
      LimitPhase[] phases,
      MinorUnits units,
      Affordability affordability,
      short[] code,
      long[] own,
      List<String> referrals,
      int binding) {
    this.codes = codes;
    this.phases = phases;
    this.units = units;
    this.affordability = affordability;
    this.code = code;
    this.own = own;
    this.referrals = referrals;
    this.binding = binding;
  }

  static int codeOf(AffordabilityTest test) {
    return switch (test) {
      case RESIDUAL -> 0;
      case DSTI -> 1;
      case PTI -> 2;
      case BUFFER -> 3;
    };
  }

  static String[] codes(LimitRules rules) {
    List<String> codes = new ArrayList<>(FIXED_CODES);
    rules.multipliers().forEach(multiplier -> codes.add(multiplier.code()));
    rules.caps().forEach(cap -> codes.add(cap.code()));
    rules.costCaps().forEach(cap -> codes.add(cap.code()));
    return codes.toArray(new String[0]);
  }

  /** Returns the phase of each code. */
  static LimitPhase[] phases(LimitRules rules) {
    List<LimitPhase> phases = new ArrayList<>(Collections.nCopies(BASE, LimitPhase.AFFORDABILITY));
    phases.addAll(List.of(
        LimitPhase.STRATEGY,
        LimitPhase.CAPS,
        LimitPhase.REQUEST,
        LimitPhase.STEP,
        LimitPhase.STEP,
        LimitPhase.STEP,
        LimitPhase.COST));
    rules.multipliers().forEach(multiplier -> phases.add(LimitPhase.STRATEGY));
    rules.caps().forEach(cap -> phases.add(LimitPhase.CAPS));
    rules.costCaps().forEach(cap -> phases.add(LimitPhase.COST));
    return phases.toArray(new LimitPhase[0]);
  }

  /** Returns the number of steps. */
  public int steps() {
    return code.length;
  }

  /** Returns the phase of a step. */
  public LimitPhase phase(int step) {
    return phases[code[step]];
  }

  /** Returns the code of the rule of a step. */
  public String rule(int step) {
    return codes[code[step]];
  }

  /** Returns the amount that the rule of a step states by itself. */
  public BigDecimal own(int step) {
    return units.toDecimal(own[step]);
  }

  /** Returns the amount before a step. */
  public BigDecimal before(int step) {
    return units.toDecimal(step == 0 ? own[0] : minorAfter(step - 1));
  }

  /** Returns the amount after a step. */
  public BigDecimal after(int step) {
    return units.toDecimal(minorAfter(step));
  }

  private long minorAfter(int step) {
    long least = own[0];
    for (int i = 1; i <= step; i++) {
      least = Math.min(least, own[i]);
    }
    return least;
  }

  /** Returns the step that decided the amount before rounding. */
  public int binding() {
    return binding;
  }

  /** Returns the code of the binding step. */
  public String bindingRule() {
    return rule(binding);
  }

  /** Returns the phase of the binding step. */
  public LimitPhase bindingPhase() {
    return phase(binding);
  }

  /** Returns the limit; 0 where nothing can be offered. */
  public BigDecimal limit() {
    return units.toDecimal(limitMinor());
  }

  /** Returns the limit in minor units. */
  public long limitMinor() {
    return minorAfter(own.length - 1);
  }

  /** Returns the codes of rules that could not be told and ask for a referral. */
  public List<String> referrals() {
    return referrals;
  }

  /** Returns what the applicant can repay, in minor units. */
  public Affordability affordability() {
    return affordability;
  }

  /** Returns an amount in minor units as a decimal of the trace's currency. */
  public BigDecimal toDecimal(long minorUnits) {
    return units.toDecimal(minorUnits);
  }
}
