package io.probity.lending;

/**
 * The largest principal that a monthly capacity carries: the one whose rounded tested {@link
 * Instalment} still fits.
 *
 * <p>The roundings are part of the answer, so it is up to a few minor units of instalment larger than
 * the unrounded formula gives: 36,016.30 for 3,200.00 at 12% nominal over 12 months. The closed
 * form gives the start; from there a search over the true rounding rule, which never falls with the
 * principal, finds the exact minor unit. Without fees that takes two instalments, with fees about
 * twenty.
 */
public final class Capacity {

  private static final double HALF = 0.5;

  private Capacity() {}

  /**
   * Returns the largest principal whose tested instalment is at most the room.
   *
   * @param room what the borrower can pay each month, in minor units
   * @return minor units: 0 if the room is not positive, or if even the fixed fees of a principal of 0
   *     do not fit; {@link Money#MAX_MINOR_UNITS} if that or more fits, so also where the instalment
   *     does not depend on the principal (an interest-only loan at a rate of 0)
   */
  public static long largestPrincipal(Instalment instalment, long room) {
    if (room <= 0) {
      return 0;
    }
    double start = instalment.principalNear(room + HALF);
    if (!(start < Money.MAX_MINOR_UNITS)) { // also NaN: a line without slope
      start = Money.MAX_MINOR_UNITS;
    }
    long guess = (long) Math.max(start, 0.0);
    if (instalment.of(guess) <= room) {
      return searchUp(instalment, room, guess);
    }
    return instalment.of(0) <= room ? searchDown(instalment, room, guess) : 0;
  }

  /**
   * Returns the largest principal that terms allow within the room; the principal of the terms plays
   * no part.
   *
   * @throws IllegalArgumentException if the room is in another currency than the terms
   */
  public static Money largestPrincipal(LoanTerms terms, RepaymentSource source, Money room) {
    room.requireSameCurrency(terms.currency(), "the room");
    long principal = largestPrincipal(Instalment.of(terms, source), room.minorUnits());
    return new Money(principal, terms.currency());
  }

  private static long searchUp(Instalment instalment, long room, long fitting) {
    long low = fitting;
    long step = 1;
    while (low < Money.MAX_MINOR_UNITS) {
      long high = Math.min(low + step, Money.MAX_MINOR_UNITS);
      if (instalment.of(high) > room) {
        return between(instalment, room, low, high);
      }
      low = high;
      step *= 2;
    }
    return low;
  }

  /** A principal of 0 fits, so the search ends. */
  private static long searchDown(Instalment instalment, long room, long unfit) {
    long high = unfit;
    long step = 1;
    long low = Math.max(high - step, 0);
    while (instalment.of(low) > room) {
      high = low;
      step *= 2;
      low = Math.max(high - step, 0);
    }
    return between(instalment, room, low, high);
  }

  private static long between(Instalment instalment, long room, long fitting, long unfit) {
    long low = fitting;
    long high = unfit;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (instalment.of(middle) <= room) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
