package io.probity.decision;

import java.math.BigDecimal;

/**
 * One change that would make the request fit, everything else staying as it is.
 *
 * @param lever what would have to change
 * @param from what it is now
 * @param to what it would have to be: the nearest value that fits, to the minor unit or the month
 */
public record Remedy(Lever lever, BigDecimal from, BigDecimal to) {

  /** What can change. */
  public enum Lever {
    /** A higher monthly income. */
    INCOME,
    /** A lower monthly debt service. */
    DEBT_SERVICE,
    /** A longer term, in months. */
    TERM,
    /** A smaller amount. */
    AMOUNT
  }
}
