package io.probity.simulation;

/**
 * The law by which a loan turns bad within 12 months: given the observables and the later shocks, bad
 * with log-odds {@code eta + shift(shocks)}. The shocks are independent of each other, and their
 * probabilities are functions of the observables, so that the PD at asOf is a sum of twelve terms:
 *
 * <pre>PD = sum over job loss, illness, help of P(loss) P(illness) P(help) logistic(eta + shift)</pre>
 *
 * <p>It is exact, not an estimate. Terms of eta, in log-odds, are given in {@code docs/simulator.md}.
 */
public final class Hazard {

  private static final double JOB_LOSS = 1.3;
  private static final double ILLNESS = 0.9;
  private static final double HELP = 0.5;
  private static final double SOME_HELP = 0.25;

  private final Observables seen;

  private Hazard(Observables seen) {
    this.seen = seen;
  }

  /** Returns the hazard of an application. */
  public static Hazard of(Observables seen) {
    return new Hazard(seen);
  }

  /** Returns the PD given everything observable at asOf, averaged over later shocks. */
  public double pd() {
    double logOdds = logOdds();
    double loss = jobLossProbability();
    double illness = illnessProbability();
    double pd = 0.0;
    for (int help = -1; help <= 1; help++) {
      double helpShare = helpProbability(help);
      for (int state = 0; state < 4; state++) {
        boolean isLost = (state & 1) != 0;
        boolean isIll = (state & 2) != 0;
        double share = helpShare * (isLost ? loss : 1.0 - loss) * (isIll ? illness : 1.0 - illness);
        pd += share * Logistic.of(logOdds + shift(new Shocks(isLost, isIll, help)));
      }
    }
    return pd;
  }

  /** Returns the probability of bad given the observables and the shocks. */
  public double pdGiven(Shocks shocks) {
    return Logistic.of(logOdds() + shift(shocks));
  }

  /** Returns the probability of losing the work within the horizon; none for pensioners. */
  public double jobLossProbability() {
    if (at(Observable.AGE_YEARS) >= 66.0) {
      return 0.0;
    }
    double calm = at(Observable.INSECURE_WORK) > 0.0 ? 0.09 : 0.035;
    double downturn = clamp(at(Observable.UNEMPLOYMENT) - 0.045, 0.0, 0.2);
    return StrictMath.min(0.5, calm * (1.0 + 20.0 * downturn));
  }

  /** Returns the probability of an illness within the horizon. */
  public double illnessProbability() {
    return 0.03 + 0.0012 * StrictMath.max(0.0, at(Observable.AGE_YEARS) - 40.0);
  }

  /** Returns the probability of a degree of help: a quarter takes, a quarter gives. */
  public static double helpProbability(int help) {
    return help == 0 ? 1.0 - 2.0 * SOME_HELP : SOME_HELP;
  }

  /** Returns the log-odds of bad without job loss, illness and help. */
  public double logOdds() {
    return -4.25 + income() + debt() + conduct() + person() + economy();
  }

  private static double shift(Shocks shocks) {
    return (shocks.jobLoss() ? JOB_LOSS : 0.0)
        + (shocks.illness() ? ILLNESS : 0.0)
        - HELP * shocks.familyHelp();
  }

  private double income() {
    double variability = or(Observable.INCOME_CV, 0.35);
    double overstated = clamp(or(Observable.OVERSTATEMENT, 0.0) - 0.08, 0.0, 0.5);
    return 1.5 * StrictMath.min(variability, 1.0)
        + 0.15 * StrictMath.min(at(Observable.ZERO_INCOME_MONTHS), 4.0)
        + 1.2 * overstated
        + 0.20 * at(Observable.STATED_ONLY);
  }

  private double debt() {
    double burden = clamp(at(Observable.DSTI) - 0.20, 0.0, 0.8);
    double micro = StrictMath.min(at(Observable.MICRO_LENDERS), 5.0);
    double used = or(Observable.UTILISATION, 0.30);
    return 1.9 * burden
        + 0.24 * micro
        + 0.50 * micro * burden
        + 1.4 * clamp(used - 0.30, 0.0, 0.7)
        + 0.6 * clamp(at(Observable.LTI), 0.0, 1.0);
  }

  private double conduct() {
    double worst = at(Observable.WORST_DPD);
    double step = worst == 0.0 ? 0.0 : worst < 30.0 ? 0.55 : worst < 60.0 ? 1.10 : 1.65;
    double noHistory = at(Observable.NO_HISTORY);
    double fileAge = StrictMath.min(at(Observable.FILE_AGE_MONTHS) / 72.0, 1.0);
    return step
        + 0.08 * StrictMath.min(at(Observable.MONTHS_30), 6.0)
        + 0.20 * StrictMath.min(at(Observable.INQUIRING_LENDERS), 6.0)
        + 0.45 * noHistory
        + 0.30 * at(Observable.THIN)
        - 0.60 * fileAge;
  }

  private double person() {
    double young = clamp((28.0 - at(Observable.AGE_YEARS)) / 9.5, 0.0, 1.0);
    double fresh = at(Observable.TENURE_MONTHS) < 6.0 ? 0.35 : 0.0;
    double savings = or(Observable.SAVINGS_MONTHS, 0.7);
    return 0.55 * young
        + fresh
        - 0.80 * StrictMath.min(savings, 3.0) / 3.0
        + at(Observable.PURPOSE_SHIFT);
  }

  private double economy() {
    double level = 7.0 * (at(Observable.UNEMPLOYMENT) - 0.045);
    double rise = 5.0 * clamp(at(Observable.UNEMPLOYMENT_RISE), 0.0, 0.1);
    return (level + rise) * (1.0 + 0.5 * at(Observable.INSECURE_WORK));
  }

  private double at(Observable which) {
    return seen.value(which);
  }

  private double or(Observable which, double otherwise) {
    double value = seen.value(which);
    return Double.isNaN(value) ? otherwise : value;
  }

  private static double clamp(double value, double low, double high) {
    return StrictMath.max(low, StrictMath.min(high, value));
  }
}
