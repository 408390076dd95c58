package io.probity.lending;

import java.math.BigInteger;

/**
 * A contract rate as a whole number: the nominal annual rate in units of 1e-12.
 *
 * <p>A double rate means the decimal number with 12 decimals that is nearest to it. This gives back
 * every rate that was written with up to 12 decimals, and makes the monthly rate the exact ratio
 * units / 12e12, on which HALF_UP has one answer. Numbers, not objects, because the decision path
 * makes no garbage.
 */
final class RateUnits {

  /** How many units make a rate of 1 a year. */
  static final long PER_YEAR = 1_000_000_000_000L;

  private static final long PER_MONTH = 12 * PER_YEAR;
  private static final double MONTHS = 12.0;

  private RateUnits() {}

  /** Returns the units of a contract rate; an EFFECTIVE one is turned into its nominal first. */
  static long of(AnnualRate rate) {
    return ofNominal(rate.to(RateKind.NOMINAL).value());
  }

  /** Returns the units of a contract rate that is given for one month. */
  static long ofMonthly(double monthly) {
    return ofNominal(MONTHS * monthly);
  }

  /** Returns the monthly rate, correctly rounded: both operands are whole and below 2^53. */
  static double monthly(long units) {
    return (double) units / PER_MONTH;
  }

  /** Returns the interest of one month on a balance in minor units, HALF_UP. */
  static long monthInterest(long balance, long units) {
    long sure = HalfUp.orUnsure(balance * monthly(units));
    return sure == HalfUp.UNSURE ? exactMonthInterest(balance, units) : sure;
  }

  private static long exactMonthInterest(long balance, long units) {
    long divisor = greatestCommonDivisor(PER_MONTH, units);
    return interest(balance, units / divisor, PER_MONTH / divisor);
  }

  /** Returns the interest of some days of a year of so many days on a balance, HALF_UP. */
  static long daysInterest(long balance, long units, int days, int daysPerYear) {
    return HalfUp.divide(
        BigInteger.valueOf(balance).multiply(BigInteger.valueOf(units * days)),
        BigInteger.valueOf(PER_YEAR * daysPerYear));
  }

  static BigInteger reducedNumerator(long units) {
    return BigInteger.valueOf(units / greatestCommonDivisor(PER_MONTH, units));
  }

  static BigInteger reducedDenominator(long units) {
    return BigInteger.valueOf(PER_MONTH / greatestCommonDivisor(PER_MONTH, units));
  }

  private static long interest(long balance, long numerator, long denominator) {
    long product = balance * numerator;
    if (Math.multiplyHigh(balance, numerator) == 0 && product >= 0 && product < HalfUp.LARGEST) {
      return HalfUp.divide(product, denominator);
    }
    return HalfUp.divide(
        BigInteger.valueOf(balance).multiply(BigInteger.valueOf(numerator)),
        BigInteger.valueOf(denominator));
  }

  private static long greatestCommonDivisor(long larger, long smaller) {
    long a = larger;
    long b = smaller;
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  private static long ofNominal(double nominal) {
    if (!(nominal >= 0.0 && nominal <= AnnualRate.MAX_CONTRACT)) {
      throw new IllegalArgumentException(
          "a contract rate must lie in [0, " + AnnualRate.MAX_CONTRACT
              + "] as a nominal annual fraction; received " + nominal
              + "; write 18.5% as 0.185");
    }
    return Math.round(nominal * PER_YEAR);
  }
}
