package io.probity.metrics;

/**
 * The defaults of one grade beside its PD, if obligors default independently of each other.
 * Correlation makes too many defaults likelier than stated here.
 *
 * @param defaults from 0 to {@code obligors}
 * @param obligors from 1 to a thousand million
 * @param pd in [0, 1]
 */
public record BinomialTest(int defaults, int obligors, double pd) {

  /** Leaves room for sums of counts. */
  static final int MOST_OBLIGORS = 1_000_000_000;

  /** Checks the ranges. */
  public BinomialTest {
    if (!(defaults >= 0 && defaults <= obligors && pd >= 0 && pd <= 1)
        || !(obligors >= 1 && obligors <= MOST_OBLIGORS)) {
      throw new IllegalArgumentException(
          "a backtest needs 1 to 1e9 obligors, 0 <= defaults <= obligors and a PD in [0, 1], not "
              + defaults + " of " + obligors + " at " + pd);
    }
  }

  /** Returns the chance of at least as many defaults if the PD is right: small means PD too low. */
  public double pValue() {
    return BetaLaw.binomialAtLeast(defaults, obligors, pd);
  }

  /** Returns the chance of at most as many defaults if the PD is right. */
  public double probabilityOfAtMost() {
    return BetaLaw.binomialAtMost(defaults, obligors, pd);
  }

  /** Returns the chance of all numbers of defaults that are no likelier than this one. */
  public double twoSidedPValue() {
    long peak = Math.min(obligors, (long) Math.floor((obligors + 1.0) * pd));
    double odds = pd / (1.0 - pd); // positive infinity for a PD of 1, which the law bears
    UnimodalLaw law = new UnimodalLaw(0L, peak, obligors, x -> (obligors - x) / (x + 1.0) * odds);
    return law.noLikelierThan(defaults);
  }

  /** Returns the one-sided p-value with only half the chance of exactly this number (mid-p). */
  public double midPValue() {
    return 0.5 * (pValue() + BetaLaw.binomialAtLeast(defaults + 1, obligors, pd));
  }

  /**
   * Returns the normal approximation: (default rate - PD) / root(PD (1 - PD) / obligors) with its
   * upper tail.
   *
   * @throws IllegalArgumentException if the PD is 0 or 1
   */
  public TestResult normalApproximation() {
    if (!(pd > 0 && pd < 1)) {
      throw new IllegalArgumentException(
          "the normal approximation needs a PD above 0 and below 1, not " + pd);
    }
    double rate = (double) defaults / obligors;
    double z = (rate - pd) / Math.sqrt(pd * (1.0 - pd) / obligors);
    return new TestResult(z, NormalLaw.upperTail(z));
  }

  /**
   * Returns the smallest number of defaults that is rejected: the smallest k with a chance of at
   * least k defaults of at most 1 - confidence. It is {@code obligors} + 1 if no number is.
   *
   * @param confidence above 0 and below 1
   */
  public int criticalDefaults(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "a confidence must be above 0 and below 1, not " + confidence);
    }
    int accepted = 0;
    int rejected = obligors + 1;
    while (rejected - accepted > 1) {
      int middle = (accepted + rejected) >>> 1;
      if (BetaLaw.binomialAtLeast(middle, obligors, pd) <= 1.0 - confidence) {
        rejected = middle;
      } else {
        accepted = middle;
      }
    }
    return rejected;
  }

  /**
   * Returns Jeffreys' p-value: the posterior chance that the true PD is below the applied one, from
   * the prior Beta(1/2, 1/2). Small means PD too low. It is defined without defaults, too.
   */
  public double jeffreysPValue() {
    return BetaLaw.cdf(pd, defaults + 0.5, obligors - defaults + 0.5);
  }

  /** Returns the zone of the number of defaults. */
  public TrafficLight trafficLight() {
    return TrafficLight.ofProbability(probabilityOfAtMost());
  }

  /** Returns the default rate with its intervals. */
  public Proportion defaultRate() {
    return new Proportion(defaults, obligors);
  }
}
