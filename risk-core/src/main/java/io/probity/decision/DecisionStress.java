package io.probity.decision;

import io.probity.lending.AnnualRate;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Worse times, in which an engine decides again: lower incomes, higher rates, higher PDs.
 *
 * @param incomeCut the share by which every income is cut, in [0, 1]
 * @param rateRise what is added to the rate of the contract, in [0, 10]
 * @param pd the PD in worse times of a PD; empty for no change
 */
public record DecisionStress(double incomeCut, double rateRise, Optional<DoubleUnaryOperator> pd) {

  /** No stress. */
  public static final DecisionStress NONE = new DecisionStress(0, 0, Optional.empty());

  /** Checks the ranges. */
  public DecisionStress {
    if (!(incomeCut >= 0 && incomeCut <= 1)) {
      throw new IllegalArgumentException(
          "incomes are cut by a fraction in [0, 1], not " + incomeCut + "; write 20% as 0.2");
    }
    if (!(rateRise >= 0 && rateRise <= AnnualRate.MAX_CONTRACT)) {
      throw new IllegalArgumentException(
          "rates rise by a fraction in [0, 10], not " + rateRise + "; write 2 points as 0.02");
    }
  }

  boolean isNone() {
    return incomeCut == 0 && rateRise == 0 && pd.isEmpty();
  }

  double pdOf(double own) {
    return pd.map(worse -> worse.applyAsDouble(own)).orElse(own);
  }
}
