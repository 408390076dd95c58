package io.probity.lending;

import java.math.BigInteger;

/**
 * The level instalment of one unit of principal at a rate over a term, computed once and reused.
 *
 * <p>With i the monthly rate and n the months, the factor is i / (1 - (1 + i)^-n), and 1 / n at a rate
 * of 0. The instalment is principal x factor, HALF_UP to the minor unit. It is the level instalment
 * of a new loan, and annuity(balance, remaining term, rate) of an existing one.
 *
 * <p><b>The rounding is exact.</b> The double factor carries a relative error of at most 2^-50: half a
 * unit in the last place (ulp) for i, 1 ulp for {@code log1p}, half an ulp for the product with n, 1
 * ulp for {@code expm1}, half an ulp each for the quotient and for the product with the principal,
 * none of them enlarged by the formula, sum up to 8 x 2^-53. An amount that lies within 2^-48 of
 * itself from a half is computed again as a ratio of whole numbers, from the rate as a decimal. So the
 * instalment never falls when principal or rate rises, or the term shortens.
 *
 * <p>{@link #instalment(long)} makes no garbage except in that rare second computation: about one
 * amount in 10^9 for an instalment of 1,000.00.
 */
public final class AnnuityFactor {

  /** The longest term: 100 years. */
  public static final int MAX_MONTHS = 1_200;

  /** The largest balance: {@link Money#MAX_MINOR_UNITS} with the largest financed fee. */
  static final long MAX_BALANCE = 3 * Money.MAX_MINOR_UNITS;

  private static final double HALF = 0.5;

  private final long rateUnits;
  private final int months;
  private final double value;

  private AnnuityFactor(long rateUnits, int months) {
    this.rateUnits = rateUnits;
    this.months = months;
    this.value = value(rateUnits, months);
  }

  /**
   * Returns the factor of a contract rate over a term.
   *
   * @param rate a nominal rate in [0, {@link AnnualRate#MAX_CONTRACT}], or its effective equivalent
   * @param months the number of instalments, 1 to {@link #MAX_MONTHS}
   * @throws IllegalArgumentException if either is out of range
   */
  public static AnnuityFactor of(AnnualRate rate, int months) {
    return ofUnits(RateUnits.of(rate), months);
  }

  static AnnuityFactor ofUnits(long rateUnits, int months) {
    requireTerm(months);
    return new AnnuityFactor(rateUnits, months);
  }

  /**
   * Returns the level instalment of a balance, for the debt service of an existing tradeline: the
   * same as {@code of(rate, months).instalment(balance)}, without an object.
   *
   * @param balance minor units, 0 to 3 x {@link Money#MAX_MINOR_UNITS}
   * @param monthlyRate the rate of one month, such as 0.01; it means the nominal rate of 12 months,
   *     rounded to 12 decimals
   * @param months the remaining instalments, 1 to {@link #MAX_MONTHS}
   * @return minor units, HALF_UP
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static long instalment(long balance, double monthlyRate, int months) {
    requireTerm(months);
    long units = RateUnits.ofMonthly(monthlyRate);
    return instalment(balance, value(units, months), units, months);
  }

  /** Returns the factor: the unrounded instalment per unit of principal. */
  public double value() {
    return value;
  }

  /** Returns the number of instalments. */
  public int months() {
    return months;
  }

  /**
   * Returns the level instalment of a principal.
   *
   * @param principal minor units, 0 to 3 x {@link Money#MAX_MINOR_UNITS}
   * @return minor units, HALF_UP
   * @throws IllegalArgumentException if the principal is out of range
   */
  public long instalment(long principal) {
    return instalment(principal, value, rateUnits, months);
  }

  /**
   * Returns the largest principal whose rounded instalment is at most a given one.
   *
   * <p>It is up to half a minor unit of instalment larger than what the unrounded formula gives:
   * 3,000.04 instead of 3,000.00 for 300.00 over 10 months at a rate of 0.
   *
   * @param instalment minor units
   * @return minor units, at most {@link Money#MAX_MINOR_UNITS}; 0 if the instalment is not positive
   */
  public long largestPrincipal(long instalment) {
    if (instalment <= 0) {
      return 0;
    }
    long principal = (long) Math.min((instalment + HALF) / value, Money.MAX_MINOR_UNITS);
    while (instalment(principal) > instalment) {
      principal--;
    }
    while (principal < Money.MAX_MINOR_UNITS && instalment(principal + 1) <= instalment) {
      principal++;
    }
    return principal;
  }

  private static long instalment(long principal, double factor, long rateUnits, int months) {
    if (!(principal >= 0 && principal <= MAX_BALANCE)) {
      throw new IllegalArgumentException(
          "the principal must be 0 to " + MAX_BALANCE + " minor units; received " + principal);
    }
    if (rateUnits == 0) {
      return HalfUp.divide(principal, months);
    }
    long sure = HalfUp.orUnsure(principal * factor);
    return sure == HalfUp.UNSURE ? exact(principal, rateUnits, months) : sure;
  }

  /** With i = n/d: principal x n (d+n)^m / (d ((d+n)^m - d^m)), in whole numbers. */
  private static long exact(long principal, long rateUnits, int months) {
    if (months == 1) {
      return principal + RateUnits.monthInterest(principal, rateUnits);
    }
    BigInteger numerator = RateUnits.reducedNumerator(rateUnits);
    BigInteger denominator = RateUnits.reducedDenominator(rateUnits);
    BigInteger grown = denominator.add(numerator).pow(months);
    return HalfUp.divide(
        BigInteger.valueOf(principal).multiply(numerator).multiply(grown),
        denominator.multiply(grown.subtract(denominator.pow(months))));
  }

  private static double value(long rateUnits, int months) {
    if (rateUnits == 0) {
      return 1.0 / months;
    }
    double monthly = RateUnits.monthly(rateUnits);
    return monthly / -StrictMath.expm1(-months * StrictMath.log1p(monthly));
  }

  static void requireTerm(int months) {
    if (!(months >= 1 && months <= MAX_MONTHS)) {
      throw new IllegalArgumentException(
          "the term must be 1 to " + MAX_MONTHS + " months; received " + months);
    }
  }
}
