package io.probity.feature;

import io.probity.application.MoneyUnits;

/** A sum of amounts, which is not known as soon as one of them is not. */
final class AmountSum {

  private long units;
  private boolean unknown;

  void clear() {
    units = 0;
    unknown = false;
  }

  /** Adds an amount, or {@link MoneyUnits#UNKNOWN}. */
  void add(long amount) {
    if (amount < 0) {
      unknown = true;
    } else {
      units += amount;
    }
  }

  /** Returns the sum in {@link MoneyUnits}, NaN if it is not known. */
  double units() {
    return unknown ? Double.NaN : units;
  }

  /** Returns the sum, NaN if it is not known. */
  double amount() {
    return unknown ? Double.NaN : MoneyUnits.toAmount(units);
  }
}
