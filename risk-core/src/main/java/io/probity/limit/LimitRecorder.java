package io.probity.limit;

import java.util.Arrays;

/**
 * Collects the steps of one limit after another, for one thread: scratch space of {@link LimitSetter}.
 * Holds nothing of an applicant that a {@link LimitTrace} reads later.
 */
public final class LimitRecorder {

  private static final int[] NONE = {};

  private final String[] codes;
  private final LimitPhase[] phases;
  private final MinorUnits units;
  private final short[] code;
  private final long[] own;
  private final int[] referred;
  private int referrals;
  private int size;
  private long running;

  LimitRecorder(String[] codes, LimitPhase[] phases, MinorUnits units) {
    this.codes = codes;
    this.phases = phases;
    this.units = units;
    this.code = new short[codes.length];
    this.own = new long[codes.length];
    this.referred = new int[2 * codes.length];
  }

  void clear() {
    size = 0;
    referrals = 0;
    running = Long.MAX_VALUE;
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

  String[] codes() {
    return codes;
  }

  LimitPhase[] phases() {
    return phases;
  }

  MinorUnits units() {
    return units;
  }

  short[] codesOfSteps() {
    return Arrays.copyOf(code, size);
  }

  long[] ownOfSteps() {
    return Arrays.copyOf(own, size);
  }

  int[] referred() {
    return referrals == 0 ? NONE : Arrays.copyOf(referred, referrals);
  }
}
