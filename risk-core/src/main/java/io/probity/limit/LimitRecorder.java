package io.probity.limit;

import java.util.Arrays;
import java.util.List;

/**
 * Collects the steps of one limit after another, for one thread: scratch space of {@link LimitSetter},
 * which can be asked about the last limit until the next one is set. A {@link LimitTrace} is a copy that
 * lasts.
 */
public final class LimitRecorder {

  private final String[] codes;
  private final LimitPhase[] phases;
  private final MinorUnits units;
  private final InputFigures inputs = new InputFigures();
  private final long[] figures = new long[Affordability.FIGURES];
  private final Affordability affordability = new Affordability(figures);
  private final short[] code;
  private final long[] own;
  private final int[] referred;
  private int referrals;
  private int size;
  private int binding;
  private long running;

  LimitRecorder(String[] codes, LimitPhase[] phases, MinorUnits units) {
    this.codes = codes;
    this.phases = phases;
    this.units = units;
    this.code = new short[codes.length];
    this.own = new long[codes.length];
    this.referred = new int[2 * codes.length];
  }

  /** Tells what is known of the next applicant. */
  void set(LimitInputs in) {
    set(in.income());
    set(in.debts());
    start(in.livingCosts(), in.dependants(), in.savings(), in.requested(), in.payoff());
  }

  /** Tells the income of the next applicant. */
  public void set(IncomeInputs in) {
    inputs.set(in);
  }

  /** Tells the debts of the next applicant. */
  public void set(DebtInputs in) {
    inputs.set(in);
  }

  /** Tells the rest of what {@link LimitInputs} hold of the next applicant, whose limit can be set then. */
  public void start(long livingCosts, int dependants, long savings, long requested, long payoff) {
    inputs.livingCosts = livingCosts;
    inputs.dependants = dependants;
    inputs.savings = savings;
    inputs.requested = requested;
    inputs.payoff = payoff;
    size = 0;
    referrals = 0;
    running = Long.MAX_VALUE;
  }

  Affordability assess(AffordabilityRules rules) {
    rules.assess(inputs, figures);
    return affordability;
  }

  InputFigures inputs() {
    return inputs;
  }

  /** Returns the savings of the applicant; -1 where unknown. */
  public long savings() {
    return inputs.savings;
  }

  void add(int stepCode, long amount) {
    code[size] = (short) stepCode;
    own[size] = amount;
    running = Math.min(running, amount);
    size++;
  }

  void refer(int ruleCode) {
    referred[referrals++] = ruleCode;
  }

  void bind(int step) {
    binding = step;
  }

  int size() {
    return size;
  }

  long own(int step) {
    return own[step];
  }

  long lastOwn() {
    return own[size - 1];
  }

  /** Returns the smallest amount so far. */
  long running() {
    return running;
  }

  /** Returns the limit in minor units; 0 where nothing can be offered. */
  public long limitMinor() {
    return running;
  }

  /** Returns what the applicant can repay, in minor units; overwritten with the next limit. */
  public Affordability affordability() {
    return affordability;
  }

  /** Returns the code of the binding step. */
  public String bindingRule() {
    return codes[code[binding]];
  }

  /** Returns the phase of the binding step. */
  public LimitPhase bindingPhase() {
    return phases[code[binding]];
  }

  /**
   * Returns the code of the rule that refused the rounded amount, the floor, the payoff or a cap of rates or costs;
   * that of the floor if none did.
   */
  public String refusal() {
    boolean refused = running == 0 && code[size - 1] != LimitTrace.STEP;
    return refused ? codes[code[size - 1]] : LimitTrace.FLOOR_RULE;
  }

  /** Returns whether a cap of rates or costs refused the amount. */
  public boolean isTooDear() {
    return running == 0 && phases[code[size - 1]] == LimitPhase.COST;
  }

  /** Returns the codes of rules that could not be told and ask for a referral. */
  public List<String> referrals() {
    if (referrals == 0) {
      return List.of();
    }
    return Arrays.stream(referred, 0, referrals)
        .mapToObj(index -> codes[index])
        .distinct()
        .toList();
  }

  /** Returns how the limit came about. */
  public LimitTrace toTrace() {
    return new LimitTrace(
        codes,
        phases,
        units,
        new Affordability(figures.clone()),
        Arrays.copyOf(code, size),
        Arrays.copyOf(own, size),
        referrals(),
        binding);
  }
}
