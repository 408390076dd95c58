package io.probity.decision;

import io.probity.lending.LoanCost;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A loan that the policy grants instead of the one asked for.
 *
 * @param kind what differs from the request
 * @param amount the amount
 * @param months the term; 0 for a line
 * @param instalment the monthly instalment
 * @param cost what it costs; empty for a loan too small for a schedule
 */
public record CounterOffer(
    Kind kind, BigDecimal amount, int months, BigDecimal instalment, Optional<LoanCost> cost) {

  /** What differs from the request. */
  public enum Kind {
    /** Less money over the term that was asked for. */
    AMOUNT,
    /** The money that was asked for over a longer term. */
    TERM
  }
}
