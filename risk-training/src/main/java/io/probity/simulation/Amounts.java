package io.probity.simulation;

import java.math.BigDecimal;

/** Amounts of money that a simulation draws as doubles and writes in cents. */
final class Amounts {

  private static final int CENTS = 2;
  private static final double PER_ONE = 100.0;

  private Amounts() {}

  /** Returns an amount to the nearest cent, at least 0. */
  static BigDecimal cents(double amount) {
    return BigDecimal.valueOf(StrictMath.max(0L, StrictMath.round(amount * PER_ONE)), CENTS);
  }

  /** Returns an amount to the nearest multiple of a step, at least one step. */
  static BigDecimal steps(double amount, int step) {
    return BigDecimal.valueOf(StrictMath.max(1L, StrictMath.round(amount / step)) * step);
  }
}
