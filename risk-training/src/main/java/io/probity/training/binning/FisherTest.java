package io.probity.training.binning;

import org.apache.commons.math3.special.Gamma;

/**
 * Fisher's exact two-sided test of a two-by-two table of whole counts: the chance of all tables with
 * the same margins that are at most as likely as the one seen.
 */
final class FisherTest {

  /** Tables up to this factor more likely than the one seen still count as no likelier. */
  private static final double LOG_TOLERANCE = StrictMath.log(1 + 1e-7);

  private static final double NEGLIGIBLE = 1e-18;

  private final double bads;
  private final double count;
  private final double otherCount;
  private final double allBads;
  private final double constant;
  private final double least;
  private final double most;
  private final double seen;

  FisherTest(double goods, double bads, double otherGoods, double otherBads) {
    this.bads = bads;
    this.count = goods + bads;
    this.otherCount = otherGoods + otherBads;
    this.allBads = bads + otherBads;
    this.least = Math.max(0.0, allBads - otherCount);
    this.most = Math.min(count, allBads);
    this.constant = logFactorial(count)
        + logFactorial(otherCount)
        + logFactorial(allBads)
        + logFactorial(goods + otherGoods)
        - logFactorial(count + otherCount);
    this.seen = logChance(bads);
  }

  /** Returns whether the p-value is at most the given one; quickly where that is plain. */
  boolean isAtMost(double pValue) {
    double logLimit = StrictMath.log(pValue);
    if (seen > logLimit) {
      return false;
    }
    double tables = most - least + 1;
    return seen + LOG_TOLERANCE + StrictMath.log(tables) < logLimit || pValue() <= pValue;
  }

  /** Returns the p-value, in [0, 1]. */
  double pValue() {
    double limit = seen + LOG_TOLERANCE;
    double mode =
        Math.min(most, Math.floor((count + 1) * (allBads + 1) / (count + otherCount + 2)));
    double inner = Math.max(least, mode);
    if (logChance(inner) <= limit) {
      return 1.0;
    }
    int outwards = bads < inner ? -1 : 1;
    double outer = outwards > 0 ? least : most;
    while (Math.abs(outer - inner) > 1) {
      double middle = Math.rint((inner + outer) / 2.0);
      if (logChance(middle) <= limit) {
        outer = middle;
      } else {
        inner = middle;
      }
    }
    double chance = tail(bads, outwards);
    if (logChance(outer) <= limit) {
      chance += tail(outer, -outwards);
    }
    return Math.min(1.0, chance);
  }

  /** Returns the log of the hypergeometric chance of so many bads in the first bin. */
  private double logChance(double k) {
    return constant
        - logFactorial(k)
        - logFactorial(count - k)
        - logFactorial(allBads - k)
        - logFactorial(otherCount - allBads + k);
  }

  /** Returns the chance of a number of bads and of all further out in a direction. */
  private double tail(double from, int direction) {
    double chance = StrictMath.exp(logChance(from));
    double total = chance;
    double k = from;
    while (direction > 0 ? k < most : k > least) {
      chance *= direction > 0 ? ratio(k) : 1.0 / ratio(k - 1);
      k += direction;
      total += chance;
      if (chance < total * NEGLIGIBLE) {
        break;
      }
    }
    return total;
  }

  /** Returns the chance of k + 1 bads relative to that of k. */
  private double ratio(double k) {
    return (count - k) * (allBads - k) / ((k + 1) * (otherCount - allBads + k + 1));
  }

  private static double logFactorial(double k) {
    return Gamma.logGamma(k + 1);
  }
}
