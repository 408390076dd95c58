package io.probity.lending;

/**
 * An annual interest rate that says how it was made from the rate of one month.
 *
 * <p>Unit: a fraction, so 0.12 is 12%. A rate that follows from cash flows may be negative and may be
 * large; the rate of a contract must lie in [0, {@value #MAX_CONTRACT}] as a nominal rate, so that
 * 18.5 meant as a percentage is refused where it is used.
 *
 * @param value the fraction; above -1 if EFFECTIVE and above -12 if NOMINAL, because no month can
 *     lose more than everything
 * @param kind how the value is made from the monthly rate
 */
public record AnnualRate(double value, RateKind kind) {

  /** The largest nominal rate of a contract: 1,000% a year. */
  public static final double MAX_CONTRACT = 10.0;

  /**
   * Checks the value.
   *
   * @throws IllegalArgumentException if the value is not finite or too far below 0
   */
  public AnnualRate {
    double low = kind == RateKind.NOMINAL ? -12.0 : -1.0;
    if (!(value > low && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          kind + " annual rate must be a finite fraction above " + low + "; received " + value);
    }
    value += 0.0; // -0.0 becomes 0.0, so that equal rates are equal records
  }

  /** Returns a nominal rate: 12 times the monthly rate. */
  public static AnnualRate nominal(double value) {
    return new AnnualRate(value, RateKind.NOMINAL);
  }

  /** Returns an effective rate: (1 + monthly rate)^12 - 1. */
  public static AnnualRate effective(double value) {
    return new AnnualRate(value, RateKind.EFFECTIVE);
  }

  /** Returns the rate of one month, as a fraction. */
  public double monthly() {
    return kind.monthly(value);
  }

  /** Returns the same rate stated in the other way, or this one if it is of that kind already. */
  public AnnualRate to(RateKind other) {
    return other == kind ? this : new AnnualRate(other.annual(monthly()), other);
  }
}
